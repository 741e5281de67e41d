#include "base/vec.h"

#include <string.h>

enum { FIRST_CAPACITY = 4 };

void *vec_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t item_size) {
	if (n < *cap) return items;
	*cap = *cap ? *cap * 2 : FIRST_CAPACITY;
	void *larger = arena_alloc(a, *cap * item_size);
	if (n) memcpy(larger, items, n * item_size);
	return larger;
}
