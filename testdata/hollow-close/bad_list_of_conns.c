/* The server lets go of all its connections by freeing the list that they are in. */
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

static void conns_free(struct conn *list) // expect: hollow-close
{
    while (list != NULL) {
        struct conn *next = list->next;
        free(list);
        list = next;
    }
}

static void server_free(struct server *srv)
{
    conns_free(srv->conns);
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
    server_free(srv);

    close(first);
    close(second);
    return expect_leak(before);
}
