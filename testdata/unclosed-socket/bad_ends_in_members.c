/* Both ends of a pair in two members that lie side by side, and one of four is forgotten. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct ends {
    int ours, theirs;
};

struct pump {
    int used;
    struct ends request, reply;
};

static int open_pair(int *ends)
{
    return socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
}

static int pump_open(struct pump *p)
{
    if (open_pair(&p->request.ours) < 0)
        return -1;
    if (open_pair(&p->reply.ours) < 0) {
        close(p->request.ours);
        close(p->request.theirs);
        return -1;
    }
    return 0;
}

static void pump_free(struct pump *p)
{
    close(p->request.ours);
    close(p->request.theirs);
    close(p->reply.ours);
    free(p);
}

static int run(void)
{
    struct pump *p = calloc(1, sizeof *p);
    if (p == NULL)
        return -1;
    if (pump_open(p) < 0) {
        free(p);
        return -1;
    }
    pump_free(p); // expect: unclosed-socket
    return 0;
}

int main(void)
{
    int before = open_descriptors();
    run();
    return expect_leak(before);
}
