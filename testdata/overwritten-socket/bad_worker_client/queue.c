#include "server.h"

int queue_put(struct queue *q, struct sock s)
{
    if (q->tail == QUEUE_MAX)
        return -1;
    q->items[q->tail++] = s;
    return 0;
}

int queue_take(struct queue *q, struct sock *s)
{
    if (q->head == q->tail) {
        s->fd = -1;
        return 0;
    }
    *s = q->items[q->head++];
    return 1;
}
