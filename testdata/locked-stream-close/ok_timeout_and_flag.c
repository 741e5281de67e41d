/* The line has a receive timeout: fgets fails each 50 ms, and the reader leaves when it is told to. */
// expect: nothing
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/time.h>

#include "../hang.h"

struct status {
    FILE *fp;
    atomic_int stop;
    pthread_t thread;
};

static void *status_main(void *arg)
{
    struct status *s = arg;
    char line[100];
    while (!s->stop) {
        if (fgets(line, sizeof line, s->fp) != NULL)
            continue;
        if (feof(s->fp) || errno != EAGAIN)
            break;
        clearerr(s->fp);
    }
    return NULL;
}

static int status_start(struct status *s, int listener)
{
    struct timeval t = {.tv_usec = 50000};
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    s->stop = 0;
    if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t) < 0) {
        close(fd);
        return -1;
    }
    s->fp = fdopen(fd, "r");
    if (s->fp == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&s->thread, NULL, status_main, s) != 0) {
        fclose(s->fp);
        return -1;
    }
    return 0;
}

static void status_stop(struct status *s)
{
    s->stop = 1;
    pthread_join(s->thread, NULL);
    fclose(s->fp);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct status s;
    if (listener < 0 || status_start(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    status_stop(&s);
    close(listener);
    return teardown_ended();
}
