/* Whoever passes nothing means the current one, which ends here; one that is passed is left as it is. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct base {
    int wakeup;
    int backlog;
};

static struct base *current;

static void base_stop(struct base *base)
{
    if (base == NULL && current != NULL)
        base = current;
    if (base == NULL)
        return;
    if (base == current)
        close(base->wakeup);
    base->wakeup = -1;
} // expect: skipped-close

int base_probe(int backlog)
{
    struct base base;
    base.wakeup = socket(AF_INET, SOCK_STREAM, 0);
    if (base.wakeup < 0)
        return -1;
    base.backlog = backlog;
    int failed = listen(base.wakeup, backlog);
    base_stop(&base);
    return failed;
}

int main(void)
{
    int before = open_descriptors();
    base_probe(8);
    return expect_leak(before);
}
