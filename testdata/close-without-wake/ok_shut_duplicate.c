/* The original is closed, and the line shut through the duplicate, which is still there. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct session {
    int fd;
    FILE *in;
    pthread_t reader;
    int lines;
};

static void *session_read(void *arg)
{
    struct session *s = arg;
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, s->in) != -1)
        s->lines++;
    free(line);
    fclose(s->in);
    return NULL;
}

static int session_open(struct session *s, int listener)
{
    s->lines = 0;
    s->fd = connect_to_loopback(listener);
    if (s->fd < 0)
        return -1;

    int copy = dup(s->fd);
    s->in = copy < 0 ? NULL : fdopen(copy, "r");
    if (s->in == NULL) {
        if (copy >= 0)
            close(copy);
        close(s->fd);
        return -1;
    }
    if (pthread_create(&s->reader, NULL, session_read, s) != 0) {
        fclose(s->in);
        close(s->fd);
        return -1;
    }
    return 0;
}

static void session_close(struct session *s)
{
    close(s->fd);
    shutdown(fileno(s->in), SHUT_RDWR);
    pthread_join(s->reader, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct session s;
    if (listener < 0 || session_open(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    session_close(&s);
    close(listener);
    return teardown_ended();
}
