/* The thread waits for a wide character, in a function that it got through a table. */
#include <threads.h>
#include <wchar.h>

#include "../hang.h"

struct source {
    FILE *fp;
    int (*run)(void *source);
    thrd_t thread;
};

static int count_characters(void *arg)
{
    struct source *s = arg;
    int count = 0;
    while (fgetwc(s->fp) != WEOF)
        count++;
    return count;
}

static int source_start(struct source *s, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    s->fp = fdopen(fd, "r");
    if (s->fp == NULL) {
        close(fd);
        return -1;
    }
    s->run = count_characters;
    if (thrd_create(&s->thread, s->run, s) != thrd_success) {
        fclose(s->fp);
        return -1;
    }
    return 0;
}

static void source_stop(struct source *s)
{
    fclose(s->fp); // expect: locked-stream-close
    thrd_join(s->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct source s;
    if (listener < 0 || source_start(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    source_stop(&s);
    close(listener);
    return teardown_ended();
}
