#include "flow/state.h"

/* Two states become one: what they do not agree on is joined. */

/* --- merging ---------------------------------------------------------------------------------- */

/* A join value that was made here, and its range. */
struct minted {
	const struct val *val;
	struct range range;
};

struct merge {
	struct arena *arena;
	struct values *values;
	struct state *into;
	struct state *from;
	uint32_t block;
	bool widen, changed;
	VEC(struct minted) minted;
	VEC(const struct region *) regions; /* where they stand */
	VEC(const struct val *)
	renewed; /* those that meant another value before, by which others were found */
};

/* A join value of this block that stands in another place than the one it was made for is from an earlier
 * round: the place's own value may have moved on since. */
static bool is_stale(const struct merge *m, const struct val *v, const struct region *region) {
	return v->kind == VAL_JOIN && v->site == m->block && v->region != region;
}

/* What callers have a name for: they are told what happens to it under the new one. And what was made here, when it is in
 * some element, where it may still be. */
static void note_part(struct merge *m, const struct val *join, const struct val *v) {
	bool has_name = v->kind == VAL_ENTRY || v->kind == VAL_OWNER || v->kind == VAL_JOIN;
	bool is_in_array = v->kind == VAL_MADE && region_is_many(join->region);
	if ((has_name || is_in_array) && v != join) val_note_part(m->values, join, v);
}

static bool is_from_elsewhere(const struct val *v, const struct region *region) {
	return !v->region || !region_may_be(v->region, region);
}

static void merge_region(struct merge *m, const struct region *region) {
	const struct val *mine = state_load(m->into, m->values, region);
	const struct val *theirs = state_load(m->from, m->values, region);
	if (mine == theirs && !is_stale(m, mine, region)) {
		state_bind(m->arena, m->into, region, mine);
		return;
	}
	if (region_root(region)->kind == REGION_VAR && is_from_elsewhere(mine, region) &&
	    is_from_elsewhere(theirs, region)) {
		state_settle_element(m->arena, m->into, m->values, mine);
		state_settle_element(m->arena, m->from, m->values, theirs);
	}
	const struct val *join = val_join(m->values, m->block, region);
	note_part(m, join, mine);
	note_part(m, join, theirs);
	struct range before = state_range(m->into, mine), other = state_range(m->from, theirs);
	struct range r = m->widen ? range_widen(&before, &other) : range_join(&before, &other);
	if (mine != join || !range_equal(&r, &before)) m->changed = true;
	if (theirs != join && join->leads_on) VEC_PUSH(m->arena, &m->renewed, join);
	VEC_PUSH(m->arena, &m->minted, (struct minted){join, r});
	VEC_PUSH(m->arena, &m->regions, region);
}

/* The names mean other values from here on: what was found by way of the old ones is no longer known. */
static void bind_joins(struct merge *m) {
	state_forget_ways(m->arena, m->into, m->values, m->renewed.items, m->renewed.n);
	state_forget_ways(m->arena, m->from, m->values, m->renewed.items, m->renewed.n);
	for (size_t i = 0; i < m->regions.n; i++)
		state_bind(m->arena, m->into, m->regions.items[i], m->minted.items[i].val);
}

static void merge_bindings(struct merge *m) {
	VEC(const struct region *) regions = {0};
	size_t i = 0, j = 0;
	while (i < m->into->bindings.n || j < m->from->bindings.n) {
		const struct region *a = i < m->into->bindings.n ? m->into->bindings.items[i].region : NULL;
		const struct region *b = j < m->from->bindings.n ? m->from->bindings.items[j].region : NULL;
		if (a && b && a == b &&
		    m->into->bindings.items[i].value == m->from->bindings.items[j].value &&
		    !is_stale(m, m->into->bindings.items[i].value, a)) {
			i++, j++;
			continue;
		}
		const struct region *next = !b || (a && a->id <= b->id) ? a : b;
		VEC_PUSH(m->arena, &regions, next);
		i += next == a;
		j += next == b;
	}
	for (size_t k = 0; k < regions.n; k++) merge_region(m, regions.items[k]);
	bind_joins(m);
}

/* The name got another value here: what was known of the old one does not count. */
static bool is_minted(const struct merge *m, const struct val *v) {
	for (size_t i = 0; i < m->minted.n; i++)
		if (m->minted.items[i].val == v) return true;
	return false;
}

static void merge_facts(struct merge *m) {
	struct state *s = m->into;
	for (size_t i = s->facts.n; i-- > 0;) {
		struct fact f = s->facts.items[i];
		if (is_minted(m, f.val)) continue;
		const struct range *mine = f.range;
		struct range other = state_range(m->from, f.val);
		struct range r = m->widen ? range_widen(mine, &other) : range_join(mine, &other);
		if (range_equal(&r, mine)) continue;
		m->changed = true;
		state_set_range(m->arena, s, f.val, r);
	}
	for (size_t i = 0; i < m->minted.n; i++)
		state_set_range(m->arena, s, m->minted.items[i].val, m->minted.items[i].range);
}

