/* The goodbye goes around the stream, through its descriptor. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct smtp {
    FILE *stream;
    pthread_t reader;
    int last_code;
};

static void *smtp_replies(void *arg)
{
    struct smtp *s = arg;
    int code;
    while (fscanf(s->stream, "%d%*[^\n]", &code) == 1)
        s->last_code = code;
    return NULL;
}

static int smtp_open(struct smtp *s, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    s->last_code = 0;
    s->stream = fdopen(fd, "r+");
    if (s->stream == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&s->reader, NULL, smtp_replies, s) != 0) {
        fclose(s->stream);
        return -1;
    }
    return 0;
}

static void smtp_close(struct smtp *s)
{
    send(fileno(s->stream), "QUIT\r\n", 6, MSG_NOSIGNAL);
    shutdown(fileno(s->stream), SHUT_RDWR);
    pthread_join(s->reader, NULL);
    fclose(s->stream);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct smtp s;
    if (listener < 0 || smtp_open(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    smtp_close(&s);
    close(listener);
    return teardown_ended();
}
