/* A string that grows, in an arena. Floor 0. */
#ifndef CLOSEWAIT_BASE_BUF_H
#define CLOSEWAIT_BASE_BUF_H

#include <stddef.h>

#include "base/arena.h"

/* s is always zero-terminated once something was added, and NULL before. */
struct buf {
	struct arena *arena;
	char *s;
	size_t n, cap;
};

#define BUF_IN(a) ((struct buf){.arena = (a)})

void buf_add(struct buf *b, const char *s);
void buf_add_bytes(struct buf *b, const char *s, size_t n);
void buf_add_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text so far: "" when nothing was added. Valid until the next addition. */
const char *buf_text(const struct buf *b);

#endif
