#include "flow/state.h"

#include <string.h>

#include "flow/bounds.h"
#include "flow/overlap.h"
#include "flow/state_own.h"

struct state *state_new(struct arena *a) {
	return ARENA_NEW(a, struct state);
}

struct state *state_fork(struct arena *a, struct state *s) {
	struct state *copy = ARENA_NEW(a, struct state);
	s->shared = SHARE_ALL;
	*copy = *s;
	return copy;
}

/* --- places ----------------------------------------------------------------------------------- */

/* Index of the first binding whose region id is not below id. */
static size_t binding_at(const struct state *s, uint32_t id) {
	size_t low = 0, high = s->bindings.n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (s->bindings.items[middle].region->id < id) low = middle + 1;
		else high = middle;
	}
	return low;
}

const struct val *state_binding(const struct state *s, const struct region *region) {
	size_t i = binding_at(s, region->id);
	return i < s->bindings.n && s->bindings.items[i].region == region ? s->bindings.items[i].value
	                                                                  : NULL;
}

const struct val *state_load(const struct state *s, struct values *values,
                             const struct region *region) {
	const struct val *bound = state_binding(s, region);
	if (bound) return bound;
	const struct val *shared = overlap_load(s, values, region);
	if (shared) return shared;
	const struct fill *fill = state_find_fill(s, region);
	if (!fill) return val_entry(values, region_unindexed(values, region, NULL));
	switch (fill->kind) {
	case FILL_ZERO: return val_const(values, 0);
	case FILL_GARBAGE: return val_unknown(values);
	case FILL_CHANGED:
	case FILL_SHARED:
		return val_made(values, fill->site, 0, region_unindexed(values, region, NULL));
	case FILL_COPY: {
		const struct region *from = region_move(values, region, fill->region, fill->from);
		return val_entry(values, region_unindexed(values, from, NULL));
	}
	}
	return val_unknown(values);
}

struct binding *state_bind(struct arena *a, struct state *s, const struct region *region,
                           const struct val *value) {
	size_t i = binding_at(s, region->id);
	bool present = i < s->bindings.n && s->bindings.items[i].region == region;
	if (present && s->bindings.items[i].value == value) return &s->bindings.items[i];
	OWN(a, s, bindings, SHARE_BINDINGS);
	if (!present) {
		VEC_PUSH(a, &s->bindings, (struct binding){0});
		memmove(&s->bindings.items[i + 1], &s->bindings.items[i],
		        sizeof(struct binding) * (s->bindings.n - 1 - i));
	}
	s->bindings.items[i] = (struct binding){.region = region, .value = value};
	return &s->bindings.items[i];
}

/* Index of the first fill whose region id is not below id. */
static size_t fill_at(const struct state *s, uint32_t id) {
	size_t low = 0, high = s->fills.n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (s->fills.items[middle].region->id < id) low = middle + 1;
		else high = middle;
	}
	return low;
}

/* Of a region without parts. */
static void unbind_one(struct arena *a, struct state *s, const struct region *region) {
	size_t i = binding_at(s, region->id);
	if (i < s->bindings.n && s->bindings.items[i].region == region) {
		OWN(a, s, bindings, SHARE_BINDINGS);
		memmove(&s->bindings.items[i], &s->bindings.items[i + 1],
		        sizeof(struct binding) * (--s->bindings.n - i));
	}
	i = fill_at(s, region->id);
	if (i < s->fills.n && s->fills.items[i].region == region) {
		OWN(a, s, fills, SHARE_FILLS);
		memmove(&s->fills.items[i], &s->fills.items[i + 1],
		        sizeof(struct fill) * (--s->fills.n - i));
	}
}

void state_unbind(struct arena *a, struct state *s, const struct region *region) {
	if (!region->has_parts) {
		unbind_one(a, s, region);
		return;
	}
	size_t kept = 0;
	for (size_t i = 0; i < s->bindings.n; i++)
		kept += !region_within(s->bindings.items[i].region, region);
	if (kept != s->bindings.n) {
		OWN(a, s, bindings, SHARE_BINDINGS);
		kept = 0;
		for (size_t i = 0; i < s->bindings.n; i++)
			if (!region_within(s->bindings.items[i].region, region))
				s->bindings.items[kept++] = s->bindings.items[i];
		s->bindings.n = kept;
	}
	kept = 0;
	for (size_t i = 0; i < s->fills.n; i++)
		kept += !region_within(s->fills.items[i].region, region);
	if (kept == s->fills.n) return;
	OWN(a, s, fills, SHARE_FILLS);
	kept = 0;
	for (size_t i = 0; i < s->fills.n; i++)
		if (!region_within(s->fills.items[i].region, region))
			s->fills.items[kept++] = s->fills.items[i];
	s->fills.n = kept;
}

