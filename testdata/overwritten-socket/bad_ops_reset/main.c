/* The connect behind the table stores the new socket, whether or not there is an old one. */
#include "link.h"

#include <unistd.h>

#include "../../truth.h"

static void visit(int listener)
{
    struct link l;
    if (link_open(&l, &tcp_ops, listener) < 0)
        return;
    link_reset(&l);
    link_close(&l);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
