/* Threads of a list are interrupted and their lines closed in one turn, and waited for in another one. */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

struct instance {
    int fd;
    int is_enabled;
    pthread_t tid;
    struct instance *next;
};

static struct instance *instances;
static atomic_int terminate;

static void interrupted(int signal_number)
{
    (void)signal_number;
}

static void *instance_main(void *arg)
{
    struct instance *inst = arg;
    char buf[256];
    while (!terminate) {
        ssize_t n = recv(inst->fd, buf, sizeof buf, 0);
        if (n == 0 || (n < 0 && errno != EINTR))
            break;
    }
    return NULL;
}

static void instance_close(struct instance *inst)
{
    if (inst->fd >= 0) {
        close(inst->fd); // expect: nothing
        inst->fd = -1;
    }
}

static void run(void)
{
    struct instance *inst;
    for (inst = instances; inst != NULL; inst = inst->next)
        if (inst->is_enabled)
            pthread_create(&inst->tid, NULL, instance_main, inst);
    wait_until_blocked();
    expect_end();
    terminate = 1;
    for (inst = instances; inst != NULL; inst = inst->next) {
        if (inst->is_enabled) {
            pthread_kill(inst->tid, SIGUSR1);
            instance_close(inst);
        }
    }
    for (inst = instances; inst != NULL; inst = inst->next)
        if (inst->is_enabled)
            pthread_join(inst->tid, NULL);
}

int main(void)
{
    struct sigaction action = {.sa_handler = interrupted};
    int listener = listen_on_loopback();
    int peers[2];
    if (listener < 0 || sigaction(SIGUSR1, &action, NULL) < 0)
        return 1;
    for (int i = 0; i < 2; i++) {
        struct instance *inst = calloc(1, sizeof *inst);
        peers[i] = connect_to_loopback(listener);
        if (inst == NULL || peers[i] < 0)
            return 1;
        inst->fd = accept(listener, NULL, NULL);
        inst->is_enabled = inst->fd >= 0;
        inst->next = instances;
        instances = inst;
    }
    run();
    close(peers[0]);
    close(peers[1]);
    close(listener);
    return teardown_ended();
}