static void add_fill(struct arena *a, struct state *s, struct fill fill) {
	state_unbind(a, s, fill.region);
	OWN(a, s, fills, SHARE_FILLS);
	VEC_PUSH(a, &s->fills, fill);
	size_t i = fill_at(s, fill.region->id);
	memmove(&s->fills.items[i + 1], &s->fills.items[i], sizeof(struct fill) * (s->fills.n - 1 - i));
	s->fills.items[i] = fill;
}

void state_fill_alone(struct arena *a, struct state *s, const struct region *region,
                      enum fill_kind kind, uint32_t site) {
	add_fill(a, s, (struct fill){region, kind, site, NULL});
}

void state_fill(struct arena *a, struct state *s, const struct region *region, enum fill_kind kind,
                uint32_t site) {
	overlap_fill(a, s, region, site);
	state_fill_alone(a, s, region, kind, site);
}

void state_spoil_fill(struct arena *a, struct state *s, const struct region *region,
                      uint32_t site) {
	size_t i = fill_at(s, region->id);
	OWN(a, s, fills, SHARE_FILLS);
	struct fill *f = &s->fills.items[i];
	*f = (struct fill){region, f->kind == FILL_SHARED ? FILL_SHARED : FILL_CHANGED, site, NULL};
}

void state_fill_copy(struct arena *a, struct state *s, const struct region *region,
                     const struct region *from) {
	overlap_fill(a, s, region, OVERLAP_NO_SITE);
	add_fill(a, s, (struct fill){region, FILL_COPY, 0, from});
}

const struct fill *state_find_fill(const struct state *s, const struct region *region) {
	for (; region && s->fills.n; region = region->parent) {
		size_t i = fill_at(s, region->id);
		if (i < s->fills.n && s->fills.items[i].region == region) return &s->fills.items[i];
	}
	return NULL;
}

/* --- numbers ---------------------------------------------------------------------------------- */

static size_t fact_at(const struct state *s, uint32_t id) {
	size_t low = 0, high = s->facts.n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (s->facts.items[middle].val->id < id) low = middle + 1;
		else high = middle;
	}
	return low;
}

/* Where the addresses of globals and functions lie, as far as comparisons are concerned: each has a number of its own
 * that no small integer is, and that is the same in every function. */
static const int64_t FIRST_ADDRESS = (int64_t)1 << 40;

static bool is_address_of_named(const struct val *v, struct range *r) {
	const char *name = v->kind == VAL_FUNCTION ? v->text : NULL;
	if (v->kind == VAL_ADDRESS && v->region->kind == REGION_GLOBAL) name = v->region->global;
	if (!name) return false;
	int64_t number = FIRST_ADDRESS + (int64_t)(hash_bytes(name, strlen(name)) & 0xffffffffff);
	*r = range_of(number, number);
	return true;
}

struct range state_range(const struct state *s, const struct val *v) {
	if (v->kind == VAL_CONST) return range_of(v->number, v->number);
	size_t i = fact_at(s, v->id);
	if (i < s->facts.n && s->facts.items[i].val == v) return *s->facts.items[i].range;
	struct range r;
	const struct val *twin = val_null_with(v);
	if (twin) return state_range(s, twin);
	if (is_address_of_named(v, &r)) return r;
	if (v->kind == VAL_ADDRESS || v->kind == VAL_FUNCTION || v->kind == VAL_STRING)
		return range_of(1, INT64_MAX);
	if (v->kind == VAL_BITS && v->number > 0) return range_of(0, v->number);
	/* A bit that was set is not zero. */
	if (v->kind == VAL_SET && v->number) {
		bool grows = v->number > 0 && state_range(s, v->base).low >= 0;
		return grows ? range_of(v->number, INT64_MAX) : range_where(range_full(), IR_NE, 0);
	}
	if (v->kind == VAL_INVERSE) {
		r = state_range(s, v->base);
		return range_of(~r.high, ~r.low);
	}
	if (v->kind == VAL_SUM && v->number > INT32_MIN && v->number < INT32_MAX) {
		r = state_range(s, v->base);
		bool low =
			r.low > INT32_MIN && r.low<INT32_MAX, high = r.high> INT32_MIN && r.high < INT32_MAX;
		return range_of(low ? r.low + v->number : INT64_MIN, high ? r.high + v->number : INT64_MAX);
	}
	return range_full();
}

