#ifndef TRANSPORT_H
#define TRANSPORT_H

#include <stddef.h>

struct transport {
    int fd;
};

int transport_open(struct transport *t, int listener);
long transport_read(struct transport *t, char *buf, size_t size);
void transport_close(struct transport *t);

#endif
