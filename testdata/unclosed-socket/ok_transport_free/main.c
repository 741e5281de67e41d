/* transport_free closes nothing, and need not: each caller with an open socket closes first. */
// expect: nothing
#include "transport.h"

#include <stddef.h>
#include <unistd.h>

#include "../../truth.h"

static void hang_up(struct transport *t)
{
    t->close(t);
    transport_free(t);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct transport *t = tcp_transport_new(listener, 60);
    if (t != NULL)
        hang_up(t);
    t = tcp_transport_new(listener, 0);
    if (t != NULL)
        hang_up(t);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
