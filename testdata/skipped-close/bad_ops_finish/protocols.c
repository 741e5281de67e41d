#include "link.h"

#include <sys/socket.h>

static void polite_finish(struct link *link)
{
    send(link->fd, "goodbye\n", 8, MSG_NOSIGNAL);
}

const struct link_ops polite_ops = {.name = "polite", .finish = polite_finish};
const struct link_ops raw_ops = {.name = "raw"};
