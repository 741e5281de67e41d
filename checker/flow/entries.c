#include "flow/entries.h"

static void merge_into(struct walk *w, struct entry *e, struct state *s, uint64_t fine,
                       uint32_t site) {
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
		if (k->key == keys->key && k->escapes == keys->escapes && k->fine == keys->fine)
			return &at->list.items[i];
	}
	return NULL;
}

/* Those that a new state may be merged with: of its key, and of its escapes if escapes. */
struct group {
	const struct keys *keys;
	bool escapes;
};

static bool is_in(const struct group *g, const struct entry *e) {
	return e->keys.key == g->keys->key && (!g->escapes || e->keys.escapes == g->keys->escapes);
}

static uint32_t count_group(const struct entries *at, const struct group *g) {
	uint32_t n = 0;
	for (size_t i = 0; i < at->list.n; i++) n += is_in(g, &at->list.items[i]);
	return n;
}

/* Two states that would be merged: entries, or an entry and the new state. */
struct pair {
	struct entry *a, *b; /* b is NULL for the new one */
	uint32_t distance;
};

static void consider(struct pair *best, struct entry *a, struct entry *b, const struct state *s) {
	uint32_t distance = state_distance(a->state, b ? b->state : s);
	if (!best->a || distance < best->distance) *best = (struct pair){a, b, distance};
}

/* Of the group and s, the two that lose least by merging; one of them is s if with_new. */
static struct pair find_nearest(struct entries *at, const struct group *g, const struct state *s,
                                bool with_new) {
	struct pair best = {NULL, NULL, 0};
	for (size_t i = 0; i < at->list.n; i++) {
		struct entry *a = &at->list.items[i];
		if (!is_in(g, a)) continue;
		consider(&best, a, NULL, s);
		for (size_t k = 0; k < i && !with_new; k++)
			if (is_in(g, &at->list.items[k])) consider(&best, &at->list.items[k], a, s);
	}
	return best;
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

/* The group is full: the two nearest become one. */
static void add_to_group(struct walk *w, struct entries *at, const struct group *g,
                         const struct entry *new, uint32_t site, bool with_new) {
	struct pair pair = find_nearest(at, g, new->state, with_new);
	if (!pair.b) {
		merge_into(w, pair.a, new->state, new->keys.fine, site);
		return;
	}
	at->replaced++;
	pair.a->pending |= pair.b->pending;
	merge_into(w, pair.a, pair.b->state, pair.b->keys.fine, site);
	*pair.b = *new;
}

/* Success and failure are two outcomes, whatever else they have in common; where nothing was done, nobody asks. */
static uint64_t outcome_key(struct walk *w, const struct state *s) {
	if (!s->descriptors.n && !s->objects.n && !s->events.n) return 0;
	const struct val *v = state_binding(s, walk_return_slot(w));
	return v ? hash_mix(5, state_sign(s, v)) : 0;
}

static struct keys keys_of(struct walk *w, const struct state *s, enum entries_kind kind) {
	switch (kind) {
	case ENTRIES_OF_CALL:
	case ENTRIES_OF_BLOCK:
		return (struct keys){state_key(s, true) +
		                         (kind == ENTRIES_OF_CALL ? hash_mix(7, s->no_memory) : 0),
		                     state_escape_key(s) + parts_key(w, s), state_fine_key(s)};
	case ENTRIES_OF_EXIT: break;
	}
	return (struct keys){state_key(s, false) + state_absence_key(s), state_escape_key(s),
	                     state_guards_key(s) + state_constants_key(s) + outcome_key(w, s)};
}

static void leave_open(struct walk *w, struct state *s, const struct disputed *disputed) {
	state_leave_open(w->arena, s, disputed);
	for (size_t i = 0; i < disputed->list.n; i++)
		if (disputed->list.items[i]->may_hold_line)
			effect_event(w, s, VERB_escapes, disputed->list.items[i], NULL, false);
}

/* Two states that would be merged, and what of them would be given up; b is NULL for the new one. */
struct dispute {
	struct entry *a, *b;
	struct disputed about;
};

static void consider_dispute(struct walk *w, struct dispute *least, struct entry *a,
                             struct entry *b, const struct state *s) {
	struct disputed about = state_disputed(w->arena, a->state, b ? b->state : s);
	bool less = about.open != least->about.open ? about.open < least->about.open
	                                            : about.list.n < least->about.list.n;
	if (!least->a || less) *least = (struct dispute){a, b, about};
}

/* The new state makes way where that costs no open descriptor, or where others have made way for many. */
static struct dispute find_least_dispute(struct walk *w, struct entries *at,
                                         const struct state *s) {
	struct dispute least = {.a = NULL};
	for (size_t i = at->list.n; i-- > 0;) consider_dispute(w, &least, &at->list.items[i], NULL, s);
	if (!least.about.open || at->replaced >= BOUND_REPLACED_VARIANTS) return least;
	for (size_t i = 1; i < at->list.n; i++)
		for (size_t k = 0; k < i; k++)
			consider_dispute(w, &least, &at->list.items[k], &at->list.items[i], s);
	return least;
}

/* States that do not agree on what became of all descriptors are merged all the same, the two that dispute least: of what
 * they do, nothing more is said. */
static void merge_least_disputed(struct walk *w, struct entries *at, const struct entry *new,
                                 uint32_t site, enum entries_kind kind) {
	struct dispute least = find_least_dispute(w, at, new->state);
	struct entry *kept = least.a, other = least.b ? *least.b : *new;
	w->result->merged_states++;
	leave_open(w, other.state, &least.about);
	leave_open(w, kept->state, &least.about);
	kept->pending |= other.pending && least.b;
	merge_into(w, kept, other.state, other.keys.fine, site);
	kept->keys = keys_of(w, kept->state, kind);
	if (!least.b) return;
	at->replaced++;
	*least.b = *new;
	new->state->crowded = true;
}

void entries_add(struct walk *w, struct entries *at, struct state *s, uint32_t site,
                 enum entries_kind kind) {
	struct entry new = {.keys = keys_of(w, s, kind), .state = s, .pending = true};
	size_t room = w->work > w->tired_at ? BOUND_STATES_TIRED : BOUND_STATES_PER_BLOCK;
	bool full = at->list.n >= room, narrow = full || at->crowded;
	uint32_t most = narrow ? 1 : kind == ENTRIES_OF_EXIT ? BOUND_VARIANTS : w->variants;
	struct group alike = {&new.keys, true}, same_key = {&new.keys, false};
	bool with_new = narrow || at->replaced >= BOUND_REPLACED_VARIANTS;
	struct entry *same = find_exact(at, &new.keys);
	if (same) merge_into(w, same, s, new.keys.fine, site);
	else if (count_group(at, &alike) >= most)
		add_to_group(w, at, &alike, &new, site, with_new || most == 1);
	else if (count_group(at, &same_key) >= (narrow ? 1 : BOUND_VARIANTS))
		add_to_group(w, at, &same_key, &new, site, with_new);
	else {
		if (full) make_room(w, at, site);
		if (at->list.n >= room) merge_least_disputed(w, at, &new, site, kind);
		else VEC_PUSH(w->arena, &at->list, new);
	}
}
