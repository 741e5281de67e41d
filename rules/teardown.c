#include "rules/teardown.h"

#include <string.h>

#include "flow/gate.h"
#include "flow/guards.h"
#include "link/facts.h"
#include "rules/blame.h"
#include "rules/borrowed.h"
#include "rules/cases.h"
#include "rules/closer.h"
#include "rules/owner.h"

/* --- cases ------------------------------------------------------------------------------------ */

static const struct effect *closing_effect(const struct summary *s, const struct path *place) {
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct effect *e = case_effect(&s->cases.items[i], VERB_closes, place);
		if (e) return e;
	}
	return NULL;
}

/* Whether it closes an element of the array of which place is any element: which of them are the function's to close,
 * nobody says. */
static bool closes_element(const struct summary *s, const struct path *place) {
	struct path array = *place;
	if (array.step_count && array.steps[array.step_count - 1].kind == PATH_ELEMENT)
		array.step_count--;
	for (size_t i = 0; i < s->cases.n; i++)
		for (size_t k = 0; k < s->cases.items[i].effects.n; k++) {
			const struct effect *e = &s->cases.items[i].effects.items[k];
			if (e->verb == VERB_closes && place_within(&e->place, &array)) return true;
		}
	return false;
}

static bool any_hands_out(const struct summary *s, const struct path *place) {
	for (size_t i = 0; i < s->cases.n; i++)
		if (case_hands_out(&s->cases.items[i], place)) return true;
	return false;
}

/* --- flags ------------------------------------------------------------------------------------ */

/* A case that happens when the object's state is such, and the guard of it that says so. */
struct gated {
	const struct summary_case *in;
	const struct effect *close; /* NULL: there is none */
	const struct guard *by;
};

/* Whether every constant that is ever stored in the guard's field fails the case. Fields start as zero or are stored to. */
static bool is_never_met(const struct program *p, const struct gated *gated) {
	const struct guard *g = gated->by;
	const struct ir_field *field = place_field(&g->left.path);
	if (!guard_is_about_number(g)) return false;
	if (!field || !field->record[0] ||
	    g->left.path.steps[g->left.path.step_count - 1].kind != PATH_FIELD)
		return false;
	struct atom_list atoms = facts_of_field(p->facts, field);
	if (field->type.kind != IR_INT) return false;
	int64_t mask = g->left.kind == TERM_BITS ? g->left.number : -1;
	for (size_t i = 0; i < atoms.n; i++) {
		if (atoms.items[i]->kind != ATOM_CONST) return false;
		if (!gate_excludes(gated->in, &g->left, atoms.items[i]->number & mask)) return false;
	}
	return gate_excludes(gated->in, &g->left, 0) || atoms.n > 0;
}

/* --- one place of one function ---------------------------------------------------------------- */

struct look {
	struct arena *arena;
	const struct program *program;
	const struct program_function *f;
	const struct path *place;
	bool named; /* the function's name says that it ends something */
	struct teardowns *found;
};

static struct teardown fault_of(const struct look *l, enum teardown_fault fault, enum level level,
                                const struct effect *drop) {
	return (struct teardown){.fault = fault,
	                         .level = level,
	                         .f = l->f,
	                         .place = l->place,
	                         .field = place_field(l->place),
	                         .drop = drop};
}

/* Whether the pointer that is forgotten was the object's own: some construction stores a new object in it. */
static bool is_owning_pointer(const struct program *p, const struct path *place) {
	uint32_t last = place->step_count;
	while (last > 0 && place->steps[last - 1].kind != PATH_DEREF) last--;
	struct path pointer = *place;
	pointer.step_count = last ? last - 1 : 0;
	const struct ir_field *field = place_field(&pointer);
	struct atom_list atoms = field ? facts_of_field(p->facts, field) : (struct atom_list){NULL, 0};
	for (size_t i = 0; i < atoms.n; i++)
		if (atoms.items[i]->kind == ATOM_OBJECT) return true;
	return false;
}

static const struct effect *own_drop(const struct program *p, const struct summary_case *c,
                                     const struct path *place) {
	const struct effect *drop = case_effect(c, VERB_drops, place);
	if (!drop || !effect_is_own(drop)) return NULL;
	return strcmp(drop->word, "unlinked") != 0 || is_owning_pointer(p, place) ? drop : NULL;
}

/* Whether some caller is known to lose an open line by this very drop. */
static bool is_confirmed(const struct program *p, const struct program_function *f,
                         const struct ir_field *field, const struct effect *drop) {
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct flow_result *r = p->functions.items[i].result;
		for (size_t k = 0; k < r->losses.n; k++) {
			const struct loss *loss = r->losses.items[k];
			const struct origin *last = blame_innermost(loss->lost ? loss->lost : loss->dropped);
			if (!last || last->function != f->f->name || loss->field != field || loss->is_doubtful)
				continue;
			if (last->loc.line == drop->origin->loc.line &&
			    last->loc.column == drop->origin->loc.column)
				return true;
		}
	}
	return false;
}

