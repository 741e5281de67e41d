/* What is written has a stream of its own; fflush on it does not wait for the reader. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct link {
    FILE *in;
    FILE *out;
    pthread_t thread;
};

static void *link_read(void *arg)
{
    struct link *link = arg;
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, link->in) > 0)
        continue;
    free(line);
    return NULL;
}

static int link_open(struct link *link, int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    link->in = fdopen(fd, "r+");
    if (link->in == NULL) {
        close(fd);
        return -1;
    }
    int copy = dup(fd);
    link->out = copy < 0 ? NULL : fdopen(copy, "w");
    if (link->out == NULL) {
        if (copy >= 0)
            close(copy);
        fclose(link->in);
        return -1;
    }
    if (pthread_create(&link->thread, NULL, link_read, link) != 0) {
        fclose(link->out);
        fclose(link->in);
        return -1;
    }
    return 0;
}

static void link_close(struct link *link)
{
    fputs("QUIT\r\n", link->out);
    fflush(link->out);
    shutdown(fileno(link->in), SHUT_RDWR);
    pthread_join(link->thread, NULL);
    fclose(link->in);
    fclose(link->out);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct link link;
    if (listener < 0 || link_open(&link, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    link_close(&link);
    close(listener);
    return teardown_ended();
}
