/* A writer that is blocked in fwrite holds the lock as a reader does. */
#include <pthread.h>
#include <signal.h>

#include "../hang.h"

struct exporter {
    FILE *out;
    pthread_t thread;
};

static void *exporter_main(void *arg)
{
    struct exporter *e = arg;
    static const char row[4096];
    while (fwrite(row, sizeof row, 1, e->out) == 1)
        continue;
    return NULL;
}

static int exporter_start(struct exporter *e, int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    e->out = fdopen(fd, "w");
    if (e->out == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&e->thread, NULL, exporter_main, e) != 0) {
        fclose(e->out);
        return -1;
    }
    return 0;
}

static void exporter_stop(struct exporter *e)
{
    fclose(e->out); // expect: locked-stream-close
    pthread_join(e->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct exporter e;
    signal(SIGPIPE, SIG_IGN);
    if (exporter_start(&e, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    exporter_stop(&e);
    close(peer);
    close(listener);
    return teardown_ended();
}
