/* A set of pointers holds numbers, each one more than it is, so that none of them is null. */
// expect: nothing
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct set {
    unsigned char *storage;
    size_t n, room;
};

struct entry {
    const void *key;
};

static struct entry *entry_at(struct set *s, size_t i)
{
    return (struct entry *)(s->storage + i * sizeof(struct entry));
}

static int set_put(struct set *s, const void *key)
{
    struct entry e = {key};
    if (s->n == s->room)
        return -1;
    *entry_at(s, s->n++) = e;
    return 0;
}

static int put_copy(struct set *s, int fd)
{
    int copy = dup(fd);
    if (copy < 0)
        return -1;
    if (set_put(s, (void *)(intptr_t)(copy + 1)) < 0) {
        close(copy);
        return -1;
    }
    return copy;
}

static void close_all(struct set *s)
{
    for (size_t i = 0; i < s->n; i++)
        close((int)((intptr_t)entry_at(s, i)->key - 1));
    s->n = 0;
}

static int keep(struct set *s)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    int copy = put_copy(s, fd);
    close(fd);
    return copy < 0 ? -1 : 0;
}

int main(void)
{
    unsigned char storage[2 * sizeof(struct entry)];
    struct set s = {storage, 0, 2};
    int before = open_descriptors();
    if (keep(&s) < 0)
        return 1;
    close_all(&s);
    return expect_no_leak(before);
}
