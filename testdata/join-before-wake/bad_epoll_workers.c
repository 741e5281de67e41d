/* The main thread is told to stop by a signal; the workers in epoll_wait are told by nobody. */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/epoll.h>

#include "../hang.h"

enum { WORKERS = 2 };

static struct worker {
    pthread_t tid;
    int epfd;
} workers[WORKERS];

static int udp_sock = -1;
static volatile sig_atomic_t terminate;

static void on_terminate(int signal_number)
{
    (void)signal_number;
    terminate = 1;
}

static void receive(int epfd)
{
    char datagram[1024];
    struct epoll_event events[4];
    while (!terminate) {
        int n = epoll_wait(epfd, events, 4, -1);
        for (int i = 0; i < n; i++)
            recv(events[i].data.fd, datagram, sizeof datagram, MSG_DONTWAIT);
    }
}

static void *worker_main(void *arg)
{
    struct worker *w = arg;
    struct epoll_event ev = {.events = EPOLLIN, .data.fd = udp_sock};
    if (epoll_ctl(w->epfd, EPOLL_CTL_ADD, udp_sock, &ev) == 0)
        receive(w->epfd);
    return NULL;
}

static int start_workers(void)
{
    struct sockaddr_in addr = {.sin_family = AF_INET};
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    udp_sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (udp_sock < 0 || bind(udp_sock, (struct sockaddr *)&addr, sizeof addr) < 0)
        return -1;
    for (int i = 0; i < WORKERS; i++) {
        workers[i].epfd = epoll_create1(0);
        if (workers[i].epfd < 0 ||
            pthread_create(&workers[i].tid, NULL, worker_main, &workers[i]) != 0)
            return -1;
    }
    return 0;
}

static void stop_workers(void)
{
    for (int i = 0; i < WORKERS; i++) {
        pthread_join(workers[i].tid, NULL); // expect: join-before-wake
        close(workers[i].epfd);
    }
    close(udp_sock);
}

int main(void)
{
    struct sigaction action = {.sa_handler = on_terminate};
    sigaction(SIGTTIN, &action, NULL);
    if (start_workers() < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    raise(SIGTTIN);
    stop_workers();
    return teardown_ended();
}
