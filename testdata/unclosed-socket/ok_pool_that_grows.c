/* A connection goes into a pool that may have to grow first, by way of the array that it was made in. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct slot {
    int fd, uses;
};

static struct {
    struct slot *slots;
    unsigned used;
} pool;

static void grow(void **list, unsigned used, size_t size)
{
    void *bigger = realloc(*list, (used + 4) * size);
    if (!bigger)
        abort();
    *list = bigger;
}

static void keep(const int ends[2])
{
    if (!(pool.used & 3))
        grow((void **)&pool.slots, pool.used, sizeof *pool.slots);
    struct slot *slot = pool.slots + pool.used++;
    slot->fd = ends[0];
    slot->uses = 1;
}

// expect: nothing
int main(void)
{
    int ends[2], before = open_descriptors();
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return 1;
    keep(ends);
    close(ends[1]);
    while (pool.used)
        close(pool.slots[--pool.used].fd);
    free(pool.slots);
    return expect_no_leak(before);
}
