/* The line under the stream is shut down: getc returns EOF, the thread ends, the stream is closed. */
// expect: nothing
#include <threads.h>

#include "../hang.h"

struct tape {
    FILE *stream;
    thrd_t reader;
    unsigned sum;
};

static int tape_read(void *arg)
{
    struct tape *t = arg;
    int c;
    while ((c = getc(t->stream)) != EOF)
        t->sum += (unsigned)c;
    return 0;
}

static int tape_start(struct tape *t, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    t->sum = 0;
    t->stream = fdopen(fd, "rb");
    if (t->stream == NULL) {
        close(fd);
        return -1;
    }
    if (thrd_create(&t->reader, tape_read, t) != thrd_success) {
        fclose(t->stream);
        return -1;
    }
    return 0;
}

static void tape_stop(struct tape *t)
{
    shutdown(fileno(t->stream), SHUT_RDWR);
    thrd_join(t->reader, NULL);
    fclose(t->stream);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct tape t;
    if (listener < 0 || tape_start(&t, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    tape_stop(&t);
    close(listener);
    return teardown_ended();
}
