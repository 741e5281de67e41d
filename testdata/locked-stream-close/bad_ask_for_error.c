/* Even ferror takes the lock; the stream is asked while the reader is in it. */
#include <pthread.h>

#include "../hang.h"

struct pipe_line {
    FILE *fp;
    pthread_t thread;
    int failed;
};

static void *pipe_line_read(void *arg)
{
    struct pipe_line *p = arg;
    char line[120];
    while (fgets(line, sizeof line, p->fp) != NULL)
        continue;
    return NULL;
}

static int pipe_line_start(struct pipe_line *p, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    p->failed = 0;
    p->fp = fdopen(fd, "r");
    if (p->fp == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&p->thread, NULL, pipe_line_read, p) != 0) {
        fclose(p->fp);
        return -1;
    }
    return 0;
}

static void pipe_line_stop(struct pipe_line *p)
{
    p->failed = ferror(p->fp); // expect: locked-stream-close
    shutdown(fileno(p->fp), SHUT_RDWR);
    pthread_join(p->thread, NULL);
    fclose(p->fp);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct pipe_line p;
    if (listener < 0 || pipe_line_start(&p, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    pipe_line_stop(&p);
    close(listener);
    return teardown_ended();
}
