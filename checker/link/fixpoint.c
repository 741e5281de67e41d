#include "link/fixpoint.h"

#include <string.h>

#include "flow/bounds.h"
#include "link/callgraph.h"
#include "link/facts.h"
#include "link/fate.h"
#include "link/outside.h"
#include "link/relevance.h"
#include "link/schedule.h"
#include "link/threads.h"

/* --- what the flow engine asks ---------------------------------------------------------------- */

/* A function that is being worked out for the first time: it does not return, as far as we know yet. */
static const struct summary UNKNOWN_YET = {.name = ""};

static const struct summary *find_summary(void *data, const struct ir_unit *from,
                                          const char *name) {
	const struct program *p = data;
	const struct program_function *f = program_find(p, name);
	if (!f) return models_find(p->models, name);
	if (!f->result) return &UNKNOWN_YET;
	if (f->result->gave_up || f->f->incomplete) return NULL;
	return f->unit == from ? f->result->summary : f->outside;
}

static const struct ir_global *find_global(void *data, const char *name) {
	return program_global(data, name);
}

static size_t find_targets(void *data, const struct ir_function *f, uint32_t temp, const char **out,
                           size_t max, bool *all) {
	struct program *p = data;
	struct atom_list atoms = facts_of_temp(p->facts, program_find(p, f->name), temp);
	size_t n = 0;
	bool cut = false;
	*all = true;
	for (size_t i = 0; i < atoms.n; i++) {
		const struct atom *a = atoms.items[i];
		if (a->kind == ATOM_UNKNOWN) *all = false;
		if (a->kind != ATOM_FUNCTION) continue;
		if (n < max) out[n++] = a->text;
		else cut = true;
	}
	if (cut) *all = false;
	if (cut) atomic_fetch_add(&p->cut_calls, 1);
	return n;
}

static size_t find_socket_fields(void *data, const char *record, const struct ir_field **out,
                                 size_t max) {
	const struct program *p = data;
	return facts_socket_fields(p->facts, record, out, max);
}

static size_t find_members(void *data, const char *record, const struct ir_field **out,
                           size_t max) {
	const struct program *p = data;
	return facts_members(p->facts, record, out, max);
}

static const struct ir_field *find_derived(void *data, const char *record) {
	const struct program *p = data;
	return facts_derived(p->facts, record);
}

static bool record_matters(void *data, const char *record) {
	const struct program *p = data;
	return facts_record_matters(p->facts, record);
}

static bool may_hold_line(void *data, const struct ir_function *f, uint32_t param) {
	const struct program *p = data;
	const struct ir_type *type = &f->vars.items[param].type;
	if (type->record) return facts_record_matters(p->facts, type->record);
	if (type->kind != IR_INT) return true;
	struct atom_list atoms = facts_of_var(p->facts, program_find(p, f->name), param);
	for (size_t i = 0; i < atoms.n; i++)
		if (facts_is_connection(atoms.items[i])) return true;
	return false;
}

static bool global_holds_socket(void *data, const char *name) {
	const struct program *p = data;
	const struct ir_global *g = program_global(p, name);
	return g && facts_global_holds_socket(p->facts, g);
}

static bool field_may_hold_file(void *data, const struct ir_field *field) {
	const struct program *p = data;
	struct atom_list atoms = facts_of_field(p->facts, field);
	for (size_t i = 0; i < atoms.n; i++)
		if (atoms.items[i]->kind == ATOM_OPENED && !facts_is_connection(atoms.items[i]))
			return true;
	return false;
}

static bool is_method(void *data, const struct ir_field *field) {
	const struct program *p = data;
	return facts_is_method(p->facts, field);
}

/* A pointer may be to a node within an object that matters. */
static bool field_may_hold_line(void *data, const struct ir_field *field) {
	const struct program *p = data;
	enum ir_type_kind kind = field->type.kind;
	if (kind == IR_INT)
		return facts_field_holds_socket(p->facts, field) || facts_field_is_closed(p->facts, field);
	return kind != IR_FLOAT && kind != IR_FUNC;
}

/* --- the fixpoint ----------------------------------------------------------------------------- */

struct fixpoint {
	struct program *program;
	const bool *matters; /* by function */
	const struct outside *outside;
	struct flow_env env;
	const struct components *components;
	bool *stale; /* by function: a callee's summary changed since its last walk */
	struct walker *walkers;
};

/* What one thread works with. */
struct walker {
	struct fixpoint *x;
	struct arena *out;  /* what is kept; becomes a part of the program */
	struct arena *walk; /* of one function's walk */
	size_t walks, unfinished;
};

