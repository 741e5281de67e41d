/* Detached threads are counted; the server closes their lines and waits for a zero that never comes. */
#include <pthread.h>

#include "../hang.h"

enum { CLIENTS_MAX = 3 };

struct server {
    int clients[CLIENTS_MAX];
    int count;
    int running;
    pthread_mutex_t lock;
    pthread_cond_t idle;
};

struct task {
    struct server *server;
    int fd;
};

static void *handle_client(void *arg)
{
    struct task *task = arg;
    struct server *server = task->server;
    char request[128];

    while (read(task->fd, request, sizeof request) > 0)
        continue;
    free(task);

    pthread_mutex_lock(&server->lock);
    if (--server->running == 0)
        pthread_cond_broadcast(&server->idle);
    pthread_mutex_unlock(&server->lock);
    return NULL;
}

static int server_add(struct server *server, int listener)
{
    struct task *task = malloc(sizeof *task);
    if (task == NULL)
        return -1;
    int fd = accept(listener, NULL, NULL);
    if (fd < 0) {
        free(task);
        return -1;
    }
    task->server = server;
    task->fd = fd;

    pthread_t thread;
    if (pthread_create(&thread, NULL, handle_client, task) != 0) {
        close(fd);
        free(task);
        return -1;
    }
    pthread_detach(thread);

    pthread_mutex_lock(&server->lock);
    server->clients[server->count++] = fd;
    server->running++;
    pthread_mutex_unlock(&server->lock);
    return 0;
}

static void server_stop(struct server *server)
{
    pthread_mutex_lock(&server->lock);
    for (int i = 0; i < server->count; i++)
        close(server->clients[i]); // expect-missed: close-without-wake
    while (server->running > 0)
        pthread_cond_wait(&server->idle, &server->lock);
    pthread_mutex_unlock(&server->lock);
}

int main(void)
{
    struct server server = {
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .idle = PTHREAD_COND_INITIALIZER,
    };
    int peers[CLIENTS_MAX];
    int listener = listen_on_loopback();
    for (int i = 0; i < CLIENTS_MAX; i++) {
        peers[i] = connect_to_loopback(listener);
        if (peers[i] < 0 || server_add(&server, listener) < 0)
            return 1;
    }
    wait_until_blocked();
    expect_hang();
    server_stop(&server);
    for (int i = 0; i < CLIENTS_MAX; i++)
        close(peers[i]);
    close(listener);
    return teardown_ended();
}
