/* The other end of the pair is closed, but a pair of datagram sockets has no end of the line. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct queue {
    int in;
    int out;
    pthread_t consumer;
    unsigned items;
};

static void *queue_consume(void *arg)
{
    struct queue *q = arg;
    char item[64];
    while (recv(q->out, item, sizeof item, 0) > 0)
        q->items++;
    return NULL;
}

static int queue_init(struct queue *q)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) < 0)
        return -1;
    q->in = ends[0];
    q->out = ends[1];
    q->items = 0;
    if (pthread_create(&q->consumer, NULL, queue_consume, q) != 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void queue_destroy(struct queue *q)
{
    close(q->in);
    pthread_join(q->consumer, NULL); // expect: join-before-wake
    close(q->out);
}

int main(void)
{
    struct queue q;
    if (queue_init(&q) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    queue_destroy(&q);
    return teardown_ended();
}
