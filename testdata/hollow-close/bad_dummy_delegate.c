/* Closing swaps the methods for dummies, and the object looks closed to all but the peer. */
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct sock;

struct sock_ops {
    ssize_t (*send)(struct sock *s, const void *buf, size_t size);
    ssize_t (*recv)(struct sock *s, void *buf, size_t size);
};

struct sock {
    const struct sock_ops *ops;
    int fd;
};

static ssize_t live_send(struct sock *s, const void *buf, size_t size)
{
    return send(s->fd, buf, size, MSG_NOSIGNAL);
}

static ssize_t live_recv(struct sock *s, void *buf, size_t size)
{
    return recv(s->fd, buf, size, MSG_DONTWAIT);
}

static ssize_t dead_send(struct sock *s, const void *buf, size_t size)
{
    (void)s, (void)buf, (void)size;
    errno = EBADF;
    return -1;
}

static ssize_t dead_recv(struct sock *s, void *buf, size_t size)
{
    (void)s, (void)buf, (void)size;
    errno = EBADF;
    return -1;
}

static const struct sock_ops live = {live_send, live_recv};
static const struct sock_ops dead = {dead_send, dead_recv};

static int sock_open(struct sock *s, int listener)
{
    s->ops = &live;
    s->fd = connect_to_loopback(listener);
    return s->fd < 0 ? -1 : 0;
}

static void sock_close(struct sock *s) // expect-missed: hollow-close
{
    s->ops = &dead;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct sock s;
    char byte;
    if (sock_open(&s, listener) == 0) {
        s.ops->send(&s, "x", 1);
        sock_close(&s);
        if (s.ops->recv(&s, &byte, 1) != -1 || errno != EBADF)
            return 1;
    }
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