static const char *text_of(struct arena *a, const struct flow_result *result) {
	struct buf b = BUF_IN(a);
	if (result) summary_print(&b, result->summary);
	return buf_text(&b);
}

static void set_result(struct walker *wr, struct program_function *f, struct flow_result *result) {
	struct arena_mark mark = arena_mark(wr->walk);
	f->result = result;
	f->outside = outside_view(wr->x->outside, wr->walk, wr->out, result->summary);
	arena_reset(wr->walk, mark);
}

static struct flow_result *walk(struct walker *wr, const struct program_function *f,
                                enum flow_look look) {
	wr->walks++;
	return flow_function(wr->out, wr->walk, &wr->x->env, f->unit, f->f, look);
}

static void walk_member(struct walker *wr, struct program_function *f) {
	bool matters = wr->x->matters[f->id];
	set_result(wr, f, matters ? walk(wr, f, FLOW_ROUGHLY) : flow_trivial(wr->out, f->f));
}

static void look_closer(struct walker *wr, struct program_function *f) {
	struct arena_mark mark = arena_mark(wr->out);
	struct flow_result *result = walk(wr, f, FLOW_CLOSELY);
	if (result->gave_up) arena_reset(wr->out, mark);
	else set_result(wr, f, result);
}

static bool is_member(const struct components *c, uint32_t component, uint32_t function) {
	for (uint32_t k = c->start[component]; k < c->start[component + 1]; k++)
		if (c->members[k] == function) return true;
	return false;
}

/* One that was given up is not tried again: nobody asks for its summary, and its callees only do more from round to
 * round. When the summary changes, those of the component who call it are walked again. */
static bool walk_again(struct walker *wr, struct program_function *f, uint32_t component) {
	if (f->result && f->result->gave_up) return false;
	struct arena *texts = arena_new("summaries");
	const char *before = text_of(texts, f->result);
	walk_member(wr, f);
	bool changed = strcmp(before, text_of(texts, f->result)) != 0;
	for (size_t i = 0; changed && i < f->callers.n; i++)
		if (is_member(wr->x->components, component, f->callers.items[i]))
			wr->x->stale[f->callers.items[i]] = true;
	arena_free(texts);
	return changed;
}

static bool is_recursive(const struct program *p, const struct components *c, uint32_t component) {
	if (c->start[component + 1] - c->start[component] > 1) return true;
	uint32_t id = c->members[c->start[component]];
	const struct program_function *f = &p->functions.items[id];
	for (size_t i = 0; i < f->callees.n; i++)
		if (f->callees.items[i] == id) return true;
	return false;
}

/* Walks those whose callees changed, until none does. Returns whether it came to an end. */
static bool run_rounds(struct walker *wr, uint32_t i) {
	struct fixpoint *x = wr->x;
	const struct components *c = x->components;
	for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) x->stale[c->members[k]] = true;
	for (uint32_t round = 0; round < BOUND_SCC_ROUNDS; round++) {
		bool changed = false;
		for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) {
			uint32_t id = c->members[k];
			if (!x->stale[id]) continue;
			x->stale[id] = false;
			changed |= walk_again(wr, &x->program->functions.items[id], i);
		}
		if (!changed) return true;
	}
	return false;
}

static void run_component(void *data, uint32_t number, uint32_t i) {
	struct fixpoint *x = data;
	struct walker *wr = &x->walkers[number];
	const struct components *c = x->components;
	struct program *p = x->program;
	bool recursive = is_recursive(p, c, i);
	if (!recursive) walk_member(wr, &p->functions.items[c->members[c->start[i]]]);
	else if (!run_rounds(wr, i)) wr->unfinished++;
	for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) {
		struct program_function *f = &p->functions.items[c->members[k]];
		if (f->result->is_rough) look_closer(wr, f);
		if (recursive) fate_goes_on(f);
	}
}

static void run_all(struct fixpoint *x, struct arena *scratch) {
	struct program *p = x->program;
	uint32_t n = p->jobs ? p->jobs : 1;
	x->walkers = ARENA_ARRAY(scratch, struct walker, n);
	for (uint32_t i = 0; i < n; i++) {
		x->walkers[i] =
			(struct walker){.x = x, .out = arena_new("summaries"), .walk = arena_new("walk")};
		arena_alloc(x->walkers[i].walk,
		            1); /* so that resetting it keeps one chunk for the next walk */
	}
	schedule_run(p, x->components, n, run_component, x);
	for (uint32_t i = 0; i < n; i++) {
		p->walks += x->walkers[i].walks;
		p->unfinished_recursions += x->walkers[i].unfinished;
		arena_take(p->arena, x->walkers[i].out);
		arena_free(x->walkers[i].walk);
	}
}

