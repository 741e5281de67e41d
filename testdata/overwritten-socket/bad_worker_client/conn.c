#include "server.h"

#include <sys/socket.h>
#include <unistd.h>

static void conn_close(struct conn *c)
{
    shutdown(c->client.fd, SHUT_RDWR);
    close(c->client.fd);
    c->client.fd = -1;
}

void conn_process(struct conn *c)
{
    if (send(c->client.fd, "hello\n", 6, MSG_NOSIGNAL) == 6)
        c->requests++;
    conn_close(c);
}

/* A client that says nothing does not get past this. */
int conn_handshake(struct conn *c)
{
    char hello[8];
    return recv(c->client.fd, hello, sizeof hello, MSG_DONTWAIT) > 0 ? 0 : -1;
}
