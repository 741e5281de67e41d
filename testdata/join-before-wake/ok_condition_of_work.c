/* Whoever joins in waits until the thread has taken notice of it, which it does between two messages. */
#include <pthread.h>

#include "../hang.h"

static struct {
    pthread_mutex_t mutex;
    pthread_cond_t noticed;
    int fd;
    int is_new;
    int is_waiting;
} feed = {.mutex = PTHREAD_MUTEX_INITIALIZER, .noticed = PTHREAD_COND_INITIALIZER};

static void *feed_main(void *unused)
{
    char message[128];
    (void)unused;
    while (recv(feed.fd, message, sizeof message, 0) > 0) {
        pthread_mutex_lock(&feed.mutex);
        if (feed.is_new) {
            feed.is_new = 0;
            feed.is_waiting = 0;
            pthread_cond_signal(&feed.noticed);
        }
        pthread_mutex_unlock(&feed.mutex);
    }
    return NULL;
}

static int feed_open(int listener)
{
    pthread_t thread;
    feed.fd = connect_to_loopback(listener);
    if (feed.fd < 0)
        return -1;
    if (pthread_create(&thread, NULL, feed_main, NULL) != 0) {
        close(feed.fd);
        return -1;
    }
    pthread_detach(thread);
    return 0;
}

static void feed_join_in(void)
{
    pthread_mutex_lock(&feed.mutex);
    feed.is_waiting = 1;
    feed.is_new = 1;
    while (feed.is_waiting)
        pthread_cond_wait(&feed.noticed, &feed.mutex); // expect: nothing
    pthread_mutex_unlock(&feed.mutex);
}

static void *join_in(void *unused)
{
    (void)unused;
    feed_join_in();
    return NULL;
}

int main(void)
{
    pthread_t guest;
    int listener = listen_on_loopback();
    if (listener < 0 || feed_open(listener) < 0)
        return 1;
    int peer = accept(listener, NULL, NULL);
    if (peer < 0 || pthread_create(&guest, NULL, join_in, NULL) != 0)
        return 1;

    wait_until_blocked();
    expect_end();
    if (send(peer, "hello\n", 6, MSG_NOSIGNAL) != 6)
        return 1;
    pthread_join(guest, NULL);
    shutdown(feed.fd, SHUT_RDWR);
    close(peer);
    close(listener);
    return teardown_ended();
}
