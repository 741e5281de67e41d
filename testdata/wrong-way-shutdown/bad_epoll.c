/* The listener in the epoll set is shut down for writing, which it never did. */
#include <pthread.h>
#include <sys/epoll.h>

#include "../hang.h"

struct gate {
    int listener;
    int epfd;
    pthread_t thread;
};

static void *gate_main(void *arg)
{
    struct gate *g = arg;
    struct epoll_event ev;
    for (;;) {
        if (epoll_wait(g->epfd, &ev, 1, -1) != 1)
            continue;
        int client = accept(g->listener, NULL, NULL);
        if (client < 0)
            break;
        close(client);
    }
    return NULL;
}

static int gate_open(struct gate *g)
{
    struct epoll_event ev = {.events = EPOLLIN};
    g->listener = listen_on_loopback();
    if (g->listener < 0)
        return -1;
    g->epfd = epoll_create1(0);
    if (g->epfd < 0) {
        close(g->listener);
        return -1;
    }
    if (epoll_ctl(g->epfd, EPOLL_CTL_ADD, g->listener, &ev) < 0 ||
        pthread_create(&g->thread, NULL, gate_main, g) != 0) {
        close(g->epfd);
        close(g->listener);
        return -1;
    }
    return 0;
}

static void gate_close(struct gate *g)
{
    shutdown(g->listener, SHUT_WR); // expect: wrong-way-shutdown
    pthread_join(g->thread, NULL);
    close(g->epfd);
    close(g->listener);
}

int main(void)
{
    struct gate g;
    if (gate_open(&g) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    gate_close(&g);
    return teardown_ended();
}
