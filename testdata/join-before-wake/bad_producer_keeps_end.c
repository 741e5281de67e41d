/* The consumer reads to the end of the line, and the producer is through but keeps its end open. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct stage {
    int fd;
    pthread_t thread;
    int items;
};

static void *produce(void *arg)
{
    struct stage *s = arg;
    for (s->items = 0; s->items < 10; s->items++) {
        if (send(s->fd, "item", 4, MSG_NOSIGNAL) != 4)
            break;
    }
    return NULL;
}

static void *consume(void *arg)
{
    struct stage *s = arg;
    char item[4];
    while (recv(s->fd, item, sizeof item, 0) > 0)
        s->items++;
    return NULL;
}

static int stages_start(struct stage *producer, struct stage *consumer)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    producer->fd = ends[0];
    consumer->fd = ends[1];
    consumer->items = 0;
    if (pthread_create(&consumer->thread, NULL, consume, consumer) != 0)
        abort();
    wait_until_blocked();
    if (pthread_create(&producer->thread, NULL, produce, producer) != 0)
        abort();
    return 0;
}

static void stages_finish(struct stage *producer, struct stage *consumer)
{
    pthread_join(producer->thread, NULL);
    pthread_join(consumer->thread, NULL); // expect-missed: join-before-wake
    close(producer->fd);
    close(consumer->fd);
}

int main(void)
{
    struct stage producer, consumer;
    if (stages_start(&producer, &consumer) < 0)
        return 1;

    expect_hang();
    stages_finish(&producer, &consumer);
    return teardown_ended();
}
