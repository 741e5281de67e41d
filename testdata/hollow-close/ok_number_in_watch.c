/* The watch only knows the number of the listener's socket: freeing it may well close nothing. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct watch {
    int number;
    void *owner;
};

struct listener {
    int fd;
    struct watch *watch;
    struct listener *next;
};

struct server {
    struct listener *listeners;
};

static struct watch *watch_new(void *owner, int number)
{
    struct watch *w = malloc(sizeof *w);
    if (w == NULL)
        return NULL;
    w->number = number;
    w->owner = owner;
    return w;
}

/* Takes over the socket unless it fails. */
static int server_listen(struct server *s, int fd)
{
    struct listener *l = malloc(sizeof *l);
    if (l == NULL)
        return -1;
    l->fd = fd;
    l->watch = watch_new(l, fd);
    l->next = s->listeners;
    s->listeners = l;
    return 0;
}

void server_shutdown(struct server *s);

void server_shutdown(struct server *s)
{
    struct listener *l = s->listeners;
    while (l != NULL) {
        struct listener *gone = l;
        close(l->fd);
        l = l->next;
        free(gone->watch);
        free(gone);
    }
    s->listeners = NULL;
}

int main(void)
{
    struct server server = {NULL};
    int before = open_descriptors();
    int fd = listen_on_loopback();
    if (fd < 0)
        return 1;
    if (server_listen(&server, fd) < 0) {
        close(fd);
        return 1;
    }
    close(server.listeners->fd); /* the shutdown is for those who use this as a library */
    return expect_no_leak(before);
}
