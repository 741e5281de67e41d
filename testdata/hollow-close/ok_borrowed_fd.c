/* line_reader_free closes nothing because the reader never owned the socket: its caller does. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct line_reader {
    int fd;
    size_t used;
    char *buf;
};

/* Reads from fd, which stays the caller's. */
static struct line_reader *line_reader_new(int fd)
{
    struct line_reader *r = malloc(sizeof *r);
    if (r == NULL)
        return NULL;
    r->fd = fd;
    r->used = 0;
    r->buf = malloc(128);
    return r;
}

static int line_reader_next(struct line_reader *r)
{
    if (r->buf == NULL)
        return -1;
    ssize_t n = recv(r->fd, r->buf + r->used, 128 - r->used, 0);
    if (n <= 0)
        return -1;
    r->used += (size_t)n;
    return memchr(r->buf, '\n', r->used) != NULL;
}

static void line_reader_free(struct line_reader *r)
{
    free(r->buf);
    free(r);
}

static int read_greeting(int fd)
{
    struct line_reader *r = line_reader_new(fd);
    if (r == NULL)
        return -1;
    int rc = line_reader_next(r);
    line_reader_free(r);
    return rc;
}

int main(void)
{
    int before = open_descriptors();
    int sv[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0)
        return 1;
    send(sv[1], "hello\n", 6, MSG_NOSIGNAL);
    read_greeting(sv[0]);
    close(sv[0]);
    close(sv[1]);
    return expect_no_leak(before);
}
