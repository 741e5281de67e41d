/* The constructor leaves close_fd off, and those who hand over a socket switch it on. */
// expect: nothing
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct stream {
    int fd;
    int close_fd;
    unsigned lines;
};

static struct stream *stream_new(int fd)
{
    struct stream *s = malloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->fd = fd;
    s->close_fd = 0;
    s->lines = 0;
    return s;
}

static void stream_set_close_fd(struct stream *s, int on)
{
    s->close_fd = on;
}

static void stream_write_line(struct stream *s, const char *text)
{
    if (dprintf(s->fd, "%s\n", text) > 0)
        s->lines++;
}

static void stream_close(struct stream *s)
{
    if (s->close_fd)
        close(s->fd);
    free(s);
}

static int report(int listener, const char *text)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    struct stream *s = stream_new(fd);
    if (s == NULL) {
        close(fd);
        return -1;
    }
    stream_set_close_fd(s, 1);
    stream_write_line(s, text);
    stream_close(s);
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    report(listener, "all is well");
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
