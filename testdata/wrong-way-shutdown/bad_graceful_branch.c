/* A hasty stop shuts down both ways, a graceful one only what is sent: that one hangs. */
#include <pthread.h>

#include "../hang.h"

struct service {
    int listener;
    pthread_t thread;
};

static void *service_main(void *arg)
{
    struct service *s = arg;
    for (;;) {
        int client = accept(s->listener, NULL, NULL);
        if (client < 0)
            return NULL;
        send(client, "busy\n", 5, MSG_NOSIGNAL);
        close(client);
    }
}

static int service_start(struct service *s)
{
    s->listener = listen_on_loopback();
    if (s->listener < 0)
        return -1;
    if (pthread_create(&s->thread, NULL, service_main, s) != 0) {
        close(s->listener);
        return -1;
    }
    return 0;
}

static void service_stop(struct service *s, int graceful)
{
    shutdown(s->listener, graceful ? SHUT_WR : SHUT_RDWR); // expect-missed: wrong-way-shutdown
    pthread_join(s->thread, NULL);
    close(s->listener);
}

int main(int argc, char **argv)
{
    struct service s;
    (void)argv;
    if (service_start(&s) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    service_stop(&s, argc == 1);
    return teardown_ended();
}
