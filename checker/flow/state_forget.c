#include "flow/state.h"

/* Giving up what is no longer known, and forgetting it. */

struct held_objects {
	VEC(const struct val *) list;
};

void state_give_up_descriptor(struct arena *a, struct state *s, const struct val *v) {
	const struct descriptor *d = state_descriptor(s, v);
	if (d && d->state == DESCRIPTOR_OPEN)
		state_touch_descriptor(a, s, v)->state = DESCRIPTOR_HANDED;
}

static void give_up_held(struct arena *a, struct state *s, const struct region *region,
                         struct held_objects *found) {
	for (size_t i = 0; i < s->bindings.n; i++) {
		if (!region_within(s->bindings.items[i].region, region)) continue;
		const struct val *held = val_referent(s->bindings.items[i].value);
		state_give_up_descriptor(a, s, held);
		bool known = held->kind != VAL_MADE;
		for (size_t k = 0; k < found->list.n && !known; k++) known = found->list.items[k] == held;
		if (!known) VEC_PUSH(a, &found->list, held);
	}
}

void state_give_up(struct arena *a, struct state *s, struct values *values,
                   const struct region *region) {
	struct held_objects found = {{0}};
	give_up_held(a, s, region, &found);
	for (size_t i = 0; i < found.list.n; i++)
		give_up_held(a, s, region_pointee(values, found.list.items[i]), &found);
}

static void give_up_value(struct arena *a, struct state *s, struct values *values,
                          const struct val *v) {
	v = val_referent(v);
	state_give_up_descriptor(a, s, v);
	if (v->kind == VAL_MADE) state_give_up(a, s, values, region_pointee(values, v));
}

/* Whether something that the function did not make itself refers to v. */
static bool is_held_outside(const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct region *root = region_root(s->bindings.items[i].region);
		bool ours = root->kind == REGION_POINTEE && root->pointer->kind == VAL_MADE;
		if (!ours && val_referent(s->bindings.items[i].value) == val_referent(v)) return true;
	}
	return false;
}

/* Whether v goes when what is marked is forgotten. */
static bool goes(const struct val *v, bool itself) {
	return val_depends_on_marked(v) && (itself || !v->is_marked);
}

/* Whoever it was: a loop further on does not take care of it. */
static void forget_descriptors(struct arena *a, struct state *s, bool itself) {
	for (size_t i = s->descriptors.n; i-- > 0;)
		if (goes(s->descriptors.items[i].id, itself))
			state_drop_descriptor(a, s, s->descriptors.items[i].id);
}

static void forget_value(struct arena *a, struct state *s, struct values *values,
                         const struct val *v) {
	give_up_value(a, s, values, v);
	val_mark(v, true);
	forget_descriptors(a, s, true);
	val_mark(v, false);
}

/* --- elements of arrays ----------------------------------------------------------------------- */

static void give_up_aliases(struct arena *a, struct state *s, struct values *values,
                            const struct region *region) {
	VEC(const struct val *) held = {0};
	for (size_t i = 0; i < s->bindings.n; i++)
		if (region_may_be(s->bindings.items[i].region, region))
			VEC_PUSH(a, &held, s->bindings.items[i].value);
	for (size_t i = 0; i < held.n; i++) give_up_value(a, s, values, held.items[i]);
}

void state_settle_element(struct arena *a, struct state *s, struct values *values,
                          const struct val *v) {
	while (v->base || v->region) {
		bool is_read = v->kind == VAL_ENTRY || v->kind == VAL_MADE;
		if (is_read && region_is_many(v->region)) give_up_aliases(a, s, values, v->region);
		const struct region *root = v->base ? NULL : region_root(v->region);
		if (root && root->kind != REGION_POINTEE) return;
		v = root ? root->pointer : v->base;
	}
}

/* --- elements whose index is forgotten -------------------------------------------------------- */

bool state_is_kept(const struct state *s, const struct val *v) {
	const struct descriptor *d = state_descriptor(s, v);
	const struct object *o = state_object(s, v);
	return (d && d->state == DESCRIPTOR_OPEN) || (o && !o->freed);
}

/* What one element holds is now what some element holds: a descriptor or object stays in preference to a number, and the
 * newest of two. The other one is in the array as before, though nothing says so: that it goes elsewhere is no loss. */
