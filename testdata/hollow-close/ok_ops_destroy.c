/* Two transports behind one table: the one over memory has nothing to close, the other closes. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct stream;

struct stream_ops {
    ssize_t (*write)(struct stream *s, const void *buf, size_t size);
    void (*close)(struct stream *s);
};

struct stream {
    struct stream_ops *ops;
};

struct tcp_stream {
    struct stream base;
    int fd;
};

struct memory_stream {
    struct stream base;
    char buf[32];
};

static ssize_t tcp_write(struct stream *s, const void *buf, size_t size)
{
    return send(((struct tcp_stream *)s)->fd, buf, size, MSG_NOSIGNAL);
}

static void tcp_close(struct stream *s)
{
    struct tcp_stream *tcp = (struct tcp_stream *)s;
    close(tcp->fd);
    free(tcp);
}

static ssize_t memory_write(struct stream *s, const void *buf, size_t size)
{
    struct memory_stream *m = (struct memory_stream *)s;
    size_t n = size < sizeof m->buf ? size : sizeof m->buf;
    memcpy(m->buf, buf, n);
    return (ssize_t)n;
}

static void memory_close(struct stream *s)
{
    free(s);
}

static struct stream_ops tcp_ops = {.write = tcp_write, .close = tcp_close};
static struct stream_ops memory_ops = {.write = memory_write, .close = memory_close};

/* A negative listener asks for a stream that stays in memory. */
static struct stream *stream_open(int listener)
{
    if (listener < 0) {
        struct memory_stream *m = calloc(1, sizeof *m);
        if (m == NULL)
            return NULL;
        m->base.ops = &memory_ops;
        return &m->base;
    }

    struct tcp_stream *tcp = malloc(sizeof *tcp);
    if (tcp == NULL)
        return NULL;
    tcp->base.ops = &tcp_ops;
    tcp->fd = connect_to_loopback(listener);
    if (tcp->fd < 0) {
        free(tcp);
        return NULL;
    }
    return &tcp->base;
}

static void say_hello(int listener)
{
    struct stream *s = stream_open(listener);
    if (s == NULL)
        return;
    s->ops->write(s, "hello\n", 6);
    s->ops->close(s);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    say_hello(listener);
    say_hello(-1);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
