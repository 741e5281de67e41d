#include "conn.h"

#include <stdlib.h>
#include <sys/socket.h>

struct conn *conn_new(int listener, size_t greeting)
{
    static const char dots[] = "................";
    struct conn *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    if (io_open(&c->client.in, listener) < 0) {
        free(c);
        return NULL;
    }
    if (greeting >= sizeof dots || send(c->client.in.fd, dots, greeting, MSG_NOSIGNAL) < 0) {
        io_close(&c->client.in);
        free(c);
        return NULL;
    }
    return c;
}

void conn_destroy(struct conn *c) // expect: hollow-close
{
    free(c->client.in.buf);
    free(c);
}
