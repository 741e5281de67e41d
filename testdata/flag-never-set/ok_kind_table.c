/* The kinds that open a socket of their own close it; the kind over standard output must not. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct kind {
    const char *name;
    int (*open)(int listener);
    ssize_t (*write)(int fd, const void *buf, size_t size);
    int close_on_free;
};

struct stream {
    const struct kind *kind;
    int fd;
};

static int open_socket(int listener)
{
    return connect_to_loopback(listener);
}

static int open_console(int listener)
{
    (void)listener;
    return STDOUT_FILENO;
}

static ssize_t write_socket(int fd, const void *buf, size_t size)
{
    return send(fd, buf, size, MSG_NOSIGNAL);
}

static const struct kind network = {
    .name = "network",
    .open = open_socket,
    .write = write_socket,
    .close_on_free = 1,
};

static const struct kind console = {.name = "console", .open = open_console, .write = write};

static struct stream *stream_open(const struct kind *kind, int listener)
{
    struct stream *s = malloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->kind = kind;
    s->fd = kind->open(listener);
    if (s->fd < 0) {
        free(s);
        return NULL;
    }
    return s;
}

static void stream_free(struct stream *s)
{
    if (s->kind->close_on_free)
        close(s->fd);
    free(s);
}

static void visit(const struct kind *kind, int listener)
{
    struct stream *s = stream_open(kind, listener);
    if (s == NULL)
        return;
    s->kind->write(s->fd, "hello\n", 6);
    stream_free(s);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(&network, listener);
    visit(&console, listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
