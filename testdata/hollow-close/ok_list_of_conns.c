/* The connections are closed on the way out of the list; those found dead were closed before. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    struct conn *next;
};

struct server {
    int listener;
    struct conn *conns;
};

static struct server *server_new(void)
{
    struct server *srv = calloc(1, sizeof *srv);
    if (srv == NULL)
        return NULL;
    srv->listener = listen_on_loopback();
    if (srv->listener < 0) {
        free(srv);
        return NULL;
    }
    return srv;
}

static int server_accept(struct server *srv)
{
    struct conn *c = malloc(sizeof *c);
    if (c == NULL)
        return -1;
    c->fd = accept(srv->listener, NULL, NULL);
    if (c->fd < 0) {
        free(c);
        return -1;
    }
    c->next = srv->conns;
    srv->conns = c;
    return 0;
}

/* Closes the connections that do not take a byte; they stay in the list until the end. */
static void server_check(struct server *srv)
{
    for (struct conn *c = srv->conns; c != NULL; c = c->next) {
        if (c->fd < 0 || send(c->fd, ".", 1, MSG_NOSIGNAL) == 1)
            continue;
        close(c->fd);
        c->fd = -1;
    }
}

static void server_free(struct server *srv)
{
    struct conn *next;
    for (struct conn *c = srv->conns; c != NULL; c = next) {
        next = c->next;
        if (c->fd >= 0)
            close(c->fd);
        free(c);
    }
    close(srv->listener);
    free(srv);
}

int main(void)
{
    int before = open_descriptors();
    struct server *srv = server_new();
    if (srv == NULL)
        return 1;
    int first = connect_to_loopback(srv->listener);
    int second = connect_to_loopback(srv->listener);
    server_accept(srv);
    server_accept(srv);
    server_check(srv);
    server_free(srv);

    close(first);
    close(second);
    return expect_no_leak(before);
}
