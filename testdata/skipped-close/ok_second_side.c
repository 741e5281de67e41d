/* Each side of the relay has its own guard, whichever goes first. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct relay {
    int client;
    int server;
};

static int relay_open(struct relay *r, int client_listener, int server_listener)
{
    r->client = accept(client_listener, NULL, NULL);
    if (r->client < 0)
        return -1;
    r->server = connect_to_loopback(server_listener);
    if (r->server < 0) {
        close(r->client);
        return -1;
    }
    return 0;
}

static void side_close(int *fd)
{
    if (*fd < 0)
        return;
    close(*fd);
    *fd = -1;
}

static void relay_close(struct relay *r)
{
    side_close(&r->client);
    side_close(&r->server);
}

static void relay_serve(int listener)
{
    struct relay r;
    char buf[16];
    if (relay_open(&r, listener, listener) < 0)
        return;
    if (recv(r.client, buf, sizeof buf, MSG_DONTWAIT) == 0)
        side_close(&r.client);
    relay_close(&r);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    close(connect_to_loopback(listener));
    relay_serve(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
