#include "link.h"

#include <sys/socket.h>

int link_open(struct link *l, const struct link_ops *ops, int listener)
{
    l->ops = ops;
    l->listener = listener;
    l->fd = -1;
    return l->ops->connect(l);
}

int link_reset(struct link *l)
{
    send(l->fd, "reset\n", 6, MSG_NOSIGNAL);
    return l->ops->connect(l); // expect: overwritten-socket
}

void link_close(struct link *l)
{
    l->ops->close(l);
}
