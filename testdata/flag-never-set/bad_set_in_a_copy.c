/* There is a function that sets the flag, in the copy of the stream that it was passed. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct stream {
    int fd;
    int close_fd;
    int lines;
};

static void stream_init(struct stream *s, int fd)
{
    s->fd = fd;
    s->close_fd = 0;
    s->lines = 0;
}

/* Returns the number of lines so far. */
static int stream_take_over(struct stream s)
{
    s.close_fd = 1;
    return s.lines;
}

static void stream_put(struct stream *s, const char *line, size_t len)
{
    if (send(s->fd, line, len, MSG_NOSIGNAL) > 0)
        s->lines++;
}

static void stream_close(struct stream *s)
{
    if (s->close_fd) // expect-missed: flag-never-set
        close(s->fd);
    s->fd = -1;
} // expect-wrong: skipped-close

static int serve_one(int listener)
{
    struct stream s;
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    stream_init(&s, fd);
    stream_put(&s, "hello\n", 6);
    int lines = stream_take_over(s);
    stream_close(&s);
    return lines;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    int before = open_descriptors();
    serve_one(listener);
    int failed = expect_leak(before);
    close(client);
    close(listener);
    return failed;
}
