#include "transport.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

static int tcp_recv(struct transport *t, void *buf, int size)
{
    return (int)recv(t->sock, buf, (size_t)size, 0);
}

static void tcp_close(struct transport *t)
{
    if (t->sock >= 0)
        close(t->sock);
    t->sock = -1;
}

struct transport *tcp_transport_new(int listener, int keep_idle)
{
    struct transport *t = transport_new();
    if (t == NULL)
        return NULL;
    t->recv = tcp_recv;
    t->close = tcp_close;

    t->sock = connect_to_loopback(listener);
    if (t->sock < 0) {
        transport_free(t);
        return NULL;
    }
    t->peer = strdup("loopback");
    if (t->peer == NULL) {
        t->close(t);
        transport_free(t);
        return NULL;
    }
    if (setsockopt(t->sock, IPPROTO_TCP, TCP_KEEPIDLE, &keep_idle, sizeof keep_idle) < 0) {
        t->close(t);
        transport_free(t);
        return NULL;
    }
    return t;
}
