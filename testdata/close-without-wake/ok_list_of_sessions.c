/* The same list: each session is shut, waited for, and closed behind that. */
#include <pthread.h>
#include <sys/select.h>

#include "../hang.h"

struct session {
    int fd;
    pthread_t thread;
    struct session *next;
};

struct server {
    int listener;
    struct session *sessions;
};

static void *session_run(void *arg)
{
    struct session *s = arg;
    char buf[256];
    while (s->fd != -1) {
        fd_set reads;
        FD_ZERO(&reads);
        FD_SET(s->fd, &reads);
        if (select(s->fd + 1, &reads, NULL, NULL, NULL) <= 0)
            break;
        if (s->fd == -1 || recv(s->fd, buf, sizeof buf, 0) <= 0)
            break;
    }
    return NULL;
}

static int server_accept(struct server *server)
{
    struct session *s = calloc(1, sizeof *s);
    if (s == NULL)
        return -1;
    s->fd = accept(server->listener, NULL, NULL);
    if (s->fd < 0) {
        free(s);
        return -1;
    }
    if (pthread_create(&s->thread, NULL, session_run, s) != 0) {
        close(s->fd);
        free(s);
        return -1;
    }
    s->next = server->sessions;
    server->sessions = s;
    return 0;
}

static void server_stop(struct server *server)
{
    while (server->sessions != NULL) {
        struct session *s = server->sessions;
        shutdown(s->fd, SHUT_RDWR); // expect: nothing
        pthread_join(s->thread, NULL);
        close(s->fd);
        server->sessions = s->next;
        free(s);
    }
}

int main(void)
{
    struct server server = {.listener = listen_on_loopback()};
    int peers[2];
    if (server.listener < 0)
        return 1;
    for (int i = 0; i < 2; i++) {
        peers[i] = connect_to_loopback(server.listener);
        if (peers[i] < 0 || server_accept(&server) < 0)
            return 1;
    }
    wait_until_blocked();
    expect_end();
    server_stop(&server);
    for (int i = 0; i < 2; i++)
        close(peers[i]);
    close(server.listener);
    return teardown_ended();
}
