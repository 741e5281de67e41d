/* A list of bytes grows as needed and copies what it is given; that memory may run out is not asked by its user. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct list {
    size_t size, count, room;
    char *items;
};

static int list_grow(struct list *l)
{
    if (l->count == l->room) {
        char *more = realloc(l->items, (l->room + 8) * l->size);
        if (more == NULL)
            return 0;
        l->items = more;
        l->room += 8;
    }
    return 1;
}

static int list_set(struct list *l, void *item, size_t at)
{
    if (at >= l->count)
        return 0;
    memcpy(l->items + at * l->size, item, l->size);
    return 1;
}

static int list_add(struct list *l, void *item)
{
    if (!list_grow(l))
        return 0;
    l->count++;
    return list_set(l, item, l->count - 1);
}

static int connect_all(struct list *l, int listener, int n)
{
    for (int i = 0; i < n; i++) {
        int fd = connect_to_loopback(listener);
        if (fd < 0)
            continue;
        list_add(l, &fd);
    }
    return l->count > 0 ? 0 : -1;
}

static void close_all(struct list *l)
{
    for (size_t i = 0; i < l->count; i++) {
        int fd;
        memcpy(&fd, l->items + i * l->size, sizeof fd);
        close(fd);
    }
    free(l->items);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    struct list l = {sizeof(int), 0, 0, NULL};
    connect_all(&l, listener, 3);
    close_all(&l);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
