#include <sys/socket.h>
#include <unistd.h>

#include "sender.h"

int wire_put(struct wire *w, const void *data, unsigned long size)
{
    const char *p = data;
    while (size > 0) {
        ssize_t n = send(w->fd, p, size, MSG_NOSIGNAL);
        if (n < 0)
            return -1;
        p += n;
        size -= (unsigned long)n;
    }
    return 0;
}

void wire_stop_sending(struct wire *w)
{
    shutdown(w->fd, SHUT_WR);
}

void wire_close(struct wire *w)
{
    close(w->fd);
}
