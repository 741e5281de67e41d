/* A list whose head is made with it: what is added at its end is found from its beginning. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct node {
    struct node *next, *prev;
};

struct listener {
    struct node node;
    int fd;
};

static void list_add(struct node *item, struct node *list)
{
    struct node *last = list->prev;
    item->next = list;
    item->prev = last;
    last->next = item;
    list->prev = item;
}

static struct node *listen_on(int count)
{
    struct node *list = malloc(sizeof *list);
    if (list == NULL)
        abort();
    list->next = list;
    list->prev = list;
    while (count-- > 0) {
        int fd = listen_on_loopback();
        if (fd < 0)
            continue;
        struct listener *l = calloc(1, sizeof *l);
        if (l == NULL)
            abort();
        l->fd = fd;
        list_add(&l->node, list);
    }
    return list;
}

static void list_free(struct node *list)
{
    for (struct node *n = list->next, *next; n != list; n = next) {
        struct listener *l = (struct listener *)n;
        next = n->next;
        close(l->fd);
        free(l);
    }
    free(list);
}

static void serve(int count)
{
    struct node *list = listen_on(count);
    if (send(-1, "", 1, MSG_NOSIGNAL) < 0)
        list_free(list);
    else
        list_free(list);
}

int main(void)
{
    int before = open_descriptors();
    serve(2);
    return expect_no_leak(before);
}
