/* The stream calls the close of its transport, and that one only gives the memory back. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct stream;

struct stream_ops {
    ssize_t (*write)(struct stream *s, const void *buf, size_t size);
    void (*close)(struct stream *s);
};

struct stream {
    const struct stream_ops *ops;
};

struct tcp_stream {
    struct stream base;
    int fd;
};

static ssize_t tcp_write(struct stream *s, const void *buf, size_t size)
{
    return send(((struct tcp_stream *)s)->fd, buf, size, MSG_NOSIGNAL);
}

static void tcp_close(struct stream *s) // expect: hollow-close
{
    free(s);
}

static const struct stream_ops tcp_ops = {.write = tcp_write, .close = tcp_close};

static struct stream *tcp_stream_open(int listener)
{
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

static void stream_close(struct stream *s)
{
    if (s != NULL)
        s->ops->close(s);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct stream *s = tcp_stream_open(listener);
    if (s != NULL)
        s->ops->write(s, "x", 1);
    stream_close(s);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
