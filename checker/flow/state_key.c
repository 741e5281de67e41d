#include "flow/state.h"

/* Which states may be merged. The idea is that of ESP (Das, Lerner, Seigle: property simulation):
 * states that agree on what became of every descriptor are one, and the rest of what they know is joined. */

/* --- keys ------------------------------------------------------------------------------------- */

static bool is_open(const struct state *s, const struct val *v) {
	const struct descriptor *d = s->descriptors.n ? state_descriptor(s, v) : NULL;
	return d && d->state == DESCRIPTOR_OPEN;
}

/* What the caller passed is now held by something that outlives the call: it may be the caller's open
 * descriptor, or hold one. */
static bool is_kept_argument(const struct binding *b) {
	return b->value->may_hold_line && region_root(b->region)->kind != REGION_VAR;
}

/* A pointer to an object that (through others) holds an open descriptor. One that came from outside is
 * not: who else refers to it does not matter. */
static const struct val *carrier_of(const struct region *r) {
	const struct region *root = region_root(r);
	return root->kind == REGION_POINTEE && root->pointer->kind == VAL_MADE ? root->pointer : NULL;
}

struct carriers {
	const struct val *items[16];
	size_t n;
};

static bool has_carrier(const struct carriers *c, const struct val *object) {
	for (size_t i = 0; i < c->n; i++)
		if (c->items[i] == object) return true;
	return false;
}

/* Whether the value leads to one of them: it may point to a member, as lists do. */
static bool is_carrier(const struct carriers *c, const struct val *v) {
	return c->n && has_carrier(c, val_referent(v));
}

static void add_carrier(struct carriers *c, const struct val *v) {
	if (v && !has_carrier(c, v) && c->n < sizeof c->items / sizeof *c->items) c->items[c->n++] = v;
}

static void follow_carriers(const struct state *s, struct carriers *c) {
	for (size_t before = 0; before != c->n;) {
		before = c->n;
		for (size_t i = 0; i < s->bindings.n; i++)
			if (is_carrier(c, s->bindings.items[i].value))
				add_carrier(c, carrier_of(s->bindings.items[i].region));
	}
}

static void find_carriers(const struct state *s, struct carriers *c) {
	for (size_t i = 0; i < s->bindings.n; i++)
		if (is_open(s, s->bindings.items[i].value) || is_kept_argument(&s->bindings.items[i]))
			add_carrier(c, carrier_of(s->bindings.items[i].region));
	follow_carriers(s, c);
}

/* Whether the library's wrapper at this region owns what it holds decides what releasing it does. */
static bool is_ownership(const struct region *r, const struct val *v) {
	return r->kind == REGION_FIELD && !r->field->record[0] && v->kind == VAL_CONST;
}

/* Whether the region is a flag of an object that holds an open descriptor. */
static bool is_flag_of_holder(const struct state *s, const struct binding *b) {
	if (b->region->kind != REGION_FIELD || !b->region->field->is_flag ||
	    b->value->kind != VAL_CONST)
		return false;
	const struct region *root = region_root(b->region);
	for (size_t i = 0; i < s->bindings.n; i++)
		if (region_root(s->bindings.items[i].region) == root &&
		    s->bindings.items[i].region->kind == REGION_FIELD &&
		    is_open(s, s->bindings.items[i].value))
			return true;
	return false;
}

uint64_t state_key(const struct state *s, bool tells_losses) {
	uint64_t key = s->ended;
	struct carriers carriers = {.n = 0};
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct descriptor *d = &s->descriptors.items[i];
		if (d->state == DESCRIPTOR_OPEN)
			key += hash_mix(hash_mix(1, d->id->id), (uintptr_t)d->made.in);
		/* What ends the process behind a loss makes up for it, on its own path. */
		if (d->state == DESCRIPTOR_LOST && tells_losses) key += hash_mix(4, d->id->id);
	}
	find_carriers(s, &carriers);
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (is_open(s, b->value) || is_carrier(&carriers, b->value) || is_kept_argument(b) ||
		    is_ownership(b->region, b->value) || is_flag_of_holder(s, b))
			key += hash_mix(hash_mix(2, b->region->id), b->value->id);
	}
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (e->apart) key += hash_mix(hash_mix(3, e->verb), e->subject->id);
	}
	return key;
}

/* Which of below zero, zero and above zero the range holds: what most conditions ask. */
static uint64_t sign_of(const struct range *r) {
	return (uint64_t)(r->low < 0) | (uint64_t)range_has(r, 0) << 1 | (uint64_t)(r->high > 0) << 2;
}

uint64_t state_sign(const struct state *s, const struct val *v) {
	struct range r = state_range(s, v);
	return sign_of(&r);
}

