/* The table may have the descriptor already: who adds it again has lost nothing. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct event {
    int fd;
    int mask;
    struct event *next;
};

static struct event *events;

static int event_add(int fd, int mask)
{
    struct event *e = events;
    while (e && e->fd != fd)
        e = e->next;
    if (!e) {
        e = malloc(sizeof *e);
        if (!e)
            return -1;
        e->fd = fd;
        e->next = events;
        events = e;
    }
    e->mask = mask;
    return 0;
}

static int watch(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (event_add(fd, 1) < 0) {
        close(fd);
        return -1;
    }
    return 0;
}

int main(void)
{
    int before = open_descriptors();
    if (watch() < 0)
        return 1;
    for (struct event *e = events; e; e = e->next)
        close(e->fd);
    return expect_no_leak(before);
}
