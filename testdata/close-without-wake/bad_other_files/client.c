#include "client.h"

#include <stddef.h>

static void client_pump(void *arg)
{
    struct client *client = arg;
    char buf[256];
    long n;
    while ((n = transport_read(&client->transport, buf, sizeof buf)) > 0)
        client->received += (unsigned long)n;
}

int client_open(struct client *client, int listener)
{
    client->received = 0;
    if (transport_open(&client->transport, listener) < 0)
        return -1;
    client->pump = worker_start(client_pump, client);
    if (client->pump == NULL) {
        transport_close(&client->transport);
        return -1;
    }
    return 0;
}

void client_close(struct client *client)
{
    transport_close(&client->transport); // expect: close-without-wake
    worker_finish(client->pump);
}
