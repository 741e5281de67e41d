#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/trouble.h"

enum { FIRST_CAPACITY = 128 };

static void reserve(struct buf *b, size_t more) {
	size_t need = b->n + more + 1;
	if (need <= b->cap) return;
	size_t cap = b->cap ? b->cap : FIRST_CAPACITY;
	while (cap < need) cap *= 2;
	char *larger = arena_alloc(b->arena, cap);
	if (b->n) memcpy(larger, b->s, b->n);
	b->s = larger;
	b->cap = cap;
}

void buf_add_bytes(struct buf *b, const char *s, size_t n) {
	reserve(b, n);
	if (n) memcpy(b->s + b->n, s, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void buf_add(struct buf *b, const char *s) {
	buf_add_bytes(b, s, strlen(s));
}

void buf_add_char(struct buf *b, char c) {
	buf_add_bytes(b, &c, 1);
}

void buf_printf(struct buf *b, const char *format, ...) {
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0) bug("bad format '%s'", format);
	reserve(b, (size_t)len);
	vsnprintf(b->s + b->n, (size_t)len + 1, format, again);
	va_end(again);
	b->n += (size_t)len;
}

const char *buf_text(const struct buf *b) {
	return b->s ? b->s : "";
}
