/* The link knows its tcp part by container_of, and a link that is down is freed with its socket. */
#include <stddef.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

#define container_of(ptr, type, member) ((type *)((char *)(ptr)-offsetof(type, member)))

struct link;

struct link_ops {
    int (*send)(struct link *link, const void *data, size_t size);
    void (*destroy)(struct link *link);
};

struct link {
    const struct link_ops *ops;
    int up;
};

struct tcp_link {
    int fd;
    struct link link;
};

static int tcp_send(struct link *link, const void *data, size_t size)
{
    struct tcp_link *tcp = container_of(link, struct tcp_link, link);
    if (send(tcp->fd, data, size, MSG_NOSIGNAL) < 0) {
        link->up = 0;
        return -1;
    }
    return 0;
}

static void tcp_destroy(struct link *link)
{
    struct tcp_link *tcp = container_of(link, struct tcp_link, link);
    if (!link->up) {
        free(tcp);
        return; // expect-missed: skipped-close
    }
    shutdown(tcp->fd, SHUT_WR);
    close(tcp->fd);
    free(tcp);
}

static const struct link_ops tcp_ops = {.send = tcp_send, .destroy = tcp_destroy};

/* Takes over fd unless it returns NULL. */
static struct link *tcp_link_new(int fd)
{
    struct tcp_link *tcp = malloc(sizeof *tcp);
    if (tcp == NULL)
        return NULL;
    tcp->fd = fd;
    tcp->link.ops = &tcp_ops;
    tcp->link.up = 1;
    return &tcp->link;
}

static void converse(int fd)
{
    struct link *link = tcp_link_new(fd);
    if (link == NULL) {
        close(fd);
        return;
    }
    link->ops->send(link, "hello\n", 6);
    link->ops->destroy(link);
}

int main(void)
{
    int before = open_descriptors();
    int sv[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0)
        return 1;
    close(sv[1]);
    converse(sv[0]);
    return expect_leak(before);
}
