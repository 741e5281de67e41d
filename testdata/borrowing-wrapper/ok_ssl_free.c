/* SSL_free closes nothing, so the one who lent the socket closes it, on each path. */
// expect: nothing
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "../truth.h"

/* Asks for at most 20 ms whether the server speaks TLS. */
static int speaks_tls(SSL_CTX *ctx, int listener)
{
    struct timeval deadline = {.tv_usec = 20000};
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return 0;
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);

    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL || SSL_set_fd(ssl, fd) != 1) {
        SSL_free(ssl);
        close(fd);
        return 0;
    }
    int ok = SSL_connect(ssl) == 1;
    if (ok)
        SSL_shutdown(ssl);
    SSL_free(ssl);
    close(fd);
    return ok;
}

int main(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    int listener = listen_on_loopback();
    if (ctx == NULL || listener < 0)
        return 1;

    int before = open_descriptors();
    speaks_tls(ctx, listener);
    int failed = expect_no_leak(before);

    close(listener);
    SSL_CTX_free(ctx);
    return failed;
}
