/* The program closes the other end of the pair: its thread reads the end of the line. */
// expect: nothing
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct mailbox {
    int in;
    int out;
    pthread_t thread;
    int mails;
};

static void *mailbox_drain(void *arg)
{
    struct mailbox *box = arg;
    char mail[64];
    while (recv(box->in, mail, sizeof mail, 0) > 0)
        box->mails++;
    return NULL;
}

static int mailbox_open(struct mailbox *box)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) < 0)
        return -1;
    box->in = ends[0];
    box->out = ends[1];
    box->mails = 0;
    if (pthread_create(&box->thread, NULL, mailbox_drain, box) != 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void mailbox_close(struct mailbox *box)
{
    close(box->out);
    pthread_join(box->thread, NULL);
    close(box->in);
}

int main(void)
{
    struct mailbox box;
    if (mailbox_open(&box) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    mailbox_close(&box);
    return teardown_ended();
}
