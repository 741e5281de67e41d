/* A protocol without a farewell returns early from the close, with the socket still open. */
#include "link.h"

#include <unistd.h>

#include "../../truth.h"

static void visit(const struct link_ops *ops, int listener)
{
    struct link link;
    if (link_open(&link, ops, listener) == 0)
        link_close(&link);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(&polite_ops, listener);
    visit(&raw_ops, listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
