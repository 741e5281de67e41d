/* Two threads may close the connection; the second one to come finds it closing, and returns. */
// expect: nothing
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    atomic_flag closing;
};

static int conn_open(struct conn *c, int listener)
{
    atomic_flag_clear(&c->closing);
    c->fd = connect_to_loopback(listener);
    return c->fd < 0 ? -1 : 0;
}

static void conn_close(struct conn *c)
{
    if (atomic_flag_test_and_set(&c->closing))
        return;
    close(c->fd);
}

static void *watchdog(void *arg)
{
    conn_close(arg);
    return NULL;
}

static void visit(int listener)
{
    struct conn c;
    pthread_t thread;
    if (conn_open(&c, listener) < 0)
        return;
    int watched = pthread_create(&thread, NULL, watchdog, &c) == 0;
    conn_close(&c);
    if (watched)
        pthread_join(thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
