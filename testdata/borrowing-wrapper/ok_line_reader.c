/* A reader only borrows its socket, and both of its users close theirs. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct line_reader {
    int fd;
    size_t used;
    char buf[64];
};

/* Reads from fd, which stays the caller's. */
static struct line_reader *line_reader_new(int fd)
{
    struct line_reader *r = malloc(sizeof *r);
    if (r == NULL)
        return NULL;
    r->fd = fd;
    r->used = 0;
    return r;
}

static int line_reader_next(struct line_reader *r)
{
    ssize_t n = recv(r->fd, r->buf + r->used, sizeof r->buf - r->used, MSG_DONTWAIT);
    if (n > 0)
        r->used += (size_t)n;
    return memchr(r->buf, '\n', r->used) != NULL;
}

static void line_reader_free(struct line_reader *r)
{
    free(r);
}

static int read_request(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    struct line_reader *r = line_reader_new(fd);
    if (r == NULL) {
        close(fd);
        return -1;
    }
    int rc = line_reader_next(r);
    line_reader_free(r);
    close(fd);
    return rc;
}

static int read_answer(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    struct line_reader *r = line_reader_new(fd);
    if (r == NULL) {
        close(fd);
        return -1;
    }
    int rc = line_reader_next(r);
    close(fd);
    line_reader_free(r);
    return rc;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    read_answer(listener);
    read_request(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
