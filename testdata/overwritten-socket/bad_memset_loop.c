/* The endpoint is cleared for the next round, with the socket of a rejected one still in it. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { LISTENERS_MAX = 4 };

struct endpoint {
    int fd;
    int backlog;
    char name[16];
};

struct server {
    struct endpoint endpoints[LISTENERS_MAX];
    int count;
};

/* Takes the next "name:backlog" off the list. Returns 0 at its end. */
static int next_endpoint(char **list, struct endpoint *ep)
{
    char *item = strsep(list, ",");
    if (item == NULL)
        return 0;
    char *colon = strchr(item, ':');
    strncpy(ep->name, item, sizeof ep->name - 1);
    ep->backlog = colon != NULL ? atoi(colon + 1) : -1;
    return 1;
}

static void server_listen(struct server *srv, char *list)
{
    struct endpoint ep;
    for (;;) {
        memset(&ep, 0, sizeof ep); // expect: overwritten-socket
        if (srv->count == LISTENERS_MAX || !next_endpoint(&list, &ep))
            break;
        ep.fd = socket(AF_UNIX, SOCK_STREAM, 0);
        if (ep.fd < 0)
            continue;
        if (ep.backlog < 0)
            continue;
        srv->endpoints[srv->count++] = ep;
    }
}

static void server_close(struct server *srv)
{
    while (srv->count > 0)
        close(srv->endpoints[--srv->count].fd);
}

int main(void)
{
    char list[] = "admin:5,public,status:5";
    struct server srv = {.count = 0};

    int before = open_descriptors();
    server_listen(&srv, list);
    server_close(&srv);
    return expect_leak(before);
}
