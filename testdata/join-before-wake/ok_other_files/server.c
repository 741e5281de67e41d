#include "server.h"

#include <stdlib.h>

#include "peer.h"

struct server {
    struct peer peer;
};

struct server *server_new(int listener)
{
    struct server *server = malloc(sizeof *server);
    if (server == NULL)
        return NULL;
    if (peer_accept(&server->peer, listener) < 0) {
        free(server);
        return NULL;
    }
    return server;
}

void server_free(struct server *server)
{
    peer_disconnect(&server->peer);
    peer_join(&server->peer);
    peer_close(&server->peer);
    free(server);
}
