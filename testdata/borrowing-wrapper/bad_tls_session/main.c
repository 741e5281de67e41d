/* tls_end frees the session and not the socket under it: the client forgets that it is its own. */
#include "tls.h"

#include <stddef.h>
#include <unistd.h>

#include "../../truth.h"

int main(void)
{
    SSL_CTX *client = SSL_CTX_new(TLS_client_method());
    SSL_CTX *server = SSL_CTX_new(TLS_server_method());
    int listener = listen_on_loopback();
    if (client == NULL || server == NULL || listener < 0)
        return 1;

    int before = open_descriptors();
    client_visit(client, listener);
    server_greet(server, listener);
    int failed = expect_leak(before);

    close(listener);
    SSL_CTX_free(client);
    SSL_CTX_free(server);
    return failed;
}
