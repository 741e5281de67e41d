#include "transport.h"

#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

int transport_open(struct transport *t, int listener)
{
    t->fd = connect_to_loopback(listener);
    return t->fd < 0 ? -1 : 0;
}

long transport_read(struct transport *t, char *buf, size_t size)
{
    return read(t->fd, buf, size);
}

void transport_close(struct transport *t)
{
    shutdown(t->fd, SHUT_RDWR);
    close(t->fd);
}
