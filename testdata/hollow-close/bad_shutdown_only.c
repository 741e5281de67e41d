/* The peer is told, but the descriptor stays: a server runs out of them after a day. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int fd;
    unsigned long sent;
};

static int client_accept(struct client *c, int listener)
{
    c->sent = 0;
    c->fd = accept(listener, NULL, NULL);
    return c->fd < 0 ? -1 : 0;
}

static void client_send(struct client *c, const char *text, size_t len)
{
    ssize_t n = send(c->fd, text, len, MSG_NOSIGNAL);
    if (n > 0)
        c->sent += (unsigned long)n;
}

static void client_disconnect(struct client *c) // expect: hollow-close
{
    shutdown(c->fd, SHUT_RDWR);
}

static void serve_one(int listener)
{
    struct client c;
    if (client_accept(&c, listener) < 0)
        return;
    client_send(&c, "bye\n", 4);
    client_disconnect(&c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int peer = connect_to_loopback(listener);

    int before = open_descriptors();
    serve_one(listener);
    int failed = expect_leak(before);
    close(peer);
    close(listener);
    return failed;
}
