/* "All was said" is the first step of a goodbye; the second one, for the reader, is missing. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct talk {
    int us;
    int them;
    pthread_t listener;
};

static void *talk_listen(void *arg)
{
    struct talk *t = arg;
    char words[256];
    while (read(t->us, words, sizeof words) > 0)
        continue;
    return NULL;
}

static int talk_start(struct talk *t)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0)
        return -1;
    t->us = pair[0];
    t->them = pair[1];
    if (pthread_create(&t->listener, NULL, talk_listen, t) != 0) {
        close(pair[0]);
        close(pair[1]);
        return -1;
    }
    return 0;
}

static void talk_end(struct talk *t)
{
    char last[64];
    send(t->us, "bye", 3, MSG_NOSIGNAL);
    shutdown(t->us, SHUT_WR); // expect-missed: wrong-way-shutdown
    recv(t->them, last, sizeof last, 0);
    pthread_join(t->listener, NULL);
    close(t->us);
    close(t->them);
}

int main(void)
{
    struct talk t;
    if (talk_start(&t) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    talk_end(&t);
    return teardown_ended();
}
