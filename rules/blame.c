#include "rules/blame.h"

#include "ir/cfg.h"

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
			if ((r->met.items[k].prepared || !prepared) &&
			    blame_passes(r->met.items[k].drop, function))
				return true;
	}
	return false;
}

/* What a pointer parameter points to, and no member of it. */
static bool is_out_parameter(const struct path *p) {
	if (p->root != PATH_PARAM || !p->step_count || p->steps[0].kind != PATH_DEREF) return false;
	for (uint32_t i = 1; i < p->step_count; i++)
		if (p->steps[i].kind != PATH_INDEX) return false;
	return true;
}

/* Whether the function was told where to put something: what is kept there, its caller knows. */
static bool is_told_where(const struct program *program, const struct origin *origin) {
	const struct program_function *f = program_find(program, origin->function);
	if (!f) return false;
	const struct summary *s = f->result->summary;
	for (size_t i = 0; i < s->cases.n; i++)
		for (size_t k = 0; k < s->cases.items[i].effects.n; k++) {
			const struct effect *e = &s->cases.items[i].effects.items[k];
			if (e->origin == origin && is_out_parameter(&e->place)) return true;
		}
	return false;
}

const struct origin *blame_find(const struct program *program, const struct origin *origin) {
	const struct origin *blamed = origin;
	for (const struct origin *o = origin; o; o = o->inner) {
		if (!blame_is_met(program, o->function, false)) blamed = o;
		if (o->inner && is_told_where(program, o->inner)) break;
	}
	return blamed;
}

static bool ignores(const struct cfg *cfg, uint32_t block, uint32_t i, const char *function) {
	const struct ir_instr *call = &cfg->f->blocks.items[block].instrs.items[i];
	if (call->op != IR_OP_call || call->callee.kind != IR_SYMBOL || call->callee.text != function)
		return false;
	return call->result == IR_NO_TEMP || !cfg_live_after(cfg, block, i, call->result);
}

static bool is_ignored_in(const struct cfg *cfg, const char *function) {
	for (uint32_t b = 0; b < cfg->f->blocks.n; b++)
		for (uint32_t i = 0; i < cfg->f->blocks.items[b].instrs.n; i++)
			if (ignores(cfg, b, i, function)) return true;
	return false;
}

bool blame_is_ignored(const struct program *program, const struct program_function *f) {
	struct arena *scratch = arena_new("callers");
	bool ignored = false;
	for (size_t i = 0; i < f->callers.n && !ignored; i++)
		ignored = is_ignored_in(cfg_new(scratch, program->functions.items[f->callers.items[i]].f),
		                        f->f->name);
	arena_free(scratch);
	return ignored;
}
