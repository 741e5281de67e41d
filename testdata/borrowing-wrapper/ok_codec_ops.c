/* No codec in the table owns its socket, and each user closes it. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "../truth.h"

struct codec;

struct codec_ops {
    ssize_t (*put)(struct codec *c, const char *text, size_t len);
    void (*free)(struct codec *c);
};

struct codec {
    const struct codec_ops *ops;
    int fd;
};

static ssize_t plain_put(struct codec *c, const char *text, size_t len)
{
    return send(c->fd, text, len, MSG_NOSIGNAL);
}

static ssize_t framed_put(struct codec *c, const char *text, size_t len)
{
    unsigned char size = (unsigned char)len;
    struct iovec iov[2] = {{&size, 1}, {(void *)text, len}};
    return writev(c->fd, iov, 2);
}

static void codec_free(struct codec *c)
{
    free(c);
}

static const struct codec_ops plain = {.put = plain_put, .free = codec_free};
static const struct codec_ops framed = {.put = framed_put, .free = codec_free};

/* Writes to fd, which stays the caller's. */
static struct codec *codec_new(const struct codec_ops *ops, int fd)
{
    struct codec *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->ops = ops;
    c->fd = fd;
    return c;
}

static void greet(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    struct codec *c = codec_new(&plain, fd);
    if (c != NULL) {
        c->ops->put(c, "hello", 5);
        c->ops->free(c);
    }
    close(fd);
}

static void greet_framed(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    struct codec *c = codec_new(&framed, fd);
    if (c == NULL) {
        close(fd);
        return;
    }
    c->ops->put(c, "hello", 5);
    c->ops->free(c);
    close(fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    greet(listener);
    greet_framed(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
