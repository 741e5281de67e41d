#include "text_stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

struct text_stream {
    FILE *fp;
    unsigned lines;
};

struct text_stream *text_stream_new(int fd)
{
    struct text_stream *s = malloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->lines = 0;
    s->fp = fdopen(fd, "r+");
    if (s->fp == NULL) {
        free(s);
        return NULL;
    }
    return s;
}

int text_stream_line(struct text_stream *s, char *buf, size_t size)
{
    if (fgets(buf, (int)size, s->fp) == NULL)
        return 0;
    s->lines++;
    return 1;
}

void text_stream_hang_up(struct text_stream *s)
{
    shutdown(fileno(s->fp), SHUT_RDWR);
}

void text_stream_free(struct text_stream *s)
{
    fclose(s->fp);
    free(s);
}
