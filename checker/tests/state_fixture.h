/* What the tests of states share: an empty state, and the values and places that they speak of. */
#ifndef CLOSEWAIT_TESTS_STATE_FIXTURE_H
#define CLOSEWAIT_TESTS_STATE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "flow/state.h"

static const struct ir_field FD = {.record = "conn", .name = "fd", .type = {IR_INT, NULL}};

struct fixture {
	struct arena *a;
	struct values *v;
	struct state *s;
	const struct val *x;                   /* what the first parameter held at entry */
	const struct region *local, *obj, *fd; /* a variable, what x points to, and a part of it */
	const struct val *made;                /* the result of a call */
};

static inline int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *f = ARENA_NEW(a, struct fixture);
	f->a = a;
	f->v = values_new(a);
	f->s = state_new(a);
	f->x = val_entry(f->v, region_var(f->v, 0));
	f->local = region_var(f->v, 5);
	f->obj = region_pointee(f->v, f->x);
	f->fd = region_field(f->v, f->obj, &FD);
	f->made = val_made(f->v, 10, 0, NULL);
	*state = f;
	return 0;
}

static inline int tear_down(void **state) {
	arena_free(((struct fixture *)*state)->a);
	return 0;
}

static inline const struct val *number(struct fixture *f, int64_t n) {
	return val_const(f->v, n);
}

static inline const struct val *load(struct fixture *f, const struct state *s,
                                     const struct region *r) {
	return state_load(s, f->v, r);
}

static inline void open_at(struct fixture *f, struct state *s, const struct val *id,
                           const struct region *r) {
	state_touch_descriptor(f->a, s, id)->state = DESCRIPTOR_OPEN;
	if (r) state_bind(f->a, s, r, id);
}

static inline bool assume(struct fixture *f, const struct val *left, enum ir_compare compare,
                          int64_t right) {
	return state_assume(f->a, f->s, f->v, left, compare, number(f, right), false);
}

static inline void has_range(const struct state *s, const struct val *v, int64_t low,
                             int64_t high) {
	struct range r = state_range(s, v);
	assert_int_equal(r.low, low);
	assert_int_equal(r.high, high);
}

#endif
