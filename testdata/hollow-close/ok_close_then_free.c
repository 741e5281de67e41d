/* conn_free only frees, because conn_close always comes first: two steps, both taken. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    char *name;
};

static struct conn *conn_new(const char *name)
{
    struct conn *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->fd = -1;
    c->name = strdup(name);
    return c;
}

static int conn_open(struct conn *c, int listener)
{
    c->fd = connect_to_loopback(listener);
    return c->fd < 0 ? -1 : 0;
}

static void conn_close(struct conn *c)
{
    if (c->fd >= 0)
        close(c->fd);
    c->fd = -1;
}

/* The connection has been closed before, or was never opened. */
static void conn_free(struct conn *c)
{
    free(c->name);
    free(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct conn *c = conn_new("monitor");
    if (c == NULL)
        return 1;
    if (conn_open(c, listener) == 0) {
        send(c->fd, "hello\n", 6, MSG_NOSIGNAL);
        conn_close(c);
    }
    conn_free(c);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
