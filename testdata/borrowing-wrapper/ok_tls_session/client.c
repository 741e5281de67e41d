#include "tls.h"

#include <stddef.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "../../truth.h"

int client_visit(SSL_CTX *ctx, int listener)
{
    struct timeval deadline = {.tv_usec = 20000};
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);

    SSL *ssl = tls_begin(ctx, fd);
    if (ssl == NULL) {
        close(fd);
        return -1;
    }
    int rc = SSL_connect(ssl) == 1 ? 0 : -1;
    tls_end(ssl);
    close(fd);
    return rc;
}
