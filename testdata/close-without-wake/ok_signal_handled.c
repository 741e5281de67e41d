/* SIGURG has a handler: the call begins anew, finds its descriptor closed, and ends. */
// expect: nothing
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

struct feed {
    int fd;
    pthread_t thread;
    unsigned long bytes;
};

static void on_urgent(int signal_number)
{
    (void)signal_number;
}

static void *feed_read(void *arg)
{
    struct feed *feed = arg;
    char buf[4096];
    ssize_t n;
    while ((n = recv(feed->fd, buf, sizeof buf, 0)) > 0)
        feed->bytes += (unsigned long)n;
    return NULL;
}

static int feed_start(struct feed *feed, int listener)
{
    struct sigaction action = {.sa_handler = on_urgent, .sa_flags = SA_RESTART};
    if (sigaction(SIGURG, &action, NULL) < 0)
        return -1;
    feed->bytes = 0;
    feed->fd = accept(listener, NULL, NULL);
    if (feed->fd < 0)
        return -1;
    if (pthread_create(&feed->thread, NULL, feed_read, feed) != 0) {
        close(feed->fd);
        return -1;
    }
    return 0;
}

static void feed_stop(struct feed *feed)
{
    close(feed->fd);
    pthread_kill(feed->thread, SIGURG);
    pthread_join(feed->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct feed feed;
    if (feed_start(&feed, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    feed_stop(&feed);
    close(peer);
    close(listener);
    return teardown_ended();
}
