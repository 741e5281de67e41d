/* O_NONBLOCK is set when the accept has begun as a blocking one. */
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

struct acceptor {
    int listener;
    atomic_int stop;
    pthread_t thread;
};

static void set_nonblocking(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    fcntl(fd, F_SETFL, flags | O_NONBLOCK);
}

static void *acceptor_main(void *arg)
{
    struct acceptor *a = arg;
    while (!a->stop) {
        int client = accept4(a->listener, NULL, NULL, SOCK_CLOEXEC);
        if (client >= 0)
            close(client);
    }
    return NULL;
}

static int acceptor_start(struct acceptor *a)
{
    a->stop = 0;
    a->listener = listen_on_loopback();
    if (a->listener < 0)
        return -1;
    if (pthread_create(&a->thread, NULL, acceptor_main, a) != 0) {
        close(a->listener);
        return -1;
    }
    return 0;
}

static void acceptor_stop(struct acceptor *a)
{
    a->stop = 1;
    set_nonblocking(a->listener);
    pthread_join(a->thread, NULL); // expect: join-before-wake
    close(a->listener);
}

int main(void)
{
    struct acceptor a;
    if (acceptor_start(&a) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    acceptor_stop(&a);
    return teardown_ended();
}
