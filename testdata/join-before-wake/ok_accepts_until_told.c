/* shutdown ends accept, and the loop looks at the flag before it calls it again. */
// expect: nothing
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

struct service {
    int listener;
    atomic_int stopping;
    pthread_t thread;
};

static void *service_main(void *arg)
{
    struct service *s = arg;
    for (;;) {
        int client = accept(s->listener, NULL, NULL);
        if (client < 0 && s->stopping)
            return NULL;
        if (client < 0)
            continue;
        send(client, "busy\n", 5, MSG_NOSIGNAL);
        close(client);
    }
}

static int service_start(struct service *s)
{
    s->stopping = 0;
    s->listener = listen_on_loopback();
    if (s->listener < 0)
        return -1;
    if (pthread_create(&s->thread, NULL, service_main, s) != 0) {
        close(s->listener);
        return -1;
    }
    return 0;
}

static void service_stop(struct service *s)
{
    s->stopping = 1;
    shutdown(s->listener, SHUT_RDWR);
    pthread_join(s->thread, NULL);
    close(s->listener);
}

int main(void)
{
    struct service s;
    if (service_start(&s) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    service_stop(&s);
    return teardown_ended();
}