uint64_t state_fine_key(const struct state *s) {
	uint64_t key = 0;
	for (size_t i = 0; i < s->facts.n; i++) {
		const struct fact *f = &s->facts.items[i];
		const struct val *v = f->val->kind == VAL_BITS ? f->val->base : f->val;
		if (v->kind != VAL_ENTRY || sign_of(f->range) == 7) continue;
		key += hash_mix(f->val->id, sign_of(f->range));
	}
	return key;
}

uint64_t state_escape_key(const struct state *s) {
	uint64_t key = 0;
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (e->verb == VERB_escapes && e->subject->may_hold_line)
			key += hash_mix(4, e->subject->id);
	}
	return key;
}

uint64_t state_constants_key(const struct state *s) {
	uint64_t key = 0;
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		bool in_object =
			b->region->kind == REGION_FIELD && region_root(b->region)->kind != REGION_VAR;
		if (in_object && b->value->kind == VAL_CONST) key += hash_mix(b->region->id, b->value->id);
	}
	return key;
}

static uint64_t hash_range(const struct range *r) {
	uint64_t key = hash_mix((uint64_t)r->low, (uint64_t)r->high);
	for (uint32_t i = 0; i < r->gap_count; i++)
		key = hash_mix(hash_mix(key, (uint64_t)r->gaps[i].low), (uint64_t)r->gaps[i].high);
	return key;
}

uint64_t state_guards_key(const struct state *s) {
	uint64_t key = 0;
	for (size_t i = 0; i < s->facts.n; i++) {
		const struct fact *f = &s->facts.items[i];
		const struct val *v = f->val->kind == VAL_BITS ? f->val->base : f->val;
		if (v->kind == VAL_ENTRY) key += hash_mix(f->val->id, hash_range(f->range));
	}
	return key;
}

uint64_t state_absence_key(const struct state *s) {
	uint64_t key = 0;
	for (size_t i = 0; i < s->facts.n; i++) {
		const struct fact *f = &s->facts.items[i];
		bool is_param = f->val->kind == VAL_ENTRY && f->val->region->kind == REGION_VAR;
		if (is_param && f->range->low == 0 && f->range->high == 0) key += hash_mix(4, f->val->id);
	}
	return key;
}

/* The facts of a that b sees otherwise. */
static uint32_t count_blurred(const struct state *a, const struct state *b) {
	uint32_t n = 0;
	size_t at = 0;
	for (size_t i = 0; i < a->facts.n; i++) {
		const struct fact *f = &a->facts.items[i];
		const struct val *v = f->val->kind == VAL_BITS ? f->val->base : f->val;
		n += v->kind == VAL_ENTRY && !state_knows_alike(b, f, &at);
	}
	return n;
}

/* Places that hold a constant in one of them, and something else in the other: what a flag says that was made of a
 * condition goes with the condition. */
static uint32_t count_mixed(const struct state *a, const struct state *b) {
	uint32_t n = 0;
	for (size_t i = 0, k = 0; i < a->bindings.n && k < b->bindings.n;) {
		const struct binding *x = &a->bindings.items[i], *y = &b->bindings.items[k];
		if (x->region == y->region)
			n += x->value != y->value &&
			     (x->value->kind == VAL_CONST || y->value->kind == VAL_CONST);
		i += x->region->id <= y->region->id;
		k += y->region->id <= x->region->id;
	}
	return n;
}

/* What was done in one of them alone. */
static uint32_t count_done(const struct state *a, const struct state *b) {
	return (uint32_t)(a->events.n > b->events.n ? a->events.n - b->events.n
	                                            : b->events.n - a->events.n);
}

/* A fact can be asked for again, what a flag meant cannot. */
enum { MIXED_WEIGHT = 4 };

uint32_t state_distance(const struct state *a, const struct state *b) {
	return count_blurred(a, b) + count_blurred(b, a) +
	       (count_mixed(a, b) + count_done(a, b)) * MIXED_WEIGHT;
}

/* --- merging all the same --------------------------------------------------------------------- */

static void find_carriers_of(const struct state *s, const struct val *id, struct carriers *c) {
	for (size_t i = 0; i < s->bindings.n; i++)
		if (s->bindings.items[i].value == id)
			add_carrier(c, carrier_of(s->bindings.items[i].region));
	follow_carriers(s, c);
}

static bool lies_in(const struct state *s, const struct region *root, const struct val *id) {
	for (size_t i = 0; i < s->bindings.n; i++)
		if (s->bindings.items[i].value == id && region_root(s->bindings.items[i].region) == root)
			return true;
	return false;
}

