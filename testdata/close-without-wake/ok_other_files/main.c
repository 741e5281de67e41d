/* The transport's close tells the line first; the worker that is joined in another file ends. */
// expect: nothing
#include "client.h"

#include "../../hang.h"

int main(void)
{
    int listener = listen_on_loopback();
    struct client client;
    if (listener < 0 || client_open(&client, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    client_close(&client);
    close(listener);
    return teardown_ended();
}
