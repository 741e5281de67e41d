#include "link/join.h"

#include <string.h>

#include "base/path.h"

/* One definition of a function. */
struct definition {
	struct ir_unit *unit;
	struct ir_function *f;
	const char *name;      /* program-wide */
	bool is_spare;         /* an earlier one is the same */
	bool is_beside_a_main; /* its file is that of a program's main */
};

/* All definitions that one name has in the sources; functions that only their unit means are known with their file. */
struct namesakes {
	VEC(struct definition) list; /* in the order of the units */
	bool differ;                 /* each unit means its own */
	bool is_private;             /* other units mean something else by the plain name */
};

struct joining {
	struct arena *arena; /* gone when the names are settled */
	struct program *program;
	struct map by_key; /* key -> struct namesakes */
	VEC(struct namesakes *) all;
	/* The unit at hand. */
	struct ir_unit *unit;
	struct map
		own; /* name in the unit -> key, of what only the unit means; for globals the program-wide name */
};

/* --- fields ----------------------------------------------------------------------------------- */

static void join_steps(const struct map *fields, struct ir_step *steps, uint32_t n) {
	for (uint32_t i = 0; i < n; i++) {
		/* Two places may share their steps: those were joined before. */
		const struct ir_field *shared =
			steps[i].kind == IR_STEP_FIELD ? map_get(fields, MAP_KEY(steps[i].field)) : NULL;
		if (shared) steps[i].field = shared;
	}
}

static void join_instr_fields(const struct map *fields, struct ir_instr *i) {
	join_steps(fields, i->place.steps, i->place.step_count);
	join_steps(fields, i->source.steps, i->source.step_count);
	const struct ir_field *shared = i->field ? map_get(fields, MAP_KEY(i->field)) : NULL;
	if (shared) i->field = shared;
}

void join_fields(struct program *program, struct ir_unit *unit) {
	struct map fields = {0}; /* the unit's struct ir_field -> the program's */
	for (size_t i = 0; i < unit->fields.n; i++) {
		struct ir_field *own = unit->fields.items[i];
		struct ir_field *shared =
			(struct ir_field *)models_field(program->models, own->record, own->name);
		if (shared->type.kind == IR_VOID) shared->type = own->type;
		shared->is_first |= own->is_first;
		if (!shared->bits) shared->bit = own->bit, shared->bits = own->bits;
		map_put(program->arena, &fields, MAP_KEY(own), shared);
	}
	for (size_t f = 0; f < unit->functions.n; f++)
		for (size_t b = 0; b < unit->functions.items[f].blocks.n; b++) {
			struct ir_block *block = &unit->functions.items[f].blocks.items[b];
			for (size_t i = 0; i < block->instrs.n; i++)
				join_instr_fields(&fields, &block->instrs.items[i]);
		}
	for (size_t g = 0; g < unit->globals.n; g++)
		for (size_t i = 0; i < unit->globals.items[g].inits.n; i++) {
			struct ir_init *init = &unit->globals.items[g].inits.items[i];
			join_steps(&fields, init->steps, init->step_count);
		}
}

/* Two programs of a build may each have their own record of one name, and one may be configured in two ways: then nobody
 * knows which of its members share bits. */
void join_extents(struct program *program) {
	struct map differing = {0};
	for (size_t u = 0; u < program->units.n; u++)
		for (size_t i = 0; i < program->units.items[u]->fields.n; i++) {
			const struct ir_field *own = program->units.items[u]->fields.items[i];
			const struct ir_field *shared = models_field(program->models, own->record, own->name);
			bool differs = own->bits && (own->bit != shared->bit || own->bits != shared->bits);
			if (differs) map_put(program->arena, &differing, MAP_KEY(own->record), program);
		}
	for (size_t u = 0; u < program->units.n; u++)
		for (size_t i = 0; i < program->units.items[u]->fields.n; i++) {
			const struct ir_field *own = program->units.items[u]->fields.items[i];
			if (!map_get(&differing, MAP_KEY(own->record))) continue;
			((struct ir_field *)models_field(program->models, own->record, own->name))->bits = 0;
		}
}

