/* Objects of several kinds begin alike, and each ends as the table of its kind says: that of a socket closes it. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct resource;

struct kind {
    const char *name;
    size_t size;
    void (*end)(struct resource *);
};

struct resource {
    struct resource *next;
    struct kind *kind;
};

struct pool {
    struct resource r;
    struct resource *first;
};

struct sock {
    struct resource r;
    int fd;
};

static void resource_end(void *object)
{
    struct resource *r = object;
    if (!r)
        return;
    r->kind->end(r);
    r->kind = NULL;
    free(r);
}

static void pool_end(struct resource *r)
{
    struct pool *p = (struct pool *)r;
    while (p->first) {
        struct resource *next = p->first->next;
        p->first->kind->end(p->first);
        free(p->first);
        p->first = next;
    }
}

static void sock_end(struct resource *r)
{
    struct sock *s = (struct sock *)r;
    if (s->fd < 0)
        return;
    close(s->fd);
    s->fd = -1;
}

static struct kind pool_kind = {"pool", sizeof(struct pool), pool_end};
static struct kind sock_kind = {"sock", sizeof(struct sock), sock_end};

static void *resource_new(struct kind *kind)
{
    struct resource *r = calloc(1, kind->size);
    if (!r)
        abort();
    r->kind = kind;
    return r;
}

static struct sock *sock_new(void)
{
    struct sock *s = resource_new(&sock_kind);
    s->fd = -1;
    return s;
}

static void refuse(struct sock *s)
{
    send(s->fd, "busy\n", 5, MSG_NOSIGNAL);
    resource_end(s);
}

static int greet(struct pool *pool)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    struct sock *s = sock_new();
    s->fd = fd;
    if (pool->first) {
        refuse(s);
        return 1;
    }
    s->r.next = pool->first;
    pool->first = &s->r;
    return 0;
}

int main(void)
{
    int before = open_descriptors();
    struct pool *pool = resource_new(&pool_kind);
    greet(pool);
    greet(pool);
    resource_end(pool);
    return expect_no_leak(before);
}
