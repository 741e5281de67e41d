/* calloc leaves 'owned' off for one constructor, and the other one sets it. */
// expect: nothing
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

/* Watches fd, which stays the caller's. */
static struct watch *watch_add(int fd, short events)
{
    struct watch *w = calloc(1, sizeof *w);
    if (w == NULL)
        return NULL;
    w->fd = fd;
    w->events = events;
    return w;
}

static struct watch *watch_datagrams(void)
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0)
        return NULL;
    struct watch *w = watch_add(fd, 1);
    if (w == NULL) {
        close(fd);
        return NULL;
    }
    w->owned = true;
    return w;
}

static void watch_remove(struct watch *w)
{
    if (w == NULL)
        return;
    if (w->owned && w->fd >= 0)
        close(w->fd);
    free(w);
}

int main(void)
{
    int before = open_descriptors();
    int mine = socket(AF_INET, SOCK_DGRAM, 0);
    if (mine < 0)
        return 1;
    struct watch *lent = watch_add(mine, 1);
    struct watch *owned = watch_datagrams();
    watch_remove(lent);
    watch_remove(owned);
    close(mine);
    return expect_no_leak(before);
}
