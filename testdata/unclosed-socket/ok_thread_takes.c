/* The accepted socket travels to a detached thread inside a void pointer, and ends there. */
// expect: nothing
#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static sem_t served;

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    send(fd, "hello\n", 6, MSG_NOSIGNAL);
    close(fd);
    sem_post(&served);
    return NULL;
}

static int accept_one(int listener)
{
    pthread_t thread;
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd) != 0) {
        close(fd);
        return -1;
    }
    pthread_detach(thread);
    return 0;
}

int main(void)
{
    sem_init(&served, 0, 0);
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    int before = open_descriptors();
    if (accept_one(listener) == 0)
        sem_wait(&served);
    int failed = expect_no_leak(before);

    close(client);
    close(listener);
    return failed;
}
