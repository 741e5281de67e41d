/* A reader and a writer on one line: SHUT_RD ends the one, and the join of the other hangs. */
// level: possible
#include <pthread.h>

#include "../hang.h"

struct duplex {
    int sock;
    pthread_t reader;
    pthread_t writer;
};

static void *duplex_read(void *arg)
{
    struct duplex *d = arg;
    char buf[1024];
    while (recv(d->sock, buf, sizeof buf, 0) > 0)
        continue;
    return NULL;
}

static void *duplex_write(void *arg)
{
    struct duplex *d = arg;
    static char buf[1 << 16];
    struct iovec part = {.iov_base = buf, .iov_len = sizeof buf};
    struct msghdr msg = {.msg_iov = &part, .msg_iovlen = 1};
    while (sendmsg(d->sock, &msg, MSG_NOSIGNAL) > 0)
        continue;
    return NULL;
}

static int duplex_start(struct duplex *d, int listener)
{
    d->sock = connect_to_loopback(listener);
    if (d->sock < 0)
        return -1;
    if (pthread_create(&d->reader, NULL, duplex_read, d) != 0 ||
        pthread_create(&d->writer, NULL, duplex_write, d) != 0)
        abort();
    return 0;
}

static void duplex_stop(struct duplex *d)
{
    shutdown(d->sock, SHUT_RD); // expect: wrong-way-shutdown
    pthread_join(d->reader, NULL);
    pthread_join(d->writer, NULL);
    close(d->sock);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct duplex d;
    if (listener < 0 || duplex_start(&d, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    duplex_stop(&d);
    close(listener);
    return teardown_ended();
}
