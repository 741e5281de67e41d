/* connect() returns 0 or -1, so a positive error of the wrapper says that there is no socket. */
// expect: nothing
#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { IN_PROGRESS = -1, DONE = 0, NO_SOCKET = 8, REFUSED = 14 };

struct link {
    int fd;
};

static int try_connect(int *fd, const struct sockaddr *to, socklen_t n)
{
    *fd = socket(AF_INET, SOCK_STREAM, 0);
    if (*fd < 0)
        return NO_SOCKET;
    int rc = connect(*fd, to, n);
    if (rc == 0 || errno == EINPROGRESS) {
        if (rc < 0)
            rc = IN_PROGRESS;
        return rc;
    }
    close(*fd);
    *fd = -1;
    return REFUSED;
}

int link_open(struct link *link, const struct sockaddr *to, socklen_t n)
{
    int fd = -1;
    int rc = try_connect(&fd, to, n);
    if (rc > 0)
        return rc;
    link->fd = fd;
    return 0;
}

void link_close(struct link *link)
{
    close(link->fd);
}

int main(void)
{
    struct sockaddr_in to = {.sin_family = AF_INET};
    struct link link;
    int listener = listen_on_loopback();
    socklen_t n = sizeof to;
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&to, &n) < 0)
        return 1;

    int before = open_descriptors();
    if (link_open(&link, (struct sockaddr *)&to, n) == 0)
        link_close(&link);
    int failed = expect_no_leak(before);
    close(listener);
    if (link_open(&link, (struct sockaddr *)&to, n) == 0)
        link_close(&link);
    return failed;
}
