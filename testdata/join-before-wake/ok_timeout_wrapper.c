/* "Nothing yet" goes up to the loop that looks at the flag. */
// expect: nothing
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/time.h>

#include "../hang.h"

struct probe {
    int fd;
    atomic_int stop;
    pthread_t thread;
};

/* 1 when there is a byte, 0 when there is none yet, -1 at the end. */
static int probe_byte(const struct probe *p, char *byte)
{
    ssize_t n = recv(p->fd, byte, 1, 0);
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return 0;
    return n == 1 ? 1 : -1;
}

static void *probe_main(void *arg)
{
    struct probe *p = arg;
    char byte;
    while (!p->stop) {
        if (probe_byte(p, &byte) < 0)
            break;
    }
    return NULL;
}

static int probe_start(struct probe *p, int listener)
{
    struct timeval t = {.tv_usec = 50000};
    p->stop = 0;
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
    p->stop = 1;
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
