#ifndef QUEUE_H
#define QUEUE_H

struct client {
    int fd;
};

/* Takes the client over. */
int queue_add(struct client *c);
/* Closes all clients. */
void queue_end(void);

#endif
