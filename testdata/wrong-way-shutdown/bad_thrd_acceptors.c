/* Threads of C11 in accept, in an array; the listener is shut down the wrong way. */
#include <threads.h>

#include "../hang.h"

enum { WORKERS = 2 };

static int listen_fd;
static thrd_t workers[WORKERS];

static int work(void *listener)
{
    int served = 0;
    for (;;) {
        int client = accept(*(int *)listener, NULL, NULL);
        if (client < 0)
            return served;
        served++;
        close(client);
    }
}

static int start(void)
{
    listen_fd = listen_on_loopback();
    if (listen_fd < 0)
        return -1;
    for (int i = 0; i < WORKERS; i++) {
        if (thrd_create(&workers[i], work, &listen_fd) != thrd_success)
            return -1;
    }
    return 0;
}

static void stop(void)
{
    shutdown(listen_fd, SHUT_WR); // expect: wrong-way-shutdown
    for (int i = 0; i < WORKERS; i++)
        thrd_join(workers[i], NULL);
    close(listen_fd);
}

int main(void)
{
    if (start() < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    stop();
    return teardown_ended();
}
