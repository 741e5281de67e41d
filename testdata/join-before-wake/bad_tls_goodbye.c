/* SSL_shutdown speaks to the peer's TLS; the own SSL_read does not hear it. */
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

struct tls {
    int fd;
    SSL *ssl;
    pthread_t thread;
};

static void *tls_reader(void *arg)
{
    struct tls *tls = arg;
    char record[2048];
    while (SSL_read(tls->ssl, record, sizeof record) > 0)
        continue;
    return NULL;
}

static int tls_start(struct tls *tls, SSL_CTX *ctx, int listener)
{
    tls->fd = accept(listener, NULL, NULL);
    if (tls->fd < 0)
        return -1;
    tls->ssl = SSL_new(ctx);
    if (tls->ssl == NULL || SSL_set_fd(tls->ssl, tls->fd) != 1) {
        SSL_free(tls->ssl);
        close(tls->fd);
        return -1;
    }
    SSL_set_accept_state(tls->ssl);
    if (pthread_create(&tls->thread, NULL, tls_reader, tls) != 0) {
        SSL_free(tls->ssl);
        close(tls->fd);
        return -1;
    }
    return 0;
}

static void tls_stop(struct tls *tls)
{
    SSL_shutdown(tls->ssl);
    pthread_join(tls->thread, NULL); // expect-missed: join-before-wake
    SSL_free(tls->ssl);
    close(tls->fd);
}

int main(void)
{
    signal(SIGPIPE, SIG_IGN);
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct tls tls;
    if (ctx == NULL || tls_start(&tls, ctx, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    tls_stop(&tls);
    SSL_CTX_free(ctx);
    close(peer);
    close(listener);
    return teardown_ended();
}
