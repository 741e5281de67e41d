#include "flow/overlap.h"

/* --- regions ---------------------------------------------------------------------------------- */

/* Whether anything that the function names shares memory with the region. */
static bool is_mixed(const struct region *region) {
	for (const struct region *r = region->parent; r; r = r->parent)
		if (r->is_mixed) return true;
	return false;
}

/* Goes up to the two members of one object that they lie in; false when one is a part of the other, or they are in two
 * objects. */
static bool find_members(const struct region **a, const struct region **b) {
	if ((*a)->root != (*b)->root) return false;
	while ((*a)->depth > (*b)->depth) *a = (*a)->parent;
	while ((*b)->depth > (*a)->depth) *b = (*b)->parent;
	if (*a == *b) return false;
	while ((*a)->parent != (*b)->parent) *a = (*a)->parent, *b = (*b)->parent;
	return (*a)->kind == REGION_FIELD && (*b)->kind == REGION_FIELD && (*a)->field->bits &&
	       (*b)->field->bits;
}

struct extent {
	uint64_t bit, end;
	bool is_exact; /* else somewhere within */
};

/* Where r lies in the object around it. An element may be anywhere in its array. */
static struct extent extent_in(const struct region *r, const struct region *around) {
	struct extent e = {0, UINT64_MAX, true};
	if (r->parent != around) e = extent_in(r->parent, around);
	if (r->kind != REGION_FIELD || !r->field->bits) e.is_exact = false;
	if (!e.is_exact) return e;
	return (struct extent){e.bit + r->field->bit, e.bit + r->field->bit + r->field->bits, true};
}

enum overlap overlap_of(const struct region *place, const struct region *other) {
	const struct region *a = place, *b = other;
	if (!find_members(&a, &b)) return OVERLAP_NONE;
	struct extent p = extent_in(place, a->parent), o = extent_in(other, b->parent);
	if (p.end <= o.bit || o.end <= p.bit) return OVERLAP_NONE;
	if (!o.is_exact || o.bit > p.bit || o.end < p.end) return OVERLAP_SOME;
	return p.is_exact && o.bit == p.bit && o.end == p.end ? OVERLAP_SAME : OVERLAP_ALL;
}

/* --- what a place holds ----------------------------------------------------------------------- */

static bool is_zero(const struct val *v) {
	return v->kind == VAL_CONST && v->number == 0;
}

static const struct val *load_bound(const struct state *s, struct values *values,
                                    const struct region *region) {
	const struct val *found = NULL;
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		enum overlap overlap = overlap_of(region, b->region);
		if (overlap == OVERLAP_NONE) continue;
		if (overlap == OVERLAP_SAME) return b->value;
		found = overlap == OVERLAP_ALL && is_zero(b->value) ? b->value : val_unknown(values);
	}
	return found;
}

static const struct val *load_filled(const struct state *s, struct values *values,
                                     const struct region *region) {
	const struct val *found = NULL;
	const struct fill *own = state_find_fill(s, region);
	for (size_t i = 0; i < s->fills.n; i++) {
		const struct fill *f = &s->fills.items[i];
		enum overlap overlap = overlap_of(region, f->region);
		/* A fill removes those within it: what is there came later. */
		if (overlap == OVERLAP_NONE || (own && !region_within(f->region, own->region))) continue;
		if (f->kind == FILL_ZERO && overlap != OVERLAP_SOME) return val_const(values, 0);
		bool has_name = f->kind == FILL_CHANGED || f->kind == FILL_SHARED;
		found = has_name ? val_made(values, f->site, 0, region_unindexed(values, region, NULL))
		                 : val_unknown(values);
	}
	return found;
}

const struct val *overlap_load(const struct state *s, struct values *values,
                               const struct region *region) {
	if (!is_mixed(region)) return NULL;
	const struct val *bound = load_bound(s, values, region);
	return bound ? bound : load_filled(s, values, region);
}

bool overlap_is_shared(const struct state *s, const struct region *region) {
	if (!is_mixed(region)) return false;
	for (size_t i = 0; i < s->fills.n; i++)
		if (s->fills.items[i].kind == FILL_SHARED &&
		    overlap_of(region, s->fills.items[i].region) != OVERLAP_NONE)
			return true;
	return false;
}

/* --- storing ---------------------------------------------------------------------------------- */

static bool is_held(const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->bindings.n; i++)
		if (s->bindings.items[i].value == v) return true;
	return false;
}

/* Whether v is the descriptor, or points to an object with it. */
static bool leads_to(const struct state *s, const struct val *v, const struct val *descriptor) {
	if (v == descriptor) return true;
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (b->value == descriptor && region_root(b->region)->pointer == v) return true;
	}
	return false;
}

void overlap_give_up(struct arena *a, struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct descriptor *d = &s->descriptors.items[i];
		if (d->state == DESCRIPTOR_OPEN && leads_to(s, v, d->id))
			state_touch_descriptor(a, s, d->id)->state = DESCRIPTOR_HANDED;
	}
}

void overlap_store(struct arena *a, struct state *s, const struct region *region, uint32_t site,
                   struct mangled *mangled) {
	if (!is_mixed(region)) return;
	VEC(struct binding) old = {0};
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		/* What one call stores is there at once, under all its names. */
		if (b->site != site && overlap_of(b->region, region) != OVERLAP_NONE) VEC_PUSH(a, &old, *b);
	}
	for (size_t i = 0; i < old.n; i++) {
		enum overlap overlap = overlap_of(old.items[i].region, region);
		state_unbind(a, s, old.items[i].region);
		if (overlap == OVERLAP_SOME)
			state_fill_alone(a, s, old.items[i].region, FILL_CHANGED, site);
		if (overlap != OVERLAP_SAME) VEC_PUSH(a, &mangled->list, old.items[i].value);
	}
}

void overlap_fill(struct arena *a, struct state *s, const struct region *region, uint32_t site) {
	if (!is_mixed(region)) return;
	struct mangled mangled = {{0}};
	overlap_store(a, s, region, site, &mangled);
	for (size_t i = 0; i < mangled.list.n; i++)
		if (!is_held(s, mangled.list.items[i])) overlap_give_up(a, s, mangled.list.items[i]);
	VEC(const struct region *) old = {0};
	for (size_t i = 0; i < s->fills.n; i++)
		if (overlap_of(s->fills.items[i].region, region) != OVERLAP_NONE)
			VEC_PUSH(a, &old, s->fills.items[i].region);
	for (size_t i = 0; i < old.n; i++) {
		if (overlap_of(old.items[i], region) == OVERLAP_SOME)
			state_spoil_fill(a, s, old.items[i], site);
		else state_unbind(a, s, old.items[i]);
	}
}