bool state_knows_alike(const struct state *s, const struct fact *f, size_t *at) {
	while (*at < s->facts.n && s->facts.items[*at].val->id < f->val->id) ++*at;
	bool present = *at < s->facts.n && s->facts.items[*at].val == f->val;
	if (present && s->facts.items[*at].range == f->range) return true;
	struct range other = state_range(s, f->val);
	return range_equal(f->range, &other);
}

static void drop_fact(struct arena *a, struct state *s, size_t i) {
	OWN(a, s, facts, SHARE_FACTS);
	memmove(&s->facts.items[i], &s->facts.items[i + 1], sizeof(struct fact) * (s->facts.n - 1 - i));
	s->facts.n--;
}

void state_set_range(struct arena *a, struct state *s, const struct val *v, struct range r) {
	if (v->kind == VAL_CONST || v->kind == VAL_UNKNOWN) return;
	size_t i = fact_at(s, v->id);
	bool present = i < s->facts.n && s->facts.items[i].val == v;
	if (present && range_equal(s->facts.items[i].range, &r)) return;
	struct range bits = range_of(0, v->number);
	if (range_is_full(&r) || (v->kind == VAL_BITS && v->number > 0 && range_equal(&r, &bits))) {
		if (present) drop_fact(a, s, i);
		return;
	}
	OWN(a, s, facts, SHARE_FACTS);
	if (!present) {
		VEC_PUSH(a, &s->facts, (struct fact){0});
		memmove(&s->facts.items[i + 1], &s->facts.items[i],
		        sizeof(struct fact) * (s->facts.n - 1 - i));
	}
	struct range *kept = ARENA_NEW(a, struct range);
	*kept = r;
	s->facts.items[i] = (struct fact){v, kept};
}

static bool is_small(int64_t number) {
	return number > INT32_MIN && number < INT32_MAX;
}

/* Restricts v, and passes on to what it was made from what says as much there: `v compare low`, or, for IR_NE, that v is
 * outside low..high. For other comparisons low and high are one number. */
static bool assume_span(struct arena *a, struct state *s, const struct val *v,
                        enum ir_compare compare, int64_t low, int64_t high) {
	const struct val *twin = val_null_with(v);
	if (twin) return assume_span(a, s, twin, compare, low, high);
	struct range r = state_range(s, v);
	r = compare == IR_NE ? range_without(r, low, high) : range_where(r, compare, low);
	if (range_is_empty(&r)) return false;
	state_set_range(a, s, v, r);
	if (v->kind == VAL_SUM && is_small(low) && is_small(high) && is_small(v->number))
		return assume_span(a, s, v->base, compare, low - v->number, high - v->number);
	if (v->kind == VAL_BITS && v->number == -1)
		return assume_span(a, s, v->base, compare, low, high);
	if (v->kind == VAL_INVERSE)
		return assume_span(a, s, v->base, compare_swap(compare), ~high, ~low);
	/* A bit of x is set: x is not zero. */
	if (v->kind == VAL_BITS && !range_has(&r, 0)) return assume_span(a, s, v->base, IR_NE, 0, 0);
	return true;
}

static bool assume_number(struct arena *a, struct state *s, const struct val *v,
                          enum ir_compare compare, int64_t number) {
	return assume_span(a, s, v, compare, number, number);
}

bool state_assume_outside(struct arena *a, struct state *s, const struct val *v, int64_t low,
                          int64_t high) {
	return assume_span(a, s, v, IR_NE, low, high);
}

/* An order of unsigned numbers, of which left may look negative: then it is above all others. */
static bool assume_unsigned(struct arena *a, struct state *s, const struct val *left,
                            enum ir_compare compare, int64_t number) {
	if (compare == IR_LT || compare == IR_LE)
		return assume_number(a, s, left, IR_GE, 0) && assume_number(a, s, left, compare, number);
	int64_t last = compare == IR_GT ? number : number - 1;
	return last < 0 || state_assume_outside(a, s, left, 0, last);
}

/* `~flags & PTY`: bits that are set there are not in flags. */
static bool is_of_inverse(const struct val *v, int64_t number) {
	return v->kind == VAL_BITS && v->base->kind == VAL_INVERSE && !(number & ~v->number);
}

