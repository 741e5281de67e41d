/* SHUT_WR ends what is sent; the own reader waits for what the other end, here our own, sends. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct channel {
    int fd;
    int other_end;
    pthread_t reader;
};

static void *channel_read(void *arg)
{
    struct channel *ch = arg;
    char buf[256];
    while (recv(ch->fd, buf, sizeof buf, 0) > 0)
        continue;
    return NULL;
}

static int channel_start(struct channel *ch)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    ch->fd = ends[0];
    ch->other_end = ends[1];
    if (pthread_create(&ch->reader, NULL, channel_read, ch) != 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void channel_stop(struct channel *ch)
{
    shutdown(ch->fd, SHUT_WR); // expect: wrong-way-shutdown
    pthread_join(ch->reader, NULL);
    close(ch->fd);
    close(ch->other_end);
}

int main(void)
{
    struct channel ch;
    if (channel_start(&ch) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    channel_stop(&ch);
    return teardown_ended();
}
