/* Sockets are kept on a list behind a global pointer; a loop adds to what calls before it have put there. */
// expect: nothing
#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct source {
    int fd, port;
    struct source *next;
};

struct upstream {
    int family, port;
    struct upstream *next;
};

struct daemon {
    int first_port;
    struct source *sources;
    struct upstream *upstreams;
};

struct daemon *server;

static struct source *source_get(int family, int port)
{
    struct source *s;
    int on = 1;

    for (s = server->sources; s; s = s->next)
        if (s->port == port)
            return s;
    errno = ENOMEM;
    if (!(s = malloc(sizeof *s)))
        return NULL;
    if ((s->fd = socket(family, SOCK_DGRAM, 0)) == -1) {
        free(s);
        return NULL;
    }
    if (setsockopt(s->fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == -1) {
        close(s->fd);
        free(s);
        return NULL;
    }
    s->port = port;
    s->next = server->sources;
    server->sources = s;
    return s;
}

void sources_prepare(void)
{
    struct upstream *up;

    if (server->first_port) {
        source_get(AF_INET, server->first_port);
        source_get(AF_INET6, server->first_port);
    }
    for (up = server->upstreams; up; up = up->next)
        if (!source_get(up->family, up->port) && errno != 0)
            abort();
}

void sources_drop(void)
{
    struct source *next;

    for (struct source *s = server->sources; s; s = next) {
        next = s->next;
        close(s->fd);
        free(s);
    }
    server->sources = NULL;
}

int main(void)
{
    struct upstream second = {AF_INET, 5353, NULL};
    struct upstream first = {AF_INET, 53, &second};
    struct daemon d = {.first_port = 4242, .upstreams = &first};

    int before = open_descriptors();
    server = &d;
    sources_prepare();
    sources_prepare();
    sources_drop();
    return expect_no_leak(before);
}
