/* After a failed handshake the SSL object goes, and the socket serves on without encryption. */
// expect: nothing
#include <openssl/ssl.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    SSL *ssl;
};

static int conn_write(struct conn *c, const char *text, size_t len)
{
    if (c->ssl != NULL)
        return SSL_write(c->ssl, text, (int)len);
    return (int)send(c->fd, text, len, MSG_NOSIGNAL);
}

static void conn_start_tls(struct conn *c, SSL_CTX *ctx)
{
    c->ssl = SSL_new(ctx);
    if (c->ssl == NULL)
        return;
    SSL_set_fd(c->ssl, c->fd);
    if (SSL_accept(c->ssl) != 1) {
        SSL_free(c->ssl);
        c->ssl = NULL;
    }
}

static void conn_close(struct conn *c)
{
    if (c->ssl != NULL)
        SSL_free(c->ssl);
    close(c->fd);
}

static void serve_one(SSL_CTX *ctx, int listener)
{
    struct conn c = {.ssl = NULL};
    c.fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (c.fd < 0)
        return;
    conn_start_tls(&c, ctx);
    conn_write(&c, "hello\n", 6);
    conn_close(&c);
}

int main(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    int listener = listen_on_loopback();
    if (ctx == NULL || listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    int before = open_descriptors();
    serve_one(ctx, listener);
    int failed = expect_no_leak(before);

    close(client);
    close(listener);
    SSL_CTX_free(ctx);
    return failed;
}
