#ifndef CONN_H
#define CONN_H

enum { CLOSE_DONE = 0, CLOSE_AGAIN = 1 };

struct conn {
    int fd;
    unsigned unsent;
};

int conn_open(struct conn *c, int listener);
void conn_queue(struct conn *c, unsigned bytes);

/* Sends some of what is queued. The socket is closed when this returns CLOSE_DONE. */
int conn_close(struct conn *c);

#endif
