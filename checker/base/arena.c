#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/trouble.h"

enum {
	CHUNK_BYTES = 64 * 1024,
	/* A page of the larger kind, of x86-64 and others. What has handed out as much gets chunks of it: with small pages
	 * the kernel took a third of the time of a link, and the processor's search for them more. */
	LARGE_BYTES = 2 << 20,
	ALIGNMENT = 16
};

struct arena_chunk {
	struct arena_chunk *previous;
	size_t size; /* usable bytes */
	size_t used;
	_Alignas(ALIGNMENT) char bytes[];
};

struct arena {
	const char *name;
	struct arena_chunk *chunk;
	struct arena_chunk *spare; /* what a reset gave back, of LARGE_BYTES each */
	size_t handed_out;
};

struct arena *arena_new(const char *name) {
	struct arena *a = calloc(1, sizeof *a);
	if (!a) fatal("out of memory (%s)", name);
	a->name = name;
	return a;
}

static void release(struct arena *a, struct arena_chunk *chunk) {
	if (sizeof *chunk + chunk->size != LARGE_BYTES) {
		free(chunk);
	} else {
		chunk->previous = a->spare;
		a->spare = chunk;
	}
}

static void free_list(struct arena_chunk *chunk) {
	while (chunk) {
		struct arena_chunk *previous = chunk->previous;
		free(chunk);
		chunk = previous;
	}
}

void arena_free(struct arena *a) {
	if (!a) return;
	free_list(a->chunk);
	free_list(a->spare);
	free(a);
}

static struct arena_chunk *take_spare(struct arena *a) {
	struct arena_chunk *chunk = a->spare;
	a->spare = chunk->previous;
	return chunk;
}

static struct arena_chunk *new_chunk(const struct arena *a, size_t size) {
	struct arena_chunk *chunk;
	size_t whole = sizeof *chunk + (size > CHUNK_BYTES ? size : CHUNK_BYTES);
	if (a->handed_out < LARGE_BYTES && size < LARGE_BYTES) {
		chunk = malloc(whole);
	} else {
		whole = (whole + LARGE_BYTES - 1) & ~(size_t)(LARGE_BYTES - 1);
		chunk = aligned_alloc(LARGE_BYTES, whole);
		if (chunk) madvise(chunk, whole, MADV_HUGEPAGE); /* a wish: small pages do as well */
	}
	if (!chunk) fatal("out of memory (%s, %zu bytes)", a->name, whole);
	chunk->size = whole - sizeof *chunk;
	return chunk;
}

static void add_chunk(struct arena *a, size_t size) {
	bool fits = a->spare && size <= a->spare->size;
	struct arena_chunk *chunk = fits ? take_spare(a) : new_chunk(a, size);
	chunk->previous = a->chunk;
	chunk->used = 0;
	a->chunk = chunk;
}

static void *take(struct arena *a, size_t size) {
	if (size > SIZE_MAX - 2 * LARGE_BYTES) fatal("out of memory (%s, %zu bytes)", a->name, size);
	size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	if (!a->chunk || a->chunk->size - a->chunk->used < size) add_chunk(a, size);
	void *p = a->chunk->bytes + a->chunk->used;
	a->chunk->used += size;
	a->handed_out += size;
	return p;
}

void *arena_alloc(struct arena *a, size_t size) {
	return memset(take(a, size), 0, size);
}

void *arena_enlarge(struct arena *a, const void *old, size_t n, size_t size) {
	char *larger = take(a, size);
	if (n) memcpy(larger, old, n);
	memset(larger + n, 0, size - n);
	return larger;
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
	while (a->chunk != mark.chunk) {
		struct arena_chunk *last = a->chunk;
		a->chunk = last->previous;
		release(a, last);
	}
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
	free_list(from->spare);
	free(from);
}

size_t arena_used(const struct arena *a) {
	return a->handed_out;
}
