#include "base/vec.h"

enum { FIRST_CAPACITY = 4 };

void *vec_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t item_size) {
	if (n < *cap) return items;
	*cap = *cap ? *cap * 2 : FIRST_CAPACITY;
	return arena_enlarge(a, items, n * item_size, *cap * item_size);
}