/* --- what a name means in a unit -------------------------------------------------------------- */

static const char *file_of(const struct ir_unit *unit, const struct ir_loc *loc) {
	return loc->file < unit->files.n ? unit->files.items[loc->file] : unit->source;
}

static const char *qualified(const struct joining *j, const char *name, const struct ir_unit *unit,
                             const struct ir_loc *loc) {
	return intern(j->program->names,
	              arena_printf(j->program->arena, "%s@%s", name, file_of(unit, loc)));
}

static bool passes(const struct ir_instr *i, const char *text) {
	for (uint32_t k = 0; k < i->arg_count; k++)
		if (i->args[k].kind == IR_STRING && strcmp(i->args[k].text, text) == 0) return true;
	return false;
}

static bool asks_for(const struct ir_function *f, const char *name) {
	for (size_t b = 0; b < f->blocks.n; b++)
		for (size_t i = 0; i < f->blocks.items[b].instrs.n; i++)
			if (f->blocks.items[b].instrs.items[i].op == IR_OP_call &&
			    passes(&f->blocks.items[b].instrs.items[i], name))
				return true;
	return false;
}

/* Whether f stands before a library's function of its name, which its unit asks the linker for: `dlsym(RTLD_NEXT,
 * "close")`. That is preloaded into other programs, and those of this project call the library. */
static bool is_interposed(const struct joining *j, const struct ir_unit *unit,
                          const struct ir_function *f) {
	if (!models_find(j->program->models, f->name)) return false;
	for (size_t i = 0; i < unit->functions.n; i++)
		if (asks_for(&unit->functions.items[i], f->name)) return true;
	return false;
}

static void enter_unit(struct joining *j, struct ir_unit *unit) {
	j->unit = unit;
	j->own = (struct map){0};
	for (size_t i = 0; i < unit->functions.n; i++) {
		const struct ir_function *f = &unit->functions.items[i];
		if (f->is_static || is_interposed(j, unit, f))
			map_put(j->arena, &j->own, MAP_KEY(f->name),
			        (void *)qualified(j, f->name, unit, &f->loc));
	}
	for (size_t i = 0; i < unit->globals.n; i++) {
		const struct ir_global *g = &unit->globals.items[i];
		if (g->is_static)
			map_put(j->arena, &j->own, MAP_KEY(g->name),
			        (void *)qualified(j, g->name, unit, &g->loc));
	}
}

static const char *key_of(const struct joining *j, const char *name) {
	const char *own = map_get(&j->own, MAP_KEY(name));
	return own ? own : name;
}

/* The definition that the unit means: its own, or that of the unit whose object file is nearest to its own. What
 * stands beside a main is of one program alone: of two that are as near, the other is meant. */
static const struct definition *meant_by(const struct namesakes *n, const struct ir_unit *unit) {
	const struct definition *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < n->list.n; i++) {
		const struct definition *d = &n->list.items[i];
		if (d->unit == unit) return d;
		size_t common = path_shared(d->unit->output, unit->output);
		bool is_nearer = common == most && best && best->is_beside_a_main && !d->is_beside_a_main;
		if (best && common <= most && !is_nearer) continue;
		best = d;
		most = common;
	}
	return best;
}

/* --- definitions ------------------------------------------------------------------------------ */

static struct namesakes *namesakes_of(struct joining *j, const char *key) {
	struct namesakes *n = map_get(&j->by_key, MAP_KEY(key));
	if (n) return n;
	n = ARENA_NEW(j->arena, struct namesakes);
	map_put(j->arena, &j->by_key, MAP_KEY(key), n);
	VEC_PUSH(j->arena, &j->all, n);
	return n;
}

