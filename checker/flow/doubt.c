/* Losses that rest on more than what was seen. Part of the flow engine. Floor 2. */
#include "flow/walk.h"

bool doubt_same_but_for_age(const struct val *a, const struct val *b) {
	return a == b || (a->kind == VAL_MADE && b->kind == VAL_MADE && a->site == b->site &&
	                  a->part == b->part && a->region == b->region);
}

static bool same_place(const struct ir_loc *a, const struct ir_loc *b) {
	return a->file == b->file && a->line == b->line && a->column == b->column;
}

/* --- two answers to one question -------------------------------------------------------------- */

static uint64_t key_of(const struct region *r) {
	return r->kind == REGION_FIELD ? MAP_KEY(r->field) : MAP_KEY(r);
}

void doubt_note_stored(struct walk *w, const struct region *region) {
	if (region_root(region)->kind != REGION_VAR) map_put(w->arena, &w->stored, key_of(region), w);
}

static const struct val *whole(const struct val *v) {
	return v->kind == VAL_BITS ? v->base : v;
}

/* Whether it was worked out, and memory holds it: a count, or a set of those who use something. */
static bool is_kept_count(const struct walk *w, const struct state *s, const struct val *v) {
	const struct ir_instr *i = v->kind == VAL_MADE ? walk_instr_at(w, v->site) : NULL;
	if (!i || i->op == IR_OP_call) return false;
	for (size_t k = 0; k < s->bindings.n; k++)
		if (s->bindings.items[k].value == v &&
		    region_root(s->bindings.items[k].region)->kind != REGION_VAR)
			return true;
	return false;
}

bool doubt_is_changed(const struct walk *w, const struct state *s, const struct val *v) {
	while (v->base && v->kind != VAL_OWNER) v = v->base;
	if (v->kind == VAL_JOIN) return region_root(v->region)->kind != REGION_VAR;
	return v->kind == VAL_UNKNOWN || is_kept_count(w, s, v);
}

/* The place in memory that the value was read from, bits of it or all; NULL: it was not. */
static const struct region *asked_place(const struct val *v) {
	v = whole(v);
	bool is_read =
		v->kind == VAL_ENTRY || v->kind == VAL_JOIN || (v->kind == VAL_MADE && v->region);
	return is_read && region_root(v->region)->kind != REGION_VAR ? v->region : NULL;
}

/* Whether the value is what nobody who was seen has written. */
static bool is_changed_unseen(const struct walk *w, const struct val *v) {
	v = whole(v);
	if (v->kind == VAL_JOIN) return !map_get(&w->stored, key_of(v->region));
	return v->kind == VAL_MADE && v->region;
}

static int64_t asked_bits(const struct val *v) {
	return v->kind == VAL_BITS ? v->number : -1;
}

static bool contradicts(const struct trail *later, const struct trail *earlier) {
	if (later->right->kind != VAL_CONST || earlier->right->kind != VAL_CONST) return false;
	if (asked_place(later->left) != asked_place(earlier->left) ||
	    asked_bits(later->left) != asked_bits(earlier->left))
		return false;
	struct range both = range_where(range_full(), earlier->compare, earlier->right->number);
	both = range_where(both, later->compare, later->right->number);
	return range_is_empty(&both);
}

/* The same place was asked twice on the path, with answers that do not agree, and nobody who was seen wrote there in
 * between: it was changed unseen, or the path is made of two that met. In a loop that asks again, a change is how it ends.
 * How it came to the opening does not matter: some path leads there. */
static bool has_two_answers(const struct walk *w, const struct suspect *suspect) {
	for (const struct trail *later = suspect->trail; later && later->length > suspect->since;
	     later = later->previous) {
		bool fixed = whole(later->left)->kind == VAL_ENTRY;
		if (!asked_place(later->left) || (!fixed && !is_changed_unseen(w, later->left))) continue;
		for (const struct trail *earlier = later->previous; earlier; earlier = earlier->previous) {
			bool again = same_place(&later->loc, &earlier->loc);
			if (again && !fixed) break;
			if (fixed && earlier->left != later->left) continue;
			if (contradicts(later, earlier)) return true;
		}
	}
	return false;
}

/* --- one question, and the answer forgotten ---------------------------------------------------- */

static bool is_forgotten(const struct suspect *suspect, const struct region *place) {
	for (const struct forgotten *f = suspect->forgotten; f; f = f->previous)
		if (asked_place(f->val) == place) return true;
	return false;
}

/* The place was asked before the line was opened, and again behind that, and between the two a bound made the walk forget
 * the answer: the opening may be that of a path which would answer otherwise. */
static bool has_forgotten_answer(const struct suspect *suspect) {
	for (const struct trail *t = suspect->trail; t && t->length > suspect->since; t = t->previous) {
		const struct region *place = asked_place(t->left);
		bool is_mixed = suspect->crowded && whole(t->left)->kind == VAL_JOIN;
		if (!place || (!is_mixed && !is_forgotten(suspect, place))) continue;
		for (const struct trail *before = t->previous; before; before = before->previous)
			if (before->length <= suspect->since && asked_place(before->left) == place) return true;
	}
	return false;
}

/* --- a guard of its own ----------------------------------------------------------------------- */

static bool was_kept_at(const struct walk *w, const struct region *r) {
	for (size_t i = 0; i < w->kept_at.n; i++)
		if (w->kept_at.items[i] == r) return true;
	return false;
}

static bool takes_other_way(const struct trail *trail, const struct trail *t) {
	for (; trail; trail = trail->previous)
		if (same_place(&trail->loc, &t->loc) && trail->compare == compare_negate(t->compare))
			return true;
	return false;
}

/* The path asks for a place of the caller's that holds something on other paths, and with the other answer the descriptor
 * is closed: that the place is empty here may be just what its author knows. */
static bool is_guarded_by_place(const struct walk *w, const struct suspect *suspect) {
	for (const struct trail *t = suspect->trail; t && t->length > suspect->since; t = t->previous) {
		if (t->left->kind != VAL_ENTRY || !was_kept_at(w, t->left->region)) continue;
		for (size_t i = 0; i < w->closings.n; i++)
			if (doubt_same_but_for_age(w->closings.items[i].id, suspect->id) &&
			    takes_other_way(w->closings.items[i].trail, t))
				return true;
	}
	return false;
}

/* --- another kind of object ------------------------------------------------------------------- */

static bool is_about_kind(const struct walk *w, const struct guard *g) {
	const struct path *p = &g->left.path;
	if (g->left.kind != TERM_PATH || !p->step_count ||
	    p->steps[p->step_count - 1].kind != PATH_FIELD)
		return false;
	const struct ir_field *field = p->steps[p->step_count - 1].field;
	return w->env->is_method(w->env->data, field) || w->env->is_kind(w->env->data, field);
}

/* A callee takes the descriptor over unless the object is of another kind, by its table of functions or by a number that
 * it was made with, and nobody says which kind it is: the author knows what is passed here. */
static bool is_of_other_kind(const struct walk *w, const struct suspect *suspect) {
	const struct callee_case *u = &suspect->loss->untaken;
	for (size_t i = 0; u->by && i < u->in->guards.n; i++)
		if (is_about_kind(w, &u->in->guards.items[i])) return true;
	return false;
}

bool doubt_is_cast(const struct walk *w, const struct suspect *suspect) {
	return suspect->out_of_memory || has_two_answers(w, suspect) || has_forgotten_answer(suspect) ||
	       is_guarded_by_place(w, suspect) || is_of_other_kind(w, suspect);
}
