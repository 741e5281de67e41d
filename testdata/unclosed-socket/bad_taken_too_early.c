/* The cleanup attribute is disarmed for a call that may still refuse the socket. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { WATCHED_MAX = 1 };

struct poller {
    int fds[WATCHED_MAX];
    size_t count;
};

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
}
#define auto_close __attribute__((cleanup(close_fd)))

static int take_fd(int *fd)
{
    int taken = *fd;
    *fd = -1;
    return taken;
}

/* Keeps fd when it returns 0. */
static int poller_add(struct poller *p, int fd)
{
    if (p->count == WATCHED_MAX)
        return -1;
    p->fds[p->count++] = fd;
    return 0;
}

static int watch_log(struct poller *p)
{
    int size = 1 << 16;
    auto_close int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    if (fd < 0)
        return -1;
    if (setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size) < 0)
        return -1;
    return poller_add(p, take_fd(&fd)); // expect: unclosed-socket
}

static void poller_fini(struct poller *p)
{
    while (p->count > 0)
        close(p->fds[--p->count]);
}

int main(void)
{
    int before = open_descriptors();
    struct poller p = {.count = 0};
    watch_log(&p);
    watch_log(&p);
    poller_fini(&p);
    return expect_leak(before);
}
