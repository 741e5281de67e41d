/* The listener does not block, and the thread polls it with a timeout and looks at the flag. */
// expect: nothing
#include <fcntl.h>
#include <poll.h>
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
        struct pollfd ready = {.fd = a->listener, .events = POLLIN};
        if (poll(&ready, 1, 100) <= 0)
            continue;
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
    set_nonblocking(a->listener);
    if (pthread_create(&a->thread, NULL, acceptor_main, a) != 0) {
        close(a->listener);
        return -1;
    }
    return 0;
}

static void acceptor_stop(struct acceptor *a)
{
    a->stop = 1;
    pthread_join(a->thread, NULL);
    close(a->listener);
}

int main(void)
{
    struct acceptor a;
    if (acceptor_start(&a) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    acceptor_stop(&a);
    return teardown_ended();
}
