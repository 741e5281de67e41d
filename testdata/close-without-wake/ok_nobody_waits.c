/* The thread stays blocked on the closed line, but nobody waits for it: the program ends. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct listener {
    int fd;
    pthread_t thread;
};

static void *listener_main(void *arg)
{
    struct listener *l = arg;
    int client;
    while ((client = accept(l->fd, NULL, NULL)) >= 0)
        close(client);
    return NULL;
}

static int listener_start(struct listener *l)
{
    l->fd = listen_on_loopback();
    if (l->fd < 0)
        return -1;
    if (pthread_create(&l->thread, NULL, listener_main, l) != 0) {
        close(l->fd);
        return -1;
    }
    pthread_detach(l->thread);
    return 0;
}

static void listener_stop(struct listener *l)
{
    close(l->fd);
}

int main(void)
{
    static struct listener l;
    if (listener_start(&l) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    listener_stop(&l);
    return teardown_ended();
}
