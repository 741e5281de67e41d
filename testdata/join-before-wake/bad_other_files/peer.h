#ifndef PEER_H
#define PEER_H

#include <pthread.h>

struct peer {
    int fd;
    pthread_t thread;
};

int peer_accept(struct peer *p, int listener);
void peer_join(struct peer *p);
void peer_disconnect(struct peer *p);
void peer_close(struct peer *p);

#endif
