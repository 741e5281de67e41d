/* add_client closes the socket where it fails, and so does it when all places are taken. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { OPTION_LOG = 1, OPTION_POLL = 2, MOST_CLIENTS = 1 };

struct client {
    int fd;
    struct client *next;
};

struct server {
    unsigned options;
    int count;
    int quota;
    struct client *clients;
};

static int has_quota(struct server *s)
{
    return s->quota == 0 || rand() % s->quota == 0;
}

static int add_client(struct server *s, int fd)
{
    if ((s->options & OPTION_POLL) == 0 && fd >= FD_SETSIZE) {
        close(fd);
        return -1;
    }
    if (s->count == MOST_CLIENTS || !has_quota(s)) {
        if (s->options & OPTION_LOG)
            puts("all places are taken");
        close(fd);
        return -1;
    }
    struct client *c = calloc(1, sizeof *c);
    if (c == NULL) {
        close(fd);
        return -1;
    }
    c->fd = fd;
    c->next = s->clients;
    s->clients = c;
    s->count++;
    return 0;
}

static int accept_client(struct server *s, int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    add_client(s, fd);
    return 0;
}

int main(int argc, char **argv)
{
    (void)argv;
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct server s = {.options = (unsigned)argc, .count = MOST_CLIENTS};
    int client = connect_to_loopback(listener);
    accept_client(&s, listener);
    close(client);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
