/* poll returns each 50 ms, and the loop gives up after some of them. */
// expect: nothing
#include <poll.h>
#include <pthread.h>

#include "../hang.h"

struct probe {
    int fd;
    pthread_t thread;
};

static void *probe_main(void *arg)
{
    struct probe *p = arg;
    char buf[64];
    for (int left = 20; left > 0;) {
        struct pollfd ready = {.fd = p->fd, .events = POLLIN};
        int n = poll(&ready, 1, 50);
        if (n == 0) {
            left--;
            continue;
        }
        if (n < 0 || recv(p->fd, buf, sizeof buf, 0) <= 0)
            break;
    }
    return NULL;
}

static int probe_start(struct probe *p, int listener)
{
    p->fd = connect_to_loopback(listener);
    if (p->fd < 0)
        return -1;
    if (pthread_create(&p->thread, NULL, probe_main, p) != 0) {
        close(p->fd);
        return -1;
    }
    return 0;
}

static void probe_stop(struct probe *p)
{
    pthread_join(p->thread, NULL);
    close(p->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct probe p;
    if (listener < 0 || probe_start(&p, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    probe_stop(&p);
    close(listener);
    return teardown_ended();
}
