/* Many ways to ask whether there is a socket, all of them good enough. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int ask(int fd)
{
    return send(fd, "?", 1, MSG_NOSIGNAL) == 1;
}

static int at_least_zero(void)
{
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    int ok = fd >= 0 && ask(fd);
    if (fd >= 0)
        close(fd);
    return ok;
}

static int not_minus_one(void)
{
    int fd, ok = 0;
    if ((fd = socket(AF_UNIX, SOCK_DGRAM, 0)) != -1) {
        ok = ask(fd);
        close(fd);
    }
    return ok;
}

static int above_minus_one(void)
{
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    return fd > -1 ? close(fd) == 0 : 0;
}

static int complement(void)
{
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    if (!~fd)
        return 0;
    return close(fd) == 0;
}

static int negated(void)
{
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    int ok = 0;
    if (!(fd < 0)) {
        ok = ask(fd);
        close(fd);
    }
    return ok;
}

/* Standard input is open in this program, so a new socket is never 0. */
static int above_zero(void)
{
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
    if (fd > 0)
        return close(fd) == 0;
    return 0;
}

int main(void)
{
    int before = open_descriptors();
    at_least_zero();
    not_minus_one();
    above_minus_one();
    complement();
    negated();
    above_zero();
    return expect_no_leak(before);
}
