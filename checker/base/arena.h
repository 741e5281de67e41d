/* Arenas: memory with a named lifetime. Floor 0.
 *
 * Everything the checker allocates lives in an arena and is released with it; nothing is freed alone. An
 * arena is the first argument of every function that allocates. malloc and free appear in arena.c only.
 */
#ifndef CLOSEWAIT_BASE_ARENA_H
#define CLOSEWAIT_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A point to go back to with arena_reset(). */
struct arena_mark {
	struct arena_chunk *chunk;
	size_t used;
};

/* Makes an arena; name is shown when memory runs out and must outlive it. */
struct arena *arena_new(const char *name);
/* Releases the arena with all that was allocated in it. NULL is allowed. */
void arena_free(struct arena *a);

/* Returns size zeroed bytes, aligned for any object. Never NULL: out of memory is fatal(). */
void *arena_alloc(struct arena *a, size_t size);
/* As arena_alloc, and the first n bytes are a copy of those at old. */
void *arena_enlarge(struct arena *a, const void *old, size_t n, size_t size);
/* Returns a zero-terminated copy of len bytes at s. */
char *arena_copy(struct arena *a, const char *s, size_t len);
char *arena_strdup(struct arena *a, const char *s);
/* Returns the formatted text. */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args);

/* Remembers how full the arena is; arena_reset() takes back all that was allocated since then, and keeps what is large for
 * what comes next. */
struct arena_mark arena_mark(const struct arena *a);
void arena_reset(struct arena *a, struct arena_mark mark);

/* Makes all that from holds a part of into; from itself is gone. No mark of into may be used for a reset any more. */
void arena_take(struct arena *into, struct arena *from);

/* Bytes handed out so far: for --stats. */
size_t arena_used(const struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (size_t)(n)))

#endif
