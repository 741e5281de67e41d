/* The head of the list gets the new node, and the node does not get the old head: each listener is the only one. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct node {
    struct node *next;
};

struct listener {
    struct node node;
    int fd;
};

static struct node *listeners;

static void add_listener(int family)
{
    struct listener *l;
    int fd = socket(family, SOCK_STREAM, 0);
    if (fd < 0)
        return;
    l = calloc(1, sizeof *l);
    if (l == NULL) {
        close(fd);
        return;
    }
    l->fd = fd;
    listeners = &l->node; // expect: overwritten-socket
}

static void listen_on_all(const int *families)
{
    for (; *families != 0; families++)
        add_listener(*families);
}

static void close_all(void)
{
    while (listeners != NULL) {
        struct listener *l = (struct listener *)listeners;
        listeners = l->node.next;
        close(l->fd);
        free(l);
    }
}

int main(void)
{
    static const int families[] = {AF_UNIX, AF_UNIX, AF_INET, 0};
    int before = open_descriptors();
    listen_on_all(families);
    close_all();
    return expect_leak(before);
}
