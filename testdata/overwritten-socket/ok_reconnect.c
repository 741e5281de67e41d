/* Connecting again closes the old socket before the new one takes its place. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int fd;
    int server;
    unsigned reconnects;
};

static int client_connect(struct client *c, int server)
{
    c->server = server;
    c->reconnects = 0;
    c->fd = connect_to_loopback(server);
    return c->fd < 0 ? -1 : 0;
}

static int client_reconnect(struct client *c)
{
    send(c->fd, "moving\n", 7, MSG_NOSIGNAL);
    close(c->fd);
    c->fd = connect_to_loopback(c->server);
    c->reconnects++;
    return c->fd < 0 ? -1 : 0;
}

static void client_close(struct client *c)
{
    if (c->fd >= 0)
        close(c->fd);
    c->fd = -1;
}

static void visit(int listener)
{
    struct client c;
    if (client_connect(&c, listener) < 0)
        return;
    client_reconnect(&c);
    client_close(&c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
