#include "base/pool.h"

#include <string.h>

/* Of each object in the file form; its references and bytes follow all of these. */
struct entry {
	uint64_t hash;
	uint32_t ref_count, length;
};

struct pool *pool_new(struct arena *a) {
	struct pool *pool = ARENA_NEW(a, struct pool);
	pool->arena = a;
	return pool;
}

struct pool_object *pool_get(const struct pool *pool, uint32_t number) {
	return &pool->objects.items[number - 1];
}

static uint64_t hash_of(const struct pool *pool, const uint32_t *refs, size_t ref_count,
                        const char *bytes, size_t length) {
	uint64_t hash = hash_mix(hash_bytes(bytes, length), ref_count);
	for (size_t i = 0; i < ref_count; i++)
		hash = hash_mix(hash, refs[i] ? pool_get(pool, refs[i])->hash : 0);
	return hash;
}

static uint32_t add(struct pool *pool, struct pool_object object) {
	VEC_PUSH(pool->arena, &pool->objects, object);
	uintptr_t number = pool->objects.n;
	map_put(pool->arena, &pool->by_hash, object.hash, (void *)number);
	return (uint32_t)number;
}

uint32_t pool_put(struct pool *pool, const uint32_t *refs, size_t ref_count, const char *bytes,
                  size_t length) {
	uint64_t hash = hash_of(pool, refs, ref_count, bytes, length);
	uintptr_t known = (uintptr_t)map_get(&pool->by_hash, hash);
	if (known) return (uint32_t)known;
	uint32_t *own_refs = ARENA_ARRAY(pool->arena, uint32_t, ref_count);
	if (ref_count) memcpy(own_refs, refs, ref_count * sizeof *refs);
	return add(pool, (struct pool_object){.hash = hash,
	                                      .refs = own_refs,
	                                      .bytes = arena_copy(pool->arena, bytes, length),
	                                      .ref_count = (uint32_t)ref_count,
	                                      .length = (uint32_t)length});
}

/* --- the file form ---------------------------------------------------------------------------- */

static void add_number(struct buf *out, uint32_t number) {
	buf_add_bytes(out, (const char *)&number, sizeof number);
}

static size_t padded(size_t length) {
	return (length + 7) & ~(size_t)7;
}

void pool_write(const struct pool *pool, const bool *wanted, uint32_t *new_numbers,
                struct buf *out) {
	size_t n = pool->objects.n;
	uint32_t count = 0;
	memset(new_numbers, 0, n * sizeof *new_numbers);
	for (size_t i = n; i-- > 0;) {
		const struct pool_object *o = &pool->objects.items[i];
		if (!wanted[i] && !new_numbers[i]) continue;
		new_numbers[i] = 1;
		for (uint32_t k = 0; k < o->ref_count; k++)
			if (o->refs[k]) new_numbers[o->refs[k] - 1] = 1;
	}
	for (size_t i = 0; i < n; i++)
		if (new_numbers[i]) new_numbers[i] = ++count;
	add_number(out, count);
	add_number(out, 0);
	for (size_t i = 0; i < n; i++) {
		const struct pool_object *o = &pool->objects.items[i];
		struct entry entry = {o->hash, o->ref_count, o->length};
		if (new_numbers[i]) buf_add_bytes(out, (const char *)&entry, sizeof entry);
	}
	for (size_t i = 0; i < n; i++) {
		const struct pool_object *o = &pool->objects.items[i];
		if (!new_numbers[i]) continue;
		for (uint32_t k = 0; k < o->ref_count; k++)
			add_number(out, o->refs[k] ? new_numbers[o->refs[k] - 1] : 0);
		if (o->ref_count % 2) add_number(out, 0);
		buf_add_bytes(out, o->bytes, o->length);
		buf_add_bytes(out, "\0\0\0\0\0\0\0", padded(o->length) - o->length);
	}
}

/* Takes the references and bytes of the next object; false when they are none. */
static bool take(struct pool_object *o, uint32_t number, const char **at, const char *end) {
	size_t refs = padded(o->ref_count * sizeof(uint32_t)), length = padded(o->length);
	if ((size_t)(end - *at) < refs || (size_t)(end - *at) - refs < length) return false;
	o->refs = (const uint32_t *)(const void *)*at;
	o->bytes = *at + refs;
	*at += refs + length;
	for (uint32_t i = 0; i < o->ref_count; i++)
		if (o->refs[i] >= number) return false;
	return true;
}

struct pool *pool_read(struct arena *a, const char *bytes, size_t n, size_t *used) {
	uint32_t count;
	if (n < 2 * sizeof count || (uintptr_t)bytes % sizeof(uint64_t)) return NULL;
	memcpy(&count, bytes, sizeof count);
	const char *entries = bytes + 2 * sizeof count, *end = bytes + n;
	if ((size_t)(end - entries) / sizeof(struct entry) < count) return NULL;
	const char *at = entries + count * sizeof(struct entry);
	struct pool *pool = pool_new(a);
	for (uint32_t i = 0; i < count; i++) {
		struct entry entry;
		memcpy(&entry, entries + i * sizeof entry, sizeof entry);
		struct pool_object o = {
			.hash = entry.hash, .ref_count = entry.ref_count, .length = entry.length};
		if (!take(&o, i + 1, &at, end)) return NULL;
		add(pool, o);
	}
	*used = (size_t)(at - bytes);
	return pool;
}
