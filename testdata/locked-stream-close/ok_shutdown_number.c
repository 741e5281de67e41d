/* The descriptor is shut down under the stream: fread returns, and fclose gets its lock. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct dump {
    FILE *in;
    pthread_t thread;
    size_t records;
};

static void *dump_main(void *arg)
{
    struct dump *d = arg;
    char record[40];
    while (fread(record, sizeof record, 1, d->in) == 1)
        d->records++;
    return NULL;
}

static int dump_start(struct dump *d, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    d->records = 0;
    d->in = fdopen(fd, "rb");
    if (d->in == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&d->thread, NULL, dump_main, d) != 0) {
        fclose(d->in);
        return -1;
    }
    return 0;
}

static void dump_stop(struct dump *d)
{
    shutdown(fileno(d->in), SHUT_RD);
    pthread_join(d->thread, NULL);
    fclose(d->in);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct dump d;
    if (listener < 0 || dump_start(&d, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    dump_stop(&d);
    close(listener);
    return teardown_ended();
}
