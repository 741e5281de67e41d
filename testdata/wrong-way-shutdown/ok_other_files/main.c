/* The direction that is chosen in one file is that of the writer in the other. */
// expect: nothing
#include "sender.h"

#include "../../hang.h"

int main(void)
{
    int listener = listen_on_loopback();
    struct sender sender;
    if (listener < 0 || sender_start(&sender, connect_to_loopback(listener)) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    sender_stop(&sender);
    close(listener);
    return teardown_ended();
}
