#ifndef DRIVER_H
#define DRIVER_H

#include <openssl/ssl.h>

struct driver {
    const char *name;
    void *(*accept)(int listener);
    void (*destroy)(void *self);
};

struct tcp {
    int fd;
};

/* Encrypts what goes over the tcp that it sits on. */
struct tls {
    struct tcp *tcp;
    SSL *ssl;
};

/* Starts the session when it is wanted for the first time. */
int tls_start(struct tls *self, SSL_CTX *ctx);

extern const struct driver tcp_driver;
extern const struct driver tls_driver;

#endif
