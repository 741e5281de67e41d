/* A flag of the server says whether the sockets are its own to close: who calls add_client with one that is not knows it. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { OPTION_LOG = 1, OPTION_OWNS = 2, MOST_CLIENTS = 1 };

struct server {
    unsigned options;
    int count;
    int fds[MOST_CLIENTS];
};

static int add_client(struct server *s, int fd)
{
    if (s->count == MOST_CLIENTS) {
        if (s->options & OPTION_LOG)
            puts("all places are taken");
        if (s->options & OPTION_OWNS)
            close(fd);
        return -1;
    }
    s->fds[s->count++] = fd;
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
    struct server s = {.options = OPTION_OWNS | (argc > 1 ? OPTION_LOG : 0), .count = MOST_CLIENTS};
    int client = connect_to_loopback(listener);
    accept_client(&s, listener);
    close(client);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
