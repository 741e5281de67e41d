/* The receive timeout is set in time, but it is for recv, and the thread sleeps in poll. */
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/time.h>

#include "../hang.h"

struct receiver {
    int fd;
    atomic_int stop;
    pthread_t thread;
};

static void *receiver_main(void *arg)
{
    struct receiver *r = arg;
    char buf[512];
    while (!r->stop) {
        struct pollfd p = {.fd = r->fd, .events = POLLIN};
        if (poll(&p, 1, -1) <= 0)
            continue;
        if (recv(r->fd, buf, sizeof buf, 0) <= 0)
            break;
    }
    return NULL;
}

static int receiver_start(struct receiver *r, int listener)
{
    struct timeval t = {.tv_usec = 100 * 1000};
    r->stop = 0;
    r->fd = accept(listener, NULL, NULL);
    if (r->fd < 0)
        return -1;
    if (setsockopt(r->fd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t) < 0 ||
        pthread_create(&r->thread, NULL, receiver_main, r) != 0) {
        close(r->fd);
        return -1;
    }
    return 0;
}

static void receiver_stop(struct receiver *r)
{
    r->stop = 1;
    pthread_join(r->thread, NULL); // expect: join-before-wake
    close(r->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct receiver r;
    if (receiver_start(&r, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    receiver_stop(&r);
    close(peer);
    close(listener);
    return teardown_ended();
}
