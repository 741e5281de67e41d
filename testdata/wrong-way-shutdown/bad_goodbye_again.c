/* The line has a limit, but the goodbye is begun anew whenever that is over. */
#include <gnutls/gnutls.h>

#include "../hang.h"
#include "../tls_peer.h"

struct upload {
    int fd;
    gnutls_session_t tls;
};

static int upload_open(struct upload *u, int listener, int *peer)
{
    u->fd = connect_to_loopback(listener);
    *peer = accept(listener, NULL, NULL);
    if (u->fd >= 0 && *peer >= 0 && tls_peer_greet(&u->tls, u->fd, *peer) == 0)
        return 0;
    close(u->fd);
    close(*peer);
    return -1;
}

static void upload_close(struct upload *u)
{
    const struct timeval limit = {.tv_sec = 60};
    int status;
    setsockopt(u->fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    do
        status = gnutls_bye(u->tls, GNUTLS_SHUT_RDWR); // expect: wrong-way-shutdown
    while (status == GNUTLS_E_AGAIN);
    gnutls_deinit(u->tls);
    close(u->fd);
}

static void *upload_end(void *arg)
{
    upload_close(arg);
    return NULL;
}

int main(void)
{
    struct upload u;
    pthread_t thread;
    int peer;
    int listener = listen_on_loopback();
    if (upload_open(&u, listener, &peer) < 0)
        return 1;

    if (pthread_create(&thread, NULL, upload_end, &u) != 0)
        return 1;
    wait_until_blocked();
    expect_hang();
    pthread_join(thread, NULL);
    close(peer);
    close(listener);
    return teardown_ended();
}
