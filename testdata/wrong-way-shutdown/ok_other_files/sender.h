#ifndef SENDER_H
#define SENDER_H

#include <pthread.h>

struct wire {
    int fd;
};

struct sender {
    struct wire wire;
    pthread_t thread;
};

/* Sends for ever on fd, which it owns. */
int sender_start(struct sender *s, int fd);
void sender_stop(struct sender *s);

int wire_put(struct wire *w, const void *data, unsigned long size);
void wire_stop_sending(struct wire *w);
void wire_close(struct wire *w);

#endif
