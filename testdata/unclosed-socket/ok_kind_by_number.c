/* A point that listens takes no socket when all its slots are used; those that talk are made as such, and always take it. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum point_type { POINT_ACCEPTS = 1, POINT_TALKS = 2 };

struct point {
    enum point_type type;
    int fd;
    int is_on;
    struct point *free_slots;
    struct point *next;
};

static struct point *point_new_talking(void)
{
    struct point *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    p->type = POINT_TALKS;
    p->fd = -1;
    return p;
}

static struct point *point_new_accepting(int slots)
{
    struct point *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    p->type = POINT_ACCEPTS;
    p->fd = -1;
    while (slots-- > 0) {
        struct point *slot = point_new_talking();
        slot->next = p->free_slots;
        p->free_slots = slot;
    }
    return p;
}

static void point_listen(struct point *p, int fd)
{
    if (p->type == POINT_ACCEPTS && !p->free_slots)
        return;
    if (fd != -1) {
        if (p->fd != -1)
            close(p->fd);
        p->fd = fd;
    }
    p->is_on = 1;
}

static void point_accept(struct point *p)
{
    struct point *slot = p->free_slots;
    if (!slot)
        return;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return;
    p->free_slots = slot->next;
    point_listen(slot, fd);
}

int main(void)
{
    int before = open_descriptors();
    struct point *p = point_new_accepting(1);
    struct point *slot = p->free_slots;
    point_accept(p);
    close(slot->fd);
    free(slot);
    free(p);
    return expect_no_leak(before);
}
