#include "conn.h"

#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

int conn_open(struct conn *c, int listener)
{
    c->unsent = 0;
    c->fd = connect_to_loopback(listener);
    return c->fd < 0 ? -1 : 0;
}

void conn_queue(struct conn *c, unsigned bytes)
{
    c->unsent += bytes;
}

int conn_close(struct conn *c)
{
    if (c->unsent > 0) {
        send(c->fd, "x", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
        c->unsent--;
        return CLOSE_AGAIN;
    }
    close(c->fd);
    c->fd = -1;
    return CLOSE_DONE;
}
