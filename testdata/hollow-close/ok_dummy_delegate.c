/* The methods are swapped for dummies after the real ones have closed the socket. */
// expect: nothing
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct sock;

struct sock_ops {
    ssize_t (*send)(struct sock *s, const void *buf, size_t size);
    int (*close)(struct sock *s);
};

struct sock {
    const struct sock_ops *ops;
    int fd;
};

static ssize_t live_send(struct sock *s, const void *buf, size_t size)
{
    return send(s->fd, buf, size, MSG_NOSIGNAL);
}

static int live_close(struct sock *s)
{
    return close(s->fd);
}

static ssize_t dead_send(struct sock *s, const void *buf, size_t size)
{
    (void)s, (void)buf, (void)size;
    errno = EBADF;
    return -1;
}

static int dead_close(struct sock *s)
{
    (void)s;
    return 0;
}

static const struct sock_ops live = {live_send, live_close};
static const struct sock_ops dead = {dead_send, dead_close};

static int sock_open(struct sock *s, int listener)
{
    s->fd = connect_to_loopback(listener);
    s->ops = s->fd < 0 ? &dead : &live;
    return s->fd < 0 ? -1 : 0;
}

static int sock_close(struct sock *s)
{
    int rc = s->ops->close(s);
    s->ops = &dead;
    return rc;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct sock s;
    if (sock_open(&s, listener) == 0)
        s.ops->send(&s, "x", 1);
    sock_close(&s);
    sock_close(&s);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
