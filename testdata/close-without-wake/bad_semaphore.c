/* The reader posts a semaphore at its end; whoever closes the line waits for it in vain. */
#include <pthread.h>
#include <semaphore.h>

#include "../hang.h"

struct tap {
    int sock;
    sem_t done;
};

static void *tap_read(void *arg)
{
    struct tap *t = arg;
    struct msghdr msg = {0};
    char data[256];
    struct iovec iov = {.iov_base = data, .iov_len = sizeof data};
    msg.msg_iov = &iov;
    msg.msg_iovlen = 1;

    while (recvmsg(t->sock, &msg, 0) > 0)
        continue;
    sem_post(&t->done);
    return NULL;
}

static int tap_start(struct tap *t, int listener)
{
    pthread_attr_t detached;
    pthread_t thread;

    t->sock = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (t->sock < 0)
        return -1;
    sem_init(&t->done, 0, 0);
    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    int error = pthread_create(&thread, &detached, tap_read, t);
    pthread_attr_destroy(&detached);
    if (error != 0) {
        close(t->sock);
        return -1;
    }
    return 0;
}

static void tap_stop(struct tap *t)
{
    close(t->sock); // expect: close-without-wake
    sem_wait(&t->done);
    sem_destroy(&t->done);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct tap t;
    if (tap_start(&t, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    tap_stop(&t);
    close(peer);
    close(listener);
    return teardown_ended();
}
