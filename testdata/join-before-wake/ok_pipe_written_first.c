/* The pipe in the poll set is written, then the thread is joined. */
// expect: nothing
#include <poll.h>
#include <pthread.h>

#include "../hang.h"

struct hub {
    int sock;
    int wake[2];
    pthread_t thread;
};

static void *hub_loop(void *arg)
{
    struct hub *hub = arg;
    char buf[300];
    for (;;) {
        struct pollfd set[2];
        set[0].fd = hub->wake[0];
        set[0].events = POLLIN;
        set[1].fd = hub->sock;
        set[1].events = POLLIN;
        if (poll(set, 2, -1) < 0)
            continue;
        if (set[0].revents)
            break;
        if (recv(hub->sock, buf, sizeof buf, 0) <= 0)
            break;
    }
    return NULL;
}

static int hub_start(struct hub *hub, int listener)
{
    if (pipe(hub->wake) < 0)
        return -1;
    hub->sock = connect_to_loopback(listener);
    if (hub->sock < 0)
        goto no_socket;
    if (pthread_create(&hub->thread, NULL, hub_loop, hub) != 0)
        goto no_thread;
    return 0;

no_thread:
    close(hub->sock);
no_socket:
    close(hub->wake[0]);
    close(hub->wake[1]);
    return -1;
}

static void hub_stop(struct hub *hub)
{
    if (write(hub->wake[1], "q", 1) != 1)
        perror("hub");
    pthread_join(hub->thread, NULL);
    close(hub->sock);
    close(hub->wake[0]);
    close(hub->wake[1]);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct hub hub;
    if (listener < 0 || hub_start(&hub, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    hub_stop(&hub);
    close(listener);
    return teardown_ended();
}
