/* Each worker has a stream, or none when it could not be made; a loop closes those that are there. */
// expect: nothing
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../truth.h"

struct workers {
    FILE **streams;
    int n;
};

static FILE *stream_to(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return NULL;
    FILE *stream = fdopen(fd, "r+");
    if (!stream)
        close(fd);
    return stream;
}

static struct workers *workers_new(int n, int listener)
{
    struct workers *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    w->n = n;
    w->streams = calloc((size_t)n, sizeof *w->streams);
    if (!w->streams) {
        free(w);
        return NULL;
    }
    for (int i = 0; i < w->n; i++)
        w->streams[i] = stream_to(listener);
    return w;
}

static void workers_free(struct workers *w)
{
    if (!w)
        return;
    if (w->streams) {
        for (int i = 0; i < w->n; i++)
            if (w->streams[i])
                fclose(w->streams[i]);
        free(w->streams);
    }
    free(w);
}

static void try_config(int listener)
{
    struct workers *w = workers_new(3, listener);
    workers_free(w);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    try_config(listener);
    return expect_no_leak(before);
}
