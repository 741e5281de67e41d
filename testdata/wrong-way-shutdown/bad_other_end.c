/* It is the other end of the pair that is shut down, for reading: our reader waits for what it writes. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct queue {
    int put_end;
    int get_end;
    pthread_t consumer;
};

static void *queue_consume(void *arg)
{
    struct queue *q = arg;
    char job[64];
    while (recv(q->get_end, job, sizeof job, 0) > 0)
        continue;
    return NULL;
}

static int queue_start(struct queue *q)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    q->put_end = ends[0];
    q->get_end = ends[1];
    if (pthread_create(&q->consumer, NULL, queue_consume, q) != 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void queue_stop(struct queue *q)
{
    shutdown(q->put_end, SHUT_RD); // expect: wrong-way-shutdown
    pthread_join(q->consumer, NULL);
    close(q->put_end);
    close(q->get_end);
}

int main(void)
{
    struct queue q;
    if (queue_start(&q) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    queue_stop(&q);
    return teardown_ended();
}
