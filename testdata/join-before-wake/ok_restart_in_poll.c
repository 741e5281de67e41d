/* poll is never begun anew, SA_RESTART or not: the signal ends it. */
// expect: nothing
#include <poll.h>
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

static int event_fd = -1;
static volatile sig_atomic_t stopping;

static void on_stop(int signal_number)
{
    (void)signal_number;
}

static void *event_loop(void *unused)
{
    struct pollfd p = {.fd = event_fd, .events = POLLIN};
    char event[32];
    (void)unused;
    while (!stopping) {
        if (poll(&p, 1, -1) > 0 && recv(event_fd, event, sizeof event, 0) <= 0)
            break;
    }
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int listener = listen_on_loopback();
    event_fd = connect_to_loopback(listener);
    if (event_fd < 0)
        return 1;
    signal(SIGUSR1, on_stop);
    if (pthread_create(&thread, NULL, event_loop, NULL) != 0) {
        close(event_fd);
        return 1;
    }
    wait_until_blocked();
    expect_end();
    stopping = 1;
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    close(event_fd);
    close(listener);
    return teardown_ended();
}
