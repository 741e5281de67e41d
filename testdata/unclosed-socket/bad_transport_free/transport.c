#include "transport.h"

#include <stdlib.h>

struct transport *transport_new(void)
{
    struct transport *t = calloc(1, sizeof *t);
    if (t != NULL)
        t->sock = -1;
    return t;
}

void transport_free(struct transport *t)
{
    if (t == NULL)
        return;
    free(t->peer);
    free(t);
}
