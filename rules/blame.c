#include "rules/blame.h"

const struct origin *blame_innermost(const struct origin *origin) {
	while (origin && origin->inner) origin = origin->inner;
	return origin;
}

bool blame_passes(const struct origin *origin, const char *function) {
	for (; origin; origin = origin->inner)
		if (origin->function == function) return true;
	return false;
}

bool blame_is_met(const struct program *program, const char *function, bool prepared) {
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct flow_result *r = program->functions.items[i].result;
		for (size_t k = 0; k < r->met.n; k++)
			if ((r->met.items[k].prepared || !prepared) && blame_passes(r->met.items[k].drop, function)) return true;
	}
	return false;
}

const struct origin *blame_find(const struct program *program, const struct origin *origin) {
	const struct origin *blamed = origin;
	for (const struct origin *o = origin; o; o = o->inner)
		if (!blame_is_met(program, o->function, false)) blamed = o;
	return blamed;
}
