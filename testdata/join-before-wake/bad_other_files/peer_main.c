#include "peer_main.h"

#include <stddef.h>
#include <unistd.h>

#include "peer.h"

void *peer_main(void *arg)
{
    struct peer *p = arg;
    char buf[256];
    while (read(p->fd, buf, sizeof buf) > 0)
        continue;
    return NULL;
}
