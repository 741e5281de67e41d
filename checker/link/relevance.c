#include "link/relevance.h"

#include <string.h>

#include "link/facts.h"
#include "link/follow.h"
#include "link/threads.h"

struct relevance {
	struct arena *arena;
	const struct program *program;
	const struct program_function *f; /* being looked at */
	bool *matters;
	const bool *in_thread; /* its code may run in a thread: what it waits for matters */
	bool *
		wraps; /* may end the process, makes or frees memory, or is about parts: only small callers matter for that */
	struct map larger; /* records that are more than links and numbers */
	struct map
		parts; /* others that records with lines have members of: links of lists, counts of references */
	VEC(uint32_t) queue;
};

/* A longer function does more than to wrap exit(), malloc() or free(), to put something into a list or to count. */
enum { SMALL_WRAPPER = 6 };

/* Whether a model with this verb makes its caller matter. Memory alone does not: objects that matter have a type. */
static bool is_about_lines(enum verb verb) {
	switch (verb) {
	case VERB_borrows:
	case VERB_bounds:
	case VERB_types:
	case VERB_watches:
	case VERB_cancels:
	case VERB_closes:
	case VERB_drops:
	case VERB_dups:
	case VERB_escapes:
	case VERB_execs:
	case VERB_forgets:
	case VERB_forks:
	case VERB_joins:
	case VERB_moves:
	case VERB_opens:
	case VERB_owns:
	case VERB_pairs:
	case VERB_refs:
	case VERB_releases:
	case VERB_replaces:
	case VERB_shuts:
	case VERB_starts:
	case VERB_unrefs: return true;
	case VERB_allocs:
	case VERB_assign:
	case VERB_calls:
	case VERB_copies:
	case VERB_defers:
	case VERB_errors:
	case VERB_exits:
	case VERB_frees:
	case VERB_handles:
	case VERB_heeds:
	case VERB_interrupts:
	case VERB_signals:
	case VERB_waits:
	case VERB_zeros: break;
	}
	return false;
}

static bool is_about_memory(enum verb verb) {
	return verb == VERB_allocs || verb == VERB_frees || verb == VERB_zeros;
}

static void look_at_model(struct relevance *r, const struct summary *model) {
	bool small = r->f->f->blocks.n <= SMALL_WRAPPER;
	if (!model->cases.n) r->wraps[r->f->id] = true;
	for (size_t i = 0; i < model->cases.n; i++)
		for (size_t k = 0; k < model->cases.items[i].effects.n; k++) {
			const struct effect *e = &model->cases.items[i].effects.items[k];
			enum verb verb = e->verb;
			bool is_goodbye = verb == VERB_waits && strcmp(e->word, GOODBYE) == 0;
			bool waits = (verb == VERB_waits || verb == VERB_signals || verb == VERB_defers ||
			              verb == VERB_heeds) &&
			             r->in_thread[r->f->id];
			if (waits || is_goodbye || is_about_lines(verb)) r->matters[r->f->id] = true;
			if (verb == VERB_exits || (small && is_about_memory(verb))) r->wraps[r->f->id] = true;
		}
}

static bool global_matters(const struct relevance *r, const char *name) {
	const struct ir_global *g = program_global(r->program, name);
	if (!g) return false;
	return facts_global_holds_socket(r->program->facts, g) ||
	       (g->type.record && facts_record_matters(r->program->facts, g->type.record));
}

static bool touches(const struct relevance *r, const struct ir_place *place) {
	if (place->base == IR_BASE_GLOBAL && place->global && global_matters(r, place->global))
		return true;
	for (uint32_t i = 0; i < place->step_count; i++)
		if (place->steps[i].kind == IR_STEP_FIELD &&
		    facts_record_matters(r->program->facts, place->steps[i].field->record))
			return true;
	return false;
}

static bool may_be_descriptor(const struct relevance *r, uint32_t var) {
	struct atom_list atoms = facts_of_var(r->program->facts, r->f, var);
	for (size_t i = 0; i < atoms.n; i++)
		if (facts_is_connection(atoms.items[i])) return true;
	return false;
}

static bool is_of_part(const struct relevance *r, const struct ir_place *place) {
	for (uint32_t i = 0; i < place->step_count; i++)
		if (place->steps[i].kind == IR_STEP_FIELD &&
		    map_get(&r->parts, MAP_KEY(place->steps[i].field->record)))
			return true;
	return false;
}

