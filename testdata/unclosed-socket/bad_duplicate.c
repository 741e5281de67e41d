/* A duplicate of the connection's socket is a number of its own, which nobody gives back. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int sock;
};

/* Sends by a duplicate, so that it may be shut without the connection. */
static int conn_notify(struct conn *c)
{
    int copy = dup(c->sock);
    if (copy < 0)
        return -1;
    if (send(copy, "x", 1, MSG_NOSIGNAL) != 1)
        return -1; // expect: unclosed-socket
    close(copy);
    return 0;
}

static int conn_open(struct conn *c, int listener)
{
    c->sock = connect_to_loopback(listener);
    return c->sock < 0 ? -1 : 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    struct conn c;
    if (conn_open(&c, listener) < 0)
        return 1;
    shutdown(c.sock, SHUT_WR);
    conn_notify(&c);
    close(c.sock);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
