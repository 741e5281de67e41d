/* Our writer is blocked; the other end of the pair no longer reads: send fails with EPIPE. */
// expect: nothing
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct feed {
    int in;
    int out;
    pthread_t writer;
};

static void *feed_write(void *arg)
{
    struct feed *f = arg;
    static const char block[10000];
    while (send(f->in, block, sizeof block, MSG_NOSIGNAL) > 0)
        continue;
    return NULL;
}

static int feed_start(struct feed *f)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    f->in = ends[0];
    f->out = ends[1];
    if (pthread_create(&f->writer, NULL, feed_write, f) != 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void feed_stop(struct feed *f)
{
    shutdown(f->out, SHUT_RD);
    pthread_join(f->writer, NULL);
    close(f->in);
    close(f->out);
}

int main(void)
{
    struct feed f;
    if (feed_start(&f) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    feed_stop(&f);
    return teardown_ended();
}
