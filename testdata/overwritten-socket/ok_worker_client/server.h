#ifndef SERVER_H
#define SERVER_H

enum { QUEUE_MAX = 8 };

struct sock {
    int fd;
    int is_tls;
};

struct queue {
    struct sock items[QUEUE_MAX];
    int head;
    int tail;
};

struct conn {
    struct sock client;
    unsigned requests;
};

/* Takes over the socket unless it returns -1. */
int queue_put(struct queue *q, struct sock s);

/* Gives the next socket away. Returns 0, with no socket in *s, when there is none. */
int queue_take(struct queue *q, struct sock *s);

void conn_process(struct conn *c);
int conn_handshake(struct conn *c);

#endif
