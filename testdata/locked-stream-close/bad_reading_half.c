/* Of the two streams on the line the one that is being read is closed first. */
#include <pthread.h>

#include "../hang.h"

struct telnet {
    FILE *from;
    FILE *to;
    pthread_t echo;
};

static void *telnet_echo(void *arg)
{
    struct telnet *t = arg;
    int c;
    while ((c = fgetc(t->from)) != EOF)
        putchar(c);
    return NULL;
}

static int telnet_open(struct telnet *t, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    t->to = fdopen(fd, "w");
    if (t->to == NULL) {
        close(fd);
        return -1;
    }
    int copy = dup(fd);
    if (copy < 0) {
        fclose(t->to);
        return -1;
    }
    t->from = fdopen(copy, "r");
    if (t->from == NULL) {
        close(copy);
        fclose(t->to);
        return -1;
    }
    if (pthread_create(&t->echo, NULL, telnet_echo, t) != 0) {
        fclose(t->from);
        fclose(t->to);
        return -1;
    }
    return 0;
}

static void telnet_close(struct telnet *t)
{
    fputs("logout\n", t->to);
    fclose(t->from); // expect: locked-stream-close
    fclose(t->to);
    pthread_join(t->echo, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct telnet t;
    if (listener < 0 || telnet_open(&t, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    telnet_close(&t);
    close(listener);
    return teardown_ended();
}
