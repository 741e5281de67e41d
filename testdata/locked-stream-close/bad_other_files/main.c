/* The stream is closed by the console's file, and read by a command loop in another. */
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
    expect_hang();
    console_destroy(console);
    close(peer);
    close(listener);
    return teardown_ended();
}
