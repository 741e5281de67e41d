#include "link/ids.h"

#include <stdlib.h>

static int by_number(const void *a, const void *b) {
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

void ids_sort(uint32_t *ids, size_t *n) {
	if (!*n) return;
	qsort(ids, *n, sizeof *ids, by_number);
	size_t kept = 1;
	for (size_t i = 1; i < *n; i++)
		if (ids[i] != ids[kept - 1]) ids[kept++] = ids[i];
	*n = kept;
}

bool ids_have(const uint32_t *ids, size_t n, uint32_t id) {
	return n && bsearch(&id, ids, n, sizeof *ids, by_number);
}
