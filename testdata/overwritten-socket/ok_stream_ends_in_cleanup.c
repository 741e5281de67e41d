/* The stream takes the number over, and its cleanup closes it and forgets it in one call. */
// expect: nothing
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static inline void close_stream(FILE **p)
{
    if (*p) {
        fclose(*p);
        *p = NULL;
    }
}

static inline void close_number(int *fd)
{
    if (*fd >= 0)
        close(*fd);
}

static FILE *take_stream(int *fd)
{
    FILE *stream = fdopen(*fd, "r");
    if (stream)
        *fd = -1;
    return stream;
}

static int lines_of(int fd)
{
    __attribute__((cleanup(close_number))) int copy = dup(fd);
    __attribute__((cleanup(close_stream))) FILE *stream = NULL;
    if (copy < 0)
        return -1;
    stream = take_stream(&copy);
    if (!stream)
        return -1;
    int n = 0, c;
    while ((c = fgetc(stream)) != EOF)
        n += c == '\n';
    return n;
}

int main(void)
{
    int before = open_descriptors(), ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return 1;
    int sent = send(ends[0], "a\nb\n", 4, MSG_NOSIGNAL) == 4;
    close(ends[0]);
    int n = sent ? lines_of(ends[1]) : -1;
    close(ends[1]);
    return n != 2 || expect_no_leak(before);
}
