#include "rules/owner.h"

#include "flow/gate.h"
#include "flow/guards.h"
#include "link/threads.h"
#include "rules/cases.h"

struct owner {
	struct arena *arena;
	const struct program *program;
	const struct program_function *f; /* the entry */
	const struct ir_field *field;
	const struct path *place;
	const bool *reached; /* by function: it runs in the thread, or in one that starts there */
};

/* --- who closes it ---------------------------------------------------------------------------- */

/* A function's close of what the field holds of an object that it was given, or that others have
 * too; NULL: it has none. */
static const struct origin *close_in(const struct program_function *f,
                                     const struct ir_field *field) {
	const struct summary *s = f->result->summary;
	for (size_t i = 0; i < s->cases.n; i++)
		for (size_t k = 0; k < s->cases.items[i].effects.n; k++) {
			const struct effect *e = &s->cases.items[i].effects.items[k];
			if (e->verb == VERB_closes && place_field(&e->place) == field) return e->origin;
		}
	for (size_t i = 0; i < f->result->found_closes.n; i++)
		if (f->result->found_closes.items[i].field == field)
			return f->result->found_closes.items[i].close;
	return NULL;
}

/* Whether somebody else may close it: what is called from elsewhere only says so at its callers. */
static bool is_closed_outside(const struct owner *o) {
	for (size_t i = 0; i < o->program->functions.n; i++) {
		const struct program_function *f = &o->program->functions.items[i];
		bool told_by_callers = f->callers.n > 0 && !f->result->found_closes.n;
		if (!o->reached[i] && !told_by_callers && close_in(f, o->field)) return true;
	}
	return false;
}

/* Where a thread closes it that the entry starts. */
static const struct origin *close_below(const struct owner *o) {
	for (size_t i = 0; i < o->program->functions.n; i++) {
		const struct program_function *f = &o->program->functions.items[i];
		const struct origin *close = o->reached[i] && f != o->f ? close_in(f, o->field) : NULL;
		if (close) return close;
	}
	return NULL;
}

/* Whether each thread that runs the entry is handed such an object for good. */
static bool is_handed_for_good(const struct owner *o) {
	bool handed = false;
	for (size_t i = 0; i < o->program->functions.n; i++) {
		const struct flow_result *r = o->program->functions.items[i].result;
		for (size_t k = 0; k < r->handovers.n; k++) {
			const struct handover *h = r->handovers.items[k];
			if (h->entry != o->f->f->name || h->field != o->field) continue;
			if (h->is_taken_back) return false;
			handed = true;
		}
	}
	return handed;
}

/* --- its cases -------------------------------------------------------------------------------- */

/* Whether the case says that there is nothing: no object, or no descriptor in it. */
static bool is_empty(const struct owner *o, const struct summary_case *c) {
	const struct term object = {.kind = TERM_PATH, .path = {.root = PATH_PARAM}};
	const struct term line = {.kind = TERM_PATH, .path = *o->place};
	struct range given = guards_narrow(c, &object, range_full()),
				 held = guards_narrow(c, &line, range_full());
	return given.high == 0 || held.high < FIRST_DESCRIPTOR;
}

static bool hands_to_unseen(const struct summary_case *c) {
	for (size_t i = 0; i < c->effects.n; i++)
		if (c->effects.items[i].verb == VERB_escapes && c->effects.items[i].unseen) return true;
	return false;
}

static bool takes(const struct owner *o, const struct summary_case *c) {
	return case_effect(c, VERB_closes, o->place) || case_hands_out(c, o->place);
}

/* Whether the object's state at the start decided between them, or may have. */
static bool is_decided(const struct summary_case *takes, const struct summary_case *skips) {
	return gate_between(takes, skips, NULL) || gate_forgot(skips, takes) > 0;
}

/* Whether the case leaves it open, though it might as well have been one of those that take it. */
static bool skips(const struct owner *o, const struct summary_case *c) {
	const struct summary *s = o->f->result->summary;
	bool taken = false;
	if (takes(o, c) || is_empty(o, c)) return false;
	for (size_t i = 0; i < s->cases.n; i++) {
		if (!takes(o, &s->cases.items[i])) continue;
		if (is_decided(&s->cases.items[i], c)) return false;
		taken = true;
	}
	return taken;
}

/* The close on another path, as an effect of the entry. */
static const struct effect *close_elsewhere(const struct owner *o) {
	const struct summary *s = o->f->result->summary;
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct effect *own = case_effect(&s->cases.items[i], VERB_closes, o->place);
		if (own) return own;
	}
	const struct origin *below = close_below(o);
	if (!below) return NULL;
	struct effect *e = ARENA_NEW(o->arena, struct effect);
	*e = (struct effect){.verb = VERB_closes, .place = *o->place, .origin = below};
	return e;
}

/* The first of them in the text: early returns are where it is forgotten. */
static const struct summary_case *find_skip(const struct owner *o) {
	const struct summary *s = o->f->result->summary;
	const struct summary_case *first = NULL;
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct summary_case *c = &s->cases.items[i];
		if (hands_to_unseen(c)) return NULL;
		if ((!first || c->left.line < first->left.line) && skips(o, c)) first = c;
	}
	return first;
}

static void look_at(struct owner *o, struct teardowns *found) {
	if (!is_handed_for_good(o) || is_closed_outside(o)) return;
	const struct effect *close = close_elsewhere(o);
	const struct summary_case *c = close ? find_skip(o) : NULL;
	if (!c) return;
	const struct effect *drop = case_effect(c, VERB_drops, o->place);
	struct teardown t = {.fault = TEARDOWN_SKIPPED,
	                     .level = drop ? LEVEL_CERTAIN : LEVEL_LIKELY,
	                     .f = o->f,
	                     .place = o->place,
	                     .field = o->field,
	                     .drop = drop,
	                     .close = close,
	                     .left = c->left};
	VEC_PUSH(o->arena, &found->list, t);
}

static const struct path *place_of(struct arena *a, const struct ir_field *field) {
	struct path *p = ARENA_NEW(a, struct path);
	*p = (struct path){
		.root = PATH_PARAM, .steps = ARENA_ARRAY(a, struct path_step, 2), .step_count = 2};
	p->steps[0] = (struct path_step){.kind = PATH_DEREF};
	p->steps[1] = (struct path_step){.kind = PATH_FIELD, .field = field};
	return p;
}

static bool is_known(const struct teardowns *found, const struct program_function *f,
                     const struct ir_field *field) {
	for (size_t i = 0; i < found->list.n; i++)
		if (found->list.items[i].f == f && found->list.items[i].field == field) return true;
	return false;
}

void owners_find(struct arena *a, const struct program *program, struct teardowns *found) {
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct flow_result *r = program->functions.items[i].result;
		for (size_t k = 0; k < r->handovers.n; k++) {
			const struct handover *h = r->handovers.items[k];
			const struct program_function *f = program_find(program, h->entry);
			bool known =
				f && !f->f->incomplete && !f->result->gave_up && !f->result->cut && !f->callers.n;
			if (!known || !f->f->param_count || is_known(found, f, h->field)) continue;
			struct owner o = {
				a, program, f, h->field, place_of(a, h->field), threads_code_of(a, program, f)};
			look_at(&o, found);
		}
	}
}
