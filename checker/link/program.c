#include "link/program.h"

#include <stdio.h>
#include <string.h>

#include "link/callgraph.h"
#include "link/facts.h"
#include "link/fixpoint.h"
#include "link/follow.h"
#include "link/join.h"
#include "link/join_records.h"

struct program *program_new(struct arena *a, struct models *models) {
	struct program *p = ARENA_NEW(a, struct program);
	p->arena = a;
	p->names = models->names;
	p->models = models;
	return p;
}

struct program_function *program_find(const struct program *program, const char *name) {
	uintptr_t id = (uintptr_t)map_get(&program->function_index, MAP_KEY(name));
	return id ? &program->functions.items[id - 1] : NULL;
}

struct program_function *program_callee(const struct program *program,
                                        const struct ir_instr *instr) {
	bool by_name = instr->op == IR_OP_call && instr->callee.kind == IR_SYMBOL;
	return by_name ? program_find(program, instr->callee.text) : NULL;
}

const struct ir_global *program_global(const struct program *program, const char *name) {
	return map_get(&program->global_index, MAP_KEY(name));
}

const char *program_display_name(struct arena *a, const char *name) {
	const char *at = strchr(name, '@');
	return at ? arena_copy(a, name, (size_t)(at - name)) : name;
}

void program_add(struct program *program, struct ir_unit *unit) {
	VEC_PUSH(program->arena, &program->units, unit);
}

void program_join(struct program *program) {
	join_records(program);
	for (size_t i = 0; i < program->units.n; i++) join_fields(program, program->units.items[i]);
	join_extents(program);
	join_names(program);
}

void program_link(struct program *program) {
	program->facts = facts_new(program);
	callgraph_build(program);
	follow_build(program);
	fixpoint_run(program);
}
