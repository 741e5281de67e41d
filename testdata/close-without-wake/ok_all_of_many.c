/* Each of many sessions is shut down before any is joined. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

enum { SESSIONS = 4 };

struct session {
    int fd;
    int busy;
    pthread_t thread;
};

struct pool {
    struct session sessions[SESSIONS];
    int used;
};

static void *serve(void *arg)
{
    struct session *s = arg;
    char request[256];
    while (recv(s->fd, request, sizeof request, 0) > 0)
        s->busy = 1;
    return NULL;
}

static int pool_accept(struct pool *pool, int listener)
{
    struct session *s = &pool->sessions[pool->used];
    s->busy = pool->used % 2;
    s->fd = accept(listener, NULL, NULL);
    if (s->fd < 0)
        return -1;
    if (pthread_create(&s->thread, NULL, serve, s) != 0) {
        close(s->fd);
        return -1;
    }
    pool->used++;
    return 0;
}

static void pool_stop(struct pool *pool)
{
    for (int i = 0; i < pool->used; i++) {
        struct session *s = &pool->sessions[i];
        if (s->busy)
            send(s->fd, "sorry\n", 6, MSG_NOSIGNAL);
        shutdown(s->fd, SHUT_RDWR);
        close(s->fd);
    }
    for (int i = 0; i < pool->used; i++)
        pthread_join(pool->sessions[i].thread, NULL);
}

int main(void)
{
    struct pool pool = {.used = 0};
    int peers[SESSIONS];
    int listener = listen_on_loopback();

    for (int i = 0; i < SESSIONS; i++) {
        peers[i] = connect_to_loopback(listener);
        if (peers[i] < 0 || pool_accept(&pool, listener) < 0)
            return 1;
    }
    wait_until_blocked();
    expect_end();
    pool_stop(&pool);
    for (int i = 0; i < SESSIONS; i++)
        close(peers[i]);
    close(listener);
    return teardown_ended();
}
