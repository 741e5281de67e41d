#include "http.h"

#include <stdlib.h>
#include <unistd.h>

#include "../../truth.h"

struct conn *conn_open(int listener)
{
    struct conn *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->fd = connect_to_loopback(listener);
    if (c->fd < 0) {
        free(c);
        return NULL;
    }
    return c;
}

void conn_close(struct conn *c)
{
    close(c->fd);
    free(c);
}
