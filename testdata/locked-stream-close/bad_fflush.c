/* fflush on the stream that another thread reads waits for that thread. */
#include <pthread.h>

#include "../hang.h"

struct link {
    FILE *in;
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
    if (pthread_create(&link->thread, NULL, link_read, link) != 0) {
        fclose(link->in);
        return -1;
    }
    return 0;
}

static void link_close(struct link *link)
{
    fflush(link->in); // expect: locked-stream-close
    shutdown(fileno(link->in), SHUT_RDWR);
    pthread_join(link->thread, NULL);
    fclose(link->in);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct link link;
    if (listener < 0 || link_open(&link, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    link_close(&link);
    close(listener);
    return teardown_ended();
}
