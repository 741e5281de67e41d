/* The client is freed on the error path, and its socket with it. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int fd;
    struct client *next;
};

struct server {
    int listener;
    int room;
    struct client *clients;
};

static int enlist(struct server *srv, struct client *c)
{
    if (srv->room == 0)
        return -1;
    srv->room--;
    c->next = srv->clients;
    srv->clients = c;
    return 0;
}

static int admit(struct server *srv)
{
    struct client *c = calloc(1, sizeof *c);
    if (c == NULL)
        return -1;
    c->fd = accept(srv->listener, NULL, NULL);
    if (c->fd < 0) {
        free(c);
        return -1;
    }
    if (enlist(srv, c) < 0) {
        free(c); // expect: unclosed-socket
        return -1;
    }
    return 0;
}

static void dismiss_all(struct server *srv)
{
    while (srv->clients != NULL) {
        struct client *c = srv->clients;
        srv->clients = c->next;
        close(c->fd);
        free(c);
    }
}

int main(void)
{
    struct server srv = {.listener = listen_on_loopback(), .room = 1};
    if (srv.listener < 0)
        return 1;
    int first = connect_to_loopback(srv.listener);
    int second = connect_to_loopback(srv.listener);

    int before = open_descriptors();
    admit(&srv);
    admit(&srv);
    dismiss_all(&srv);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(srv.listener);
    return failed;
}