static bool is_same(const struct definition *d, const struct definition *other) {
	return d->f->loc.line == other->f->loc.line &&
	       strcmp(file_of(d->unit, &d->f->loc), file_of(other->unit, &other->f->loc)) == 0 &&
	       ir_same_function(d->f, other->f);
}

static bool has_main(const struct ir_unit *unit) {
	for (size_t i = 0; i < unit->functions.n; i++)
		if (flow_is_main(&unit->functions.items[i])) return true;
	return false;
}

static void collect(struct joining *j) {
	for (size_t u = 0; u < j->program->units.n; u++) {
		struct ir_unit *unit = j->program->units.items[u];
		enter_unit(j, unit);
		bool with_main = has_main(unit);
		for (size_t i = 0; i < unit->functions.n; i++) {
			struct ir_function *f = &unit->functions.items[i];
			const char *key = key_of(j, f->name);
			struct namesakes *n = namesakes_of(j, key);
			struct definition d = {.unit = unit, .f = f, .is_beside_a_main = with_main};
			n->is_private = key != f->name;
			if (n->list.n && !is_same(&d, &n->list.items[0])) n->differ = true;
			VEC_PUSH(j->arena, &n->list, d);
		}
	}
}

/* --- what calls the one here and the other there ---------------------------------------------- */

static bool means_different(const struct joining *j, const struct ir_value *v) {
	if (v->kind != IR_SYMBOL) return false;
	const struct namesakes *n = map_get(&j->by_key, MAP_KEY(key_of(j, v->text)));
	return n && n->differ;
}

static bool refers_to_different(const struct joining *j, const struct ir_function *f) {
	for (size_t b = 0; b < f->blocks.n; b++)
		for (size_t i = 0; i < f->blocks.items[b].instrs.n; i++) {
			const struct ir_instr *instr = &f->blocks.items[b].instrs.items[i];
			if (means_different(j, &instr->callee)) return true;
			for (uint32_t k = 0; k < instr->arg_count; k++)
				if (means_different(j, &instr->args[k])) return true;
		}
	return false;
}

/* Of functions that are alike, those differ that call what differs. Inline functions of headers stay one. */
static bool spread_unit(struct joining *j, struct ir_unit *unit) {
	bool changed = false;
	enter_unit(j, unit);
	for (size_t i = 0; i < unit->functions.n; i++) {
		const struct ir_function *f = &unit->functions.items[i];
		struct namesakes *n = namesakes_of(j, key_of(j, f->name));
		bool inlined = strcmp(file_of(unit, &f->loc), unit->source) != 0;
		if (n->differ || n->list.n < 2 || inlined || !refers_to_different(j, f)) continue;
		n->differ = changed = true;
	}
	return changed;
}

static bool has_twins(const struct joining *j, const struct ir_unit *unit) {
	for (size_t u = 0; u < j->program->units.n; u++)
		if (j->program->units.items[u] != unit &&
		    strcmp(j->program->units.items[u]->source, unit->source) == 0)
			return true;
	return false;
}

static void spread(struct joining *j) {
	VEC(struct ir_unit *) units = {0};
	for (size_t u = 0; u < j->program->units.n; u++)
		if (has_twins(j, j->program->units.items[u]))
			VEC_PUSH(j->arena, &units, j->program->units.items[u]);
	for (bool changed = true; changed;) {
		changed = false;
		for (size_t u = 0; u < units.n; u++) changed |= spread_unit(j, units.items[u]);
	}
}

/* --- names ------------------------------------------------------------------------------------ */

static const struct definition *first_same(const struct namesakes *n, size_t i) {
	for (size_t k = 0; k < i; k++)
		if (!n->list.items[k].is_spare && is_same(&n->list.items[k], &n->list.items[i]))
			return &n->list.items[k];
	return NULL;
}

