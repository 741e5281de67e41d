#include "base/map.h"

#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/vec.h"

enum { FIRST_SLOTS = 16 };

uint64_t hash_bytes(const void *bytes, size_t n) {
	return XXH3_64bits(bytes, n);
}

/* The slot that holds key, or the free slot where it belongs. Needs at least one free slot. */
static uint32_t *find_slot(const struct map *m, uint64_t key) {
	size_t mask = m->slot_count - 1;
	size_t i = hash_mix(0, key) & mask;
	while (m->slots[i] && m->entries[m->slots[i] - 1].key != key) i = (i + 1) & mask;
	return &m->slots[i];
}

static void rehash(struct arena *a, struct map *m) {
	m->slot_count = m->slot_count ? m->slot_count * 2 : FIRST_SLOTS;
	m->slots = ARENA_ARRAY(a, uint32_t, m->slot_count);
	for (size_t i = 0; i < m->n; i++) *find_slot(m, m->entries[i].key) = (uint32_t)i + 1;
}

void *map_get(const struct map *m, uint64_t key) {
	if (!m->slot_count) return NULL;
	uint32_t slot = *find_slot(m, key);
	return slot ? m->entries[slot - 1].value : NULL;
}

void map_put(struct arena *a, struct map *m, uint64_t key, void *value) {
	if ((m->n + 1) * 4 > m->slot_count * 3) rehash(a, m);
	uint32_t *slot = find_slot(m, key);
	if (*slot) {
		m->entries[*slot - 1].value = value;
		return;
	}
	m->entries = vec_grow(a, m->entries, m->n, &m->cap, sizeof *m->entries);
	m->entries[m->n++] = (struct map_entry){key, value};
	*slot = (uint32_t)m->n;
}
