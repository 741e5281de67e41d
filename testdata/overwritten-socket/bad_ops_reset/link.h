#ifndef LINK_H
#define LINK_H

struct link;

struct link_ops {
    int (*connect)(struct link *l);
    void (*close)(struct link *l);
};

struct link {
    const struct link_ops *ops;
    int listener;
    int fd;
};

extern const struct link_ops tcp_ops;

int link_open(struct link *l, const struct link_ops *ops, int listener);

/* Starts the conversation anew, over a new connection. */
int link_reset(struct link *l);
void link_close(struct link *l);

#endif
