#include "link/asked.h"

#include "link/threads.h"

struct asked {
	struct arena *arena;
	const struct program *program;
	struct map entries; /* its function's name -> struct map: field or global -> not NULL */
	struct map all;     /* field or global -> not NULL */
};

struct asked *asked_new(struct arena *a, const struct program *p) {
	struct asked *asked = ARENA_NEW(a, struct asked);
	*asked = (struct asked){.arena = a, .program = p};
	return asked;
}

static uint64_t key_of(const struct home *home) {
	return home->field ? MAP_KEY(home->field) : MAP_KEY(home->global);
}

/* --- one function ----------------------------------------------------------------------------- */

/* Which temporaries and variables decide where the function goes, or what it returns. */
struct deciding {
	struct asked *asked;
	struct map *found;
	bool *temps, *vars;
	bool is_more; /* some of them were found in this round */
};

static void decide(struct deciding *d, bool *what) {
	d->is_more |= !*what;
	*what = true;
}

static void decide_value(struct deciding *d, const struct ir_value *v) {
	if (v->kind == IR_TEMP) decide(d, &d->temps[v->temp]);
}

static void note_place(struct deciding *d, const struct ir_place *place) {
	struct home home = {.global = place->base == IR_BASE_GLOBAL ? place->global : NULL};
	if (place->base == IR_BASE_VAR && !place->step_count) decide(d, &d->vars[place->var]);
	if (place->step_count) {
		const struct ir_step *last = &place->steps[place->step_count - 1];
		if (last->kind != IR_STEP_FIELD || last->field->type.kind != IR_INT) return;
		home = (struct home){.field = last->field};
	}
	if (!home.field && !home.global) return;
	map_put(d->asked->arena, d->found, key_of(&home), d->asked);
	map_put(d->asked->arena, &d->asked->all, key_of(&home), d->asked);
}

static void look_at(struct deciding *d, const struct ir_instr *i) {
	if (i->op == IR_OP_store && i->place.base == IR_BASE_VAR && !i->place.step_count &&
	    d->vars[i->place.var])
		decide_value(d, &i->args[0]);
	if (i->result == IR_NO_TEMP || !d->temps[i->result]) return;
	if (i->op == IR_OP_load || i->op == IR_OP_addr) note_place(d, &i->place);
	/* Of a call that is the place which an atomic operation reads. */
	uint32_t n = i->op == IR_OP_call && i->arg_count ? 1 : i->arg_count;
	for (uint32_t k = 0; k < n; k++) decide_value(d, &i->args[k]);
}

static void look_through(struct asked *asked, struct map *found, const struct ir_function *f) {
	struct arena *scratch = arena_new("asked");
	struct deciding d = {.asked = asked,
	                     .found = found,
	                     .temps = ARENA_ARRAY(scratch, bool, f->temp_count + 1),
	                     .vars = ARENA_ARRAY(scratch, bool, f->vars.n + 1)};
	for (size_t b = 0; b < f->blocks.n; b++) {
		decide_value(&d, &f->blocks.items[b].exit.left);
		decide_value(&d, &f->blocks.items[b].exit.right);
	}
	do {
		d.is_more = false;
		for (size_t b = f->blocks.n; b-- > 0;)
			for (size_t i = f->blocks.items[b].instrs.n; i-- > 0;)
				look_at(&d, &f->blocks.items[b].instrs.items[i]);
	} while (d.is_more);
	arena_free(scratch);
}

/* --- threads ---------------------------------------------------------------------------------- */

void asked_add(struct asked *asked, const char *entry) {
	const struct program *p = asked->program;
	const struct program_function *f = program_find(p, entry);
	if (!f || map_get(&asked->entries, MAP_KEY(entry))) return;
	struct map *found = ARENA_NEW(asked->arena, struct map);
	map_put(asked->arena, &asked->entries, MAP_KEY(entry), found);
	struct arena *scratch = arena_new("code");
	bool *runs = threads_code_of(scratch, p, f);
	for (size_t i = 0; i < p->functions.n; i++)
		if (runs[i]) look_through(asked, found, p->functions.items[i].f);
	arena_free(scratch);
}

bool asked_by(const struct asked *asked, const char *entry, const struct home *home) {
	if (!entry) return map_get(&asked->all, key_of(home));
	const struct map *found = map_get(&asked->entries, MAP_KEY(entry));
	return found && map_get(found, key_of(home));
}
