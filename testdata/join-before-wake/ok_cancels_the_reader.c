/* Of two threads the one that is blocked is cancelled; the other one looks at its flag. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct relay {
    int fd;
    volatile int stop;
    pthread_t reader;
    pthread_t clock;
};

static void *relay_read(void *arg)
{
    struct relay *relay = arg;
    char block[512];
    while (!relay->stop) {
        if (recv(relay->fd, block, sizeof block, 0) == 0)
            break;
    }
    return NULL;
}

static void *relay_tick(void *arg)
{
    struct relay *relay = arg;
    while (!relay->stop)
        usleep(1000);
    return NULL;
}

static int relay_start(struct relay *relay, int listener)
{
    relay->stop = 0;
    relay->fd = accept(listener, NULL, NULL);
    if (relay->fd < 0)
        return -1;
    if (pthread_create(&relay->clock, NULL, relay_tick, relay) != 0) {
        close(relay->fd);
        return -1;
    }
    if (pthread_create(&relay->reader, NULL, relay_read, relay) != 0) {
        relay->stop = 1;
        pthread_join(relay->clock, NULL);
        close(relay->fd);
        return -1;
    }
    return 0;
}

static void relay_stop(struct relay *relay)
{
    relay->stop = 1;
    pthread_cancel(relay->reader);
    pthread_join(relay->clock, NULL);
    pthread_join(relay->reader, NULL);
    close(relay->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct relay relay;
    if (relay_start(&relay, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    relay_stop(&relay);
    close(peer);
    close(listener);
    return teardown_ended();
}
