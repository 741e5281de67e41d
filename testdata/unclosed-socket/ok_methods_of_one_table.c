/* The table that opens a socket is the table that closes it: no object is opened by one kind and closed by the other. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct cache;

struct cache_ops {
    const char *name;
    int (*open)(struct cache *);
    void (*close)(struct cache *);
};

struct cache {
    const struct cache_ops *ops;
    int fd;
    char *memory;
};

static int memory_open(struct cache *c)
{
    c->memory = malloc(64);
    return c->memory ? 0 : -1;
}

static void memory_close(struct cache *c)
{
    free(c->memory);
}

static int remote_open(struct cache *c)
{
    c->fd = socket(AF_UNIX, SOCK_STREAM, 0);
    return c->fd < 0 ? -1 : 0;
}

static void remote_close(struct cache *c)
{
    close(c->fd);
}

static const struct cache_ops memory_ops = {"memory", memory_open, memory_close};
static const struct cache_ops remote_ops = {"remote", remote_open, remote_close};

static const struct cache_ops *ops_by_name(const char *name)
{
    return name[0] == 'r' ? &remote_ops : &memory_ops;
}

static int cache_use(struct cache *c)
{
    if (c->ops->open(c) < 0)
        return -1;
    c->ops->close(c);
    return 0;
}

int main(int argc, char **argv)
{
    int before = open_descriptors();
    struct cache *c = calloc(1, sizeof *c);
    if (!c)
        return 1;
    c->ops = ops_by_name(argc > 1 ? argv[1] : "remote");
    int rc = cache_use(c);
    free(c);
    return rc < 0 ? 1 : expect_no_leak(before);
}
