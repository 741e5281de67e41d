/* Taking a connection out of a queue moves the queue's head on; whoever took it out closes it. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct server;

struct conn {
    int fd;
    struct server *server;
    struct conn *next, *prev;
};

struct server {
    int listener;
    struct conn *head, *tail;
};

static int server_open(struct server *srv)
{
    srv->head = srv->tail = NULL;
    srv->listener = listen_on_loopback();
    return srv->listener < 0 ? -1 : 0;
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
    c->server = srv;
    c->prev = NULL;
    c->next = srv->head;
    if (srv->head != NULL)
        srv->head->prev = c;
    else
        srv->tail = c;
    srv->head = c;
    return 0;
}

static void conn_finish(struct conn *c)
{
    struct server *srv = c->server;
    shutdown(c->fd, SHUT_RDWR);
    if (c->prev == NULL)
        srv->head = c->next;
    else
        c->prev->next = c->next;
    if (c->next == NULL)
        srv->tail = c->prev;
    else
        c->next->prev = c->prev;
}

static void server_cleanup(struct server *srv)
{
    struct conn *c;
    while ((c = srv->tail) != NULL) {
        conn_finish(c);
        close(c->fd);
        free(c);
    }
}

int main(void)
{
    int before = open_descriptors();
    struct server srv;
    if (server_open(&srv) < 0)
        return 1;
    int first = connect_to_loopback(srv.listener);
    int second = connect_to_loopback(srv.listener);
    server_accept(&srv);
    server_accept(&srv);
    server_cleanup(&srv);
    close(srv.listener);

    close(first);
    close(second);
    return expect_no_leak(before);
}