static bool same_fill(const struct fill *a, const struct fill *b) {
	return a->region == b->region && a->kind == b->kind && a->site == b->site && a->from == b->from;
}

/* What both do not agree on is changed by somebody unseen. The bindings were merged before, so only parts that
 * no one has named are meant. */
static struct fill merged_fill(const struct merge *m, const struct fill *one,
                               const struct fill *other) {
	bool shared = one->kind == FILL_SHARED || (other && other->kind == FILL_SHARED);
	return (struct fill){one->region, shared ? FILL_SHARED : FILL_CHANGED, m->block, NULL};
}

static void merge_fills(struct merge *m) {
	struct state *into = m->into, *from = m->from;
	VEC(struct fill) merged = {0};
	for (size_t i = 0, j = 0; i < into->fills.n || j < from->fills.n;) {
		const struct fill *a = i < into->fills.n ? &into->fills.items[i] : NULL;
		const struct fill *b = j < from->fills.n ? &from->fills.items[j] : NULL;
		if (a && b && a->region->id > b->region->id) a = NULL;
		else if (a && b && a->region->id < b->region->id) b = NULL;
		i += a != NULL;
		j += b != NULL;
		struct fill f = a && b && same_fill(a, b) ? *a
		                : a                       ? merged_fill(m, a, b)
		                                          : merged_fill(m, b, NULL);
		if (!a || !same_fill(a, &f)) m->changed = true;
		VEC_PUSH(m->arena, &merged, f);
	}
	into->fills.items = (void *)merged.items;
	into->fills.n = merged.n;
	into->fills.cap = merged.cap;
}

static void merge_descriptors(struct merge *m) {
	for (size_t i = 0; i < m->from->descriptors.n; i++) {
		const struct descriptor *theirs = &m->from->descriptors.items[i];
		const struct descriptor *mine = state_descriptor(m->into, theirs->id);
		if (mine && mine->state == theirs->state) continue;
		struct descriptor *d = state_touch_descriptor(m->arena, m->into, theirs->id);
		if (!mine || theirs->state == DESCRIPTOR_LOST) *d = *theirs;
		else if (d->state == DESCRIPTOR_LOST) continue;
		else {
			bool disputed = d->state == DESCRIPTOR_DISPUTED || theirs->state == DESCRIPTOR_DISPUTED;
			enum descriptor_state both = disputed ? DESCRIPTOR_DISPUTED : DESCRIPTOR_HANDED;
			m->changed |= d->state != both;
			d->state = both;
		}
	}
}

static void merge_objects(struct merge *m) {
	for (size_t i = 0; i < m->from->objects.n; i++) {
		const struct object *theirs = &m->from->objects.items[i];
		const struct object *mine = state_object(m->into, theirs->pointer);
		if (mine && mine->freed == theirs->freed) continue;
		bool fresh = !mine;
		struct object *o = state_touch_object(m->arena, m->into, theirs->pointer);
		o->freed = fresh && theirs->freed;
	}
}

/* Not a reason to run the block again: what is forgotten only keeps rules from conclusions. */
static void merge_forgotten(struct merge *m) {
	for (const struct forgotten *f = m->from->forgotten; f; f = f->previous)
		state_note_forgotten(m->arena, m->into, f->val);
}

static bool is_of_entry(const struct fact *f) {
	return (f->val->kind == VAL_BITS ? f->val->base : f->val)->kind == VAL_ENTRY;
}

static void note_differences_from(struct arena *a, struct state *s, const struct state *one,
                                  const struct state *other) {
	size_t at = 0;
	for (size_t i = 0; i < one->facts.n; i++) {
		const struct fact *f = &one->facts.items[i];
		if (is_of_entry(f) && !state_knows_alike(other, f, &at)) state_note_forgotten(a, s, f->val);
	}
}

void state_note_differences(struct arena *a, struct state *s, const struct state *other) {
	note_differences_from(a, s, s, other);
	note_differences_from(a, s, other, s);
}

bool state_merge(struct arena *a, struct values *values, struct state *s, struct state *other,
                 uint32_t block, bool widen) {
	struct merge m = {
		.arena = a, .values = values, .into = s, .from = other, .block = block, .widen = widen};
	merge_bindings(&m);
	merge_facts(&m);
	merge_fills(&m);
	merge_descriptors(&m);
	merge_objects(&m);
	m.changed |= state_merge_events(a, s, other);
	merge_forgotten(&m);
	/* Like what is forgotten, this only keeps rules from conclusions. */
	s->asks_changed |= other->asks_changed;
	if (!s->found_by) s->found_by = other->found_by;
	m.changed |= s->no_memory && !other->no_memory;
	s->no_memory &= other->no_memory;
	m.changed |= !s->freed_number && other->freed_number;
	s->freed_number |= other->freed_number;
	m.changed |= !s->crowded && other->crowded;
	s->crowded |= other->crowded;
	return m.changed;
}
