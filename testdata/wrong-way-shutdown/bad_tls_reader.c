/* SSL_read waits for what comes in over one end of a pair; SHUT_WR does not reach it. */
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>

#include "../hang.h"

struct tunnel {
    int fd;
    int far;
    SSL *ssl;
    pthread_t thread;
};

static void *tunnel_read(void *arg)
{
    struct tunnel *t = arg;
    char buf[4096];
    while (SSL_read(t->ssl, buf, sizeof buf) > 0)
        continue;
    return NULL;
}

static int tunnel_start(struct tunnel *t, SSL_CTX *ctx)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    t->fd = ends[0];
    t->far = ends[1];
    t->ssl = SSL_new(ctx);
    if (t->ssl == NULL || SSL_set_fd(t->ssl, t->fd) != 1)
        goto fail;
    SSL_set_accept_state(t->ssl);
    if (pthread_create(&t->thread, NULL, tunnel_read, t) != 0)
        goto fail;
    return 0;

fail:
    SSL_free(t->ssl);
    close(t->fd);
    close(t->far);
    return -1;
}

static void tunnel_stop(struct tunnel *t)
{
    shutdown(t->fd, SHUT_WR); // expect: wrong-way-shutdown
    pthread_join(t->thread, NULL);
    SSL_free(t->ssl);
    close(t->fd);
    close(t->far);
}

int main(void)
{
    struct tunnel t;
    signal(SIGPIPE, SIG_IGN);
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    if (ctx == NULL || tunnel_start(&t, ctx) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    tunnel_stop(&t);
    SSL_CTX_free(ctx);
    return teardown_ended();
}
