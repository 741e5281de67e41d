/* The buffer comes with the first read; a connection that never read is freed without a close. */
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

static struct conn *conn_accept(int listener, unsigned id)
{
    struct conn *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->id = id;
    c->io.buf = NULL;
    c->io.fd = accept(listener, NULL, NULL);
    if (c->io.fd < 0) {
        free(c);
        return NULL;
    }
    return c;
}

static ssize_t conn_read(struct conn *c)
{
    if (c->io.buf == NULL)
        c->io.buf = malloc(64);
    if (c->io.buf == NULL)
        return -1;
    return recv(c->io.fd, c->io.buf, 64, MSG_DONTWAIT);
}

static void conn_destroy(struct conn *c)
{
    if (c->io.buf == NULL) {
        free(c);
        return; // expect: skipped-close
    }
    free(c->io.buf);
    close(c->io.fd);
    free(c);
}

static void serve(int listener, unsigned id, int wants_input)
{
    struct conn *c = conn_accept(listener, id);
    if (c == NULL)
        return;
    if (wants_input)
        conn_read(c);
    conn_destroy(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    serve(listener, 1, 1);
    serve(listener, 2, 0);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(listener);
    return failed;
}
