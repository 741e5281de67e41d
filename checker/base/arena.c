#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/trouble.h"

enum { CHUNK_BYTES = 64 * 1024, ALIGNMENT = 16 };

struct arena_chunk {
	struct arena_chunk *previous;
	size_t size; /* usable bytes */
	size_t used;
	_Alignas(ALIGNMENT) char bytes[];
};

struct arena {
	const char *name;
	struct arena_chunk *chunk;
	size_t handed_out;
};

struct arena *arena_new(const char *name) {
	struct arena *a = calloc(1, sizeof *a);
	if (!a) fatal("out of memory (%s)", name);
	a->name = name;
	return a;
}

static void free_chunks(struct arena *a, const struct arena_chunk *until) {
	while (a->chunk != until) {
		struct arena_chunk *previous = a->chunk->previous;
		free(a->chunk);
		a->chunk = previous;
	}
}

void arena_free(struct arena *a) {
	if (!a) return;
	free_chunks(a, NULL);
	free(a);
}

static void add_chunk(struct arena *a, size_t size) {
	size_t usable = size > CHUNK_BYTES ? size : CHUNK_BYTES;
	struct arena_chunk *chunk = malloc(sizeof *chunk + usable);
	if (!chunk) fatal("out of memory (%s, %zu bytes)", a->name, usable);
	chunk->previous = a->chunk;
	chunk->size = usable;
	chunk->used = 0;
	a->chunk = chunk;
}

void *arena_alloc(struct arena *a, size_t size) {
	if (size > SIZE_MAX - CHUNK_BYTES) fatal("out of memory (%s, %zu bytes)", a->name, size);
	size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	if (!a->chunk || a->chunk->size - a->chunk->used < size) add_chunk(a, size);
	void *p = a->chunk->bytes + a->chunk->used;
	a->chunk->used += size;
	a->handed_out += size;
	return memset(p, 0, size);
}

char *arena_copy(struct arena *a, const char *s, size_t len) {
	char *copy = arena_alloc(a, len + 1);
	if (len) memcpy(copy, s, len);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s) {
	return arena_copy(a, s, strlen(s));
}

char *arena_vprintf(struct arena *a, const char *format, va_list args) {
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	if (len < 0) bug("bad format '%s'", format);
	char *s = arena_alloc(a, (size_t)len + 1);
	vsnprintf(s, (size_t)len + 1, format, again);
	va_end(again);
	return s;
}

char *arena_printf(struct arena *a, const char *format, ...) {
	va_list args;
	va_start(args, format);
	char *s = arena_vprintf(a, format, args);
	va_end(args);
	return s;
}

struct arena_mark arena_mark(const struct arena *a) {
	return (struct arena_mark){a->chunk, a->chunk ? a->chunk->used : 0};
}

void arena_reset(struct arena *a, struct arena_mark mark) {
	free_chunks(a, mark.chunk);
	if (a->chunk) a->chunk->used = mark.used;
}

void arena_take(struct arena *into, struct arena *from) {
	struct arena_chunk *last = from->chunk;
	while (last && last->previous) last = last->previous;
	if (last && into->chunk) {
		last->previous = into->chunk->previous;
		into->chunk->previous = from->chunk;
	} else if (last) {
		into->chunk = from->chunk;
	}
	into->handed_out += from->handed_out;
	free(from);
}

size_t arena_used(const struct arena *a) {
	return a->handed_out;
}
