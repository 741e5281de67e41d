#include "flow/entries.h"

static void merge_into(struct walk *w, struct entry *e, struct state *s, uint64_t fine, uint32_t site) {
	bool widen = ++e->joins > BOUND_JOINS_BEFORE_WIDENING;
	if (fine != e->keys.fine) {
		w->result->blurred_states++;
		state_note_differences(w->arena, e->state, s);
	}
	if (state_merge(w->arena, w->values, e->state, s, site, widen)) e->pending = true;
}

static struct entry *find_exact(struct entries *at, const struct keys *keys) {
	for (size_t i = 0; i < at->list.n; i++) {
		const struct keys *k = &at->list.items[i].keys;
		if (k->key == keys->key && k->escapes == keys->escapes && k->fine == keys->fine) return &at->list.items[i];
	}
	return NULL;
}

/* Of those with the key, and the same escapes if escapes, the one whose merging with s forgets least; NULL when there are
 * fewer than most of them. */
static struct entry *find_nearest(struct entries *at, const struct keys *keys, bool escapes, const struct state *s,
                                  uint32_t most) {
	struct entry *nearest = NULL;
	uint32_t variants = 0, least = UINT32_MAX;
	for (size_t i = 0; i < at->list.n; i++) {
		struct entry *e = &at->list.items[i];
		if (e->keys.key != keys->key || (escapes && e->keys.escapes != keys->escapes)) continue;
		variants++;
		uint32_t distance = state_distance(e->state, s);
		if (distance >= least) continue;
		nearest = e;
		least = distance;
	}
	return variants >= most ? nearest : NULL;
}

/* Merges all that have the same key. */
static void make_room(struct walk *w, struct entries *at, uint32_t site) {
	size_t kept = 0;
	at->crowded = true;
	for (size_t i = 0; i < at->list.n; i++) {
		struct entry e = at->list.items[i], *same = NULL;
		for (size_t k = 0; k < kept && !same; k++)
			if (at->list.items[k].keys.key == e.keys.key) same = &at->list.items[k];
		if (same) same->pending |= e.pending, merge_into(w, same, e.state, e.keys.fine, site);
		else at->list.items[kept++] = e;
	}
	at->list.n = kept;
}

/* States that do not agree on their descriptors are merged all the same: nothing more is said about these. */
static void give_up_open(struct walk *w, struct state *s) {
	for (size_t i = 0; i < s->descriptors.n; i++)
		if (s->descriptors.items[i].state == DESCRIPTOR_OPEN)
			state_touch_descriptor(w->arena, s, s->descriptors.items[i].id)->state = DESCRIPTOR_HANDED;
}

static void merge_with_last(struct walk *w, struct entries *at, struct state *s, uint64_t fine, uint32_t site) {
	struct entry *last = &at->list.items[at->list.n - 1];
	w->result->merged_states++;
	give_up_open(w, s);
	give_up_open(w, last->state);
	merge_into(w, last, s, fine, site);
}

void entries_add(struct walk *w, struct entries *at, struct state *s, uint32_t site, enum entries_kind kind) {
	bool is_exit = kind == ENTRIES_OF_EXIT;
	struct keys keys = {state_key(s) + (is_exit ? state_absence_key(s) : 0), state_escape_key(s),
	                    state_fine_key(s) + (is_exit ? state_constants_key(s) : 0)};
	bool full = at->list.n == BOUND_STATES_PER_BLOCK, narrow = full || at->crowded;
	struct entry *same = find_exact(at, &keys);
	if (!same) same = find_nearest(at, &keys, true, s, narrow ? 1 : is_exit ? BOUND_VARIANTS : w->variants);
	if (!same) same = find_nearest(at, &keys, false, s, narrow ? 1 : BOUND_VARIANTS);
	if (!same && full) make_room(w, at, site);
	if (same) merge_into(w, same, s, keys.fine, site);
	else if (at->list.n == BOUND_STATES_PER_BLOCK) merge_with_last(w, at, s, keys.fine, site);
	else VEC_PUSH(w->arena, &at->list, (struct entry){.keys = keys, .state = s, .pending = true});
}
