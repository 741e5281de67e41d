#include "broker.h"

#include <stdio.h>

void session_expire_in(struct context *ctx, unsigned seconds)
{
    printf("session %s ends in %u s\n", ctx->id, seconds);
}

void context_disconnect(struct context *ctx)
{
    if (ctx->session_expiry == 0)
        net_close(ctx);
    else
        session_expire_in(ctx, ctx->session_expiry);
    ctx->state = DISCONNECTED;
} // expect-missed: skipped-close
