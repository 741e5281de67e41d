/* The function says nothing of the end of the line but that nothing came, and the loop is over. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct feed {
    int fd;
    pthread_t thread;
};

/* What has come: 0 when there is nothing. */
static size_t feed_next(struct feed *feed, char *buf, size_t size)
{
    ssize_t n = recv(feed->fd, buf, size, 0);
    return n > 0 ? (size_t)n : 0;
}

static void *feed_main(void *arg)
{
    struct feed *feed = arg;
    char buf[128];
    for (;;) {
        size_t n = feed_next(feed, buf, sizeof buf);
        if (n == 0)
            break;
        send(feed->fd, buf, n, MSG_NOSIGNAL);
    }
    return NULL;
}

static int feed_start(struct feed *feed, int listener)
{
    feed->fd = connect_to_loopback(listener);
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
    shutdown(feed->fd, SHUT_RDWR);
    pthread_join(feed->thread, NULL);
    close(feed->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct feed feed;
    if (listener < 0 || feed_start(&feed, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    feed_stop(&feed);
    close(listener);
    return teardown_ended();
}
