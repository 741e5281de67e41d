/* The flag says why recvfrom ended, the shutdown ends it. That it fails with ENOTCONN is no matter. */
// expect: nothing
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

struct listener {
    int sock;
    atomic_bool running;
    pthread_t thread;
    int packets;
};

static void *listener_main(void *arg)
{
    struct listener *l = arg;
    char packet[1500];
    while (l->running) {
        ssize_t n = recvfrom(l->sock, packet, sizeof packet, 0, NULL, NULL);
        if (n > 0)
            l->packets++;
    }
    return NULL;
}

static int listener_start(struct listener *l)
{
    struct sockaddr_in addr = {.sin_family = AF_INET};
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);

    l->packets = 0;
    l->sock = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (l->sock < 0)
        return -1;
    l->running = 1;
    if (bind(l->sock, (struct sockaddr *)&addr, sizeof addr) < 0 ||
        pthread_create(&l->thread, NULL, listener_main, l) != 0) {
        close(l->sock);
        return -1;
    }
    return 0;
}

static void listener_stop(struct listener *l)
{
    l->running = 0;
    shutdown(l->sock, SHUT_RDWR);
    pthread_join(l->thread, NULL);
    close(l->sock);
}

int main(void)
{
    struct listener l;
    if (listener_start(&l) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    listener_stop(&l);
    return teardown_ended();
}