static void unindex_binding(struct arena *a, struct state *s, struct values *values,
                            const struct region *from, const struct val *v) {
	const struct region *to = region_unindexed(values, from, v);
	const struct val *held = state_binding(s, from);
	if (!held) return; /* it was a part of one that has moved before */
	struct binding b = *state_bind(a, s, from, held);
	const struct val *other = state_binding(s, to);
	state_unbind(a, s, from);
	if (other && other != b.value && state_is_kept(s, other)) {
		if (!state_is_kept(s, b.value)) return;
		state_unbind(a, s, to);
		if (is_held_outside(s, other)) state_give_up_descriptor(a, s, other);
		else forget_value(a, s, values, other);
	}
	struct binding *now = state_bind(a, s, to, b.value);
	now->site = b.site;
	now->inner = b.inner;
}

/* The next value of the name is another index. */
static void unindex(struct arena *a, struct state *s, struct values *values, const struct val *v) {
	VEC(const struct region *) indexed = {0};
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct val *held = s->bindings.items[i].value;
		if (region_indexed_by(s->bindings.items[i].region, v))
			VEC_PUSH(a, &indexed, s->bindings.items[i].region);
		if (held->kind == VAL_ADDRESS && region_indexed_by(held->region, v))
			state_bind(a, s, s->bindings.items[i].region,
			           val_address(values, region_unindexed(values, held->region, v)));
	}
	for (size_t i = 0; i < indexed.n; i++) unindex_binding(a, s, values, indexed.items[i], v);
	VEC(struct fill) stale = {0};
	for (size_t i = 0; i < s->fills.n; i++)
		if (region_indexed_by(s->fills.items[i].region, v)) VEC_PUSH(a, &stale, s->fills.items[i]);
	for (size_t i = 0; i < stale.n; i++) {
		const struct region *to = region_unindexed(values, stale.items[i].region, v);
		state_unbind(a, s, stale.items[i].region);
		if (stale.items[i].kind != FILL_SHARED) continue;
		state_give_up(a, s, values, to);
		state_fill(a, s, to, FILL_SHARED, stale.items[i].site);
	}
}

static const struct val *any_index(const struct state *s) {
	for (size_t i = 0; i < s->bindings.n; i++)
		for (const struct region *r = s->bindings.items[i].region; r && r->has_at; r = r->parent)
			if (r->at) return r->at;
	return NULL;
}

void state_end_turn(struct arena *a, struct state *s, struct values *values) {
	for (const struct val *at; (at = any_index(s)) != NULL;) unindex(a, s, values, at);
}

/* What is marked, or was found by way of it. */
static void forget_marked(struct arena *a, struct state *s, struct values *values, bool itself) {
	forget_descriptors(a, s, itself);
	for (size_t i = s->facts.n; i-- > 0;)
		if (goes(s->facts.items[i].val, itself))
			state_set_range(a, s, s->facts.items[i].val, range_full());
	VEC(const struct region *) gone = {0};
	for (size_t i = 0; i < s->bindings.n; i++) {
		struct binding b = s->bindings.items[i];
		const struct region *root = region_root(b.region);
		if (root->kind == REGION_POINTEE && val_depends_on_marked(root->pointer))
			VEC_PUSH(a, &gone, b.region);
		else if (goes(b.value, itself)) state_bind(a, s, b.region, val_unknown(values));
	}
	struct held_objects led_to = {{0}};
	for (size_t i = 0; i < gone.n; i++) {
		const struct val *held = state_binding(s, gone.items[i]);
		if (held) VEC_PUSH(a, &led_to.list, held);
		state_unbind(a, s, gone.items[i]);
	}
	for (size_t i = 0; i < led_to.list.n; i++)
		if (!is_held_outside(s, led_to.list.items[i]))
			give_up_value(a, s, values, led_to.list.items[i]);
}

void state_forget(struct arena *a, struct state *s, struct values *values, const struct val *v,
                  bool itself) {
	if (!itself && !v->leads_on) return;
	unindex(a, s, values, v);
	val_mark(v, true);
	forget_marked(a, s, values, itself);
	val_mark(v, false);
}

void state_forget_ways(struct arena *a, struct state *s, struct values *values,
                       const struct val *const *ways, size_t n) {
	if (!n) return;
	for (size_t i = 0; i < n; i++) unindex(a, s, values, ways[i]);
	for (size_t i = 0; i < n; i++) val_mark(ways[i], true);
	forget_marked(a, s, values, false);
	for (size_t i = 0; i < n; i++) val_mark(ways[i], false);
}
