/* Once the client's side is gone, closing the relay returns at once and forgets the server's. */
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

static void relay_client_gone(struct relay *r)
{
    close(r->client);
    r->client = -1;
}

static void relay_close(struct relay *r)
{
    if (r->client < 0)
        return; // expect: skipped-close
    close(r->client);
    close(r->server);
    r->client = -1;
    r->server = -1;
}

static void relay_serve(int listener)
{
    struct relay r;
    char buf[16];
    if (relay_open(&r, listener, listener) < 0)
        return;
    if (recv(r.client, buf, sizeof buf, MSG_DONTWAIT) == 0)
        relay_client_gone(&r);
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
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
