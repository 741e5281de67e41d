#include "rules/cases.h"

bool place_within(const struct path *inner, const struct path *outer) {
	if (inner->step_count < outer->step_count) return false;
	struct path start = *inner;
	start.step_count = outer->step_count;
	return path_equal(&start, outer);
}

const struct ir_field *place_field(const struct path *p) {
	for (uint32_t i = p->step_count; i-- > 0;)
		if (p->steps[i].kind == PATH_FIELD) return p->steps[i].field;
	return NULL;
}

bool effect_is_own(const struct effect *e) {
	return e->origin && !e->origin->inner;
}

const struct effect *case_effect(const struct summary_case *c, enum verb verb,
                                 const struct path *place) {
	for (size_t i = 0; i < c->effects.n; i++)
		if (c->effects.items[i].verb == verb && path_equal(&c->effects.items[i].place, place))
			return &c->effects.items[i];
	return NULL;
}

bool case_hands_out(const struct summary_case *c, const struct path *place) {
	for (size_t i = 0; i < c->effects.n; i++) {
		const struct effect *e = &c->effects.items[i];
		if (e->verb == VERB_escapes && place_within(place, &e->place)) return true;
		if (e->verb == VERB_releases && place_within(place, &e->place)) return true;
		if (e->verb == VERB_assign && e->value.kind == TERM_PATH &&
		    place_within(place, &e->value.path))
			return true;
	}
	return false;
}
