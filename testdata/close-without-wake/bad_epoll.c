/* The only member of the epoll set is closed, which takes it from the set: epoll_wait sleeps on. */
#include <pthread.h>
#include <sys/epoll.h>

#include "../hang.h"

struct loop {
    int epfd;
    int sock;
    pthread_t thread;
    unsigned long bytes;
};

static void *loop_run(void *arg)
{
    struct loop *l = arg;
    struct epoll_event events[8];
    char buf[1024];

    while (1) {
        int n = epoll_wait(l->epfd, events, 8, -1);
        for (int i = 0; i < n; i++) {
            ssize_t got = recv(events[i].data.fd, buf, sizeof buf, 0);
            if (got <= 0)
                return NULL;
            l->bytes += (unsigned long)got;
        }
    }
}

static int loop_start(struct loop *l, int sock)
{
    struct epoll_event ev = {.events = EPOLLIN, .data.fd = sock};
    l->bytes = 0;
    l->sock = sock;
    l->epfd = epoll_create1(EPOLL_CLOEXEC);
    if (l->epfd < 0)
        return -1;
    if (epoll_ctl(l->epfd, EPOLL_CTL_ADD, sock, &ev) < 0 ||
        pthread_create(&l->thread, NULL, loop_run, l) != 0) {
        close(l->epfd);
        return -1;
    }
    return 0;
}

static void loop_stop(struct loop *l)
{
    close(l->sock); // expect: close-without-wake
    pthread_join(l->thread, NULL);
    close(l->epfd);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    int sock = accept(listener, NULL, NULL);
    if (sock < 0)
        return 1;

    struct loop l;
    if (loop_start(&l, sock) < 0) {
        close(sock);
        return 1;
    }
    wait_until_blocked();
    expect_hang();
    loop_stop(&l);
    close(peer);
    close(listener);
    return teardown_ended();
}
