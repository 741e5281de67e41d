/* A client is in the list by a member, as lists of the kernel's kind have it, and found again by way of that. */
// expect: nothing
#include <stddef.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct link {
    struct link *next, *prev;
};

struct client {
    struct link link;
    int fd;
};

static struct link clients = {&clients, &clients};

static inline void link_between(struct link *l, struct link *prev, struct link *next)
{
    next->prev = l;
    l->next = next;
    l->prev = prev;
    prev->next = l;
}

static inline void add_tail(struct link *l, struct link *head)
{
    link_between(l, head->prev, head);
}

static void client_add(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    struct client *c = calloc(1, sizeof *c);
    if (!c) {
        close(fd);
        return;
    }
    c->link.next = c->link.prev = &c->link;
    c->fd = fd;
    add_tail(&c->link, &clients);
}

static void clients_free(void)
{
    while (clients.next != &clients) {
        struct client *c = (struct client *)((char *)clients.next - offsetof(struct client, link));
        clients.next = c->link.next;
        c->link.next->prev = &clients;
        close(c->fd);
        free(c);
    }
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    for (int i = 0; i < 3; i++)
        client_add(listener);
    clients_free();
    return expect_no_leak(before);
}
