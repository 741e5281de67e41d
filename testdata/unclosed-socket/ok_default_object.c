/* Whoever passes nothing means the current one: what is done to the parameter is done to either. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct base {
    int wakeup;
    int backlog;
};

static struct base *current;

static void base_free(struct base *base)
{
    if (base == NULL && current != NULL)
        base = current;
    if (base == NULL)
        return;
    if (base == current)
        current = NULL;
    close(base->wakeup);
    free(base);
}

static struct base *base_new(int backlog)
{
    struct base *base = malloc(sizeof *base);
    if (base == NULL)
        return NULL;
    base->wakeup = socket(AF_INET, SOCK_STREAM, 0);
    if (base->wakeup < 0) {
        free(base);
        return NULL;
    }
    base->backlog = backlog;
    if (listen(base->wakeup, backlog) < 0 || backlog == 0) {
        base_free(base);
        return NULL;
    }
    return base;
}

int base_start(int backlog)
{
    current = base_new(backlog);
    return current != NULL ? 0 : -1;
}

int main(void)
{
    int before = open_descriptors();
    base_start(0);
    if (base_start(8) == 0)
        base_free(NULL);
    return expect_no_leak(before);
}
