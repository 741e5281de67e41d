/* The socket of the SSL object is a parameter: freeing the object must not close the caller's. */
// expect: nothing
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "../truth.h"

/* Tries a handshake over fd, which stays the caller's. */
static int tls_probe(SSL_CTX *ctx, int fd)
{
    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL || SSL_set_fd(ssl, fd) != 1) {
        SSL_free(ssl);
        return -1;
    }
    int rc = SSL_connect(ssl);
    SSL_free(ssl);
    return rc == 1 ? 0 : -1;
}

static int probe_server(SSL_CTX *ctx, int listener)
{
    struct timeval deadline = {.tv_usec = 20000};
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
    int rc = tls_probe(ctx, fd);
    close(fd);
    return rc;
}

int main(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    int listener = listen_on_loopback();
    if (ctx == NULL || listener < 0)
        return 1;

    int before = open_descriptors();
    probe_server(ctx, listener);
    int failed = expect_no_leak(before);

    close(listener);
    SSL_CTX_free(ctx);
    return failed;
}
