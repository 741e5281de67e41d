/* The server joins its worker in one file, and ends the connection in another, later. */
#include "server.h"

#include "../../hang.h"

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct server *server = server_new(listener);
    if (server == NULL)
        return 1;

    wait_until_blocked();
    expect_hang();
    server_free(server);
    close(peer);
    close(listener);
    return teardown_ended();
}
