/* conn_close may have to be called again before it closes, and its callers do so. */
// expect: nothing
#include "conn.h"

#include <unistd.h>

#include "../../truth.h"

static void visit(int listener)
{
    struct conn c;
    if (conn_open(&c, listener) < 0)
        return;
    conn_queue(&c, 3);
    while (conn_close(&c) == CLOSE_AGAIN)
        ;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
