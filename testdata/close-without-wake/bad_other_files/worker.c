#include "worker.h"

#include <pthread.h>
#include <stdlib.h>

struct worker {
    pthread_t thread;
    worker_function *function;
    void *arg;
};

static void *worker_main(void *arg)
{
    struct worker *w = arg;
    w->function(w->arg);
    return NULL;
}

struct worker *worker_start(worker_function *function, void *arg)
{
    struct worker *w = malloc(sizeof *w);
    if (w == NULL)
        return NULL;
    w->function = function;
    w->arg = arg;
    if (pthread_create(&w->thread, NULL, worker_main, w) != 0) {
        free(w);
        return NULL;
    }
    return w;
}

void worker_finish(struct worker *w)
{
    pthread_join(w->thread, NULL);
    free(w);
}
