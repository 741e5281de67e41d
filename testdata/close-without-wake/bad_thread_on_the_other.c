/* Two lines are closed and one thread is joined: it is blocked on the one that was not shut down. */
#include <pthread.h>

#include "../hang.h"

struct ftp {
    int control;
    int data;
    pthread_t receiver;
};

static void *ftp_receive(void *arg)
{
    struct ftp *ftp = arg;
    char block[8192];
    while (recv(ftp->control, block, sizeof block, 0) > 0)
        continue;
    return NULL;
}

static int ftp_open(struct ftp *ftp, int listener)
{
    ftp->control = connect_to_loopback(listener);
    if (ftp->control < 0)
        return -1;
    ftp->data = connect_to_loopback(listener);
    if (ftp->data < 0) {
        close(ftp->control);
        return -1;
    }
    if (pthread_create(&ftp->receiver, NULL, ftp_receive, ftp) != 0) {
        close(ftp->data);
        close(ftp->control);
        return -1;
    }
    return 0;
}

static void ftp_close(struct ftp *ftp)
{
    shutdown(ftp->data, SHUT_RDWR);
    close(ftp->control); // expect: close-without-wake
    pthread_join(ftp->receiver, NULL);
    close(ftp->data);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct ftp ftp;
    if (listener < 0 || ftp_open(&ftp, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    ftp_close(&ftp);
    close(listener);
    return teardown_ended();
}
