/* close, then join: the reader stays in recv, as close wakes nobody. */
#include <pthread.h>
#include <stdlib.h>

#include "../hang.h"

struct conn {
    int fd;
    pthread_t reader;
    size_t received;
};

static void *conn_read(void *arg)
{
    struct conn *c = arg;
    char buf[512];
    ssize_t n;
    while ((n = recv(c->fd, buf, sizeof buf, 0)) > 0)
        c->received += (size_t)n;
    return NULL;
}

static struct conn *conn_accept(int listener)
{
    struct conn *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->fd = accept(listener, NULL, NULL);
    if (c->fd < 0) {
        free(c);
        return NULL;
    }
    if (pthread_create(&c->reader, NULL, conn_read, c) != 0) {
        close(c->fd);
        free(c);
        return NULL;
    }
    return c;
}

static void conn_stop(struct conn *c)
{
    close(c->fd); // expect: close-without-wake
    pthread_join(c->reader, NULL);
    free(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct conn *c = conn_accept(listener);
    if (c == NULL)
        return 1;

    wait_until_blocked();
    expect_hang();
    conn_stop(c);
    close(peer);
    close(listener);
    return teardown_ended();
}
