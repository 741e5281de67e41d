/* Nobody ever assigns 'owned': calloc says no for all of them. */
#include <stdbool.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct watch {
    int fd;
    bool owned;
    short events;
};

static struct watch *watch_add(int fd, short events)
{
    struct watch *w = calloc(1, sizeof *w);
    if (w == NULL)
        return NULL;
    w->fd = fd;
    w->events = events;
    return w;
}

static void watch_remove(struct watch *w)
{
    if (w->owned && w->fd >= 0) // expect: flag-never-set
        close(w->fd);
    free(w);
}

static struct watch *watch_datagrams(void)
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0)
        return NULL;
    struct watch *w = watch_add(fd, 1);
    if (w == NULL)
        close(fd);
    return w;
}

int main(void)
{
    int before = open_descriptors();
    struct watch *w = watch_datagrams();
    if (w != NULL)
        watch_remove(w);
    return expect_leak(before);
}
