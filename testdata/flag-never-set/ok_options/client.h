#ifndef CLIENT_H
#define CLIENT_H

#include <stdbool.h>

struct client_options {
    unsigned timeout;
    bool keep_alive;
    bool close_on_free;
};

struct client {
    struct client_options options;
    int fd;
};

void client_options_init(struct client_options *opt);

/* Takes over fd unless it returns NULL. */
struct client *client_new(int fd, const struct client_options *opt);
void client_free(struct client *c);

#endif
