/* Whether to close is a matter of the kind of stream, and every kind in the table says no. */
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "../truth.h"

struct kind {
    const char *name;
    ssize_t (*write)(int fd, const void *buf, size_t size);
    int close_on_free;
};

struct stream {
    const struct kind *kind;
    int fd;
};

static ssize_t write_raw(int fd, const void *buf, size_t size)
{
    return send(fd, buf, size, MSG_NOSIGNAL);
}

static ssize_t write_framed(int fd, const void *buf, size_t size)
{
    unsigned char length = (unsigned char)size;
    struct iovec iov[2] = {{&length, 1}, {(void *)buf, size}};
    return writev(fd, iov, 2);
}

static const struct kind raw = {.name = "raw", .write = write_raw};
static const struct kind framed = {.name = "framed", .write = write_framed, .close_on_free = 0};

static struct stream *stream_dial(const struct kind *kind, int listener)
{
    struct stream *s = malloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->kind = kind;
    s->fd = connect_to_loopback(listener);
    if (s->fd < 0) {
        free(s);
        return NULL;
    }
    return s;
}

static void stream_free(struct stream *s)
{
    if (s->kind->close_on_free) // expect: flag-never-set
        close(s->fd);
    free(s);
}

static void visit(const struct kind *kind, int listener)
{
    struct stream *s = stream_dial(kind, listener);
    if (s == NULL)
        return;
    s->kind->write(s->fd, "hello", 5);
    stream_free(s);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(&raw, listener);
    visit(&framed, listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
