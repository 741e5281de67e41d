/* A function that closes connections under a condition is not one that promises to close. */
// expect: nothing
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    time_t used;
};

void conn_close(struct conn *c)
{
    close(c->fd);
    c->fd = -1;
}

void conn_close_idle(struct conn *c, time_t now)
{
    if (now - c->used > 60)
        conn_close(c);
}

int conn_open(struct conn *c, int domain)
{
    c->fd = socket(domain, SOCK_STREAM, 0);
    c->used = time(0);
    return c->fd;
}

static void visit(int domain, time_t later)
{
    struct conn c;
    if (conn_open(&c, domain) < 0)
        return;
    conn_close_idle(&c, c.used + later);
    if (c.fd >= 0)
        conn_close(&c);
}

int main(void)
{
    int before = open_descriptors();
    visit(AF_INET, 1);
    visit(AF_INET, 61);
    visit(-1, 1);
    return expect_no_leak(before);
}
