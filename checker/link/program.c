#include "link/program.h"

#include <stdio.h>
#include <string.h>

#include "link/callgraph.h"
#include "link/facts.h"
#include "link/fixpoint.h"

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

const struct ir_global *program_global(const struct program *program, const char *name) {
	return map_get(&program->global_index, MAP_KEY(name));
}

const char *program_display_name(struct arena *a, const char *name) {
	const char *at = strchr(name, '@');
	return at ? arena_copy(a, name, (size_t)(at - name)) : name;
}

/* --- names --------------------------------------------------------------------------------------------------- */

/* While one unit is added: its own names to the program's, for those that differ. */
struct joining {
	struct program *program;
	struct ir_unit *unit;
	struct map names;  /* interned -> interned */
	struct map fields; /* the unit's struct ir_field -> the program's */
};

static const char *file_of(const struct ir_unit *unit, const struct ir_loc *loc) {
	return loc->file < unit->files.n ? unit->files.items[loc->file] : unit->source;
}

static const char *qualified(struct joining *j, const char *name, const struct ir_loc *loc) {
	return intern(j->program->names, arena_printf(j->program->arena, "%s@%s", name, file_of(j->unit, loc)));
}

static const char *renamed(const struct joining *j, const char *name) {
	const char *other = map_get(&j->names, MAP_KEY(name));
	return other ? other : name;
}

static void rename_value(const struct joining *j, struct ir_value *v) {
	if (v->kind == IR_SYMBOL) v->text = renamed(j, v->text);
}

/* Two places may share their steps: those were joined before. */
static const struct ir_field *joined_field(const struct joining *j, const struct ir_field *own) {
	const struct ir_field *shared = map_get(&j->fields, MAP_KEY(own));
	return shared ? shared : own;
}

static void join_steps(const struct joining *j, struct ir_step *steps, uint32_t n) {
	for (uint32_t i = 0; i < n; i++)
		if (steps[i].kind == IR_STEP_FIELD) steps[i].field = joined_field(j, steps[i].field);
}

static void join_place(const struct joining *j, struct ir_place *place) {
	if (place->base == IR_BASE_GLOBAL && place->global) place->global = renamed(j, place->global);
	join_steps(j, place->steps, place->step_count);
}

static void join_instr(const struct joining *j, struct ir_instr *i) {
	join_place(j, &i->place);
	join_place(j, &i->source);
	if (i->field) i->field = joined_field(j, i->field);
	rename_value(j, &i->callee);
	for (uint32_t k = 0; k < i->arg_count; k++) rename_value(j, &i->args[k]);
}

static void join_function(const struct joining *j, struct ir_function *f) {
	for (size_t b = 0; b < f->blocks.n; b++) {
		struct ir_block *block = &f->blocks.items[b];
		for (size_t i = 0; i < block->instrs.n; i++) join_instr(j, &block->instrs.items[i]);
		rename_value(j, &block->exit.left);
		rename_value(j, &block->exit.right);
	}
}

/* --- fields ----------------------------------------------------------------------------------------------------- */

static void join_fields(struct joining *j) {
	for (size_t i = 0; i < j->unit->fields.n; i++) {
		struct ir_field *own = j->unit->fields.items[i];
		struct ir_field *shared = (struct ir_field *)models_field(j->program->models, own->record, own->name);
		if (shared->type.kind == IR_VOID) shared->type = own->type;
		shared->is_first |= own->is_first;
		map_put(j->program->arena, &j->fields, MAP_KEY(own), shared);
	}
}

/* --- definitions -------------------------------------------------------------------------------------------------- */

static bool same_definition(const struct program *p, const struct program_function *known, const struct ir_unit *unit,
                            const struct ir_function *f) {
	(void)p;
	return known->f->loc.line == f->loc.line &&
	       strcmp(file_of(known->unit, &known->f->loc), file_of(unit, &f->loc)) == 0;
}

/* Gives each function of the unit its program-wide name; one that is known already gets NULL. */
static void name_functions(struct joining *j) {
	for (size_t i = 0; i < j->unit->functions.n; i++) {
		struct ir_function *f = &j->unit->functions.items[i];
		const char *own = f->name;
		const struct program_function *known = f->is_static ? NULL : program_find(j->program, own);
		if (known && same_definition(j->program, known, j->unit, f)) {
			f->name = NULL;
			continue;
		}
		if (f->is_static || known) {
			const char *name = qualified(j, own, &f->loc);
			map_put(j->program->arena, &j->names, MAP_KEY(own), (void *)name);
			known = program_find(j->program, name);
			f->name = known ? NULL : name;
		}
	}
}

static void name_globals(struct joining *j) {
	for (size_t i = 0; i < j->unit->globals.n; i++) {
		struct ir_global *g = &j->unit->globals.items[i];
		if (!g->is_static) continue;
		const char *name = qualified(j, g->name, &g->loc);
		map_put(j->program->arena, &j->names, MAP_KEY(g->name), (void *)name);
		g->name = name;
	}
}

static void add_globals(struct joining *j) {
	struct program *p = j->program;
	for (size_t i = 0; i < j->unit->globals.n; i++) {
		struct ir_global *g = &j->unit->globals.items[i];
		for (size_t k = 0; k < g->inits.n; k++) {
			join_steps(j, g->inits.items[k].steps, g->inits.items[k].step_count);
			rename_value(j, &g->inits.items[k].value);
		}
		const struct ir_global *known = program_global(p, g->name);
		if (!known || (!known->is_defined && g->is_defined)) map_put(p->arena, &p->global_index, MAP_KEY(g->name), g);
	}
}

static void add_functions(struct joining *j) {
	struct program *p = j->program;
	for (size_t i = 0; i < j->unit->functions.n; i++) {
		struct ir_function *f = &j->unit->functions.items[i];
		if (!f->name || !f->blocks.n) continue;
		join_function(j, f);
		uint32_t id = (uint32_t)p->functions.n;
		VEC_PUSH(p->arena, &p->functions, (struct program_function){.unit = j->unit, .f = f, .id = id});
		map_put(p->arena, &p->function_index, MAP_KEY(f->name), (void *)(uintptr_t)(id + 1));
	}
}

void program_add(struct program *program, struct ir_unit *unit) {
	struct joining j = {.program = program, .unit = unit};
	VEC_PUSH(program->arena, &program->units, unit);
	join_fields(&j);
	name_functions(&j);
	name_globals(&j);
	add_globals(&j);
	add_functions(&j);
}

void program_link(struct program *program) {
	program->facts = facts_new(program);
	callgraph_build(program);
	fixpoint_run(program);
}
