/* SSL_free over BIO_NOCLOSE closes nothing: the tcp driver below closes, through the table. */
// expect: nothing
#include "driver.h"

#include <stddef.h>
#include <unistd.h>

#include "../../truth.h"

static void serve_one(SSL_CTX *ctx, int listener)
{
    struct tls *tls = tls_driver.accept(listener);
    if (tls == NULL)
        return;
    if (tls_start(tls, ctx) == 0)
        SSL_write(tls->ssl, "hello\n", 6);
    tls_driver.destroy(tls);
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
