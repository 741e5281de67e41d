/* One function says goodbye and waits for none; the one that closes calls it first. */
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

static int say_goodbye(gnutls_session_t tls)
{
    int status;
    do
        status = gnutls_bye(tls, GNUTLS_SHUT_WR); // expect: nothing
    while (status == GNUTLS_E_AGAIN || status == GNUTLS_E_INTERRUPTED);
    return status;
}

static void upload_close(struct upload *u)
{
    say_goodbye(u->tls);
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
    expect_end();
    pthread_join(thread, NULL);
    close(peer);
    close(listener);
    return teardown_ended();
}
