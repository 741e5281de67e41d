/* pthread_cancel ends a thread in recv, whatever became of the descriptor. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct conn {
    int fd;
    pthread_t reader;
};

static void *conn_read(void *arg)
{
    struct conn *c = arg;
    char buf[512];
    while (recv(c->fd, buf, sizeof buf, 0) > 0)
        continue;
    return NULL;
}

static int conn_start(struct conn *c, int listener)
{
    c->fd = connect_to_loopback(listener);
    if (c->fd < 0)
        return -1;
    if (pthread_create(&c->reader, NULL, conn_read, c) != 0) {
        close(c->fd);
        return -1;
    }
    return 0;
}

static void conn_stop(struct conn *c)
{
    close(c->fd);
    pthread_cancel(c->reader);
    pthread_join(c->reader, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct conn c;
    if (listener < 0 || conn_start(&c, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    conn_stop(&c);
    close(listener);
    return teardown_ended();
}