static void look_at_instr(struct relevance *r, const struct ir_instr *i) {
	bool *matters = &r->matters[r->f->id];
	if (r->f->f->blocks.n <= SMALL_WRAPPER && is_of_part(r, &i->place)) r->wraps[r->f->id] = true;
	if (touches(r, &i->place) || touches(r, &i->source) || i->op == IR_OP_escape) *matters = true;
	if (i->op != IR_OP_call) return;
	if (i->callee.kind != IR_SYMBOL) {
		*matters = true;
		return;
	}
	const struct summary *model = models_find(r->program->models, i->callee.text);
	if (program_find(r->program, i->callee.text)) return;
	if (model) look_at_model(r, model);
	else if (i->arg_count) *matters = true;
}

static void look_at(struct relevance *r) {
	for (uint32_t i = 0; i < r->f->f->vars.n; i++) {
		const struct ir_type *type = &r->f->f->vars.items[i].type;
		if (type->record && facts_record_matters(r->program->facts, type->record))
			r->matters[r->f->id] = true;
		if (may_be_descriptor(r, i)) r->matters[r->f->id] = true;
	}
	for (size_t b = 0; b < r->f->f->blocks.n; b++)
		for (size_t i = 0; i < r->f->f->blocks.items[b].instrs.n; i++)
			look_at_instr(r, &r->f->f->blocks.items[b].instrs.items[i]);
}

static void spread(struct relevance *r) {
	while (r->queue.n) {
		const struct program_function *f =
			&r->program->functions.items[r->queue.items[--r->queue.n]];
		for (size_t i = 0; i < f->callers.n; i++) {
			uint32_t caller = f->callers.items[i];
			bool small = r->program->functions.items[caller].f->blocks.n <= SMALL_WRAPPER;
			bool by_wrap = r->wraps[f->id] && !r->wraps[caller] && small;
			if (by_wrap) r->wraps[caller] = true;
			bool by_line = r->matters[f->id] && !r->matters[caller] &&
			               !is_dead_end(&r->program->functions.items[caller], f->id);
			if (by_line) r->matters[caller] = true;
			if (by_wrap || by_line) VEC_PUSH(r->arena, &r->queue, caller);
		}
	}
}

/* Numbers and ways to others of its kind. */
static bool is_link_or_count(const struct ir_field *field) {
	bool leads_to_its_kind = field->type.kind == IR_PTR && field->type.record == field->record;
	return field->type.kind == IR_INT || leads_to_its_kind;
}

/* Calls note for each member of the program's records. */
static void each_field(struct relevance *r,
                       void (*note)(struct relevance *, const struct ir_field *)) {
	const struct program *p = r->program;
	for (size_t i = 0; i < p->units.n; i++)
		for (size_t k = 0; k < p->units.items[i]->fields.n; k++)
			note(r, p->units.items[i]->fields.items[k]);
}

static void note_larger(struct relevance *r, const struct ir_field *field) {
	if (!is_link_or_count(field)) map_put(r->arena, &r->larger, MAP_KEY(field->record), r);
}

static void note_part(struct relevance *r, const struct ir_field *field) {
	const char *record = field->type.record;
	if (field->type.kind == IR_RECORD && facts_record_matters(r->program->facts, field->record) &&
	    !map_get(&r->larger, MAP_KEY(record)))
		map_put(r->arena, &r->parts, MAP_KEY(record), r);
}

bool *relevance_new(struct arena *a, const struct program *program) {
	struct relevance r = {.arena = a, .program = program};
	size_t n = program->functions.n;
	r.matters = ARENA_ARRAY(a, bool, n + 1);
	r.wraps = ARENA_ARRAY(a, bool, n + 1);
	r.in_thread = threads_code(a, program);
	each_field(&r, note_larger);
	each_field(&r, note_part);
	for (size_t i = 0; i < n; i++) {
		r.f = &program->functions.items[i];
		look_at(&r);
		if (r.matters[i] || r.wraps[i]) VEC_PUSH(a, &r.queue, (uint32_t)i);
	}
	spread(&r);
	for (size_t i = 0; i < n; i++) r.matters[i] |= r.wraps[i];
	return r.matters;
}