/* The first has the plain name, the second that of its file, and more of one file have a number. */
static void name_all(struct joining *j, struct namesakes *n) {
	struct program *p = j->program;
	const char *plain = NULL, *last = NULL;
	for (size_t i = 0, number = 2; i < n->list.n; i++) {
		struct definition *d = &n->list.items[i];
		const struct definition *same =
			n->differ && n->list.items[0].unit->source == d->unit->source ? NULL : first_same(n, i);
		d->is_spare = same != NULL;
		if (same) d->name = same->name;
		else if (!plain && !n->is_private) d->name = plain = d->f->name;
		else {
			const char *with_file = qualified(j, d->f->name, d->unit, &d->f->loc);
			d->name = with_file == last
			              ? intern(p->names, arena_printf(p->arena, "%s#%zu", with_file, number++))
			              : with_file;
			last = with_file;
		}
	}
}

/* The program-wide name of what the unit calls so. */
static const char *name_in(const struct joining *j, const char *name) {
	const char *key = key_of(j, name);
	const struct namesakes *n = map_get(&j->by_key, MAP_KEY(key));
	return n ? meant_by(n, j->unit)->name : key;
}

static void rename_value(const struct joining *j, struct ir_value *v) {
	if (v->kind == IR_SYMBOL) v->text = name_in(j, v->text);
}

static void rename_place(const struct joining *j, struct ir_place *place) {
	if (place->base == IR_BASE_GLOBAL && place->global) place->global = key_of(j, place->global);
}

static void rename_in(const struct joining *j, struct ir_function *f) {
	for (size_t b = 0; b < f->blocks.n; b++) {
		struct ir_block *block = &f->blocks.items[b];
		for (size_t i = 0; i < block->instrs.n; i++) {
			struct ir_instr *instr = &block->instrs.items[i];
			rename_place(j, &instr->place);
			rename_place(j, &instr->source);
			rename_value(j, &instr->callee);
			for (uint32_t k = 0; k < instr->arg_count; k++) rename_value(j, &instr->args[k]);
		}
		rename_value(j, &block->exit.left);
		rename_value(j, &block->exit.right);
	}
}

/* --- the program's own tables ----------------------------------------------------------------- */

static void add_globals(struct joining *j) {
	struct program *p = j->program;
	for (size_t i = 0; i < j->unit->globals.n; i++) {
		struct ir_global *g = &j->unit->globals.items[i];
		for (size_t k = 0; k < g->inits.n; k++) rename_value(j, &g->inits.items[k].value);
		g->name = key_of(j, g->name);
		const struct ir_global *known = program_global(p, g->name);
		if (!known || (!known->is_defined && g->is_defined))
			map_put(p->arena, &p->global_index, MAP_KEY(g->name), g);
	}
}

static void add_function(struct joining *j, const struct definition *d) {
	struct program *p = j->program;
	if (d->is_spare || !d->f->blocks.n) return;
	rename_in(j, d->f);
	uint32_t id = (uint32_t)p->functions.n;
	VEC_PUSH(p->arena, &p->functions,
	         (struct program_function){.unit = j->unit, .f = d->f, .id = id});
	map_put(p->arena, &p->function_index, MAP_KEY(d->name), (void *)(uintptr_t)(id + 1));
}

void join_names(struct program *program) {
	struct joining j = {.arena = arena_new("names"), .program = program};
	collect(&j);
	spread(&j);
	for (size_t i = 0; i < j.all.n; i++) name_all(&j, j.all.items[i]);
	for (size_t u = 0; u < program->units.n; u++) {
		struct ir_unit *unit = program->units.items[u];
		enter_unit(&j, unit);
		for (size_t i = 0; i < unit->functions.n; i++) {
			const struct namesakes *n =
				map_get(&j.by_key, MAP_KEY(key_of(&j, unit->functions.items[i].name)));
			add_function(&j, meant_by(n, unit));
		}
		add_globals(&j);
	}
	for (size_t i = 0; i < j.all.n; i++)
		for (size_t k = 0; k < j.all.items[i]->list.n; k++) {
			struct definition *d = &j.all.items[i]->list.items[k];
			d->f->name = d->is_spare ? NULL : d->name;
		}
	arena_free(j.arena);
}
