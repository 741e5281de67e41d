/* The console is hung up before its stream is closed; its command loop has ended by then. */
// expect: nothing
#include "console.h"

#include "../../hang.h"

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct console *console = console_open(listener);
    if (console == NULL)
        return 1;

    wait_until_blocked();
    expect_end();
    console_destroy(console);
    close(peer);
    close(listener);
    return teardown_ended();
}
