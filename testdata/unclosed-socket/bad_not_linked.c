/* A client that is not wanted is not linked into the list, and nobody finds it again. */
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

static void client_add(int listener, int wanted)
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
    if (wanted)
        add_tail(&c->link, &clients);
} // expect: unclosed-socket

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
    client_add(listener, 1);
    client_add(listener, 0);
    clients_free();
    return expect_leak(before);
}
