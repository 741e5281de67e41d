/* Only the SSL object is kept; whoever frees it asks it for the socket first, and closes that. */
// expect: nothing
#include <openssl/ssl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "../truth.h"

struct tls_conn {
    SSL *ssl;
    int up;
};

static struct tls_conn *tls_conn_new(SSL_CTX *ctx, int listener)
{
    struct timeval deadline = {.tv_usec = 20000};
    struct tls_conn *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;

    int fd = connect_to_loopback(listener);
    c->ssl = SSL_new(ctx);
    if (fd < 0 || c->ssl == NULL || SSL_set_fd(c->ssl, fd) != 1) {
        if (fd >= 0)
            close(fd);
        SSL_free(c->ssl);
        free(c);
        return NULL;
    }
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
    c->up = SSL_connect(c->ssl) == 1;
    return c;
}

static void tls_conn_free(struct tls_conn *c)
{
    int fd = SSL_get_fd(c->ssl);
    if (c->up)
        SSL_shutdown(c->ssl);
    SSL_free(c->ssl);
    if (fd >= 0)
        close(fd);
    free(c);
}

int main(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    int listener = listen_on_loopback();
    if (ctx == NULL || listener < 0)
        return 1;

    int before = open_descriptors();
    struct tls_conn *c = tls_conn_new(ctx, listener);
    if (c != NULL)
        tls_conn_free(c);
    int failed = expect_no_leak(before);

    close(listener);
    SSL_CTX_free(ctx);
    return failed;
}
