/* One object on its way into a pool or out of it: the same calls for both. Floor 2: base, ir.
 *
 * Each of these writes the value, or sets it to what was written: so that one function per struct is both its writer and
 * its reader, and the two cannot differ. What is written may be read by other threads meanwhile, and is not touched.
 * Other floors add objects of their own: kinds from PACK_KINDS on.
 */
#ifndef CLOSEWAIT_FLOW_PACK_IO_H
#define CLOSEWAIT_FLOW_PACK_IO_H

#include "flow/pack.h"

struct pack_io {
	struct packer *p;
	bool reads;
	const char *function; /* whose places in the sources these are */
	struct buf bytes;     /* written */
	VEC(uint32_t) refs;
	const struct pool_object *from; /* read */
	uint32_t byte, ref;             /* the next ones */
};

typedef void pack_transfer(struct pack_io *io, void *object);

/* Puts the object into the pool, if it is not there; returns its number, 0 for NULL. */
uint32_t pack_put(struct packer *p, int kind, const void *object, pack_transfer *each);
bool pack_is_kind(const struct packer *p, uint32_t number, int kind);
/* The object of that number, of size bytes; NULL for 0. */
void *pack_get(struct packer *p, int kind, uint32_t number, size_t size, pack_transfer *each);

void io_u32(struct pack_io *io, uint32_t *v);
void io_i64(struct pack_io *io, int64_t *v);
void io_u64(struct pack_io *io, uint64_t *v);
/* How many items of at least one byte or reference follow. */
void io_count(struct pack_io *io, size_t *v);
/* Any other number. */
void io_size(struct pack_io *io, size_t *v);
void io_bool(struct pack_io *io, bool *v);
void io_ref(struct pack_io *io, uint32_t *number);
void io_text(struct pack_io *io, const char **text);
void io_field(struct pack_io *io, const struct ir_field **field);
/* A place in the file of the unit that holds function, or any file where there is none. */
void io_loc(struct pack_io *io, struct ir_loc *loc);

/* Kinds of objects: texts and fields, then those of pack.c, then those of other floors. */
enum { KIND_TEXT, KIND_FIELD, KINDS_OF_IO, PACK_KINDS = 16 };

/* An enum, of any type. */
#define IO_ENUM(io, v)                                                                             \
	do {                                                                                           \
		uint32_t number_ = (uint32_t) * (v);                                                       \
		io_u32((io), &number_);                                                                    \
		if ((io)->reads) *(v) = number_;                                                           \
	} while (0)

/* The items of a VEC, each by item(io, &items[i]). */
#define IO_VEC(io, v, item)                                                                        \
	do {                                                                                           \
		size_t n_ = (v)->n;                                                                        \
		io_count((io), &n_);                                                                       \
		if ((io)->reads) {                                                                         \
			(v)->items = arena_alloc((io)->p->arena, n_ * sizeof *(v)->items);                     \
			(v)->n = (v)->cap = n_;                                                                \
		}                                                                                          \
		for (size_t i_ = 0; i_ < n_; i_++) item((io), &(v)->items[i_]);                            \
	} while (0)

#endif
