#include "tls.h"

#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

int server_greet(SSL_CTX *ctx, int listener)
{
    int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (fd < 0)
        return -1;

    int rc = -1;
    SSL *ssl = tls_begin(ctx, fd);
    if (ssl != NULL) {
        if (SSL_accept(ssl) == 1)
            rc = SSL_write(ssl, "hello\n", 6) == 6 ? 0 : -1;
        tls_end(ssl);
    }
    close(fd);
    return rc;
}
