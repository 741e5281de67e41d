/* The receive timeout is set when recv has begun without one. */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/time.h>

#include "../hang.h"

struct client {
    int fd;
    atomic_int closing;
    pthread_t thread;
};

static void limit_waits(int fd)
{
    struct timeval t = {.tv_sec = 0, .tv_usec = 100000};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t);
}

static void *client_main(void *arg)
{
    struct client *c = arg;
    char buf[64];
    while (!c->closing) {
        ssize_t n = recv(c->fd, buf, sizeof buf, 0);
        if (n > 0)
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            continue;
        break;
    }
    return NULL;
}

static int client_start(struct client *c, int listener)
{
    c->closing = 0;
    c->fd = connect_to_loopback(listener);
    if (c->fd < 0)
        return -1;
    if (pthread_create(&c->thread, NULL, client_main, c) != 0) {
        close(c->fd);
        return -1;
    }
    return 0;
}

static void client_stop(struct client *c)
{
    c->closing = 1;
    limit_waits(c->fd);
    pthread_join(c->thread, NULL); // expect: join-before-wake
    close(c->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct client c;
    if (listener < 0 || client_start(&c, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    client_stop(&c);
    close(listener);
    return teardown_ended();
}
