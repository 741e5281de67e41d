/* One connection to oneself gets one acceptor out of accept; there are two. */
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

struct service {
    int listener;
    atomic_int stopping;
    pthread_t first;
    pthread_t second;
};

static void *service_accept(void *arg)
{
    struct service *s = arg;
    while (!s->stopping) {
        int client = accept(s->listener, NULL, NULL);
        if (client >= 0)
            close(client);
    }
    return NULL;
}

static int service_start(struct service *s)
{
    s->stopping = 0;
    s->listener = listen_on_loopback();
    if (s->listener < 0)
        return -1;
    if (pthread_create(&s->first, NULL, service_accept, s) != 0 ||
        pthread_create(&s->second, NULL, service_accept, s) != 0)
        abort();
    return 0;
}

static void knock(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd >= 0)
        close(fd);
}

static void service_stop(struct service *s)
{
    s->stopping = 1;
    knock(s->listener);
    pthread_join(s->first, NULL);
    pthread_join(s->second, NULL); // expect-missed: join-before-wake
    close(s->listener);
}

int main(void)
{
    struct service s;
    if (service_start(&s) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    service_stop(&s);
    return teardown_ended();
}
