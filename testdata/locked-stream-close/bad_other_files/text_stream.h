#ifndef TEXT_STREAM_H
#define TEXT_STREAM_H

#include <stddef.h>

struct text_stream;

/* A stream of text over fd, which it owns. NULL when it cannot be made; fd is still the caller's then. */
struct text_stream *text_stream_new(int fd);
int text_stream_line(struct text_stream *s, char *buf, size_t size);
void text_stream_hang_up(struct text_stream *s);
void text_stream_free(struct text_stream *s);

#endif
