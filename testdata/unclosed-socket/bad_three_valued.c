/* try_connect has three answers; with PENDING the socket is open too, and the caller forgets it. */
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { TRY_DONE = 0, TRY_PENDING = -1, TRY_FAILED = 1 };

struct bridge {
    int fd;
    int up;
};

static int try_connect(const struct sockaddr_in *addr, int *fd)
{
    *fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (*fd < 0)
        return TRY_FAILED;
    if (connect(*fd, (const struct sockaddr *)addr, sizeof *addr) == 0)
        return TRY_DONE;
    if (errno == EINPROGRESS)
        return TRY_PENDING;
    close(*fd);
    *fd = -1;
    return TRY_FAILED;
}

static int bridge_start(struct bridge *b, const struct sockaddr_in *addr)
{
    int fd;
    if (try_connect(addr, &fd) == TRY_DONE) {
        b->fd = fd;
        b->up = 1;
        return 0;
    }
    return -1; // expect: unclosed-socket
}

int main(void)
{
    struct sockaddr_in addr;
    socklen_t len = sizeof addr;
    int listener = listen_on_loopback();
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&addr, &len) < 0)
        return 1;

    int before = open_descriptors();
    struct bridge b;
    if (bridge_start(&b, &addr) == 0)
        close(b.fd);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
