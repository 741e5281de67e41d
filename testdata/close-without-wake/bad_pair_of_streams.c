/* Two streams, one to read and one to write: fclose of the writing one is no end for the reader. */
#include <pthread.h>

#include "../hang.h"

struct irc {
    FILE *in;
    FILE *out;
    pthread_t thread;
};

static void *irc_read(void *arg)
{
    struct irc *irc = arg;
    char line[512];
    while (fgets(line, sizeof line, irc->in) != NULL) {
        if (strncmp(line, "ERROR", 5) == 0)
            break;
    }
    return NULL;
}

static int irc_connect(struct irc *irc, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    int other = dup(fd);
    if (other < 0) {
        close(fd);
        return -1;
    }
    irc->in = fdopen(fd, "r");
    if (irc->in == NULL) {
        close(fd);
        close(other);
        return -1;
    }
    irc->out = fdopen(other, "w");
    if (irc->out == NULL) {
        fclose(irc->in);
        close(other);
        return -1;
    }
    if (pthread_create(&irc->thread, NULL, irc_read, irc) != 0) {
        fclose(irc->in);
        fclose(irc->out);
        return -1;
    }
    return 0;
}

static void irc_quit(struct irc *irc)
{
    fputs("QUIT :bye\r\n", irc->out);
    fclose(irc->out); // expect: close-without-wake
    pthread_join(irc->thread, NULL);
    fclose(irc->in);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct irc irc;
    if (listener < 0 || irc_connect(&irc, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    irc_quit(&irc);
    close(listener);
    return teardown_ended();
}
