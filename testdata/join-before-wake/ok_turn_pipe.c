/* Who starts the workers works, too; a byte in a pipe that all of them poll tells them to stop. */
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "../hang.h"

enum { WORKERS = 3 };

struct port {
    struct port *next;
    int fd;
};

struct worker {
    pthread_t thread;
    int turns;
};

static struct port *ports;
static int bell[2];
static struct worker workers[WORKERS];
static volatile sig_atomic_t stopping;

static void take_packets(struct worker *w)
{
    struct epoll_event events[4];
    int set = epoll_create1(EPOLL_CLOEXEC);
    if (set < 0)
        return;
    for (struct port *p = ports; p != NULL; p = p->next) {
        struct epoll_event e = {.events = EPOLLIN, .data.ptr = p};
        epoll_ctl(set, EPOLL_CTL_ADD, p->fd, &e);
    }
    struct epoll_event e = {.events = EPOLLIN, .data.ptr = NULL};
    epoll_ctl(set, EPOLL_CTL_ADD, bell[0], &e);
    while (1) {
        int n = epoll_wait(set, events, 4, -1);
        if (stopping)
            break;
        for (int i = 0; i < n; i++) {
            char packet[512];
            const struct port *p = events[i].data.ptr;
            if (p == NULL)
                continue;
            recv(p->fd, packet, sizeof packet, MSG_DONTWAIT);
            w->turns++;
        }
    }
    close(set);
}

static void *worker_run(void *arg)
{
    take_packets(arg);
    return NULL;
}

static void *serve(void *arg)
{
    int i;
    (void)arg;
    for (i = 0; i < WORKERS - 1; i++)
        pthread_create(&workers[i].thread, NULL, worker_run, &workers[i]);
    worker_run(&workers[i]);
    for (i = 0; i < WORKERS - 1; i++)
        pthread_join(workers[i].thread, NULL); // expect: nothing
    return NULL;
}

static int open_port(void)
{
    struct sockaddr_in addr = {.sin_family = AF_INET};
    struct port *p = malloc(sizeof *p);
    if (p == NULL)
        return -1;
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    p->fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (p->fd < 0) {
        free(p);
        return -1;
    }
    if (bind(p->fd, (struct sockaddr *)&addr, sizeof addr) < 0) {
        close(p->fd);
        free(p);
        return -1;
    }
    p->next = ports;
    ports = p;
    return 0;
}

static void close_ports(void)
{
    while (ports != NULL) {
        struct port *p = ports;
        ports = p->next;
        close(p->fd);
        free(p);
    }
}

int main(void)
{
    pthread_t server;
    if (pipe(bell) < 0)
        return 1;
    if (open_port() < 0 || open_port() < 0)
        return 1;
    if (pthread_create(&server, NULL, serve, NULL) != 0)
        return 1;

    wait_until_blocked();
    expect_end();
    stopping = 1;
    if (write(bell[1], "", 1) != 1)
        return 1;
    pthread_join(server, NULL);
    close_ports();
    return teardown_ended();
}
