#include "queue.h"

#include <stdlib.h>
#include <unistd.h>

struct waiting {
    struct client *client;
    struct waiting *next;
};

static struct waiting *waiting;

int queue_add(struct client *c)
{
    struct waiting *w = calloc(1, sizeof *w);
    if (w == NULL) {
        close(c->fd);
        free(c);
        return -1;
    }
    w->client = c;
    w->next = waiting;
    waiting = w;
    return 0;
}

void queue_end(void)
{
    while (waiting != NULL) {
        struct waiting *w = waiting;
        waiting = w->next;
        close(w->client->fd);
        free(w->client);
        free(w);
    }
}
