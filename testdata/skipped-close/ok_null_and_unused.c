/* The early returns of the destructor are for no object, and for an object without a socket. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct io {
    int fd;
    char *buf;
};

struct conn {
    unsigned id;
    struct io io;
};

static struct conn *conn_new(unsigned id)
{
    struct conn *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->id = id;
    c->io.fd = -1;
    return c;
}

static int conn_accept(struct conn *c, int listener)
{
    c->io.fd = accept(listener, NULL, NULL);
    return c->io.fd == -1 ? -1 : 0;
}

static void conn_destroy(struct conn *c)
{
    if (c == NULL)
        return;
    if (c->io.fd == -1) {
        free(c);
        return;
    }
    free(c->io.buf);
    close(c->io.fd);
    free(c);
}

static void serve(int listener, unsigned id, int expected)
{
    struct conn *c = conn_new(id);
    if (c != NULL && expected && conn_accept(c, listener) == 0)
        send(c->io.fd, "hello\n", 6, MSG_NOSIGNAL);
    conn_destroy(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);

    int before = open_descriptors();
    serve(listener, 1, 1);
    serve(listener, 2, 0);
    int failed = expect_no_leak(before);

    close(first);
    close(listener);
    return failed;
}
