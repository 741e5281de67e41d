/* The thread polls one member without a timeout; closing that member does not end the poll. */
#include <poll.h>
#include <pthread.h>

#include "../hang.h"

struct monitor {
    struct pollfd watched;
    pthread_t thread;
    int events;
};

static void *monitor_loop(void *arg)
{
    struct monitor *m = arg;
    char buf[64];

    for (;;) {
        if (poll(&m->watched, 1, -1) < 0)
            return NULL;
        if (m->watched.revents & POLLNVAL)
            return NULL;
        if (recv(m->watched.fd, buf, sizeof buf, 0) <= 0)
            return NULL;
        m->events++;
    }
}

static int monitor_subscribe(struct monitor *m, int listener)
{
    m->events = 0;
    m->watched.events = POLLIN;
    m->watched.fd = accept(listener, NULL, NULL);
    if (m->watched.fd < 0)
        return -1;
    if (pthread_create(&m->thread, NULL, monitor_loop, m) != 0) {
        close(m->watched.fd);
        return -1;
    }
    return 0;
}

static void monitor_unsubscribe(struct monitor *m)
{
    close(m->watched.fd); // expect: close-without-wake
    pthread_join(m->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct monitor m;
    if (monitor_subscribe(&m, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    monitor_unsubscribe(&m);
    close(peer);
    close(listener);
    return teardown_ended();
}
