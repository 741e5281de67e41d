#include "rules/failure.h"

#include "flow/guards.h"
#include "rules/cases.h"

/* What the case opens and leaves in a member of an object that the caller gave: the opening, and the member in *place. */
static const struct effect *left_open(const struct summary_case *c, const struct path **place) {
	for (size_t i = 0; i < c->effects.n; i++)
		for (size_t k = 0; k < c->effects.n && c->effects.items[i].verb == VERB_opens; k++) {
			const struct effect *opens = &c->effects.items[i], *e = &c->effects.items[k];
			bool same = e->verb == VERB_assign && e->value.kind == TERM_PATH &&
			            path_equal(&e->value.path, &opens->place);
			*place = &e->place;
			if (same && e->place.root == PATH_PARAM && place_field(&e->place)) return opens;
		}
	return NULL;
}

/* Whether the function ends with the same result, and nothing in the place, on some other path. */
static bool is_failure(const struct summary *s, const struct summary_case *c) {
	const struct path *place;
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct summary_case *other = &s->cases.items[i];
		if (other != c && !left_open(other, &place) && !guards_tell_results_apart(other, c))
			return true;
	}
	return false;
}

/* Whether the function succeeds with something in the place, and its result says so. */
static bool succeeds_otherwise(const struct summary *s, const struct summary_case *c,
                               const struct path *place) {
	const struct path *filled;
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct summary_case *other = &s->cases.items[i];
		if (left_open(other, &filled) && path_equal(filled, place) &&
		    guards_tell_results_apart(other, c) && !is_failure(s, other))
			return true;
	}
	return false;
}

/* Where the function itself closes such a line of its own making. */
static const struct origin *own_close(const struct program_function *f,
                                      const struct ir_field *field) {
	for (size_t i = 0; i < f->result->closes.n; i++) {
		const struct known_close *c = &f->result->closes.items[i];
		if (c->field == field && c->close->function == f->f->name) return c->close;
	}
	return NULL;
}

static void look_at_case(struct arena *a, const struct program_function *f,
                         const struct summary_case *c, struct failures *found) {
	const struct summary *s = f->result->summary;
	const struct path *place;
	const struct effect *opens = left_open(c, &place);
	if (!opens || !c->left.line || !is_failure(s, c) || !succeeds_otherwise(s, c, place)) return;
	const struct origin *closes = own_close(f, place_field(place));
	if (closes) VEC_PUSH(a, &found->list, (struct failure){f, c, place, opens, closes});
}

struct failures failures_find(struct arena *a, const struct program *program) {
	struct failures found = {{0}};
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		if (f->f->incomplete || f->result->gave_up || f->result->cut || f->callers.n) continue;
		for (size_t k = 0; k < f->result->summary->cases.n; k++)
			look_at_case(a, f, &f->result->summary->cases.items[k], &found);
	}
	return found;
}
