/* The eventfd in the poll set is written before the join, and both are closed after it. */
// expect: nothing
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/eventfd.h>

#include "../hang.h"

struct channel {
    int sock;
    int cancel_fd;
    pthread_t receiver;
};

/* Waits for data. Returns 0 when there is some, -1 when the channel is cancelled. */
static int channel_wait(const struct channel *ch)
{
    struct pollfd fds[2] = {
        {.fd = ch->sock, .events = POLLIN},
        {.fd = ch->cancel_fd, .events = POLLIN},
    };
    if (poll(fds, 2, -1) < 0 || fds[1].revents != 0)
        return -1;
    return fds[0].revents & POLLNVAL ? -1 : 0;
}

static void *channel_receive(void *arg)
{
    struct channel *ch = arg;
    char buf[256];
    while (channel_wait(ch) == 0) {
        if (recv(ch->sock, buf, sizeof buf, MSG_DONTWAIT) == 0)
            break;
    }
    return NULL;
}

static int channel_open(struct channel *ch, int listener)
{
    ch->cancel_fd = eventfd(0, EFD_CLOEXEC);
    if (ch->cancel_fd < 0)
        return -1;
    ch->sock = connect_to_loopback(listener);
    if (ch->sock < 0) {
        close(ch->cancel_fd);
        return -1;
    }
    if (pthread_create(&ch->receiver, NULL, channel_receive, ch) != 0) {
        close(ch->sock);
        close(ch->cancel_fd);
        return -1;
    }
    return 0;
}

static void channel_close(struct channel *ch)
{
    uint64_t one = 1;
    if (write(ch->cancel_fd, &one, sizeof one) < 0)
        perror("eventfd");
    pthread_join(ch->receiver, NULL);
    close(ch->sock);
    close(ch->cancel_fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct channel ch;
    if (listener < 0 || channel_open(&ch, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    channel_close(&ch);
    close(listener);
    return teardown_ended();
}
