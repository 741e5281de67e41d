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

const struct origin *blame_find(const struct program *program, const struct origin *origin) {
	const struct origin *blamed = origin;
	for (const struct origin *o = origin; o; o = o->inner)
		if (!blame_is_met(program, o->function, false)) blamed = o;
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
