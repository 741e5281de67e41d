/* Symbolic values and the regions of memory that hold them. Floor 2: base, ir.
 *
 * Both are hash-consed in a struct values: one copy of each, so that equality is equality of pointers.
 * A value that the function finds at its start is named by where it was found (VAL_ENTRY of a region), so
 * what a function does to its caller's places can be told in the caller's terms (path.h).
 */
#ifndef CLOSEWAIT_FLOW_VALUE_H
#define CLOSEWAIT_FLOW_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "ir/ir.h"

enum val_kind {
	VAL_UNKNOWN,  /* anything, different each time */
	VAL_CONST,    /* number */
	VAL_STRING,   /* text */
	VAL_FUNCTION, /* the address of the function named text */
	VAL_ADDRESS,  /* the address of region */
	VAL_ENTRY,    /* what region held when the function was entered, or when it was first seen */
	VAL_MADE, /* made at site: a call's result (part 0), an object or descriptor it made (part 1…), or what region
	               * held after site (region not NULL). age 1: the one that the previous time around made */
	VAL_JOIN, /* what region held where paths met: site is the block */
	VAL_BITS, /* base & number */
	VAL_SET,  /* base | number */
	VAL_SUM,  /* base + number */
	VAL_INVERSE, /* ~base */
	VAL_DIFFERENCE, /* base, found at entry, less what region held at entry: 0 when both are the same */
	VAL_OWNER       /* the object whose member field is at address base */
};

struct region;
struct val;

/* One of the values that met in a VAL_JOIN. */
struct val_part {
	const struct val *val;
	const struct val_part *next;
};

struct val {
	enum val_kind kind;
	uint32_t id; /* in order of making, for deterministic order */
	int64_t number;
	const char *text;
	const struct region *region;
	const struct val *base;
	const struct ir_field *field;
	uint32_t site, part, age;
	const struct val_part *parts; /* VAL_JOIN: val_note_part() */
	const struct region *pointee; /* region_pointee(), once somebody asked */
	bool may_hold_line;           /* val_mark_holder() */
	bool leads_on;                /* some other value or region was found by way of it */
	bool is_marked;               /* val_mark(), for the time of one search */
};

enum region_kind {
	REGION_VAR,
	REGION_GLOBAL,
	REGION_POINTEE,
	REGION_FIELD,
	REGION_INDEX,
	REGION_ELEMENT
};

/* What a walk asks of the program about a region, often, and once is enough. */
enum region_question { IS_FIXED, HOLDS_SOCKET, REGION_QUESTIONS };
enum answer { ANSWER_UNASKED, ANSWER_NO, ANSWER_YES };

struct region {
	enum region_kind kind;
	uint32_t id;
	uint32_t var; /* REGION_VAR: index into the function's vars; behind them, its temporaries */
	const char *global;          /* REGION_GLOBAL */
	const struct val *pointer;   /* REGION_POINTEE: what this points to */
	const struct region *parent; /* REGION_FIELD, REGION_INDEX, REGION_ELEMENT */
	const struct region *root;   /* region_root() */
	uint32_t depth;              /* how many parents lead to the root */
	const struct ir_field *field;
	int64_t index;
	const struct val *at; /* REGION_ELEMENT: the index; NULL: any */
	bool has_at;          /* an index on the way to it within its object is a value */
	const struct region *newest_field,
		*older_field;        /* its members, and the one before among those of its parent */
	const struct val *entry; /* val_entry(), once somebody asked */
	const struct val *join;  /* the last that val_join() gave */
	bool has_parts;          /* some region has it as parent */
	bool is_mixed;           /* some of its members share memory */
	enum answer answers[REGION_QUESTIONS]; /* region_note_answer() */
};

struct values;

struct values *values_new(struct arena *a);

const struct val *val_unknown(struct values *v);
const struct val *val_const(struct values *v, int64_t number);
const struct val *val_string(struct values *v, const char *text);
const struct val *val_function(struct values *v, const char *name);
const struct val *val_address(struct values *v, const struct region *region);
const struct val *val_entry(struct values *v, const struct region *region);
/* Says that the value may be a descriptor, or point to an object with one. */
void val_mark_holder(const struct val *v);
const struct val *val_made(struct values *v, uint32_t site, uint32_t part,
                           const struct region *region);
