#include "rules/borrowed.h"

#include <string.h>

#include "link/facts.h"
#include "rules/blame.h"
#include "rules/cases.h"
#include "rules/closer.h"

/* --- what a wrapper borrows ------------------------------------------------------------------------ */

static bool is_last_field(const struct path *p, const struct ir_field *field) {
	const struct path_step *last = p->step_count ? &p->steps[p->step_count - 1] : NULL;
	return last && last->kind == PATH_FIELD && last->field == field;
}

/* What the case stores in a place that ends with the field, or NULL. */
static const struct term *stored_in(const struct summary_case *c, const struct ir_field *field) {
	for (size_t i = 0; i < c->effects.n; i++)
		if (c->effects.items[i].verb == VERB_assign &&
		    is_last_field(&c->effects.items[i].place, field))
			return &c->effects.items[i].value;
	return NULL;
}

/* What the case stores in the pseudo-field of that name of the new wrapper. */
static const struct term *stored_in_wrapper(const struct summary_case *c,
                                            const struct term *wrapper, const char *name) {
	for (size_t i = 0; i < c->effects.n; i++) {
		const struct effect *e = &c->effects.items[i];
		const struct ir_field *field = place_field(&e->place);
		if (e->verb == VERB_assign && field && !field->record[0] &&
		    strcmp(field->name, name) == 0 && place_within(&e->place, &wrapper->path))
			return &e->value;
	}
	return NULL;
}

/* Whether the case puts a new wrapper into the one member that borrows what it puts into the other. */
static bool makes_borrower(const struct summary_case *c, const struct ir_field *wrapper,
                           const struct ir_field *fd) {
	const struct term *w = stored_in(c, wrapper), *held = stored_in(c, fd);
	if (!w || !held || w->kind != TERM_PATH || w->path.root != PATH_NEW || held->kind != TERM_PATH)
		return false;
	const struct term *borrowed = stored_in_wrapper(c, w, "fd");
	const struct term *owns = stored_in_wrapper(c, w, "owns");
	return borrowed && borrowed->kind == TERM_PATH && path_equal(&borrowed->path, &held->path) &&
	       owns && owns->kind == TERM_CONST && owns->number == 0;
}

static bool is_borrowed(const struct program *p, const struct ir_field *wrapper,
                        const struct ir_field *fd) {
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct summary *s = p->functions.items[i].result->summary;
		for (size_t k = 0; k < s->cases.n; k++)
			if (makes_borrower(&s->cases.items[k], wrapper, fd)) return true;
	}
	return false;
}

/* --- close functions ------------------------------------------------------------------------------- */

static const struct effect *own_release(const struct summary *s) {
	for (size_t i = 0; i < s->cases.n; i++)
		for (size_t k = 0; k < s->cases.items[i].effects.n; k++) {
			const struct effect *e = &s->cases.items[i].effects.items[k];
			const struct path *p = &e->place;
			bool member = p->root == PATH_PARAM && p->step_count > 1 &&
			              p->steps[p->step_count - 1].kind == PATH_FIELD &&
			              p->steps[p->step_count - 1].field->record[0];
			if (e->verb == VERB_releases && member && effect_is_own(e)) return e;
		}
	return NULL;
}

/* Whether some case does more to the place than to ask. */
static bool is_handled(const struct summary *s, const struct path *place) {
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct summary_case *c = &s->cases.items[i];
		if (case_hands_out(c, place) || case_effect(c, VERB_closes, place) ||
		    case_effect(c, VERB_drops, place) || case_effect(c, VERB_assign, place))
			return true;
	}
	return false;
}

static bool is_judged_by_losses(const struct program *p, const struct program_function *f,
                                const struct ir_field *field) {
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct flow_result *r = p->functions.items[i].result;
		for (size_t k = 0; k < r->losses.n; k++)
			if (r->losses.items[k]->field == field &&
			    blame_passes(r->losses.items[k]->released, f->f->name))
				return true;
	}
	return false;
}

static void look_beside(struct arena *a, const struct program *p, const struct program_function *f,
                        const struct effect *release, struct teardowns *found) {
	const struct ir_field *wrapper = place_field(&release->place), *fields[8];
	size_t n = facts_socket_fields(p->facts, wrapper->record, fields, 8);
	for (size_t i = 0; i < n; i++) {
		struct path *place = ARENA_NEW(a, struct path);
		*place = release->place;
		place->steps = ARENA_ARRAY(a, struct path_step, place->step_count);
		memcpy(place->steps, release->place.steps, sizeof *place->steps * place->step_count);
		place->steps[place->step_count - 1].field = fields[i];
		if (fields[i]->type.kind != IR_INT || is_handled(f->result->summary, place) ||
		    !is_borrowed(p, wrapper, fields[i]) || closer_is_anybody(p, fields[i], f) ||
		    facts_field_escapes(p->facts, fields[i]) || is_judged_by_losses(p, f, fields[i]))
			continue;
		struct teardown t = {.fault = TEARDOWN_HOLLOW,
		                     .level = LEVEL_LIKELY,
		                     .f = f,
		                     .place = place,
		                     .field = fields[i],
		                     .release = release};
		VEC_PUSH(a, &found->list, t);
	}
}

void borrowed_find(struct arena *a, const struct program *program, struct teardowns *found) {
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		if (f->f->incomplete || f->result->gave_up || !closer_is_named(f->f->name)) continue;
		const struct effect *release = own_release(f->result->summary);
		if (release) look_beside(a, program, f, release, found);
	}
}
