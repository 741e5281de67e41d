/* Whoever opens the line bounds what waits on it; the thread is started by somebody else, who does not know. */
#include <pthread.h>
#include <sys/time.h>

#include "../hang.h"

struct conn {
    int fd;
    pthread_t reader;
    volatile int stopped;
};

static void *conn_read(void *arg)
{
    struct conn *c = arg;
    char buf[256];
    while (!c->stopped)
        if (recv(c->fd, buf, sizeof buf, 0) == 0)
            break;
    return NULL;
}

static int conn_open(struct conn *c, int listener)
{
    struct timeval patience = {.tv_usec = 100 * 1000};
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) < 0) {
        close(fd);
        return -1;
    }
    c->fd = fd;
    c->stopped = 0;
    return 0;
}

static int conn_start(struct conn *c)
{
    return pthread_create(&c->reader, NULL, conn_read, c) == 0 ? 0 : -1;
}

static void conn_stop(struct conn *c)
{
    c->stopped = 1;
    close(c->fd); // expect: nothing
    pthread_join(c->reader, NULL);
}

int main(void)
{
    struct conn c;
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    if (peer < 0 || conn_open(&c, listener) < 0)
        return 1;
    if (conn_start(&c) < 0) {
        close(c.fd);
        return 1;
    }
    wait_until_blocked();
    expect_end();
    conn_stop(&c);
    close(peer);
    close(listener);
    return teardown_ended();
}
