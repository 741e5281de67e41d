/* The early return is for the one state in which there is no socket. */
// expect: nothing
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum state { IDLE, CONNECTING, CONNECTED };

struct conn {
    enum state state;
    int fd;
};

static int conn_start(struct conn *c, const struct sockaddr_in *addr)
{
    c->state = IDLE;
    c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (c->fd < 0)
        return -1;
    if (connect(c->fd, (const struct sockaddr *)addr, sizeof *addr) == 0) {
        c->state = CONNECTED;
        return 0;
    }
    if (errno == EINPROGRESS) {
        c->state = CONNECTING;
        return 0;
    }
    close(c->fd);
    c->fd = -1;
    return -1;
}

static void conn_close(struct conn *c)
{
    if (c->state == IDLE)
        return;
    close(c->fd);
    c->fd = -1;
    c->state = IDLE;
}

static void knock(const struct sockaddr_in *addr)
{
    struct conn c;
    conn_start(&c, addr);
    conn_close(&c);
}

int main(void)
{
    struct sockaddr_in addr;
    socklen_t len = sizeof addr;
    int listener = listen_on_loopback();
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&addr, &len) < 0)
        return 1;

    int before = open_descriptors();
    knock(&addr);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
