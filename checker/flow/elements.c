#include "flow/walk.h"

/* Elements of arrays. A store says by which value it was indexed, and as long as that value has not changed, a load by the
 * same gets it back. A load by another index may get any of the elements: the one that holds something to care for, when
 * there is one; else a value of its own, and what is done to that may have been done to each of them. */

static bool is_indexed(const struct region *r) {
	for (; r; r = r->parent)
		if (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT) return true;
	return false;
}

/* Everything that the array holds was stored there by this function. */
static bool is_ours(const struct walk *w, const struct state *s, const struct region *r) {
	const struct region *root = region_root(r);
	if (root->kind == REGION_VAR) return root->var >= w->f->param_count;
	return root->kind == REGION_POINTEE && state_object(s, root->pointer);
}

/* How many open descriptors and objects are in places that may be the region. */
static size_t count_kept(const struct state *s, const struct region *region,
                         const struct val **last) {
	size_t n = 0;
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (!region_may_be(b->region, region) || !state_is_kept(s, b->value) || *last == b->value)
			continue;
		*last = b->value;
		n++;
	}
	return n;
}

const struct val *elements_load(struct walk *w, struct state *s, const struct region *region) {
	if (!is_indexed(region) && region->kind != REGION_POINTEE) return NULL;
	const struct region *any = region_unindexed(w->values, region, NULL);
	const struct val *kept = NULL, *bound = state_binding(s, any);
	size_t n = count_kept(s, region, &kept);
	if (!n) return region_is_many(region) ? bound : NULL;
	if (n == 1 && (is_ours(w, s, region) || kept == bound)) return kept;
	if (!is_ours(w, s, region)) return NULL;
	const struct val *some = val_made(w->values, walk_site(w), 0, any);
	state_set_range(w->arena, s, some, range_full());
	return some;
}

/* Whether v is among the values that met in the join, or in those before it. */
static bool met_in(const struct val *join, const struct val *v, int depth) {
	enum { DEEPEST = 4 };
	for (const struct val_part *p = join->parts; p; p = p->next)
		if (doubt_same_but_for_age(p->val, v) || (depth < DEEPEST && met_in(p->val, v, depth + 1)))
			return true;
	return false;
}

bool elements_may_hold(const struct binding *b, const struct val *v) {
	return region_is_many(b->region) && (b->value == v || met_in(b->value, v, 0));
}

bool elements_is_in_set(const struct walk *w, const struct region *region) {
	return region->kind == REGION_ELEMENT && region->parent->kind == REGION_FIELD &&
	       region->parent->field == w->env->fds;
}

void elements_give_up_sets(struct walk *w, struct state *s) {
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		const struct descriptor *d =
			elements_is_in_set(w, b->region) ? state_descriptor(s, b->value) : NULL;
		if (d && d->state == DESCRIPTOR_OPEN)
			state_touch_descriptor(w->arena, s, b->value)->state = DESCRIPTOR_HANDED;
	}
}

const struct region *elements_target(struct walk *w, struct state *s, const struct region *region,
                                     const struct val *value) {
	bool is_number = elements_is_in_set(w, region);
	/* A set has a place of its own for each number. */
	if (is_number && state_is_kept(s, value))
		return region_inner_at(w->values, region->parent, value);
	if (!is_number && region_root(region)->kind != REGION_VAR)
		state_settle_element(w->arena, s, w->values, value);
	if (!region_is_many(region) || state_binding(s, region) || state_is_kept(s, value))
		return region;
	const struct val *kept = NULL;
	if (!region_is_any(region) && count_kept(s, region, &kept)) return region;
	return region_unindexed(w->values, region, NULL);
}