const struct val *val_aged(struct values *v, const struct val *made);
/* The object or descriptor that the value refers to, through addresses of its parts; else v itself. */
const struct val *val_referent(const struct val *v);
const struct val *val_join(struct values *v, uint32_t block, const struct region *region);
/* Remembers that part is one of the values that join stands for. */
void val_note_part(struct values *v, const struct val *join, const struct val *part);
/* The join by way of which v was found, or that it is; or NULL. */
const struct val *val_found_by_join(const struct val *v);
/* These fold constants and nested forms. */
const struct val *val_bits(struct values *v, const struct val *base, int64_t mask);
const struct val *val_set(struct values *v, const struct val *base, int64_t mask);
const struct val *val_sum(struct values *v, const struct val *base, int64_t number);
const struct val *val_inverse(struct values *v, const struct val *base);
/* Of two values found at entry, in either order; NULL when one is not. */
const struct val *val_difference(struct values *v, const struct val *a, const struct val *b);
const struct val *val_owner(struct values *v, const struct val *base, const struct ir_field *field);
/* The pointer to the whole object when v is the address of its first member; else v. */
const struct val *val_whole(const struct val *v);
/* The other pointer that is null exactly when v is: to the object around it or to the member it was found by; or NULL. */
const struct val *val_null_with(const struct val *v);

const struct region *region_var(struct values *v, uint32_t var);
const struct region *region_global(struct values *v, const char *name);
/* What pointer points to: the region itself for an address. */
const struct region *region_pointee(struct values *v, const struct val *pointer);
/* A member of the record at parent. Sees through casts between a struct and its first member, and undoes
 * container_of. */
const struct region *region_field(struct values *v, const struct region *parent,
                                  const struct ir_field *field);
/* Behind an element, the following three move on within its array, as pointer arithmetic does. */
const struct region *region_index(struct values *v, const struct region *parent, int64_t index);
/* Any element. */
const struct region *region_element(struct values *v, const struct region *parent);
/* The element whose index is at. One that only happens to be known in this turn of a loop is not taken for a constant
 * index: the other turns do the same with others. */
const struct region *region_at(struct values *v, const struct region *parent, const struct val *at);

/* Elements of an array that may be an element itself: `a[i][2]`. at NULL: any. */
const struct region *region_inner_index(struct values *v, const struct region *array,
                                        int64_t index);
const struct region *region_inner_at(struct values *v, const struct region *array,
                                     const struct val *at);

/* Whether v is on, or was found by way of it. */
bool val_depends(const struct val *v, const struct val *on);
/* Whether an index on the way to r within its object is on, or was found by way of it. */
bool region_indexed_by(const struct region *r, const struct val *on);
/* Marks a value, or takes the mark away: one search for what depends on any of several values. */
void val_mark(const struct val *v, bool marked);
/* Whether v is marked, or was found by way of a value that is. */
bool val_depends_on_marked(const struct val *v);
/* The same region with any element in the place of those whose index is on, or found by way of it; NULL: in all places. */
const struct region *region_unindexed(struct values *v, const struct region *r,
                                      const struct val *on);
/* Whether the two may be one place: elements of an array, and a[0] where that is what *a is. */
bool region_may_be(const struct region *a, const struct region *b);

/* The region at the start of the chain of parents: a variable, a global or a pointee. */
const struct region *region_root(const struct region *r);
void region_note_answer(const struct region *r, enum region_question question, bool answer);
/* The same part of to as r is of from, which it must be within. */
const struct region *region_move(struct values *v, const struct region *r,
                                 const struct region *from, const struct region *to);
/* Whether inner is outer or a part of it. */
bool region_within(const struct region *inner, const struct region *outer);
/* Whether the region, or one that it is part of, is any element of an array: it stands for many places. */
bool region_is_many(const struct region *r);
/* Whether there is not even a name for the index of one of them. */
bool region_is_any(const struct region *r);

#endif
