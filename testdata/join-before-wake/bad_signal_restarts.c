/* signal() installs its handler with SA_RESTART: pthread_kill interrupts recv, and it begins anew. */
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

struct input {
    int fd;
    volatile sig_atomic_t stop;
    pthread_t thread;
};

static void on_signal(int signal_number)
{
    (void)signal_number;
}

static void *input_main(void *arg)
{
    struct input *in = arg;
    char buf[200];
    while (!in->stop) {
        if (recv(in->fd, buf, sizeof buf, 0) == 0)
            break;
    }
    return NULL;
}

static int input_start(struct input *in, int listener)
{
    if (signal(SIGUSR1, on_signal) == SIG_ERR)
        return -1;
    in->stop = 0;
    in->fd = accept(listener, NULL, NULL);
    if (in->fd < 0)
        return -1;
    if (pthread_create(&in->thread, NULL, input_main, in) != 0) {
        close(in->fd);
        return -1;
    }
    return 0;
}

static void input_stop(struct input *in)
{
    in->stop = 1;
    pthread_kill(in->thread, SIGUSR1);
    pthread_join(in->thread, NULL); // expect: join-before-wake
    close(in->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct input in;
    if (input_start(&in, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    input_stop(&in);
    close(peer);
    close(listener);
    return teardown_ended();
}
