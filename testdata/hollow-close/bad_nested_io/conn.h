#ifndef CONN_H
#define CONN_H

#include <stddef.h>

struct io {
    int fd;
    char *buf;
};

struct conn {
    struct {
        struct io in;
        size_t requests;
    } client;
};

int io_open(struct io *io, int listener);
void io_close(struct io *io);

/* NULL when there is no connection, or none that takes a greeting of this length. */
struct conn *conn_new(int listener, size_t greeting);
void conn_destroy(struct conn *c);

#endif
