#include "session.h"

#include <stddef.h>
#include <sys/socket.h>

enum rc net_accept(const struct server *srv, int *sock)
{
    int fd = accept(srv->listener, NULL, NULL);
    if (fd < 0)
        return RC_ERROR;
    *sock = fd;
    return RC_OK;
}
