/* A tree keeps pointers to anything. What is in it already is not put in again, and a new object never is. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct leaf {
    struct leaf *smaller, *larger;
    void *data;
};

struct tree {
    struct leaf *root;
    int (*compare)(const void *, const void *);
};

struct conn {
    int fd;
    int pings;
};

static struct tree *conns;

static struct leaf *nearest(struct tree *tree, const void *data, int *order)
{
    struct leaf *leaf = tree->root;
    for (;;) {
        *order = tree->compare(data, leaf->data);
        struct leaf *next = *order < 0 ? leaf->smaller : *order > 0 ? leaf->larger : NULL;
        if (!next)
            return leaf;
        leaf = next;
    }
}

static void hang_below(struct leaf *parent, struct leaf *leaf, int order)
{
    if (order < 0)
        parent->smaller = leaf;
    else
        parent->larger = leaf;
}

static struct leaf *leaf_new(void)
{
    struct leaf *leaf = calloc(1, sizeof *leaf);
    if (!leaf)
        abort();
    return leaf;
}

static struct leaf *tree_insert(struct tree *tree, void *data)
{
    struct leaf *parent, *leaf;
    int order;
    if (!tree->root) {
        leaf = leaf_new();
        leaf->data = data;
        tree->root = leaf;
        return leaf;
    }
    parent = nearest(tree, data, &order);
    if (order == 0)
        return NULL;
    leaf = leaf_new();
    leaf->data = data;
    hang_below(parent, leaf, order);
    return leaf;
}

static int conn_compare(const void *a, const void *b)
{
    return a < b ? -1 : a > b;
}

static struct conn *conn_new(void)
{
    struct conn *c = calloc(1, sizeof *c);
    if (!c)
        abort();
    return c;
}

static void conn_open(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return;
    struct conn *c = conn_new();
    c->fd = fd;
    tree_insert(conns, c);
}

static void end_all(struct leaf *leaf)
{
    if (!leaf)
        return;
    struct conn *c = leaf->data;
    end_all(leaf->smaller);
    end_all(leaf->larger);
    close(c->fd);
    free(c);
    free(leaf);
}

int main(void)
{
    static struct tree tree = {.compare = conn_compare};
    int before = open_descriptors();
    conns = &tree;
    conn_open();
    conn_open();
    end_all(tree.root);
    return expect_no_leak(before);
}
