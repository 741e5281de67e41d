/* Two threads of one library: the one that is joined first is not the one on the line. */
// expect: nothing
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

/* A small library around threads: who starts one gets an object of its own. */
struct worker {
    pthread_t thread;
};

static void *worker_new(void *(*run)(void *), void *arg)
{
    struct worker *worker = malloc(sizeof *worker);
    if (worker == NULL)
        return NULL;
    if (pthread_create(&worker->thread, NULL, run, arg) != 0) {
        free(worker);
        return NULL;
    }
    return worker;
}

static void worker_join(void *w)
{
    struct worker *worker = w;
    pthread_join(worker->thread, NULL);
    free(worker);
}

struct driver {
    int fd;
    atomic_int stop;
    atomic_int ticks;
    void *receiver;
    void *clock;
};

static void *receive(void *arg)
{
    struct driver *d = arg;
    char packet[64];
    while (recv(d->fd, packet, sizeof packet, 0) > 0)
        continue;
    return NULL;
}

static void *tick(void *arg)
{
    struct driver *d = arg;
    const struct timespec pause = {.tv_nsec = 10 * 1000 * 1000};
    while (!d->stop) {
        nanosleep(&pause, NULL);
        d->ticks++;
    }
    return NULL;
}

static int driver_open(struct driver *d, int listener)
{
    d->stop = d->ticks = 0;
    d->fd = connect_to_loopback(listener);
    if (d->fd < 0)
        return -1;
    d->receiver = worker_new(receive, d);
    if (d->receiver == NULL) {
        close(d->fd);
        return -1;
    }
    d->clock = worker_new(tick, d);
    if (d->clock == NULL)
        abort();
    return 0;
}

static void driver_close(struct driver *d)
{
    d->stop = 1;
    worker_join(d->clock);
    shutdown(d->fd, SHUT_RDWR);
    worker_join(d->receiver);
    close(d->fd);
}

int main(void)
{
    const struct timespec moment = {.tv_nsec = 200 * 1000 * 1000};
    int listener = listen_on_loopback();
    struct driver d;
    if (listener < 0 || driver_open(&d, listener) < 0)
        return 1;

    nanosleep(&moment, NULL);
    threads_sleep_on(getpid());
    expect_end();
    driver_close(&d);
    close(listener);
    return teardown_ended();
}
