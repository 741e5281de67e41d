/* A peer of TLS on the loopback that answers the handshake, and nothing else. */
#ifndef TLS_PEER_H
#define TLS_PEER_H

#include <gnutls/gnutls.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

/* Neither certificates nor names: who the peer is does not matter here. */
#define TLS_PEER_PRIORITY "NORMAL:-VERS-ALL:+VERS-TLS1.2:+ANON-ECDH"

/* Runs the server's side of a handshake on the descriptor that arg points to, and says no more. */
static inline void *tls_peer_run(void *arg)
{
    gnutls_anon_server_credentials_t nobody;
    gnutls_session_t session;
    int fd = *(int *)arg;
    if (gnutls_anon_allocate_server_credentials(&nobody) < 0)
        exit(2);
    if (gnutls_init(&session, GNUTLS_SERVER) < 0)
        exit(2);
    gnutls_priority_set_direct(session, TLS_PEER_PRIORITY, NULL);
    gnutls_credentials_set(session, GNUTLS_CRD_ANON, nobody);
    gnutls_transport_set_int(session, fd);
    if (gnutls_handshake(session) < 0)
        exit(2);
    gnutls_deinit(session);
    gnutls_anon_free_server_credentials(nobody);
    return NULL;
}

/* Makes *session one with such a peer over fd, which stays the caller's; -1: there is none. */
static inline int tls_peer_greet(gnutls_session_t *session, int fd, int peer)
{
    static gnutls_anon_client_credentials_t nobody;
    pthread_t thread;
    if (nobody == NULL && gnutls_anon_allocate_client_credentials(&nobody) < 0)
        return -1;
    if (pthread_create(&thread, NULL, tls_peer_run, &peer) != 0)
        return -1;
    if (gnutls_init(session, GNUTLS_CLIENT) < 0)
        exit(2);
    gnutls_priority_set_direct(*session, TLS_PEER_PRIORITY, NULL);
    gnutls_credentials_set(*session, GNUTLS_CRD_ANON, nobody);
    gnutls_transport_set_int(*session, fd);
    if (gnutls_handshake(*session) < 0)
        exit(2);
    pthread_join(thread, NULL);
    return 0;
}

#endif
