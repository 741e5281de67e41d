/* Close and join are in different files, and the thread goes through a starter of the program's own. */
#include "client.h"

#include "../../hang.h"

int main(void)
{
    int listener = listen_on_loopback();
    struct client client;
    if (listener < 0 || client_open(&client, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    client_close(&client);
    close(listener);
    return teardown_ended();
}
