/* The fresh connection is copied over the old one, descriptor and all. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    unsigned sent;
};

static int conn_open(struct conn *c, int listener)
{
    *c = (struct conn){.fd = connect_to_loopback(listener)};
    return c->fd < 0 ? -1 : 0;
}

static void conn_say(struct conn *c, const char *text, size_t len)
{
    ssize_t n = send(c->fd, text, len, MSG_NOSIGNAL);
    if (n > 0)
        c->sent += (unsigned)n;
}

static void conn_close(struct conn *c)
{
    close(c->fd);
    c->fd = -1;
}

/* Replaces the connection with a new one, or keeps it when there is none. */
static void conn_renew(struct conn *c, int listener)
{
    struct conn fresh;
    conn_say(c, "moving\n", 7);
    if (conn_open(&fresh, listener) < 0)
        return;
    *c = fresh; // expect: overwritten-socket
}

static void visit(int listener)
{
    struct conn c;
    if (conn_open(&c, listener) < 0)
        return;
    conn_renew(&c, listener);
    conn_say(&c, "hello\n", 6);
    conn_close(&c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
