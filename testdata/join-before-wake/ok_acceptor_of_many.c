/* All acceptors look at a flag, and a shutdown of the listener sends them all there. */
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>

#include "../hang.h"

enum { ACCEPTORS = 2 };

static int listener;
static pthread_t acceptors[ACCEPTORS];
static volatile sig_atomic_t stopping;

static void *take_clients(void *arg)
{
    (void)arg;
    while (!stopping) {
        int client = accept(listener, NULL, NULL);
        if (client >= 0)
            close(client);
    }
    return NULL;
}

static void *serve(void *arg)
{
    for (int i = 0; i < ACCEPTORS; i++)
        pthread_create(&acceptors[i], NULL, take_clients, arg);
    take_clients(arg);
    for (int i = 0; i < ACCEPTORS; i++)
        pthread_join(acceptors[i], NULL); // expect: nothing
    return NULL;
}

int main(void)
{
    pthread_t server;
    listener = listen_on_loopback();
    if (listener < 0 || pthread_create(&server, NULL, serve, NULL) != 0)
        return 1;

    wait_until_blocked();
    expect_end();
    stopping = 1;
    shutdown(listener, SHUT_RDWR);
    pthread_join(server, NULL);
    close(listener);
    return teardown_ended();
}
