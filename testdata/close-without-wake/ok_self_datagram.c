/* A datagram to oneself gets the receiver out of recvfrom; then it sees the flag. */
// expect: nothing
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

struct discovery {
    int sock;
    struct sockaddr_in addr;
    atomic_int stopping;
    pthread_t thread;
};

static void *discovery_listen(void *arg)
{
    struct discovery *d = arg;
    struct sockaddr_in from;
    char packet[1500];

    while (!d->stopping) {
        socklen_t len = sizeof from;
        if (recvfrom(d->sock, packet, sizeof packet, 0, (struct sockaddr *)&from, &len) < 0)
            break;
    }
    return NULL;
}

static int discovery_start(struct discovery *d)
{
    socklen_t len = sizeof d->addr;
    d->addr = (struct sockaddr_in){.sin_family = AF_INET};
    d->addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    d->stopping = 0;

    d->sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (d->sock < 0)
        return -1;
    if (bind(d->sock, (struct sockaddr *)&d->addr, len) < 0 ||
        getsockname(d->sock, (struct sockaddr *)&d->addr, &len) < 0 ||
        pthread_create(&d->thread, NULL, discovery_listen, d) != 0) {
        close(d->sock);
        return -1;
    }
    return 0;
}

static void discovery_stop(struct discovery *d)
{
    d->stopping = 1;
    sendto(d->sock, "", 1, 0, (struct sockaddr *)&d->addr, sizeof d->addr);
    pthread_join(d->thread, NULL);
    close(d->sock);
}

int main(void)
{
    struct discovery d;
    if (discovery_start(&d) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    discovery_stop(&d);
    return teardown_ended();
}
