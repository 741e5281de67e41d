/* Two kinds of objects run tasks of one kind: the acceptor's stays where it is when its line is closed. */
#include <pthread.h>

#include "../hang.h"

struct task {
    pthread_t thread;
    void (*run)(void *arg);
    void *arg;
};

struct acceptor {
    unsigned guests;
    int listener;
    struct task *task;
};

struct ticker {
    volatile int stop;
    struct task *task;
};

static void *task_main(void *arg)
{
    struct task *task = arg;
    task->run(task->arg);
    return NULL;
}

static struct task *task_new(void (*run)(void *arg), void *arg)
{
    struct task *task = calloc(1, sizeof *task);
    if (task == NULL)
        abort();
    task->run = run;
    task->arg = arg;
    return task;
}

static void task_start(struct task *task)
{
    if (pthread_create(&task->thread, NULL, task_main, task) != 0)
        abort();
}

static void task_end(struct task *task)
{
    pthread_join(task->thread, NULL);
    free(task);
}

static void acceptor_run(void *arg)
{
    struct acceptor *acceptor = arg;
    int guest;
    while ((guest = accept(acceptor->listener, NULL, NULL)) >= 0) {
        acceptor->guests++;
        close(guest);
    }
}

static void ticker_run(void *arg)
{
    struct ticker *ticker = arg;
    while (!ticker->stop)
        usleep(1000);
}

static int acceptor_start(struct acceptor *acceptor)
{
    acceptor->guests = 0;
    acceptor->listener = listen_on_loopback();
    if (acceptor->listener < 0)
        return -1;
    acceptor->task = task_new(acceptor_run, acceptor);
    task_start(acceptor->task);
    return 0;
}

static void ticker_start(struct ticker *ticker)
{
    ticker->stop = 0;
    ticker->task = task_new(ticker_run, ticker);
    task_start(ticker->task);
}

static void acceptor_stop(struct acceptor *acceptor)
{
    close(acceptor->listener); // expect: close-without-wake
    task_end(acceptor->task);
}

static void ticker_stop(struct ticker *ticker)
{
    ticker->stop = 1;
    task_end(ticker->task);
}

int main(void)
{
    struct acceptor acceptor;
    struct ticker ticker;
    if (acceptor_start(&acceptor) < 0)
        return 1;
    wait_until_blocked();
    ticker_start(&ticker);

    expect_hang();
    ticker_stop(&ticker);
    acceptor_stop(&acceptor);
    return teardown_ended();
}