/* The peer is told, but nobody ever releases the number. */
static void look_for_shutdown_only(const struct look *l) {
	const struct summary *s = l->f->result->summary;
	if (facts_field_is_closed(l->program->facts, place_field(l->place))) return;
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct effect *e = case_effect(&s->cases.items[i], VERB_shuts, l->place);
		if (!e || !effect_is_own(e)) continue;
		struct teardown t = fault_of(l, TEARDOWN_HOLLOW, LEVEL_LIKELY, NULL);
		t.shut = e;
		VEC_PUSH(l->arena, &l->found->list, t);
		return;
	}
}

static void look_for_hollow(const struct look *l) {
	const struct summary *s = l->f->result->summary;
	const struct ir_field *field = place_field(l->place);
	const struct effect *drop = NULL;
	for (size_t i = 0; i < s->cases.n && !drop; i++)
		drop = own_drop(l->program, &s->cases.items[i], l->place);
	if (!l->named || any_hands_out(s, l->place)) return;
	if (!drop) {
		look_for_shutdown_only(l);
		return;
	}
	if (blame_is_met(l->program, l->f->f->name, true)) return;
	enum level level = LEVEL_CERTAIN;
	bool elsewhere = closer_has_another_name(l->program, field);
	if (elsewhere || facts_field_is_closed(l->program->facts, field)) {
		/* Which of an array's elements were closed before is not known here. */
		elsewhere |= field->type.kind == IR_ARRAY || closer_is_elsewhere(l->program, field, l->f);
		level = elsewhere ? LEVEL_POSSIBLE : LEVEL_LIKELY;
	}
	if (facts_field_escapes(l->program->facts, field)) level = LEVEL_POSSIBLE;
	if (is_confirmed(l->program, l->f, field, drop)) level = LEVEL_CERTAIN;
	VEC_PUSH(l->arena, &l->found->list, fault_of(l, TEARDOWN_HOLLOW, level, drop));
}

static void look_for_gate(const struct look *l, const struct summary_case *skips,
                          const struct gated *gated) {
	const struct effect *drop = own_drop(l->program, skips, l->place);
	const struct ir_field *field = place_field(l->place);
	if (!gated->by->loc.line || !drop || !is_never_met(l->program, gated)) return;
	if (!is_confirmed(l->program, l->f, field, drop) &&
	    (blame_is_met(l->program, l->f->f->name, true) ||
	     closer_is_elsewhere(l->program, field, l->f) ||
	     closer_has_another_name(l->program, field)))
		return;
	struct teardown t = fault_of(l, TEARDOWN_GATED, LEVEL_CERTAIN, drop);
	t.close = gated->close;
	t.gate = gated->by;
	VEC_PUSH(l->arena, &l->found->list, t);
}

static void add_skip(const struct look *l, const struct summary_case *skips, enum level level,
                     const struct effect *drop, const struct effect *close) {
	struct teardown t = fault_of(l, TEARDOWN_SKIPPED, level, drop);
	t.close = close;
	t.left = skips->left;
	VEC_PUSH(l->arena, &l->found->list, t);
}

/* A member of the object itself, and not of another that it points to. */
static bool is_direct(const struct path *p) {
	uint32_t at = 0;
	while (at < p->step_count && p->steps[at].kind == PATH_OWNER) at++;
	for (uint32_t i = at + 1; i < p->step_count; i++)
		if (p->steps[i].kind != PATH_FIELD) return false;
	return true;
}

static bool is_void(const struct program_function *f) {
	return f->f->type.kind == IR_VOID;
}

/* The close that the object's state decides against: every case that closes is told apart from this one. None when some
 * close might as well have happened. *unclear: of each such close it is not known whether something tells them apart. */
static struct gated find_gated_close(const struct look *l, const struct summary_case *skips,
                                     const struct effect **close, bool *unclear) {
	const struct summary *s = l->f->result->summary;
	struct gated gated = {.close = NULL};
	bool decided = true, clearly_not = false;
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct summary_case *c = &s->cases.items[i];
		const struct effect *e = case_effect(c, VERB_closes, l->place);
		if (!e) continue;
		*close = e;
		const struct guard *between = gate_between(c, skips, NULL);
		bool blurred = gate_is_blurred(skips, c);
		*unclear |= blurred;
		clearly_not |= !between && !blurred;
		decided &= between != NULL;
		if (!gated.close && between) gated = (struct gated){c, e, between};
	}
	*unclear &= !clearly_not;
	return decided ? gated : (struct gated){.close = NULL};
}

/* The case leaves the descriptor open: say why, if the object's own state does not. */
static bool look_at_skip(const struct look *l, const struct summary_case *skips) {
	const struct effect *close = NULL, *drop = own_drop(l->program, skips, l->place);
	bool unclear = false;
	struct gated gated = find_gated_close(l, skips, &close, &unclear);
	if (unclear) return false;
	bool confirmed = drop && is_confirmed(l->program, l->f, place_field(l->place), drop);
	size_t before = l->found->list.n;
	if (gated.close) {
		look_for_gate(l, skips, &gated);
		if (l->found->list.n == before && confirmed)
			add_skip(l, skips, LEVEL_CERTAIN, drop, gated.close);
		return l->found->list.n != before;
	}
	if (!confirmed && (!l->named || !is_direct(l->place))) return false;
	/* Who calls the close function in some cases only, and leaves the object be in others, may have a reason. */
	bool likely = effect_is_own(close) && (is_void(l->f) || blame_is_ignored(l->program, l->f));
	enum level level = drop ? LEVEL_CERTAIN : likely ? LEVEL_LIKELY : LEVEL_POSSIBLE;
	/* What was noted elsewhere may be closed there, once nobody uses it. */
	if (!confirmed && closer_has_another_name(l->program, place_field(l->place)))
		level = LEVEL_POSSIBLE;
	add_skip(l, skips, level, drop, close);
	return true;
}

