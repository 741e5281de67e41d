/* Growable arrays in an arena. Floor 0.
 *
 *     struct { int *items; size_t n, cap; } ints = {0};
 *     VEC_PUSH(arena, &ints, 7);
 *
 * Any struct with the members items, n and cap will do. Growing copies; the old items stay in the arena.
 */
#ifndef CLOSEWAIT_BASE_VEC_H
#define CLOSEWAIT_BASE_VEC_H

#include <stddef.h>

#include "base/arena.h"

/* Returns items, or a larger copy of it when n reaches *cap. */
void *vec_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t item_size);

#define VEC(type)                                                                                  \
	struct {                                                                                       \
		type *items;                                                                               \
		size_t n, cap;                                                                             \
	}

#define VEC_PUSH(a, v, ...)                                                                        \
	((v)->items = vec_grow((a), (v)->items, (v)->n, &(v)->cap, sizeof *(v)->items),                \
	 (void)((v)->items[(v)->n++] = __VA_ARGS__))

#endif
