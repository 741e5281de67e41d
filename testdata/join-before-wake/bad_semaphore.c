/* The wait is for a semaphore that the reader posts when its line has ended; nobody ends it before. */
#include <pthread.h>
#include <semaphore.h>

#include "../hang.h"

static struct {
    int fd;
    sem_t ended;
} tail;

static void *tail_main(void *unused)
{
    char buf[128];
    (void)unused;
    while (recv(tail.fd, buf, sizeof buf, 0) > 0)
        continue;
    sem_post(&tail.ended);
    return NULL;
}

static int tail_open(int listener)
{
    pthread_t thread;
    tail.fd = connect_to_loopback(listener);
    if (tail.fd < 0)
        return -1;
    sem_init(&tail.ended, 0, 0);
    if (pthread_create(&thread, NULL, tail_main, NULL) != 0) {
        close(tail.fd);
        return -1;
    }
    pthread_detach(thread);
    return 0;
}

static void tail_close(void)
{
    sem_wait(&tail.ended); // expect: join-before-wake
    close(tail.fd);
    sem_destroy(&tail.ended);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0 || tail_open(listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    tail_close();
    close(listener);
    return teardown_ended();
}
