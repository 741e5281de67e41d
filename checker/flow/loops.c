#include "flow/loops.h"

struct loops {
	const struct cfg *cfg;
	uint64_t **
		members; /* of each block: the blocks of the loop that it is the header of, a bit each; or NULL */
	struct turns *turns;
};

static bool has(const uint64_t *set, uint32_t block) {
	return set[block / 64] >> (block % 64) & 1;
}

/* All that reaches a jump back to the header without passing it. */
static void add_members(struct walk *w, uint64_t *set, uint32_t from) {
	VEC(uint32_t) queue = {0};
	VEC_PUSH(w->arena, &queue, from);
	while (queue.n) {
		uint32_t b = queue.items[--queue.n];
		if (has(set, b)) continue;
		set[b / 64] |= (uint64_t)1 << (b % 64);
		for (uint32_t i = 0; i < w->cfg->preds[b].n; i++)
			VEC_PUSH(w->arena, &queue, w->cfg->preds[b].items[i]);
	}
}

static bool is_backward(const struct cfg *cfg, uint32_t from, uint32_t to) {
	return cfg->position[from] != CFG_NONE && cfg->position[from] >= cfg->position[to];
}

struct loops *loops_new(struct walk *w, struct turns *turns) {
	struct loops *l = ARENA_NEW(w->arena, struct loops);
	l->turns = turns;
	turns->is_late = false;
	uint32_t n = (uint32_t)w->f->blocks.n;
	l->cfg = w->cfg;
	l->members = ARENA_ARRAY(w->arena, uint64_t *, n);
	for (uint32_t b = 0; b < n; b++)
		for (uint32_t i = 0; i < w->cfg->preds[b].n; i++) {
			uint32_t from = w->cfg->preds[b].items[i];
			if (!is_backward(w->cfg, from, b)) continue;
			if (!l->members[b]) {
				l->members[b] = ARENA_ARRAY(w->arena, uint64_t, n / 64 + 1);
				l->members[b][b / 64] |= (uint64_t)1 << (b % 64);
			}
			add_members(w, l->members[b], from);
		}
	return l;
}

uint32_t loops_left(const struct loops *l, uint32_t block, uint32_t target) {
	return l->members[block] && !has(l->members[block], target) ? block : CFG_NONE;
}

static bool is_taken(const struct loops *l, uint32_t header, const struct val *id) {
	for (size_t i = 0; i < l->turns->list.n; i++) {
		const struct turn *t = &l->turns->list.items[i];
		if (t->header == header && t->site == id->site && t->part == id->part) return true;
	}
	return false;
}

void loops_note_turn(struct walk *w, struct loops *l, uint32_t block, uint32_t target,
                     struct state *s) {
	if (target >= w->f->blocks.n || !l->members[target] || !has(l->members[target], block)) return;
	lost_survive(w, s, true);
	state_end_turn(w->arena, s, w->values);
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct descriptor *d = &s->descriptors.items[i];
		/* What the same site opened in an earlier turn of a loop around this one was done with before. */
		bool done = d->opened && !d->id->age &&
		            (d->state == DESCRIPTOR_CLOSED || d->state == DESCRIPTOR_HANDED);
		if (done && !is_taken(l, target, d->id))
			VEC_PUSH(w->out, &l->turns->list, (struct turn){target, d->id->site, d->id->part});
	}
}

/* The block that opened it, or CFG_NONE. */
static uint32_t opening_block(const struct walk *w, const struct val *id) {
	for (uint32_t b = (uint32_t)w->f->blocks.n; b-- > 0;)
		if (id->kind == VAL_MADE && w->cfg->block_start[b] <= id->site) return b;
	return CFG_NONE;
}

/* Whether turns of the loop take care of what was opened before it. */
static bool takes_care(const struct walk *w, const struct loops *l, uint32_t header,
                       const struct val *id) {
	if (!is_taken(l, header, id)) return false;
	uint32_t opened = opening_block(w, id);
	return opened != CFG_NONE && !has(l->members[header], opened);
}

static bool rests_on_no_turn(const struct walk *w, const struct loops *l,
                             const struct suspect *suspect) {
	for (const struct trail *t = suspect->trail; t && t->length > suspect->since; t = t->previous)
		if (t->leaves_loop != CFG_NONE && takes_care(w, l, t->leaves_loop, suspect->id))
			return true;
	return false;
}

void loops_leave(struct walk *w, const struct loops *l, uint32_t header, struct state *s) {
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct descriptor *d = &s->descriptors.items[i];
		if (d->state == DESCRIPTOR_OPEN && d->opened && takes_care(w, l, header, d->id))
			state_touch_descriptor(w->arena, s, d->id)->state = DESCRIPTOR_HANDED;
	}
}

/* Whether the same decisions led to a loss of it before: a call frees what holds it in one of its
 * cases, and in another the function leaves with it behind the call. */
static bool is_told_already(const struct walk *w, size_t index) {
	const struct suspect *suspect = &w->suspects.items[index];
	for (size_t i = 0; i < index; i++) {
		const struct suspect *other = &w->suspects.items[i];
		if (!other->is_callees && other->id == suspect->id && other->trail == suspect->trail)
			return true;
	}
	return false;
}

static bool is_closed_otherwise(const struct walk *w, const struct suspect *suspect) {
	const struct summary *by = suspect->loss->untaken.by;
	for (size_t i = 0; i < w->closings.n; i++) {
		const struct closing *c = &w->closings.items[i];
		if (doubt_same_but_for_age(c->id, suspect->id) && (!c->via || !by || c->via != by->name))
			return true;
	}
	return false;
}

void loops_keep_losses(struct walk *w, const struct loops *l) {
	for (size_t i = 0; i < w->suspects.n; i++) {
		const struct suspect *suspect = &w->suspects.items[i];
		struct loss *loss = suspect->loss;
		if (suspect->is_callees || (!loss->goes_on && !loss->leaves)) continue;
		if (rests_on_no_turn(w, l, suspect)) {
			l->turns->is_late = true;
			continue;
		}
		if (is_told_already(w, i)) continue;
		loss->closes_otherwise = is_closed_otherwise(w, suspect);
		loss->is_doubtful = doubt_is_cast(w, suspect);
		VEC_PUSH(w->out, &w->result->losses, loss);
	}
}
