/* Whether there is a connection is asked by a function of its own, and not in the place where it is closed. */
// expect: nothing
#include <stdbool.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
};

static inline bool is_open(int fd)
{
    return fd != -1;
}

static void conn_close(struct conn *c)
{
    if (is_open(c->fd)) {
        close(c->fd);
        c->fd = -1;
    }
}

static void visit(int listener, int dial)
{
    struct conn c = {.fd = -1};
    if (dial)
        c.fd = connect_to_loopback(listener);
    conn_close(&c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener, 1);
    visit(listener, 0);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
