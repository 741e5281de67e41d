/* The ends of two pairs are closed by one loop over all that may be there, by who has only the first pair, too. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { ASK, ASKED, ANSWER, ANSWERED, ENDS };

struct resolver {
    int ends[ENDS];
    unsigned workers;
};

static void close_many(const int fds[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

static void resolver_free(struct resolver *r)
{
    if (r->ends[ASK] >= 0)
        for (unsigned i = 0; i < r->workers; i++)
            send(r->ends[ASK], "", 1, MSG_NOSIGNAL);
    close_many(r->ends, ENDS);
    free(r);
}

static struct resolver *resolver_new(int type)
{
    struct resolver *r = calloc(1, sizeof *r);
    if (!r)
        return NULL;
    for (int i = 0; i < ENDS; i++)
        r->ends[i] = -1;
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, r->ends + ASK) < 0 ||
        socketpair(AF_UNIX, type, 0, r->ends + ANSWER) < 0) {
        resolver_free(r);
        return NULL;
    }
    return r;
}

int main(void)
{
    int before = open_descriptors();
    struct resolver *r = resolver_new(-1);
    if (r)
        return 1;
    r = resolver_new(SOCK_DGRAM);
    if (!r)
        return 1;
    resolver_free(r);
    return expect_no_leak(before);
}
