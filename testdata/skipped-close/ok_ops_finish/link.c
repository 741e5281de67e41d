#include "link.h"

#include <unistd.h>

#include "../../truth.h"

int link_open(struct link *link, const struct link_ops *ops, int listener)
{
    link->ops = ops;
    link->fd = connect_to_loopback(listener);
    return link->fd < 0 ? -1 : 0;
}

void link_close(struct link *link)
{
    if (link->ops->finish != NULL)
        link->ops->finish(link);
    close(link->fd);
    link->fd = -1;
}
