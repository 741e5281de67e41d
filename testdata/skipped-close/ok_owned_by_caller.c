/* The path without a close is for sockets that were only lent, and their owner closes them. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { STREAM_OWNS_FD = 1 << 0, STREAM_TEXT = 1 << 1 };

struct stream {
    int fd;
    unsigned flags;
};

static void stream_init(struct stream *s, int fd, unsigned flags)
{
    s->fd = fd;
    s->flags = flags;
}

static void stream_close(struct stream *s)
{
    if (!(s->flags & STREAM_OWNS_FD))
        return;
    close(s->fd);
    s->fd = -1;
}

static void dial_and_greet(int listener)
{
    struct stream s;
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    stream_init(&s, fd, STREAM_OWNS_FD | STREAM_TEXT);
    send(s.fd, "hello\n", 6, MSG_NOSIGNAL);
    stream_close(&s);
}

/* Greets over fd, which stays the caller's. */
static void greet(int fd)
{
    struct stream s;
    stream_init(&s, fd, STREAM_TEXT);
    send(s.fd, "hello\n", 6, MSG_NOSIGNAL);
    stream_close(&s);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    dial_and_greet(listener);
    int fd = connect_to_loopback(listener);
    if (fd >= 0) {
        greet(fd);
        close(fd);
    }
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
