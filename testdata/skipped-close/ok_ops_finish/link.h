#ifndef LINK_H
#define LINK_H

#include <stddef.h>

struct link;

struct link_ops {
    const char *name;
    void (*finish)(struct link *link);
};

struct link {
    const struct link_ops *ops;
    int fd;
};

extern const struct link_ops polite_ops;
extern const struct link_ops raw_ops;

int link_open(struct link *link, const struct link_ops *ops, int listener);
void link_close(struct link *link);

#endif
