/* A listener that several interfaces share is counted out, one interface after the other, and closed with the last. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct interface {
    int found, address;
    struct interface *next;
};

struct listener {
    int fd;
    int used, address;
};

static void listener_release(struct listener *l, struct interface *all)
{
    if (l->used > 1) {
        for (struct interface *i = all; i != NULL; i = i->next)
            if (i->address == l->address && !i->found)
                l->used--;
        if (l->used > 0)
            return;
    }
    close(l->fd);
    free(l);
}

int main(void)
{
    int before = open_descriptors();
    struct interface first = {.found = 0, .address = 1}, second = {.found = 0, .address = 1, .next = &first};
    struct listener *l = calloc(1, sizeof *l);
    if (l == NULL)
        return 1;
    l->fd = listen_on_loopback();
    l->address = 1;
    l->used = 2;
    listener_release(l, &second);
    return expect_no_leak(before);
}