static bool assume(struct arena *a, struct state *s, struct values *values, const struct val *left,
                   enum ir_compare compare, const struct val *right, bool is_unsigned) {
	struct range l = state_range(s, left), r = state_range(s, right);
	bool is_order = compare != IR_EQ && compare != IR_NE;
	if (is_unsigned && is_order && (l.low < 0 || r.low < 0)) {
		if (r.low >= 0 && r.low == r.high) return assume_unsigned(a, s, left, compare, r.low);
		if (l.low >= 0 && l.low == l.high)
			return assume_unsigned(a, s, right, compare_swap(compare), l.low);
		return true;
	}
	if (left == right && left->kind != VAL_UNKNOWN) return compare_numbers(0, compare, 0);
	if (r.low == r.high && !is_order && is_of_inverse(left, r.low))
		return assume_number(a, s, val_bits(values, left->base->base, left->number), compare,
		                     left->number & ~r.low);
	if (r.low == r.high) return assume_number(a, s, left, compare, r.low);
	if (l.low == l.high) return assume_number(a, s, right, compare_swap(compare), l.low);
	/* Whether both are the same is remembered. */
	const struct val *difference =
		compare == IR_EQ || compare == IR_NE ? val_difference(values, left, right) : NULL;
	if (difference && !assume_number(a, s, difference, compare, 0)) return false;
	switch (compare) {
	case IR_EQ: {
		bool holds = l.low <= r.high && r.low <= l.high;
		if (holds && left->kind == VAL_UNKNOWN) return true;
		if (holds && r.low > l.low) holds = assume_number(a, s, left, IR_GE, r.low);
		if (holds && r.high < l.high) holds = assume_number(a, s, left, IR_LE, r.high);
		return holds;
	}
	case IR_NE: return true;
	case IR_LT: return l.low < r.high;
	case IR_LE: return l.low <= r.high;
	case IR_GT: return l.high > r.low;
	case IR_GE: return l.high >= r.low;
	}
	return true;
}

bool state_assume(struct arena *a, struct state *s, struct values *values, const struct val *left,
                  enum ir_compare compare, const struct val *right, bool is_unsigned) {
	if (!assume(a, s, values, left, compare, right, is_unsigned)) return false;
	/* The number is known by another name from here on, and whoever has that may use and close it. */
	if (compare == IR_EQ && left != right) {
		state_give_up_descriptor(a, s, left);
		state_give_up_descriptor(a, s, right);
	}
	return true;
}

/* --- descriptors and objects ------------------------------------------------------------------ */

const struct descriptor *state_descriptor(const struct state *s, const struct val *id) {
	for (size_t i = 0; i < s->descriptors.n; i++)
		if (s->descriptors.items[i].id == id) return &s->descriptors.items[i];
	return NULL;
}

struct descriptor *state_touch_descriptor(struct arena *a, struct state *s, const struct val *id) {
	OWN(a, s, descriptors, SHARE_DESCRIPTORS);
	for (size_t i = 0; i < s->descriptors.n; i++)
		if (s->descriptors.items[i].id == id) return &s->descriptors.items[i];
	VEC_PUSH(a, &s->descriptors, (struct descriptor){.id = id});
	return &s->descriptors.items[s->descriptors.n - 1];
}

void state_drop_descriptor(struct arena *a, struct state *s, const struct val *id) {
	size_t kept = 0;
	OWN(a, s, descriptors, SHARE_DESCRIPTORS);
	for (size_t i = 0; i < s->descriptors.n; i++)
		if (s->descriptors.items[i].id != id)
			s->descriptors.items[kept++] = s->descriptors.items[i];
	s->descriptors.n = kept;
}

const struct object *state_object(const struct state *s, const struct val *pointer) {
	for (size_t i = 0; i < s->objects.n; i++)
		if (s->objects.items[i].pointer == pointer) return &s->objects.items[i];
	return NULL;
}

struct object *state_touch_object(struct arena *a, struct state *s, const struct val *pointer) {
	OWN(a, s, objects, SHARE_OBJECTS);
	for (size_t i = 0; i < s->objects.n; i++)
		if (s->objects.items[i].pointer == pointer) return &s->objects.items[i];
	VEC_PUSH(a, &s->objects, (struct object){.pointer = pointer});
	return &s->objects.items[s->objects.n - 1];
}

/* --- renaming --------------------------------------------------------------------------------- */

/* What from pointed to is now what to points to. */
static void rename_pointee(struct arena *a, struct state *s, struct values *values,
                           const struct val *from, const struct val *to) {
	const struct region *old = region_pointee(values, from), *new = region_pointee(values, to);
	VEC(struct binding) moved = {0};
	for (size_t i = 0; i < s->bindings.n; i++)
		if (region_within(s->bindings.items[i].region, old))
			VEC_PUSH(a, &moved, s->bindings.items[i]);
	const struct fill *fill = state_find_fill(s, old);
	enum fill_kind kind = fill && fill->kind != FILL_COPY ? fill->kind : FILL_CHANGED;
	uint32_t site = fill ? fill->site : from->site;
	if (!moved.n && !fill) return;
	state_unbind(a, s, old);
	state_fill(a, s, new, kind, site);
	for (size_t i = 0; i < moved.n; i++)
		state_bind(a, s, region_move(values, moved.items[i].region, old, new),
		           moved.items[i].value);
}

