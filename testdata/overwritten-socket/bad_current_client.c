/* The console serves one client at a time; a new one takes the place of one that is still open. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    unsigned lines;
};

struct console {
    int listener;
    struct conn *current;
};

static struct conn *conn_accept(int listener)
{
    struct conn *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->fd = accept(listener, NULL, NULL);
    if (c->fd < 0) {
        free(c);
        return NULL;
    }
    return c;
}

static void conn_close(struct conn *c)
{
    close(c->fd);
    free(c);
}

static void console_readable(struct console *con)
{
    struct conn *c = conn_accept(con->listener);
    if (c == NULL)
        return;
    if (con->current != NULL)
        send(con->current->fd, "taken over\n", 11, MSG_NOSIGNAL);
    con->current = c; // expect: overwritten-socket
}

static void console_close(struct console *con)
{
    if (con->current != NULL)
        conn_close(con->current);
    con->current = NULL;
}

int main(void)
{
    struct console con = {.listener = listen_on_loopback()};
    if (con.listener < 0)
        return 1;
    int first = connect_to_loopback(con.listener);
    int second = connect_to_loopback(con.listener);

    int before = open_descriptors();
    console_readable(&con);
    console_readable(&con);
    console_close(&con);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(con.listener);
    return failed;
}
