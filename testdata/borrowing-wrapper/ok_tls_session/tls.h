#ifndef TLS_H
#define TLS_H

#include <openssl/ssl.h>

/* A session over fd, which stays the caller's. NULL when there is none. */
SSL *tls_begin(SSL_CTX *ctx, int fd);
void tls_end(SSL *ssl);

int client_visit(SSL_CTX *ctx, int listener);
int server_greet(SSL_CTX *ctx, int listener);

#endif