static bool is_link(const struct path_step *s) {
	return s->kind == PATH_FIELD && s->field->type.record &&
	       s->field->type.record == s->field->record;
}

/* An element of an array or list: a loop over all of them may find none. */
static bool is_one_of_many(const struct path *p) {
	for (uint32_t i = 0; i < p->step_count; i++) {
		const struct path_step *s = &p->steps[i];
		if (s->kind == PATH_AT || s->kind == PATH_ELEMENT || is_link(s)) return true;
	}
	return false;
}

static void look_at_place(struct look *l) {
	const struct summary *s = l->f->result->summary;
	if (!closing_effect(s, l->place)) {
		if (!closes_element(s, l->place)) look_for_hollow(l);
		return;
	}
	if (l->f->result->cut || is_one_of_many(l->place)) return;
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct summary_case *c = &s->cases.items[i];
		if (case_effect(c, VERB_closes, l->place) || case_hands_out(c, l->place)) continue;
		if (look_at_skip(l, c)) return;
	}
}

/* --- all of them ------------------------------------------------------------------------------ */

static bool is_candidate(const struct program *p, const struct effect *e) {
	if (e->verb != VERB_closes && e->verb != VERB_drops && e->verb != VERB_shuts) return false;
	if (e->place.root != PATH_PARAM || !e->place.step_count) return false;
	for (uint32_t i = 0; i < e->place.step_count; i++)
		if (is_link(&e->place.steps[i])) return false; /* the first element stands for all */
	const struct ir_field *field = place_field(&e->place);
	return field && facts_field_holds_socket(p->facts, field);
}

static void look_at_function(struct arena *a, const struct program *p,
                             const struct program_function *f, struct teardowns *found) {
	const struct summary *s = f->result->summary;
	VEC(const struct path *) seen = {0};
	for (size_t i = 0; i < s->cases.n; i++)
		for (size_t k = 0; k < s->cases.items[i].effects.n; k++) {
			const struct effect *e = &s->cases.items[i].effects.items[k];
			bool known = !is_candidate(p, e);
			for (size_t m = 0; m < seen.n && !known; m++)
				known = path_equal(seen.items[m], &e->place);
			if (known) continue;
			VEC_PUSH(a, &seen, &e->place);
			look_at_place(&(struct look){a, p, f, &e->place, closer_is_named(f->f->name), found});
		}
}

static bool is_known(const struct teardowns *found, const struct program_function *f,
                     const struct ir_field *field) {
	for (size_t i = 0; i < found->list.n; i++)
		if (found->list.items[i].f == f && found->list.items[i].field == field) return true;
	return false;
}

/* A caller loses a line that a close function of its object left open. */
static void look_at_spared(struct arena *a, const struct program *p, const struct loss *loss,
                           struct teardowns *found) {
	const struct program_function *f =
		loss->spared.by ? program_find(p, loss->spared.by->name) : NULL;
	if (!f || f->f->incomplete || !closer_is_named(f->f->name) || !loss->spared.in->left.line)
		return;
	const struct path *place = &loss->spared.close->place;
	if (!place_field(place) || place_field(place) != loss->field || is_known(found, f, loss->field))
		return;
	struct look l = {a, p, f, place, true, found};
	add_skip(&l, loss->spared.in, LEVEL_CERTAIN, NULL, loss->spared.close);
}

struct teardowns teardowns_find(struct arena *a, const struct program *program) {
	struct teardowns found = {{0}};
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		if (f->f->incomplete || f->result->gave_up) continue;
		look_at_function(a, program, f, &found);
	}
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct flow_result *r = program->functions.items[i].result;
		for (size_t k = 0; k < r->losses.n; k++)
			look_at_spared(a, program, r->losses.items[k], &found);
	}
	owners_find(a, program, &found);
	borrowed_find(a, program, &found);
	return found;
}

bool teardowns_explain(const struct teardowns *teardowns, const struct loss *loss) {
	const struct origin *last = blame_innermost(loss->lost ? loss->lost : loss->dropped);
	for (size_t i = 0; i < teardowns->list.n; i++) {
		const struct teardown *t = &teardowns->list.items[i];
		if (t->level == LEVEL_POSSIBLE || t->field != loss->field) continue;
		if (t->shut) return true; /* nobody closes that field at all */
		if (loss->spared.by && loss->spared.by->name == t->f->f->name) return true;
		if (last && last->function == t->f->f->name) return true;
	}
	return false;
}
