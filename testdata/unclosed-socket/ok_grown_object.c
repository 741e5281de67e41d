/* A connection's object grows into a larger one that begins with it: realloc() gives back what it was given, or a copy. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct context {
    int error, fd;
};

struct async_context {
    struct context context;
    void *data;
};

static struct context *connect_it(int fd)
{
    struct context *c = calloc(1, sizeof *c);
    if (c)
        c->fd = dup(fd);
    return c;
}

static struct async_context *make_async(struct context *c)
{
    struct async_context *async = realloc(c, sizeof *async);
    if (!async)
        return NULL;
    async->data = NULL;
    return async;
}

static void free_context(struct context *c)
{
    if (c->fd >= 0)
        close(c->fd);
    free(c);
}

// expect: nothing
static struct async_context *connect_async(int fd)
{
    struct context *c = connect_it(fd);
    if (!c)
        return NULL;
    struct async_context *async = make_async(c);
    if (!async) {
        free_context(c);
        return NULL;
    }
    return async;
}

int main(void)
{
    int ends[2], before = open_descriptors();
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return 1;
    struct async_context *async = connect_async(ends[0]);
    if (async)
        free_context(&async->context);
    close(ends[0]);
    close(ends[1]);
    return expect_no_leak(before);
}
