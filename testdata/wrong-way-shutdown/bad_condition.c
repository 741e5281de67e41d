/* The wait is for a count of senders; SHUT_RD gets none of them out of send. */
// level: possible
#include <pthread.h>

#include "../hang.h"

struct outbox {
    int fd;
    int senders;
    pthread_mutex_t lock;
    pthread_cond_t empty;
};

static void *outbox_send(void *arg)
{
    struct outbox *box = arg;
    static const char letter[20000];
    while (send(box->fd, letter, sizeof letter, MSG_NOSIGNAL) > 0)
        continue;

    pthread_mutex_lock(&box->lock);
    if (--box->senders == 0)
        pthread_cond_signal(&box->empty);
    pthread_mutex_unlock(&box->lock);
    return NULL;
}

static int outbox_add_sender(struct outbox *box)
{
    pthread_t thread;
    pthread_mutex_lock(&box->lock);
    int error = pthread_create(&thread, NULL, outbox_send, box);
    if (error == 0) {
        pthread_detach(thread);
        box->senders++;
    }
    pthread_mutex_unlock(&box->lock);
    return error;
}

static void outbox_close(struct outbox *box)
{
    shutdown(box->fd, SHUT_RD); // expect: wrong-way-shutdown
    pthread_mutex_lock(&box->lock);
    while (box->senders > 0)
        pthread_cond_wait(&box->empty, &box->lock);
    pthread_mutex_unlock(&box->lock);
    close(box->fd);
}

int main(void)
{
    struct outbox box = {
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .empty = PTHREAD_COND_INITIALIZER,
    };
    int listener = listen_on_loopback();
    box.fd = connect_to_loopback(listener);
    if (box.fd < 0 || outbox_add_sender(&box) != 0 || outbox_add_sender(&box) != 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    outbox_close(&box);
    close(listener);
    return teardown_ended();
}
