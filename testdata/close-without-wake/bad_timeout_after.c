/* A receive timeout that is set while the thread is blocked is for its next call, not for this one. */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/time.h>

#include "../hang.h"

struct receiver {
    int sock;
    atomic_int stop;
    pthread_t thread;
};

static int set_timeout(int sock)
{
    struct timeval t = {.tv_usec = 50 * 1000};
    return setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t);
}

static void *receiver_main(void *arg)
{
    struct receiver *r = arg;
    char buf[1500];
    while (!r->stop) {
        ssize_t n = recv(r->sock, buf, sizeof buf, 0);
        if (n < 0 && errno != EAGAIN)
            break;
        if (n == 0)
            break;
    }
    return NULL;
}

static int receiver_start(struct receiver *r, int listener)
{
    r->stop = 0;
    r->sock = accept(listener, NULL, NULL);
    if (r->sock < 0)
        return -1;
    if (pthread_create(&r->thread, NULL, receiver_main, r) != 0) {
        close(r->sock);
        return -1;
    }
    return 0;
}

static void receiver_stop(struct receiver *r)
{
    r->stop = 1;
    set_timeout(r->sock);
    close(r->sock); // expect: close-without-wake
    pthread_join(r->thread, NULL);
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