/* What v is called when from is called to: that itself, and the address of a member of what it points to. */
static const struct val *renamed(struct values *values, const struct val *v, const struct val *from,
                                 const struct val *to) {
	if (v == from) return to;
	if (v->kind != VAL_ADDRESS) return v;
	const struct region *old = region_pointee(values, from);
	if (!region_within(v->region, old)) return v;
	return val_address(values, region_move(values, v->region, old, region_pointee(values, to)));
}

/* Makes room for another that gets its name. */
static void remove_named(struct arena *a, struct state *s, const struct val *name) {
	if (state_descriptor(s, name)) {
		*state_touch_descriptor(a, s, name) = s->descriptors.items[s->descriptors.n - 1];
		s->descriptors.n--;
	}
	if (state_object(s, name)) {
		*state_touch_object(a, s, name) = s->objects.items[s->objects.n - 1];
		s->objects.n--;
	}
}

void state_rename(struct arena *a, struct state *s, struct values *values, const struct val *from,
                  const struct val *to) {
	remove_named(a, s, to);
	rename_pointee(a, s, values, from, to);
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct val *v = renamed(values, s->bindings.items[i].value, from, to);
		if (v == s->bindings.items[i].value) continue;
		OWN(a, s, bindings, SHARE_BINDINGS);
		s->bindings.items[i].value = v;
	}
	for (size_t i = 0; i < s->descriptors.n; i++) {
		if (s->descriptors.items[i].id != from) continue;
		OWN(a, s, descriptors, SHARE_DESCRIPTORS);
		s->descriptors.items[i].id = to;
	}
	for (size_t i = 0; i < s->objects.n; i++) {
		if (s->objects.items[i].pointer != from) continue;
		OWN(a, s, objects, SHARE_OBJECTS);
		s->objects.items[i].pointer = to;
	}
	size_t i = fact_at(s, from->id);
	if (i == s->facts.n || s->facts.items[i].val != from) return;
	const struct range *r = s->facts.items[i].range;
	drop_fact(a, s, i);
	state_set_range(a, s, to, *r);
}

/* As state_mentions() for a value that leads to no other. */
static bool holds(const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->bindings.n; i++)
		if (s->bindings.items[i].value == v) return true;
	size_t i = fact_at(s, v->id);
	return (i < s->facts.n && s->facts.items[i].val == v) || state_descriptor(s, v);
}

bool state_mentions(const struct state *s, const struct val *v) {
	if (!v->leads_on) return holds(s, v);
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct region *root = region_root(s->bindings.items[i].region);
		if (val_depends(s->bindings.items[i].value, v)) return true;
		if (root->kind == REGION_POINTEE && val_depends(root->pointer, v)) return true;
		if (region_indexed_by(s->bindings.items[i].region, v)) return true;
	}
	for (size_t i = 0; i < s->facts.n; i++)
		if (val_depends(s->facts.items[i].val, v)) return true;
	return state_descriptor(s, v) != NULL;
}

/* --- what merging forgot ---------------------------------------------------------------------- */

/* c->fd and c->conn->fd for a parameter c, what close functions ask for; and what a global itself holds. */
static bool is_asked_for(const struct val *v) {
	const struct region *root = region_root((v->kind == VAL_BITS ? v->base : v)->region);
	if (root->kind == REGION_GLOBAL) return true;
	for (int hops = 0; root->kind == REGION_POINTEE && hops < 2; hops++) {
		if (root->pointer->kind != VAL_ENTRY) return false;
		root = region_root(root->pointer->region);
	}
	return root->kind == REGION_VAR;
}

void state_note_forgotten(struct arena *a, struct state *s, const struct val *v) {
	for (const struct forgotten *f = s->forgotten; f; f = f->previous)
		if (f->val == v) return;
	uint32_t length = s->forgotten ? s->forgotten->length : 0;
	if (length == BOUND_FORGOTTEN || !is_asked_for(v)) return;
	struct forgotten *f = ARENA_NEW(a, struct forgotten);
	*f = (struct forgotten){v, s->forgotten, length + 1};
	s->forgotten = f;
}
