/* kill() reaches some thread, here the one that waits; the reader is not interrupted. */
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

static int sock = -1;
static volatile sig_atomic_t done;

static void on_usr2(int signal_number)
{
    (void)signal_number;
    done = 1;
}

static void *read_events(void *unused)
{
    char event[16];
    (void)unused;
    while (!done)
        recv(sock, event, sizeof event, 0);
    return NULL;
}

int main(void)
{
    struct sigaction action = {.sa_handler = on_usr2};
    sigaction(SIGUSR2, &action, NULL);

    int listener = listen_on_loopback();
    sock = connect_to_loopback(listener);
    if (sock < 0)
        return 1;

    pthread_t thread;
    if (pthread_create(&thread, NULL, read_events, NULL) != 0) {
        close(sock);
        return 1;
    }
    wait_until_blocked();
    expect_hang();
    kill(getpid(), SIGUSR2);
    pthread_join(thread, NULL); // expect-missed: join-before-wake
    close(sock);
    close(listener);
    return teardown_ended();
}
