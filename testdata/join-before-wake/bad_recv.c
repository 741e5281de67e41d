/* The join comes first; the shutdown that would end the recv is behind it. */
#include <pthread.h>
#include <stdlib.h>

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

static struct conn *conn_accept(int listener)
{
    struct conn *c = malloc(sizeof *c);
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
    pthread_join(c->reader, NULL); // expect: join-before-wake
    shutdown(c->fd, SHUT_RDWR);
    close(c->fd);
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
