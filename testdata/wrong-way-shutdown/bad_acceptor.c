/* A listener sends nothing: SHUT_WR leaves accept where it is. */
#include <pthread.h>

#include "../hang.h"

struct server {
    int fd;
    pthread_t acceptor;
};

static void *server_accept(void *arg)
{
    struct server *s = arg;
    int client;
    while ((client = accept4(s->fd, NULL, NULL, SOCK_CLOEXEC)) >= 0)
        close(client);
    return NULL;
}

static int server_start(struct server *s)
{
    s->fd = listen_on_loopback();
    if (s->fd < 0)
        return -1;
    if (pthread_create(&s->acceptor, NULL, server_accept, s) != 0) {
        close(s->fd);
        return -1;
    }
    return 0;
}

static void server_stop(struct server *s)
{
    shutdown(s->fd, SHUT_WR); // expect: wrong-way-shutdown
    pthread_join(s->acceptor, NULL);
    close(s->fd);
}

int main(void)
{
    struct server s;
    if (server_start(&s) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    server_stop(&s);
    return teardown_ended();
}
