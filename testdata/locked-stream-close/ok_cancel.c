/* A thread that is cancelled in fgets gives up the lock of the stream. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct feed {
    FILE *fp;
    pthread_t thread;
};

static void *feed_main(void *arg)
{
    struct feed *f = arg;
    char line[256];
    while (fgets(line, sizeof line, f->fp) != NULL)
        continue;
    return NULL;
}

static int feed_start(struct feed *f, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    f->fp = fdopen(fd, "r");
    if (f->fp == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&f->thread, NULL, feed_main, f) != 0) {
        fclose(f->fp);
        return -1;
    }
    return 0;
}

static void feed_stop(struct feed *f)
{
    pthread_cancel(f->thread);
    pthread_join(f->thread, NULL);
    fclose(f->fp);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct feed f;
    if (listener < 0 || feed_start(&f, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    feed_stop(&f);
    close(listener);
    return teardown_ended();
}
