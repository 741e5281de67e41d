/* Objects by content: bytes, and other objects that they refer to; one copy of each. Floor 0.
 *
 * What one run worked out is kept for the next in this form: a pool is written as a whole, and read without being
 * looked into. An object is known by its number, from 1, and by the hash of all that it holds, which is the same in every
 * pool. Objects refer to such with smaller numbers only.
 */
#ifndef CLOSEWAIT_BASE_POOL_H
#define CLOSEWAIT_BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"

struct pool_object {
	uint64_t hash;
	const uint32_t *refs; /* numbers of objects; 0: none */
	const char *bytes;
	uint32_t ref_count, length;
	void *made; /* for the owner of the pool: what was made from the object, or it from */
};

struct pool {
	struct arena *arena;
	VEC(struct pool_object) objects; /* number n is at n - 1 */
	struct map by_hash;              /* hash -> number */
};

/* An empty pool; all of it lives in a. */
struct pool *pool_new(struct arena *a);
/* The number of the object with these references and bytes, which are copied where it is new. */
uint32_t pool_put(struct pool *pool, const uint32_t *refs, size_t ref_count, const char *bytes,
                  size_t length);
struct pool_object *pool_get(const struct pool *pool, uint32_t number);

/* Adds the objects that are wanted, by number - 1, and those that they refer to, to out: for pool_read(). Sets
 * new_numbers, of as many elements, to their numbers in what is written. */
void pool_write(const struct pool *pool, const bool *wanted, uint32_t *new_numbers,
                struct buf *out);
/* The pool that was written at the beginning of the n bytes, which must outlive it; NULL when there is none. *used is what
 * it takes of them. */
struct pool *pool_read(struct arena *a, const char *bytes, size_t n, size_t *used);

#endif
