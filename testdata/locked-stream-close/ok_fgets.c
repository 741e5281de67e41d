/* shutdown brings the reader out of fgets and thereby out of the lock; then the stream can be closed. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct conn {
    FILE *fp;
    pthread_t reader;
    int lines;
};

static void *conn_read(void *arg)
{
    struct conn *c = arg;
    char line[256];
    while (fgets(line, sizeof line, c->fp) != NULL)
        c->lines++;
    return NULL;
}

static int conn_start(struct conn *c, int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    c->lines = 0;
    c->fp = fdopen(fd, "r+");
    if (c->fp == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&c->reader, NULL, conn_read, c) != 0) {
        fclose(c->fp);
        return -1;
    }
    return 0;
}

static void conn_stop(struct conn *c)
{
    shutdown(fileno(c->fp), SHUT_RDWR);
    pthread_join(c->reader, NULL);
    fclose(c->fp);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct conn c;
    if (conn_start(&c, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    conn_stop(&c);
    close(peer);
    close(listener);
    return teardown_ended();
}
