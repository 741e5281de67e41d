/* Hash map from 64-bit keys to pointers, in an arena. Floor 0.
 *
 * Keys are numbers or interned pointers (MAP_KEY). Iteration order is the order of insertion, so what is
 * printed from a map is the same in every run.
 */
#ifndef CLOSEWAIT_BASE_MAP_H
#define CLOSEWAIT_BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct map_entry {
	uint64_t key;
	void *value;
};

/* A zeroed map is an empty map. */
struct map {
	struct map_entry *entries; /* in order of insertion */
	size_t n, cap;
	uint32_t *slots; /* index into entries + 1, 0 when free */
	size_t slot_count;
};

#define MAP_KEY(pointer) ((uint64_t)(uintptr_t)(pointer))

/* Returns the value, or NULL when the key is absent. */
void *map_get(const struct map *m, uint64_t key);
/* Sets the value of key, replacing an earlier one. */
void map_put(struct arena *a, struct map *m, uint64_t key, void *value);

/* Mixes a 64-bit number into a hash. */
static inline uint64_t hash_mix(uint64_t hash, uint64_t word) {
	hash ^= word + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
	hash ^= hash >> 32;
	hash *= 0xd6e8feb86659fd93u;
	return hash ^ (hash >> 32);
}
/* Hash of n bytes (XXH3). */
uint64_t hash_bytes(const void *bytes, size_t n);

#endif
