/* recv returns each 50 ms, and the loop gives up after some of them. */
// expect: nothing
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/time.h>

#include "../hang.h"

struct probe {
    int fd;
    pthread_t thread;
};

static void *probe_main(void *arg)
{
    struct probe *p = arg;
    char buf[64];
    int silent = 0;
    for (;;) {
        ssize_t n = recv(p->fd, buf, sizeof buf, 0);
        if (n < 0 && errno == EAGAIN) {
            if (++silent == 20)
                break;
            continue;
        }
        if (n <= 0)
            break;
        silent = 0;
    }
    return NULL;
}

static int probe_start(struct probe *p, int listener)
{
    struct timeval t = {.tv_usec = 50000};
    p->fd = connect_to_loopback(listener);
    if (p->fd < 0)
        return -1;
    if (setsockopt(p->fd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t) < 0 ||
        pthread_create(&p->thread, NULL, probe_main, p) != 0) {
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
