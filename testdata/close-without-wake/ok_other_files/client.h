#ifndef CLIENT_H
#define CLIENT_H

#include "transport.h"
#include "worker.h"

struct client {
    struct transport transport;
    struct worker *pump;
    unsigned long received;
};

int client_open(struct client *client, int listener);
void client_close(struct client *client);

#endif
