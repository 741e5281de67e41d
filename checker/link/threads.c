#include "link/threads.h"

#include <string.h>

struct start_list {
	VEC(const struct thread_start *) list;
};

struct threads {
	struct arena *arena;
	struct program *program;
	bool *concern;            /* by function */
	struct map handles, locks; /* field or global -> struct start_list */
};

/* --- which functions ------------------------------------------------------------------------------------------------ */

static bool is_about_threads(enum verb verb) {
	return verb == VERB_starts || verb == VERB_joins || verb == VERB_shuts || verb == VERB_cancels || verb == VERB_interrupts ||
	       verb == VERB_bounds;
}

static bool has_verb(const struct summary *model, bool (*is)(enum verb)) {
	for (size_t i = 0; i < model->cases.n; i++)
		for (size_t k = 0; k < model->cases.items[i].effects.n; k++)
			if (is(model->cases.items[i].effects.items[k].verb)) return true;
	return false;
}

static bool calls_model(const struct program *p, const struct program_function *f, bool (*is)(enum verb)) {
	for (size_t b = 0; b < f->f->blocks.n; b++)
		for (size_t i = 0; i < f->f->blocks.items[b].instrs.n; i++) {
			const struct ir_instr *call = &f->f->blocks.items[b].instrs.items[i];
			if (call->op != IR_OP_call || call->callee.kind != IR_SYMBOL || program_find(p, call->callee.text)) continue;
			const struct summary *model = models_find(p->models, call->callee.text);
			if (model && has_verb(model, is)) return true;
		}
	return false;
}

static bool is_start(enum verb verb) {
	return verb == VERB_starts;
}

static bool is_join(enum verb verb) {
	return verb == VERB_joins;
}

bool threads_are_started(const struct program *p) {
	for (size_t i = 0; i < p->functions.n; i++)
		if (calls_model(p, &p->functions.items[i], is_start)) return true;
	return false;
}

/* And all who call them. */
static void mark_callers(struct threads *t, bool *marked) {
	VEC(uint32_t) queue = {0};
	for (uint32_t i = 0; i < t->program->functions.n; i++)
		if (marked[i]) VEC_PUSH(t->arena, &queue, i);
	while (queue.n) {
		const struct program_function *f = &t->program->functions.items[queue.items[--queue.n]];
		for (size_t i = 0; i < f->callers.n; i++) {
			uint32_t caller = f->callers.items[i];
			if (marked[caller]) continue;
			marked[caller] = true;
			VEC_PUSH(t->arena, &queue, caller);
		}
	}
}

/* The function, and what it calls that may wake somebody. */
static void mark_with_callees(struct threads *t, uint32_t function, const bool *acts) {
	VEC(uint32_t) queue = {0};
	VEC_PUSH(t->arena, &queue, function);
	while (queue.n) {
		uint32_t id = queue.items[--queue.n];
		if (t->concern[id]) continue;
		t->concern[id] = true;
		const struct program_function *f = &t->program->functions.items[id];
		for (size_t i = 0; i < f->callees.n; i++)
			if (acts[f->callees.items[i]]) VEC_PUSH(t->arena, &queue, f->callees.items[i]);
	}
}

struct threads *threads_new(struct arena *a, struct program *p) {
	struct threads *t = ARENA_NEW(a, struct threads);
	size_t n = p->functions.n;
	*t = (struct threads){.arena = a, .program = p, .concern = ARENA_ARRAY(a, bool, n + 1)};
	bool *acts = ARENA_ARRAY(a, bool, n + 1), *waits = ARENA_ARRAY(a, bool, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct program_function *f = &p->functions.items[i];
		acts[i] = calls_model(p, f, is_about_threads);
		waits[i] = calls_model(p, f, is_start) || calls_model(p, f, is_join);
	}
	mark_callers(t, acts);
	mark_callers(t, waits);
	for (uint32_t i = 0; i < n; i++)
		if (waits[i]) mark_with_callees(t, i, acts);
	return t;
}

bool threads_concern(const struct threads *t, uint32_t function) {
	return t->concern[function];
}

/* --- starts ------------------------------------------------------------------------------------------------------------ */

static void add_start(struct threads *t, struct map *to, uint64_t key, const struct thread_start *start) {
	struct start_list *l = map_get(to, key);
	if (!l) {
		l = ARENA_NEW(t->arena, struct start_list);
		map_put(t->arena, to, key, l);
	}
	for (size_t i = 0; i < l->list.n; i++)
		if (l->list.items[i] == start) return;
	VEC_PUSH(t->arena, &l->list, start);
}

static void add_locks(struct threads *t, const struct thread_start *start) {
	for (size_t i = 0; i < start->waits.n; i++) {
		const struct path *place = &start->waits.items[i].place;
		const struct ir_field *field = place->step_count ? place->steps[place->step_count - 1].field : NULL;
		if (field && strcmp(start->waits.items[i].word, "lock") == 0) add_start(t, &t->locks, MAP_KEY(field), start);
	}
}

bool threads_collect(struct threads *t) {
	for (size_t i = 0; i < t->program->functions.n; i++) {
		const struct flow_result *r = t->program->functions.items[i].threads;
		for (size_t k = 0; r && k < r->starts.n; k++) {
			const struct thread_start *start = r->starts.items[k];
			add_start(t, &t->handles, start->field ? MAP_KEY(start->field) : MAP_KEY(start->global), start);
			add_locks(t, start);
		}
	}
	return t->handles.n > 0;
}

static const struct thread_start *const *find(const struct map *in, uint64_t key, size_t *n) {
	const struct start_list *l = map_get(in, key);
	*n = l ? l->list.n : 0;
	return l ? l->list.items : NULL;
}

const struct thread_start *const *threads_by_handle(const struct threads *t, const struct ir_field *field, const char *global,
                                                    size_t *n) {
	return find(&t->handles, field ? MAP_KEY(field) : MAP_KEY(global), n);
}

const struct thread_start *const *threads_by_lock(const struct threads *t, const struct ir_field *field, size_t *n) {
	return find(&t->locks, MAP_KEY(field), n);
}

/* --- whose code it is ------------------------------------------------------------------------------------------------------ */

bool threads_run(const struct program *p, const char *entry, const char *function) {
	const struct program_function *from = program_find(p, entry), *to = program_find(p, function);
	if (!from || !to) return false;
	struct arena *scratch = arena_new("reach");
	bool *seen = ARENA_ARRAY(scratch, bool, p->functions.n + 1);
	VEC(uint32_t) queue = {0};
	VEC_PUSH(scratch, &queue, from->id);
	while (queue.n && !seen[to->id]) {
		uint32_t id = queue.items[--queue.n];
		if (seen[id]) continue;
		seen[id] = true;
		const struct program_function *f = &p->functions.items[id];
		for (size_t i = 0; i < f->callees.n; i++) VEC_PUSH(scratch, &queue, f->callees.items[i]);
	}
	bool found = seen[to->id];
	arena_free(scratch);
	return found;
}
