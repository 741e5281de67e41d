/* Results as objects of a pool (base/pool.h), and back. Floor 2: base, ir.
 *
 * A result holds places in the sources, and keeps its worth when a change elsewhere in a file moves its function: lines
 * within a function are counted from its first one. What points to another function's summary, case, loss or origin does
 * so again after reading: equal objects are one.
 */
#ifndef CLOSEWAIT_FLOW_PACK_H
#define CLOSEWAIT_FLOW_PACK_H

#include "base/pool.h"
#include "flow/flow.h"

/* Where a function of the program stands now; f NULL: there is none of that name. */
struct pack_home {
	const struct ir_unit *unit;
	const struct ir_function *f;
};

struct packer {
	struct arena *arena;   /* of what is read; strings are interned in models->names */
	struct arena *scratch; /* may be reset between calls */
	struct pool *pool;
	struct models *models;
	struct pack_home (*find)(void *data, const char *function);
	void *data;
	struct map numbers; /* what is in memory, by address -> its number in the pool */
	bool is_broken; /* something in the pool is none of our objects: what was read is of no use */
};

/* Puts it into the pool, if it is not there; returns its number. */
uint32_t pack_result(struct packer *p, const struct flow_result *result);
uint32_t pack_summary(struct packer *p, const struct summary *summary);
uint32_t pack_start(struct packer *p, const struct thread_start *start);
uint32_t pack_text(struct packer *p, const char *text);
uint32_t pack_field(struct packer *p, const struct ir_field *field);

/* The object of that number; NULL for 0. */
struct flow_result *unpack_result(struct packer *p, uint32_t number);
const struct summary *unpack_summary(struct packer *p, uint32_t number);
const char *unpack_text(struct packer *p, uint32_t number);
const struct ir_field *unpack_field(struct packer *p, uint32_t number);

#endif
