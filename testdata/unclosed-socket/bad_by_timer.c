/* The timer inside a session is what the callback gets; the session that it ends still has its socket. */
#include <stddef.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

#define container_of(ptr, type, member) ((type *)((char *)(ptr)-offsetof(type, member)))

struct timer {
    int left;
};

struct session {
    int sock;
    char *user;
    struct timer idle;
};

/* Closes the socket and frees the session around the timer. */
static void session_expired(struct timer *t)
{
    struct session *s = container_of(t, struct session, idle);
    close(s->sock);
    free(s->user);
    free(s);
}

/* Returns 1 when the session is over. */
static int timer_tick(struct timer *t)
{
    if (--t->left > 0)
        return 0;
    session_expired(t);
    return 1;
}

static int serve(int listener)
{
    struct session *s = malloc(sizeof *s);
    if (s == NULL)
        return -1;
    s->user = NULL;
    s->idle.left = 2;
    s->sock = connect_to_loopback(listener);
    if (s->sock < 0) {
        free(s);
        return -1;
    }
    if (timer_tick(&s->idle))
        return 0;
    if (send(s->sock, "x", 1, MSG_NOSIGNAL) != 1) {
        session_expired(&s->idle);
        return -1;
    }
    free(s); // expect: unclosed-socket
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    serve(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
