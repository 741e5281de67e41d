/* The signal is there to interrupt recv, but the thread has blocked all signals. */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include "../hang.h"

struct source {
    int fd;
    atomic_int running;
    pthread_t thread;
};

static void wake_up(int signal_number)
{
    (void)signal_number;
}

static void *source_read(void *arg)
{
    struct source *s = arg;
    char sample[32];
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);

    while (s->running) {
        ssize_t n = recv(s->fd, sample, sizeof sample, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
    }
    return NULL;
}

static int source_start(struct source *s, int listener)
{
    struct sigaction action = {.sa_handler = wake_up};
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGUSR1, &action, NULL) < 0)
        return -1;

    s->fd = connect_to_loopback(listener);
    if (s->fd < 0)
        return -1;
    s->running = 1;
    if (pthread_create(&s->thread, NULL, source_read, s) != 0) {
        close(s->fd);
        return -1;
    }
    return 0;
}

static void source_stop(struct source *s)
{
    s->running = 0;
    close(s->fd); // expect-missed: close-without-wake
    pthread_kill(s->thread, SIGUSR1);
    pthread_join(s->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct source s;
    if (listener < 0 || source_start(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    source_stop(&s);
    close(listener);
    return teardown_ended();
}
