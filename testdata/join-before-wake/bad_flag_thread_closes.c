/* The thread closes its line itself, once it has looked at the flag: it does not come to that. */
#include <pthread.h>

#include "../hang.h"

struct feed {
    int fd;
    volatile int stop;
    pthread_t thread;
};

static void *feed_main(void *arg)
{
    struct feed *feed = arg;
    char block[512];
    while (!feed->stop) {
        if (recv(feed->fd, block, sizeof block, 0) == 0)
            break;
    }
    close(feed->fd);
    return NULL;
}

static int feed_start(struct feed *feed, int listener)
{
    feed->stop = 0;
    feed->fd = accept(listener, NULL, NULL);
    if (feed->fd < 0)
        return -1;
    if (pthread_create(&feed->thread, NULL, feed_main, feed) != 0) {
        close(feed->fd);
        return -1;
    }
    return 0;
}

static void feed_stop(struct feed *feed)
{
    feed->stop = 1;
    pthread_join(feed->thread, NULL); // expect: join-before-wake
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct feed feed;
    if (feed_start(&feed, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    feed_stop(&feed);
    close(peer);
    close(listener);
    return teardown_ended();
}
