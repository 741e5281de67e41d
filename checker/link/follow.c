#include "link/follow.h"

#include "flow/bounds.h"
#include "link/callgraph.h"
#include "link/dead_end.h"
#include "link/ids.h"

struct id_list {
	VEC(uint32_t) ids;
};

struct follow {
	struct program *program;
	struct arena *scratch;
	/* By function: those that it names, in its code or in the constant tables that it names. */
	struct id_list *named;
	/* By function: the one that last saw it named, plus one. */
	uint32_t *seen_by;
	/* By function: the one that last called it by a pointer, plus one. */
	uint32_t *pointed_by;
	const bool *dead_ends; /* by function (link/dead_end.h) */
};

/* --- what a function names -------------------------------------------------------------------- */

struct naming {
	struct follow *x;
	struct id_list *named;
	struct map seen; /* the names so far */
	VEC(const struct ir_global *) tables;
};

static void name_symbol(struct naming *n, const char *name) {
	if (!name || map_get(&n->seen, MAP_KEY(name))) return;
	map_put(n->x->scratch, &n->seen, MAP_KEY(name), n);
	const struct program_function *f = program_find(n->x->program, name);
	const struct ir_global *global = f ? NULL : program_global(n->x->program, name);
	if (f) VEC_PUSH(n->x->scratch, &n->named->ids, f->id);
	if (global && global->is_const) VEC_PUSH(n->x->scratch, &n->tables, global);
}

static void name_value(struct naming *n, const struct ir_value *v) {
	if (v->kind == IR_SYMBOL) name_symbol(n, v->text);
}

static void name_place(struct naming *n, const struct ir_place *place) {
	if (place->base == IR_BASE_GLOBAL) name_symbol(n, place->global);
}

static void name_block(struct naming *n, const struct ir_block *b) {
	for (size_t i = 0; i < b->instrs.n; i++) {
		const struct ir_instr *instr = &b->instrs.items[i];
		name_place(n, &instr->place);
		name_place(n, &instr->source);
		if (instr->op != IR_OP_call) name_value(n, &instr->callee);
		for (uint32_t k = 0; k < instr->arg_count; k++) name_value(n, &instr->args[k]);
	}
	name_value(n, &b->exit.left);
	name_value(n, &b->exit.right);
}

static void find_named(struct follow *x, const struct program_function *f) {
	struct naming n = {.x = x, .named = &x->named[f->id]};
	for (size_t b = 0; b < f->f->blocks.n; b++) name_block(&n, &f->f->blocks.items[b]);
	while (n.tables.n) {
		const struct ir_global *table = n.tables.items[--n.tables.n];
		for (size_t i = 0; i < table->inits.n; i++) name_value(&n, &table->inits.items[i].value);
	}
}

/* --- the calls of one function ---------------------------------------------------------------- */

static void see_named(struct follow *x, const struct program_function *f, uint32_t by) {
	for (size_t i = 0; i < x->named[f->id].ids.n; i++)
		x->seen_by[x->named[f->id].ids.items[i]] = by + 1;
}

/* What the walk of f can learn from itself and from the summaries of those that it calls by their names. */
static void see_learnt(struct follow *x, const struct program_function *f) {
	see_named(x, f, f->id);
	for (size_t b = 0; b < f->f->blocks.n; b++)
		for (size_t i = 0; i < f->f->blocks.items[b].instrs.n; i++) {
			const struct program_function *callee =
				program_callee(x->program, &f->f->blocks.items[b].instrs.items[i]);
			if (callee) see_named(x, callee, f->id);
		}
}

bool follow_knows(const struct atom_list *targets) {
	size_t functions = 0;
	for (size_t i = 0; i < targets->n; i++) {
		if (targets->items[i]->kind == ATOM_UNKNOWN) return false;
		functions += targets->items[i]->kind == ATOM_FUNCTION;
	}
	return functions <= BOUND_CALL_TARGETS;
}

