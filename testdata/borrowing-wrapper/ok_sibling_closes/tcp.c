#include "driver.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void *tcp_accept(int listener)
{
    struct tcp *self = malloc(sizeof *self);
    if (self == NULL)
        return NULL;
    self->fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (self->fd < 0) {
        free(self);
        return NULL;
    }
    return self;
}

static void tcp_destroy(void *arg)
{
    struct tcp *self = arg;
    close(self->fd);
    free(self);
}

const struct driver tcp_driver = {.name = "tcp", .accept = tcp_accept, .destroy = tcp_destroy};
