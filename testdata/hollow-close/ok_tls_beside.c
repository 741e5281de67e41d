/* The client's SSL object goes in one function, and the socket beside it is closed by the one that calls it. */
// expect: nothing
#include <openssl/ssl.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int fd;
    SSL *ssl;
    int requests;
};

enum { UPLINKS = 4 };

static struct client uplinks[UPLINKS];

static int client_open(struct client *c, SSL_CTX *ctx, int listener)
{
    c->fd = connect_to_loopback(listener);
    if (c->fd < 0)
        return -1;
    c->ssl = SSL_new(ctx);
    if (c->ssl == NULL) {
        close(c->fd);
        return -1;
    }
    SSL_set_fd(c->ssl, c->fd);
    SSL_set_connect_state(c->ssl);
    c->requests = 0;
    return 0;
}

static void client_close(struct client *c)
{
    SSL_free(c->ssl);
    c->ssl = NULL;
}

static void client_end(struct client *c)
{
    client_close(c);
    close(c->fd);
}

static void report(SSL_CTX *ctx, int listener, int number)
{
    struct client *c = &uplinks[number % UPLINKS];
    if (c->ssl == NULL && client_open(c, ctx, listener) < 0)
        return;
    if (++c->requests == 2)
        client_end(c);
}

int main(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    int listener = listen_on_loopback();
    if (ctx == NULL || listener < 0)
        return 1;

    int before = open_descriptors();
    for (int i = 0; i < 2 * UPLINKS; i++)
        report(ctx, listener, i);
    int failed = expect_no_leak(before);
    SSL_CTX_free(ctx);
    close(listener);
    return failed;
}
