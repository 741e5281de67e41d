/* Who starts the readers reads, too, until the peer hangs up: which all of them see. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

enum { READERS = 2 };

static int upstream;
static pthread_t readers[READERS];

static void *take_lines(void *arg)
{
    char line[80];
    (void)arg;
    while (recv(upstream, line, sizeof line, 0) > 0)
        continue;
    return NULL;
}

static void *serve(void *arg)
{
    for (int i = 0; i < READERS; i++)
        pthread_create(&readers[i], NULL, take_lines, arg);
    take_lines(arg);
    for (int i = 0; i < READERS; i++)
        pthread_join(readers[i], NULL); // expect: nothing
    return NULL;
}

int main(void)
{
    pthread_t server;
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    upstream = accept(listener, NULL, NULL);
    if (upstream < 0 || pthread_create(&server, NULL, serve, NULL) != 0)
        return 1;

    wait_until_blocked();
    expect_end();
    close(peer);
    pthread_join(server, NULL);
    close(upstream);
    close(listener);
    return teardown_ended();
}
