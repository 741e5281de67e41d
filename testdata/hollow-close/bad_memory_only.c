/* conn_free frees the memory of the connection and forgets that there is a socket in it. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    char *name;
};

static struct conn *conn_new(int listener, const char *name)
{
    struct conn *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->name = strdup(name);
    c->fd = connect_to_loopback(listener);
    if (c->name == NULL || c->fd < 0) {
        if (c->fd >= 0)
            close(c->fd);
        free(c->name);
        free(c);
        return NULL;
    }
    return c;
}

static void conn_free(struct conn *c) // expect: hollow-close
{
    if (c == NULL)
        return;
    free(c->name);
    free(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct conn *c = conn_new(listener, "monitor");
    if (c != NULL)
        send(c->fd, "hello\n", 6, MSG_NOSIGNAL);
    conn_free(c);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
