/* The listener is in the set in either mode, put there by two functions, and select may have no timeout. */
#include <pthread.h>
#include <sys/select.h>

#include "../hang.h"

enum { ONE_THREAD_EACH = 1 };

struct session {
    int fd;
    struct session *next;
};

struct server {
    int options;
    int listener;
    struct session *sessions;
    pthread_t thread;
    volatile int stopped;
};

static void collect(const struct server *s, fd_set *reads, int *most)
{
    FD_SET(s->listener, reads);
    *most = s->listener;
    for (const struct session *one = s->sessions; one != NULL; one = one->next) {
        FD_SET(one->fd, reads);
        if (one->fd > *most)
            *most = one->fd;
    }
}

static int server_turn(struct server *s, int may_block)
{
    struct timeval now = {0};
    fd_set reads;
    int most;

    FD_ZERO(&reads);
    if (s->options & ONE_THREAD_EACH) {
        most = s->listener;
        FD_SET(s->listener, &reads);
    } else {
        collect(s, &reads, &most);
    }
    if (select(most + 1, &reads, NULL, NULL, may_block ? NULL : &now) < 0)
        return -1;
    if (FD_ISSET(s->listener, &reads)) {
        int client = accept(s->listener, NULL, NULL);
        if (client < 0)
            return -1;
        close(client);
    }
    return 0;
}

static void *server_run(void *arg)
{
    struct server *s = arg;
    while (!s->stopped && server_turn(s, 1) == 0)
        continue;
    return NULL;
}

static struct server *server_start(int options)
{
    struct server *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    s->options = options;
    s->listener = listen_on_loopback();
    if (s->listener < 0) {
        free(s);
        return NULL;
    }
    if (pthread_create(&s->thread, NULL, server_run, s) != 0) {
        close(s->listener);
        free(s);
        return NULL;
    }
    return s;
}

static void server_stop(struct server *s)
{
    s->stopped = 1;
    close(s->listener); // expect: close-without-wake
    s->listener = -1;
    pthread_join(s->thread, NULL);
    free(s);
}

int main(int argc, char **argv)
{
    (void)argv;
    struct server *s = server_start(argc > 1 ? ONE_THREAD_EACH : 0);
    if (s == NULL)
        return 1;
    wait_until_blocked();
    expect_hang();
    server_stop(s);
    return teardown_ended();
}
