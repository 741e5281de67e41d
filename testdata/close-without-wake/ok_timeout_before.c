/* With a receive timeout from the beginning, recv returns by itself and the loop sees the flag. */
// expect: nothing
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
    if (set_timeout(r->sock) < 0 || pthread_create(&r->thread, NULL, receiver_main, r) != 0) {
        close(r->sock);
        return -1;
    }
    return 0;
}

static void receiver_stop(struct receiver *r)
{
    r->stop = 1;
    close(r->sock);
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
    expect_end();
    receiver_stop(&r);
    close(peer);
    close(listener);
    return teardown_ended();
}
