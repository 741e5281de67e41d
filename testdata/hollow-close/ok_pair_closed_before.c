/* The end of the pair that the parent keeps is closed when the child has ended, before its record is freed. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct child {
    int pid;
    int pair[2];
    char *name;
    struct child *next;
};

static struct child *children;

static int child_add(int pid)
{
    struct child *c = calloc(1, sizeof *c);
    if (c == NULL)
        return -1;
    c->pid = pid;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, c->pair) < 0) {
        free(c);
        return -1;
    }
    c->next = children;
    children = c;
    return 0;
}

static void child_free(struct child *c)
{
    free(c->name);
    free(c);
}

static void children_ended(int pid)
{
    for (struct child **at = &children, *c; (c = *at) != NULL;) {
        if (c->pid != pid) {
            at = &c->next;
            continue;
        }
        *at = c->next;
        if (c->pair[0] > -1)
            close(c->pair[0]);
        if (c->pair[1] > -1)
            close(c->pair[1]);
        child_free(c);
    }
}

int main(void)
{
    int before = open_descriptors();
    child_add(1);
    child_add(2);
    children_ended(1);
    children_ended(2);
    return expect_no_leak(before);
}
