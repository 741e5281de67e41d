/* Closing flushes first, and a peer that is gone makes the flush fail and the close not happen. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct stream {
    int fd;
    size_t used;
    char buf[64];
};

static void stream_init(struct stream *s, int fd)
{
    s->fd = fd;
    s->used = 0;
}

static int stream_put(struct stream *s, const char *text)
{
    size_t len = strlen(text);
    if (len > sizeof s->buf - s->used)
        return -1;
    memcpy(s->buf + s->used, text, len);
    s->used += len;
    return 0;
}

static int stream_flush(struct stream *s)
{
    ssize_t n = send(s->fd, s->buf, s->used, MSG_NOSIGNAL);
    if (n != (ssize_t)s->used)
        return -1;
    s->used = 0;
    return 0;
}

static int stream_close(struct stream *s)
{
    if (stream_flush(s) < 0)
        return -1; // expect-missed: skipped-close
    return close(s->fd);
}

/* Writes one line and closes fd. */
static void write_line(int fd, const char *line)
{
    struct stream s;
    stream_init(&s, fd);
    stream_put(&s, line);
    if (stream_close(&s) < 0)
        perror("stream_close");
}

int main(void)
{
    int before = open_descriptors();
    int sv[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0)
        return 1;
    close(sv[1]);
    write_line(sv[0], "hello\n");
    return expect_leak(before);
}
