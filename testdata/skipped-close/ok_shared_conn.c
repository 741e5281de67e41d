/* The early return is for connections that somebody else still uses. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    int users;
};

static struct conn *conn_open(int listener)
{
    struct conn *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->users = 1;
    c->fd = connect_to_loopback(listener);
    if (c->fd < 0) {
        free(c);
        return NULL;
    }
    return c;
}

static void conn_close(struct conn *c)
{
    c->users--;
    if (c->users > 0)
        return;
    close(c->fd);
    free(c);
}

static void visit(int listener)
{
    struct conn *c = conn_open(listener);
    if (c == NULL)
        return;
    c->users++;
    send(c->fd, "two of us\n", 10, MSG_NOSIGNAL);
    conn_close(c);
    conn_close(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
