/* The guard of the close is a bit of its own, which is set exactly while there is a socket. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    unsigned has_fd : 1;
    unsigned greeted : 1;
};

static struct conn *conn_new(void)
{
    return calloc(1, sizeof(struct conn));
}

static void conn_dial(struct conn *c, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    c->fd = fd;
    c->has_fd = 1;
}

static void conn_greet(struct conn *c)
{
    if (c->has_fd && send(c->fd, "hi\n", 3, MSG_NOSIGNAL) == 3)
        c->greeted = 1;
}

static void conn_free(struct conn *c)
{
    if (c->has_fd)
        close(c->fd);
    free(c);
}

static void visit(int listener, int dial)
{
    struct conn *c = conn_new();
    if (c == NULL)
        return;
    if (dial)
        conn_dial(c, listener);
    conn_greet(c);
    conn_free(c);
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