/* Where the descriptor lies, variables aside: the places, what leads there, and the flags beside it. */
static uint64_t place_key(const struct state *s, const struct val *id, const struct carriers *c) {
	uint64_t key = 0;
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		const struct region *root = region_root(b->region);
		bool leads = root->kind != REGION_VAR && (b->value == id || is_carrier(c, b->value));
		bool is_flag = is_ownership(b->region, b->value) || is_flag_of_holder(s, b);
		if (leads || (is_flag && lies_in(s, root, id)))
			key += hash_mix(b->region->id, b->value->id);
	}
	return key;
}

static bool have_in_common(const struct state *a, const struct state *b, const struct val *v) {
	for (size_t i = 0; i < a->bindings.n; i++)
		if (val_referent(a->bindings.items[i].value) == v &&
		    state_binding(b, a->bindings.items[i].region) == a->bindings.items[i].value)
			return true;
	return false;
}

/* Whether an open descriptor of a is open in b as well, and still held by the same when the two are one. */
static bool is_agreed(const struct state *a, const struct state *b, const struct descriptor *d) {
	if (!is_open(b, d->id) || state_descriptor(b, d->id)->made.in != d->made.in) return false;
	struct carriers mine = {.n = 0}, theirs = {.n = 0};
	find_carriers_of(a, d->id, &mine);
	find_carriers_of(b, d->id, &theirs);
	if (place_key(a, d->id, &mine) != place_key(b, d->id, &theirs)) return false;
	for (size_t i = 0; i < mine.n; i++)
		if (!have_in_common(a, b, mine.items[i])) return false;
	return have_in_common(a, b, d->id);
}

static bool keeps_alike(const struct state *a, const struct state *b, const struct val *pointer) {
	for (size_t i = 0; i < a->bindings.n; i++) {
		const struct binding *held = &a->bindings.items[i];
		bool outlives = held->value == pointer && region_root(held->region)->kind != REGION_VAR;
		if (outlives && state_binding(b, held->region) != pointer) return false;
	}
	return true;
}

/* Whether b keeps in the same places what v was found by way of: what is unlinked here may be linked there. */
static bool is_kept_alike(const struct state *a, const struct state *b, const struct val *v) {
	while (v->region && region_root(v->region)->kind == REGION_POINTEE) {
		v = region_root(v->region)->pointer;
		if (!keeps_alike(a, b, v)) return false;
	}
	return true;
}

/* What was done to threads and lines is no less done for being in doubt. */
static bool wakes_or_waits(enum verb verb) {
	return verb == VERB_shuts || verb == VERB_cancels || verb == VERB_interrupts ||
	       verb == VERB_starts || verb == VERB_joins || verb == VERB_waits || verb == VERB_defers ||
	       verb == VERB_replaces || verb == VERB_heeds;
}

/* What was closed in one of them may have been: that alone makes up no loss. */
bool event_is_disputable(const struct event *e) {
	return e->verb == VERB_drops ||
	       (e->apart && e->verb != VERB_closes && !wakes_or_waits(e->verb));
}

static bool has_event(const struct state *s, const struct event *event) {
	for (size_t i = 0; i < s->events.n; i++)
		if (s->events.items[i].verb == event->verb && s->events.items[i].subject == event->subject)
			return true;
	return false;
}

static void list_disputed_open(struct arena *arena, const struct state *a, const struct state *b,
                               struct disputed *disputed) {
	for (size_t i = 0; i < a->descriptors.n; i++) {
		const struct descriptor *d = &a->descriptors.items[i];
		if (d->state == DESCRIPTOR_OPEN && !is_agreed(a, b, d))
			VEC_PUSH(arena, &disputed->list, d->id);
	}
}

static void list_disputed(struct arena *arena, const struct state *a, const struct state *b,
                          struct disputed *disputed) {
	for (size_t i = 0; i < a->bindings.n; i++) {
		const struct binding *held = &a->bindings.items[i];
		if (is_kept_argument(held) && state_binding(b, held->region) != held->value)
			VEC_PUSH(arena, &disputed->list, held->value);
	}
	for (size_t i = 0; i < a->events.n; i++) {
		const struct event *e = &a->events.items[i];
		if (event_is_disputable(e) && (!has_event(b, e) || !is_kept_alike(a, b, e->subject)))
			VEC_PUSH(arena, &disputed->list, e->subject);
	}
}

struct disputed state_disputed(struct arena *arena, const struct state *a, const struct state *b) {
	struct disputed disputed = {.open = 0};
	list_disputed_open(arena, a, b, &disputed);
	list_disputed_open(arena, b, a, &disputed);
	disputed.open = disputed.list.n;
	list_disputed(arena, a, b, &disputed);
	list_disputed(arena, b, a, &disputed);
	return disputed;
}
