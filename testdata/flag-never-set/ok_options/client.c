#include "client.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct client *client_new(int fd, const struct client_options *opt)
{
    struct client *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->options = *opt;
    c->fd = fd;

    int on = c->options.keep_alive;
    setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    return c;
}

void client_free(struct client *c)
{
    if (c->options.close_on_free)
        close(c->fd);
    free(c);
}
