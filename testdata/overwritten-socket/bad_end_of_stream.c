/* At the end of the stream the number is set to -1, which is all that ever closes it. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum state { CONN_OPEN, CONN_DRAINING };

struct conn {
    enum state state;
    int fd;
};

static struct conn *conn_accept(int listener)
{
    struct conn *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->state = CONN_OPEN;
    c->fd = accept(listener, NULL, NULL);
    if (c->fd < 0) {
        free(c);
        return NULL;
    }
    return c;
}

static void conn_readable(struct conn *c)
{
    char buf[64];
    ssize_t n = recv(c->fd, buf, sizeof buf, MSG_DONTWAIT);
    if (n == 0) {
        c->fd = -1; // expect: overwritten-socket
        c->state = CONN_DRAINING;
    }
}

static void conn_free(struct conn *c)
{
    if (c->fd >= 0)
        close(c->fd);
    free(c);
}

static void serve_one(int listener)
{
    struct conn *c = conn_accept(listener);
    if (c == NULL)
        return;
    conn_readable(c);
    conn_free(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    int client = connect_to_loopback(listener);
    close(client);
    serve_one(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
