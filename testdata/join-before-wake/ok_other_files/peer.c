#include "peer.h"

#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "peer_main.h"

int peer_accept(struct peer *p, int listener)
{
    p->fd = accept(listener, NULL, NULL);
    if (p->fd < 0)
        return -1;
    if (pthread_create(&p->thread, NULL, peer_main, p) != 0) {
        close(p->fd);
        return -1;
    }
    return 0;
}

void peer_join(struct peer *p)
{
    pthread_join(p->thread, NULL);
}

void peer_disconnect(struct peer *p)
{
    shutdown(p->fd, SHUT_RDWR);
}

void peer_close(struct peer *p)
{
    close(p->fd);
}
