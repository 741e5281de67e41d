/* The close of the listener is in a wrapper; the acceptor does not hear of it. */
#include <pthread.h>
#include <stdlib.h>

#include "../hang.h"

typedef int sock_t;

struct server {
    sock_t listener;
    pthread_t thread;
    int clients;
};

static void sock_close(sock_t sock)
{
    if (sock >= 0) {
        close(sock);
    }
}

static void *server_run(void *data)
{
    struct server *server = data;

    for (;;) {
        sock_t client = accept(server->listener, NULL, NULL);
        if (client < 0)
            break;
        server->clients++;
        sock_close(client);
    }
    return NULL;
}

static struct server *new_server(void)
{
    struct server *server = malloc(sizeof *server);
    if (server == NULL)
        return NULL;
    server->clients = 0;
    server->listener = listen_on_loopback();
    if (server->listener < 0) {
        free(server);
        return NULL;
    }
    if (pthread_create(&server->thread, NULL, server_run, server) != 0) {
        sock_close(server->listener);
        free(server);
        return NULL;
    }
    return server;
}

static void delete_server(struct server *server)
{
    if (server == NULL)
        return;
    sock_close(server->listener); // expect: close-without-wake
    pthread_join(server->thread, NULL);
    free(server);
}

int main(void)
{
    struct server *server = new_server();
    if (server == NULL)
        return 1;

    wait_until_blocked();
    expect_hang();
    delete_server(server);
    return teardown_ended();
}
