/* Data and control have a thread each; only the data line is shut down before both are joined. */
#include <pthread.h>

#include "../hang.h"

struct line {
    int fd;
    pthread_t thread;
};

struct transfer {
    struct line control;
    struct line data;
};

static void *line_read(void *arg)
{
    struct line *line = arg;
    char buf[512];
    while (recv(line->fd, buf, sizeof buf, 0) > 0)
        continue;
    return NULL;
}

static int line_start(struct line *line, int listener)
{
    line->fd = connect_to_loopback(listener);
    if (line->fd < 0)
        return -1;
    if (pthread_create(&line->thread, NULL, line_read, line) != 0) {
        close(line->fd);
        return -1;
    }
    return 0;
}

static void transfer_abort(struct transfer *t)
{
    shutdown(t->data.fd, SHUT_RDWR);
    pthread_join(t->data.thread, NULL);
    pthread_join(t->control.thread, NULL); // expect: join-before-wake
    close(t->data.fd);
    close(t->control.fd);
}

int main(void)
{
    struct transfer t;
    int listener = listen_on_loopback();
    if (listener < 0 || line_start(&t.control, listener) < 0 || line_start(&t.data, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    transfer_abort(&t);
    close(listener);
    return teardown_ended();
}
