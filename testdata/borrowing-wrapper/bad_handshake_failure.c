/* A good connection is closed by its owner; after a bad handshake only the SSL object is freed. */
#include <openssl/ssl.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "../truth.h"

static SSL *tls_dial(SSL_CTX *ctx, int listener)
{
    struct timeval deadline = {.tv_usec = 20000};
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return NULL;
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);

    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL || SSL_set_fd(ssl, fd) != 1) {
        SSL_free(ssl);
        close(fd);
        return NULL;
    }
    if (SSL_connect(ssl) != 1) {
        SSL_free(ssl); // expect: borrowing-wrapper
        return NULL;
    }
    return ssl;
}

static void tls_hang_up(SSL *ssl)
{
    int fd = SSL_get_fd(ssl);
    SSL_shutdown(ssl);
    SSL_free(ssl);
    close(fd);
}

int main(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    int listener = listen_on_loopback();
    if (ctx == NULL || listener < 0)
        return 1;

    int before = open_descriptors();
    SSL *ssl = tls_dial(ctx, listener);
    if (ssl != NULL)
        tls_hang_up(ssl);
    int failed = expect_leak(before);

    close(listener);
    SSL_CTX_free(ctx);
    return failed;
}
