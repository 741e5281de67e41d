#include "session.h"

#include <string.h>
#include <sys/socket.h>

#include "../../truth.h"

int wire_connect(struct wire *w, int listener)
{
    w->fd = connect_to_loopback(listener);
    return w->fd < 0 ? -1 : 0;
}

ssize_t wire_send_line(struct wire *w, const char *line)
{
    return send(w->fd, line, strlen(line), MSG_NOSIGNAL);
}
