/* Two members name one line, and the thread reads by the one while the other is shut down. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct talk {
    int reading;
    int writing;
    pthread_t receiver;
};

static void *talk_receive(void *arg)
{
    struct talk *talk = arg;
    char block[8192];
    while (recv(talk->reading, block, sizeof block, 0) > 0)
        continue;
    return NULL;
}

static int talk_open(struct talk *talk, int listener)
{
    talk->reading = connect_to_loopback(listener);
    if (talk->reading < 0)
        return -1;
    talk->writing = talk->reading;
    if (pthread_create(&talk->receiver, NULL, talk_receive, talk) != 0) {
        close(talk->reading);
        return -1;
    }
    return 0;
}

static void talk_over(struct talk *talk)
{
    shutdown(talk->writing, SHUT_RDWR);
    close(talk->reading);
    pthread_join(talk->receiver, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct talk talk;
    if (listener < 0 || talk_open(&talk, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    talk_over(&talk);
    close(listener);
    return teardown_ended();
}