static void follow_pointer(struct follow *x, struct program_function *f, uint32_t temp) {
	struct atom_list targets = facts_of_temp(x->program->facts, f, temp);
	bool all = follow_knows(&targets);
	for (size_t i = 0; i < targets.n; i++) {
		if (targets.items[i]->kind != ATOM_FUNCTION) continue;
		const struct program_function *to = program_find(x->program, targets.items[i]->text);
		if (!to) continue;
		if (all || x->seen_by[to->id] == f->id + 1)
			VEC_PUSH(x->program->arena, &f->followed, to->id);
		x->pointed_by[to->id] = f->id + 1;
	}
}

static void follow_call(struct follow *x, struct program_function *f, const struct ir_instr *call) {
	const struct program_function *callee = program_callee(x->program, call);
	if (callee) VEC_PUSH(x->program->arena, &f->followed, callee->id);
	if (call->callee.kind == IR_TEMP) follow_pointer(x, f, call->callee.temp);
}

static void follow_calls(struct follow *x, struct program_function *f) {
	see_learnt(x, f);
	for (size_t b = 0; b < f->f->blocks.n; b++)
		for (size_t i = 0; i < f->f->blocks.items[b].instrs.n; i++)
			if (f->f->blocks.items[b].instrs.items[i].op == IR_OP_call)
				follow_call(x, f, &f->f->blocks.items[b].instrs.items[i]);
	ids_sort(f->followed.items, &f->followed.n);
}

/* --- circles ---------------------------------------------------------------------------------- */

static void find_dead_ends(struct follow *x, struct program_function *f) {
	const struct program *p = x->program;
	for (size_t i = 0; i < f->followed.n; i++) {
		const struct program_function *to = &p->functions.items[f->followed.items[i]];
		if (x->pointed_by[to->id] != f->id + 1 && dead_end_call(p, x->dead_ends, f, to))
			VEC_PUSH(p->arena, &f->dead_ends, to->id);
	}
}

static void cut_circles(const uint32_t *component_of, struct program_function *f) {
	size_t kept = 0;
	for (size_t i = 0; i < f->followed.n; i++) {
		uint32_t to = f->followed.items[i];
		if (component_of[to] != component_of[f->id] || !is_dead_end(f, to))
			f->followed.items[kept++] = to;
	}
	f->followed.n = kept;
}

static void cut_all_circles(struct follow *x) {
	struct program *p = x->program;
	struct components c = callgraph_components(x->scratch, p);
	uint32_t *component_of = ARENA_ARRAY(x->scratch, uint32_t, p->functions.n + 1);
	for (uint32_t i = 0; i < c.count; i++)
		for (uint32_t k = c.start[i]; k < c.start[i + 1]; k++) component_of[c.members[k]] = i;
	for (size_t k = 0; k < p->functions.n; k++) cut_circles(component_of, &p->functions.items[k]);
}

/* --- all of it -------------------------------------------------------------------------------- */

void follow_build(struct program *p) {
	struct follow x = {.program = p, .scratch = arena_new("follow")};
	size_t n = p->functions.n;
	x.named = ARENA_ARRAY(x.scratch, struct id_list, n + 1);
	x.seen_by = ARENA_ARRAY(x.scratch, uint32_t, n + 1);
	x.pointed_by = ARENA_ARRAY(x.scratch, uint32_t, n + 1);
	x.dead_ends = dead_end_functions(x.scratch, p);
	for (size_t i = 0; i < n; i++) find_named(&x, &p->functions.items[i]);
	for (size_t k = 0; k < n; k++) {
		follow_calls(&x, &p->functions.items[k]);
		find_dead_ends(&x, &p->functions.items[k]);
	}
	cut_all_circles(&x);
	for (uint32_t k = 0; k < n; k++)
		for (size_t i = 0; i < p->functions.items[k].followed.n; i++)
			VEC_PUSH(p->arena,
			         &p->functions.items[p->functions.items[k].followed.items[i]].followers, k);
	arena_free(x.scratch);
}

bool is_followed(const struct program_function *f, uint32_t function) {
	return ids_have(f->followed.items, f->followed.n, function);
}

bool is_dead_end(const struct program_function *f, uint32_t function) {
	return ids_have(f->dead_ends.items, f->dead_ends.n, function);
}
