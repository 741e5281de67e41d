/* The pool's sockets are in an array within it; the function that ends the pool closes them. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct pool {
    int n;
    int fds[4];
};

struct pool *pool_new(void)
{
    struct pool *p = calloc(1, sizeof *p);

    for (int i = 0; p && i < 4; i++) {
        p->fds[i] = socket(AF_INET, SOCK_STREAM, 0);
        p->n++;
    }
    return p;
}

void pool_free(struct pool *p)
{
    for (int i = 0; i < p->n; i++)
        close(p->fds[i]);
    free(p);
}

int main(void)
{
    int before = open_descriptors();
    struct pool *p = pool_new();

    if (p)
        pool_free(p);
    return expect_no_leak(before);
}
