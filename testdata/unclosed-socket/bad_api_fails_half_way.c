/* A library's function closes the socket where connect() fails, and leaves it in the client where a later step does. */
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int sock;
    int port;
    int buffer;
};

int client_connect(struct client *c)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((in_port_t)c->port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    c->sock = socket(AF_INET, SOCK_STREAM, 0);
    if (c->sock < 0)
        return -1;
    if (connect(c->sock, (struct sockaddr *)&to, sizeof to) < 0) {
        close(c->sock);
        return -1;
    }
    if (setsockopt(c->sock, IPPROTO_TCP, c->buffer, &c->buffer, sizeof c->buffer) < 0)
        return -1; // expect: unclosed-socket
    return 0;
}

void client_disconnect(struct client *c)
{
    close(c->sock);
    c->sock = -1;
}

/* Whoever uses the library is not seen. */
static int use(int port)
{
    int (*connect_client)(struct client *);
    __asm__("" : "=r"(connect_client) : "0"(client_connect));
    void (*disconnect_client)(struct client *);
    __asm__("" : "=r"(disconnect_client) : "0"(client_disconnect));
    struct client c = {.port = port, .buffer = -1};
    if (connect_client(&c) < 0)
        return -1;
    disconnect_client(&c);
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    struct sockaddr_in self;
    socklen_t length = sizeof self;
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&self, &length) < 0)
        return 1;

    int before = open_descriptors();
    use(ntohs(self.sin_port));
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
