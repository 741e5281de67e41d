/* Nobody asks whether the list could grow: without memory the socket is lost, and so is the program. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct list {
    int *items;
    size_t count, room;
};

static int list_grow(struct list *l)
{
    if (l->count == l->room) {
        int *items = realloc(l->items, (l->room + 8) * sizeof *items);
        if (!items)
            return 0;
        l->items = items;
        l->room += 8;
    }
    return 1;
}

static int list_add(struct list *l, int fd)
{
    if (!list_grow(l))
        return 0;
    l->items[l->count++] = fd;
    return 1;
}

static int listen_more(struct list *l)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    list_add(l, fd);
    return 0;
}

int main(void)
{
    struct list sockets = {NULL, 0, 0};
    int before = open_descriptors();
    listen_more(&sockets);
    listen_more(&sockets);
    for (size_t i = 0; i < sockets.count; i++)
        close(sockets.items[i]);
    free(sockets.items);
    return expect_no_leak(before);
}
