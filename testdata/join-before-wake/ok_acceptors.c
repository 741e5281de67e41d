/* A shutdown of the listener wakes all workers that are in accept on it. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

enum { WORKERS = 3 };

struct pool {
    int listener;
    pthread_t workers[WORKERS];
};

static void *worker(void *arg)
{
    struct pool *pool = arg;
    char buf[64];
    for (;;) {
        int client = accept(pool->listener, NULL, NULL);
        if (client == -1)
            return NULL;
        if (recv(client, buf, sizeof buf, 0) > 0)
            send(client, "ok\n", 3, MSG_NOSIGNAL);
        close(client);
    }
}

static int pool_start(struct pool *pool)
{
    pool->listener = listen_on_loopback();
    if (pool->listener == -1)
        return -1;
    for (int i = 0; i < WORKERS; i++) {
        if (pthread_create(&pool->workers[i], NULL, worker, pool) != 0)
            abort();
    }
    return 0;
}

static void pool_stop(struct pool *pool)
{
    shutdown(pool->listener, SHUT_RDWR);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(pool->workers[i], NULL);
    close(pool->listener);
}

int main(void)
{
    struct pool pool;
    if (pool_start(&pool) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    pool_stop(&pool);
    return teardown_ended();
}
