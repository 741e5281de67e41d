#include "broker.h"

#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

int net_accept(struct context *ctx, int listener)
{
    ctx->sock = accept(listener, NULL, NULL);
    if (ctx->sock == -1)
        return -1;
    ctx->state = ACTIVE;
    return 0;
}

void net_close(struct context *ctx)
{
    if (ctx->sock == -1)
        return;
    close(ctx->sock);
    ctx->sock = -1;
}
