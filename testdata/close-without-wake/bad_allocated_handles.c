/* The handles are in an array that was allocated; the listener is closed under their threads. */
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

struct server {
    int listener;
    int count;
    atomic_int stop;
    atomic_int ticks;
    pthread_t *acceptors;
    pthread_t *clock;
};

static void *accept_some(void *arg)
{
    struct server *s = arg;
    while (!s->stop) {
        int client = accept(s->listener, NULL, NULL);
        if (client < 0)
            break;
        close(client);
    }
    return NULL;
}

static void *tick(void *arg)
{
    struct server *s = arg;
    const struct timespec pause = {.tv_nsec = 10 * 1000 * 1000};
    while (!s->stop) {
        nanosleep(&pause, NULL);
        s->ticks++;
    }
    return NULL;
}

static int server_start(struct server *s, int count)
{
    s->stop = s->ticks = 0;
    s->listener = listen_on_loopback();
    if (s->listener < 0)
        return -1;
    s->count = count;
    s->acceptors = calloc((size_t)count, sizeof *s->acceptors);
    s->clock = malloc(sizeof *s->clock);
    if (s->acceptors == NULL || s->clock == NULL)
        abort();
    for (int i = 0; i < count; i++)
        if (pthread_create(&s->acceptors[i], NULL, accept_some, s) != 0)
            abort();
    if (pthread_create(s->clock, NULL, tick, s) != 0)
        abort();
    return 0;
}

static void server_stop(struct server *s)
{
    s->stop = 1;
    pthread_join(*s->clock, NULL);
    close(s->listener); // expect: close-without-wake
    for (int i = 0; i < s->count; i++)
        pthread_join(s->acceptors[i], NULL);
    free(s->clock);
    free(s->acceptors);
}

int main(void)
{
    struct server s;
    if (server_start(&s, 3) < 0)
        return 1;

    const struct timespec moment = {.tv_nsec = 200 * 1000 * 1000};
    nanosleep(&moment, NULL);
    threads_sleep_on(getpid());
    expect_hang();
    server_stop(&s);
    return teardown_ended();
}
