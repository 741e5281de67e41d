/* freopen closes what the stream was on, and needs its lock for that. */
#include <pthread.h>

#include "../hang.h"

struct console {
    FILE *in;
    pthread_t thread;
};

static void *console_main(void *arg)
{
    struct console *c = arg;
    char line[64];
    while (fgets(line, sizeof line, c->in))
        continue;
    return NULL;
}

static int console_start(struct console *c, int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    c->in = fdopen(fd, "r");
    if (!c->in) {
        close(fd);
        return -1;
    }
    if (pthread_create(&c->thread, NULL, console_main, c) != 0) {
        fclose(c->in);
        return -1;
    }
    return 0;
}

/* Nothing more is to come in: later reads find an empty file. */
static void console_silence(struct console *c)
{
    c->in = freopen("/dev/null", "r", c->in); // expect: locked-stream-close
    pthread_join(c->thread, NULL);
    if (c->in)
        fclose(c->in);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct console c;
    if (console_start(&c, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    console_silence(&c);
    close(peer);
    close(listener);
    return teardown_ended();
}
