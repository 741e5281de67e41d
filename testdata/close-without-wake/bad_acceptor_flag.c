/* The flag is read only when accept returns, and closing the listener does not make it return. */
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

static int listen_fd = -1;
static atomic_int quit;

static void *accept_loop(void *unused)
{
    (void)unused;
    while (!quit) {
        int client = accept4(listen_fd, NULL, NULL, SOCK_CLOEXEC);
        if (client < 0)
            break;
        close(client);
    }
    return NULL;
}

int main(void)
{
    pthread_t acceptor;
    listen_fd = listen_on_loopback();
    if (listen_fd < 0)
        return 1;
    if (pthread_create(&acceptor, NULL, accept_loop, NULL) != 0) {
        close(listen_fd);
        return 1;
    }

    wait_until_blocked();
    expect_hang();
    quit = 1;
    close(listen_fd); // expect: close-without-wake
    pthread_join(acceptor, NULL);
    return teardown_ended();
}
