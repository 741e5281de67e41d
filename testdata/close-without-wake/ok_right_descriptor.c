/* The proxy shuts down both sides before it closes them. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct proxy {
    int client;
    int upstream;
    pthread_t pump;
};

static void *proxy_pump(void *arg)
{
    struct proxy *p = arg;
    char buf[4096];
    ssize_t n;
    while ((n = recv(p->upstream, buf, sizeof buf, 0)) > 0) {
        if (send(p->client, buf, (size_t)n, MSG_NOSIGNAL) < 0)
            break;
    }
    return NULL;
}

static int proxy_open(struct proxy *p, int listener, int backend)
{
    p->client = accept(listener, NULL, NULL);
    if (p->client < 0)
        return -1;
    p->upstream = connect_to_loopback(backend);
    if (p->upstream < 0) {
        close(p->client);
        return -1;
    }
    if (pthread_create(&p->pump, NULL, proxy_pump, p) != 0) {
        close(p->upstream);
        close(p->client);
        return -1;
    }
    return 0;
}

static void proxy_close(struct proxy *p)
{
    shutdown(p->client, SHUT_RDWR);
    close(p->client);
    shutdown(p->upstream, SHUT_RDWR);
    close(p->upstream);
    pthread_join(p->pump, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    int backend = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct proxy p;
    if (backend < 0 || proxy_open(&p, listener, backend) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    proxy_close(&p);
    close(peer);
    close(listener);
    close(backend);
    return teardown_ended();
}