/* --- the second look: threads ----------------------------------------------------------------- */

static const struct summary *second_summary(void *data, const struct ir_unit *from,
                                            const char *name) {
	const struct program_function *f = program_find(data, name);
	if (!f || !f->threads) return find_summary(data, from, name);
	return f->threads->gave_up || f->f->incomplete ? NULL : f->threads->summary;
}

static const struct thread_start *const *find_starts(void *data, const struct ir_field *field,
                                                     const char *global, size_t *n) {
	const struct program *p = data;
	return threads_by_handle(p->threads, field, global, n);
}

static const struct thread_start *const *find_lockers(void *data, const struct ir_field *field,
                                                      size_t *n) {
	const struct program *p = data;
	return threads_by_lock(p->threads, field, n);
}

static bool is_bounded(void *data, const struct home *home) {
	const struct program *p = data;
	return threads_is_bounded(p->threads, home);
}

static bool is_handled(void *data, int64_t signal, bool despite_restart) {
	const struct program *p = data;
	return threads_handle(p->threads, signal, despite_restart);
}

static bool is_asked(void *data, const char *entry, const struct home *home) {
	const struct program *p = data;
	return threads_ask(p->threads, entry, home);
}

static bool may_wake(void *data, const char *entry, bool or_close) {
	const struct program *p = data;
	return threads_may_wake(p->threads, entry, or_close);
}

static bool may_share_line(void *data, const struct ir_field *a, const struct ir_field *b) {
	const struct program *p = data;
	return facts_share_line(p->facts, a, b);
}

static bool is_end_of_pair(void *data, const struct ir_field *field) {
	const struct program *p = data;
	return facts_is_end_of_pair(p->facts, field);
}

static void look_at_threads(struct fixpoint *x, struct arena *walk, enum flow_threads threads) {
	struct program *p = x->program;
	const struct components *c = x->components;
	x->env.threads = threads;
	for (uint32_t i = 0; i < c->start[c->count]; i++) {
		struct program_function *f = &p->functions.items[c->members[i]];
		if (!threads_concern(p->threads, f->id, threads) || f->result->gave_up) continue;
		f->threads = flow_function(p->arena, walk, &x->env, f->unit, f->f, FLOW_ROUGHLY);
	}
}

/* First who starts threads, then who waits for them. */
static void run_threads(struct fixpoint *x, struct arena *scratch) {
	struct program *p = x->program;
	struct arena *walk = arena_new("walk");
	arena_alloc(walk, 1);
	struct threads *t = threads_new(scratch, p);
	p->threads = t;
	x->env.summary = second_summary;
	look_at_threads(x, walk, THREADS_START);
	if (threads_collect(t)) look_at_threads(x, walk, THREADS_JOIN);
	p->threads = NULL;
	arena_free(walk);
}

void fixpoint_run(struct program *p) {
	struct arena *scratch = arena_new("components");
	struct components c = callgraph_components(scratch, p);
	struct fixpoint x = {.program = p, .components = &c};
	x.matters = relevance_new(scratch, p);
	x.outside = outside_new(scratch, p);
	x.stale = ARENA_ARRAY(scratch, bool, p->functions.n + 1);
	x.env = (struct flow_env){
		.data = p,
		.summary = find_summary,
		.entry = find_summary,
		.global = find_global,
		.targets = find_targets,
		.socket_fields = find_socket_fields,
		.members = find_members,
		.derived = find_derived,
		.matters = record_matters,
		.may_hold_line = may_hold_line,
		.field_may_hold_line = field_may_hold_line,
		.field_may_hold_file = field_may_hold_file,
		.global_holds_socket = global_holds_socket,
		.threads = threads_are_started(p) ? THREADS_WAIT : THREADS_NONE,
		.starts = find_starts,
		.lockers = find_lockers,
		.is_bounded = is_bounded,
		.is_handled = is_handled,
		.is_asked = is_asked,
		.may_wake = may_wake,
		.may_share_line = may_share_line,
		.is_end_of_pair = is_end_of_pair,
		.is_method = is_method,
		.fd = models_field(p->models, intern(p->names, ""), intern(p->names, "fd")),
		.owns = models_field(p->models, intern(p->names, ""), intern(p->names, "owns")),
		.fds = models_field(p->models, intern(p->names, ""), intern(p->names, "fds")),
	};
	run_all(&x, scratch);
	fate_settle(p);
	if (x.env.threads != THREADS_NONE) run_threads(&x, scratch);
	arena_free(scratch);
}
