/* A number that was compared with another and is the same has two names: what goes is one of them. */
// expect: nothing
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct log {
    int fd;
};

/* Nobody may stand in the way of the log: its number moves up. */
static void make_room(struct log *log, int fd)
{
    if (log->fd == fd) {
        int moved = fcntl(fd, F_DUPFD, 64);
        if (moved >= 0) {
            close(fd);
            log->fd = moved;
        }
    }
}

static int start(struct log *log)
{
    int first = dup(0);
    if (first < 0)
        return -1;
    for (int number = first; number < first + 3; number++) {
        if (number == first)
            continue;
        int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
        if (fd < 0)
            return -1;
        if (fd != number) {
            close(fd);
            close(first);
            return -1;
        }
    }
    log->fd = first;
    make_room(log, first);
    return first;
}

int main(void)
{
    struct log log = {-1};
    int before = open_descriptors();
    int first = start(&log);
    if (first < 0)
        return 1;
    close(first + 1);
    close(first + 2);
    close(log.fd);
    return expect_no_leak(before);
}
