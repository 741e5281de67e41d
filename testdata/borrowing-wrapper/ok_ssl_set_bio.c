/* SSL_free frees the BIO, and the BIO closes the socket: there is no close to be seen. */
// expect: nothing
#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int serve_one(SSL_CTX *ctx, int listener)
{
    int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (fd < 0)
        return -1;

    BIO *bio = BIO_new_socket(fd, BIO_CLOSE);
    if (bio == NULL) {
        close(fd);
        return -1;
    }
    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL) {
        BIO_free(bio);
        return -1;
    }
    SSL_set_bio(ssl, bio, bio);
    int rc = SSL_accept(ssl);
    SSL_free(ssl);
    return rc == 1 ? 0 : -1;
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
