#ifndef BROKER_H
#define BROKER_H

enum state { ACTIVE, DISCONNECTED };

struct context {
    enum state state;
    int sock;
    unsigned session_expiry;
    char id[16];
};

int net_accept(struct context *ctx, int listener);
void net_close(struct context *ctx);

void session_expire_in(struct context *ctx, unsigned seconds);
void context_disconnect(struct context *ctx);

#endif
