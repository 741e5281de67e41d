/* SA_RESTART begins recv anew, which finds the descriptor closed: the thread ends. */
// expect: nothing
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

struct source {
    int fd;
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
    while (recv(s->fd, sample, sizeof sample, 0) > 0)
        continue;
    return NULL;
}

static int source_start(struct source *s, int listener)
{
    struct sigaction action = {.sa_handler = wake_up};
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    if (sigaction(SIGUSR1, &action, NULL) < 0)
        return -1;

    s->fd = connect_to_loopback(listener);
    if (s->fd < 0)
        return -1;
    if (pthread_create(&s->thread, NULL, source_read, s) != 0) {
        close(s->fd);
        return -1;
    }
    return 0;
}

static void source_stop(struct source *s)
{
    close(s->fd);
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
    expect_end();
    source_stop(&s);
    close(listener);
    return teardown_ended();
}
