#ifndef TRANSPORT_H
#define TRANSPORT_H

struct transport {
    int sock;
    char *peer;
    int (*recv)(struct transport *t, void *buf, int size);
    void (*close)(struct transport *t);
};

struct transport *transport_new(void);

/* Frees the memory. Whoever has an open transport calls its close first. */
void transport_free(struct transport *t);

/* An idle connection is probed after keep_idle seconds. */
struct transport *tcp_transport_new(int listener, int keep_idle);

#endif
