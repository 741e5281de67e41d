/* client_disconnect ends the conversation and nothing more; client_close comes right after it. */
// expect: nothing
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

/* Tells the peer that nothing will follow. What it still sends can be read. */
static void client_disconnect(struct client *c)
{
    shutdown(c->fd, SHUT_WR);
}

static void client_close(struct client *c)
{
    char rest[64];
    while (recv(c->fd, rest, sizeof rest, MSG_DONTWAIT) > 0)
        ;
    close(c->fd);
}

static void serve_one(int listener)
{
    struct client c;
    if (client_accept(&c, listener) < 0)
        return;
    client_send(&c, "bye\n", 4);
    client_disconnect(&c);
    client_close(&c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int peer = connect_to_loopback(listener);

    int before = open_descriptors();
    serve_one(listener);
    int failed = expect_no_leak(before);
    close(peer);
    close(listener);
    return failed;
}
