/* 'current' changes from one connection to the next, and the list still knows all of them. */
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
    struct conn *all;
    struct conn *current;
};

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
    c->next = srv->all;
    srv->all = c;
    srv->current = c;
    return 0;
}

static void server_greet(struct server *srv)
{
    if (srv->current == NULL)
        return;
    send(srv->current->fd, "hello\n", 6, MSG_NOSIGNAL);
    srv->current = NULL;
}

static void server_close(struct server *srv)
{
    while (srv->all != NULL) {
        struct conn *c = srv->all;
        srv->all = c->next;
        close(c->fd);
        free(c);
    }
}

int main(void)
{
    struct server srv = {.listener = listen_on_loopback()};
    if (srv.listener < 0)
        return 1;
    int first = connect_to_loopback(srv.listener);
    int second = connect_to_loopback(srv.listener);

    int before = open_descriptors();
    server_accept(&srv);
    server_accept(&srv);
    server_greet(&srv);
    server_close(&srv);
    int failed = expect_no_leak(before);

    close(first);
    close(second);
    close(srv.listener);
    return failed;
}
