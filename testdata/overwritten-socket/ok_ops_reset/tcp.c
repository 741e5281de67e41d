#include "link.h"

#include <unistd.h>

#include "../../truth.h"

static int tcp_connect(struct link *l)
{
    l->fd = connect_to_loopback(l->listener);
    return l->fd < 0 ? -1 : 0;
}

static void tcp_close(struct link *l)
{
    if (l->fd >= 0)
        close(l->fd);
    l->fd = -1;
}

const struct link_ops tcp_ops = {.connect = tcp_connect, .close = tcp_close};
