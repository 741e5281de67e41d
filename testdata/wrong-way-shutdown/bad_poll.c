/* poll for POLLIN is a wait for what comes in; SHUT_WR is about what goes out. */
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct watch {
    int near;
    int far;
    pthread_t thread;
};

static void *watch_main(void *arg)
{
    struct watch *w = arg;
    struct pollfd p = {.fd = w->near, .events = POLLIN};
    char byte;
    while (poll(&p, 1, -1) > 0) {
        if (recv(w->near, &byte, 1, 0) <= 0)
            break;
    }
    return NULL;
}

static int watch_start(struct watch *w)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair) != 0)
        return -1;
    w->near = pair[0];
    w->far = pair[1];
    if (pthread_create(&w->thread, NULL, watch_main, w) != 0) {
        close(pair[0]);
        close(pair[1]);
        return -1;
    }
    return 0;
}

static void watch_stop(struct watch *w)
{
    shutdown(w->near, SHUT_WR); // expect: wrong-way-shutdown
    pthread_join(w->thread, NULL);
    close(w->near);
    close(w->far);
}

int main(void)
{
    struct watch w;
    if (watch_start(&w) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    watch_stop(&w);
    return teardown_ended();
}
