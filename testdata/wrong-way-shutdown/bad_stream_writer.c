/* The writer is in fputs on a stream; SHUT_RD on its descriptor is of no help. */
// level: possible
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

struct report {
    FILE *out;
    pthread_t thread;
};

static void *report_write(void *arg)
{
    struct report *r = arg;
    while (fputs("one more line of a report that is long enough to fill every buffer\n", r->out) >= 0)
        continue;
    return NULL;
}

static int report_start(struct report *r, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    r->out = fdopen(fd, "w");
    if (r->out == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&r->thread, NULL, report_write, r) != 0) {
        fclose(r->out);
        return -1;
    }
    return 0;
}

static void report_cancel(struct report *r)
{
    shutdown(fileno(r->out), SHUT_RD); // expect: wrong-way-shutdown
    pthread_join(r->thread, NULL);
    fclose(r->out);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct report r;
    signal(SIGPIPE, SIG_IGN);
    if (listener < 0 || report_start(&r, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    report_cancel(&r);
    close(listener);
    return teardown_ended();
}
