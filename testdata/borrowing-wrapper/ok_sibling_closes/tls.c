#include "driver.h"

#include <openssl/bio.h>
#include <stdlib.h>

static void *tls_accept(int listener)
{
    struct tls *self = calloc(1, sizeof *self);
    if (self == NULL)
        return NULL;
    self->tcp = tcp_driver.accept(listener);
    if (self->tcp == NULL) {
        free(self);
        return NULL;
    }
    return self;
}

int tls_start(struct tls *self, SSL_CTX *ctx)
{
    BIO *bio = BIO_new_socket(self->tcp->fd, BIO_NOCLOSE);
    if (bio == NULL)
        return -1;
    self->ssl = SSL_new(ctx);
    if (self->ssl == NULL) {
        BIO_free(bio);
        return -1;
    }
    SSL_set_bio(self->ssl, bio, bio);
    return SSL_accept(self->ssl) == 1 ? 0 : -1;
}

static void tls_destroy(void *arg)
{
    struct tls *self = arg;
    if (self->ssl != NULL)
        SSL_free(self->ssl);
    tcp_driver.destroy(self->tcp);
    free(self);
}

const struct driver tls_driver = {.name = "tls", .accept = tls_accept, .destroy = tls_destroy};
