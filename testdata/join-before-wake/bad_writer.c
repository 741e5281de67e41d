/* A writer on a full buffer is joined before the shutdown that would end its send. */
// level: possible
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct sink {
    int fd;
    pthread_t writer;
};

static int put(int fd, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t n = send(fd, data, size, MSG_NOSIGNAL);
        if (n <= 0)
            return -1;
        data += n;
        size -= (size_t)n;
    }
    return 0;
}

static void *sink_write(void *arg)
{
    struct sink *s = arg;
    static const char zeros[65536];
    while (put(s->fd, zeros, sizeof zeros) == 0)
        continue;
    return NULL;
}

static void sink_stop(struct sink *s)
{
    pthread_join(s->writer, NULL); // expect: join-before-wake
    shutdown(s->fd, SHUT_WR);
    close(s->fd);
}

int main(void)
{
    int ends[2];
    struct sink s;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return 1;
    s.fd = ends[0];
    if (pthread_create(&s.writer, NULL, sink_write, &s) != 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    sink_stop(&s);
    close(ends[1]);
    return teardown_ended();
}
