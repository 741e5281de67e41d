/* SSL_read sits in a read of the socket below: closing that socket leaves it there. */
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

struct tls_client {
    SSL *ssl;
    int fd;
    pthread_t reader;
};

static void *tls_read_loop(void *arg)
{
    struct tls_client *c = arg;
    char buf[1024];
    int n;
    while ((n = SSL_read(c->ssl, buf, sizeof buf)) > 0)
        fwrite(buf, 1, (size_t)n, stdout);
    return NULL;
}

static int tls_client_start(struct tls_client *c, SSL_CTX *ctx, int listener)
{
    c->fd = connect_to_loopback(listener);
    if (c->fd < 0)
        return -1;
    c->ssl = SSL_new(ctx);
    if (c->ssl == NULL) {
        close(c->fd);
        return -1;
    }
    SSL_set_connect_state(c->ssl);
    if (SSL_set_fd(c->ssl, c->fd) != 1 ||
        pthread_create(&c->reader, NULL, tls_read_loop, c) != 0) {
        SSL_free(c->ssl);
        close(c->fd);
        return -1;
    }
    return 0;
}

static void tls_client_stop(struct tls_client *c)
{
    close(c->fd); // expect: close-without-wake
    pthread_join(c->reader, NULL);
    SSL_free(c->ssl);
}

int main(void)
{
    signal(SIGPIPE, SIG_IGN);
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    int listener = listen_on_loopback();
    struct tls_client c;
    if (ctx == NULL || listener < 0 || tls_client_start(&c, ctx, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    tls_client_stop(&c);
    SSL_CTX_free(ctx);
    close(listener);
    return teardown_ended();
}
