/* The thread has cancellation switched off while it says hello, and on again while it waits. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct reader {
    int fd;
    pthread_t thread;
};

static void *reader_main(void *arg)
{
    struct reader *r = arg;
    char buf[256];
    int old;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
    send(r->fd, "hello\n", 6, MSG_NOSIGNAL);
    pthread_setcancelstate(old, NULL);
    while (recv(r->fd, buf, sizeof buf, 0) > 0)
        continue;
    return NULL;
}

static int reader_start(struct reader *r, int listener)
{
    r->fd = accept(listener, NULL, NULL);
    if (r->fd < 0)
        return -1;
    if (pthread_create(&r->thread, NULL, reader_main, r) != 0) {
        close(r->fd);
        return -1;
    }
    return 0;
}

static void reader_stop(struct reader *r)
{
    pthread_cancel(r->thread);
    pthread_join(r->thread, NULL);
    close(r->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct reader r;
    if (reader_start(&r, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    reader_stop(&r);
    close(peer);
    close(listener);
    return teardown_ended();
}
