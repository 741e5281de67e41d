/* A player who leaves is pointed at a dummy socket, and nobody points at the real one any more. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct sock {
    int fd;
    int (*send)(struct sock *s, const char *text, size_t len);
};

struct player {
    struct sock *sock;
    int score;
};

static int real_send(struct sock *s, const char *text, size_t len)
{
    return send(s->fd, text, len, MSG_NOSIGNAL) < 0 ? -1 : 0;
}

static int no_send(struct sock *s, const char *text, size_t len)
{
    (void)s, (void)text, (void)len;
    return 0;
}

static struct sock nowhere = {.fd = -1, .send = no_send};

static int player_join(struct player *p, int listener)
{
    p->score = 0;
    p->sock = malloc(sizeof *p->sock);
    if (p->sock == NULL)
        return -1;
    p->sock->send = real_send;
    p->sock->fd = accept(listener, NULL, NULL);
    if (p->sock->fd < 0) {
        free(p->sock);
        p->sock = &nowhere;
        return -1;
    }
    return 0;
}

/* The player keeps the score, and messages to it go nowhere from here on. */
static void player_leave(struct player *p)
{
    p->sock->send(p->sock, "bye\n", 4);
    p->sock = &nowhere; // expect: overwritten-socket
}

static void player_close(struct player *p)
{
    if (p->sock == &nowhere)
        return;
    close(p->sock->fd);
    free(p->sock);
    p->sock = &nowhere;
}

static void play(int listener)
{
    struct player p;
    if (player_join(&p, listener) < 0)
        return;
    p.sock->send(p.sock, "your move\n", 10);
    player_leave(&p);
    p.sock->send(p.sock, "game over\n", 10);
    player_close(&p);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    int before = open_descriptors();
    play(listener);
    int failed = expect_leak(before);
    close(client);
    close(listener);
    return failed;
}
