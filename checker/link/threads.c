#include "link/threads.h"

#include <string.h>

#include "flow/bounds.h"
#include "link/asked.h"
#include "link/facts.h"

struct start_list {
	VEC(const struct thread_start *) list;
};

struct threads {
	struct arena *arena;
	struct program *program;
	/* By function: whether it starts threads, or calls what does; waits for them, or does something on the way. */
	bool *starters, *waiters;
	struct map handles, locks; /* field or global -> struct start_list */
	struct map bounded;        /* field or global -> not NULL */
	VEC(struct signal_handler) handlers;
	VEC(struct way_back) ways_back;
	struct asked *asked;
	/* By function: whether it, or what it calls, does something about threads or their lines; may wake somebody; closes
	 * something. */
	bool *acts, *wakers, *closers;
};

/* --- which functions -------------------------------------------------------------------------- */

static bool is_about_threads(const struct effect *e) {
	enum verb verb = e->verb;
	return verb == VERB_starts || verb == VERB_joins || verb == VERB_shuts ||
	       verb == VERB_cancels || verb == VERB_interrupts || verb == VERB_bounds;
}

static bool has_effect(const struct summary *model, bool (*is)(const struct effect *)) {
	for (size_t i = 0; i < model->cases.n; i++)
		for (size_t k = 0; k < model->cases.items[i].effects.n; k++)
			if (is(&model->cases.items[i].effects.items[k])) return true;
	return false;
}

static bool calls_model(const struct program *p, const struct program_function *f,
                        bool (*is)(const struct effect *)) {
	for (size_t b = 0; b < f->f->blocks.n; b++)
		for (size_t i = 0; i < f->f->blocks.items[b].instrs.n; i++) {
			const struct ir_instr *call = &f->f->blocks.items[b].instrs.items[i];
			if (call->op != IR_OP_call || call->callee.kind != IR_SYMBOL ||
			    program_find(p, call->callee.text))
				continue;
			const struct summary *model = models_find(p->models, call->callee.text);
			if (model && has_effect(model, is)) return true;
		}
	return false;
}

static bool is_start(const struct effect *e) {
	return e->verb == VERB_starts;
}

static bool is_join(const struct effect *e) {
	return e->verb == VERB_joins;
}

/* A wait for a lock, or for a condition, is one for the thread that holds or signals it. */
static bool is_join_or_lock(const struct effect *e) {
	return is_join(e) || (e->verb == VERB_waits && strcmp(e->word, "lock") == 0);
}

static bool is_wake(const struct effect *e) {
	return e->verb == VERB_shuts || e->verb == VERB_cancels || e->verb == VERB_interrupts ||
	       (e->verb == VERB_waits && strcmp(e->word, "connect") == 0);
}

static bool is_close(const struct effect *e) {
	return e->verb == VERB_closes || e->verb == VERB_releases;
}

static bool is_handler(const struct effect *e) {
	return e->verb == VERB_handles;
}

bool threads_are_started(const struct program *p) {
	for (size_t i = 0; i < p->functions.n; i++)
		if (calls_model(p, &p->functions.items[i], is_start)) return true;
	return false;
}

/* --- their code ------------------------------------------------------------------------------- */

struct code {
	struct arena *arena;
	const struct program *program;
	bool *runs;
	VEC(uint32_t) queue;
};

static void enter(struct code *c, const char *name) {
	const struct program_function *f = program_find(c->program, name);
	if (f) VEC_PUSH(c->arena, &c->queue, f->id);
}

static void enter_started(struct code *c, const struct program_function *f,
                          const struct ir_value *v) {
	if (v->kind == IR_SYMBOL) enter(c, v->text);
	if (v->kind != IR_TEMP) return;
	struct atom_list atoms = facts_of_temp(c->program->facts, f, v->temp);
	for (size_t i = 0; i < atoms.n; i++)
		if (atoms.items[i]->kind == ATOM_FUNCTION) enter(c, atoms.items[i]->text);
}

static void look_for_starts(struct code *c, const struct program_function *f,
                            const struct ir_instr *call) {
	if (call->op != IR_OP_call || call->callee.kind != IR_SYMBOL ||
	    program_find(c->program, call->callee.text))
		return;
	const struct summary *model = models_find(c->program->models, call->callee.text);
	for (size_t i = 0; model && i < model->cases.n; i++)
		for (size_t k = 0; k < model->cases.items[i].effects.n; k++) {
			const struct effect *e = &model->cases.items[i].effects.items[k];
			bool starts = e->verb == VERB_starts && e->value.kind == TERM_PATH &&
			              e->value.path.root == PATH_PARAM;
			if (starts && e->value.path.number < call->arg_count)
				enter_started(c, f, &call->args[e->value.path.number]);
		}
}

static void enter_all_started(struct code *c, const struct program_function *f) {
	for (size_t b = 0; b < f->f->blocks.n; b++)
		for (size_t k = 0; k < f->f->blocks.items[b].instrs.n; k++)
			look_for_starts(c, f, &f->f->blocks.items[b].instrs.items[k]);
}

bool *threads_code_of(struct arena *a, const struct program *p, const struct program_function *f) {
	struct code c = {.arena = a, .program = p, .runs = ARENA_ARRAY(a, bool, p->functions.n + 1)};
	VEC_PUSH(a, &c.queue, f->id);
	while (c.queue.n) {
		uint32_t id = c.queue.items[--c.queue.n];
		if (c.runs[id]) continue;
		c.runs[id] = true;
		const struct program_function *next = &p->functions.items[id];
		for (size_t i = 0; i < next->callees.n; i++) VEC_PUSH(a, &c.queue, next->callees.items[i]);
		enter_all_started(&c, next);
	}
	return c.runs;
}

bool *threads_code(struct arena *a, const struct program *p) {
	struct code c = {.arena = a, .program = p, .runs = ARENA_ARRAY(a, bool, p->functions.n + 1)};
	for (size_t i = 0; i < p->functions.n; i++) enter_all_started(&c, &p->functions.items[i]);
	while (c.queue.n) {
		uint32_t id = c.queue.items[--c.queue.n];
		if (c.runs[id]) continue;
		c.runs[id] = true;
		const struct program_function *f = &p->functions.items[id];
		for (size_t i = 0; i < f->callees.n; i++) VEC_PUSH(a, &c.queue, f->callees.items[i]);
	}
	return c.runs;
}

struct reached {
	uint32_t function, distance;
};

/* And those who call them, so many calls away at most. */
static void mark_callers(struct threads *t, bool *marked, uint32_t most) {
	VEC(struct reached) queue = {0};
	for (uint32_t i = 0; i < t->program->functions.n; i++)
		if (marked[i]) VEC_PUSH(t->arena, &queue, (struct reached){i, 0});
	for (size_t at = 0; at < queue.n; at++) {
		struct reached r = queue.items[at];
		const struct program_function *f = &t->program->functions.items[r.function];
		for (size_t i = 0; r.distance < most && i < f->callers.n; i++) {
			uint32_t caller = f->callers.items[i];
			if (marked[caller]) continue;
			marked[caller] = true;
			VEC_PUSH(t->arena, &queue, (struct reached){caller, r.distance + 1});
		}
	}
}

/* The function, and what it calls that may wake somebody. */
static void mark_with_callees(struct threads *t, bool *concern, uint32_t function,
                              const bool *acts) {
	VEC(uint32_t) queue = {0};
	VEC_PUSH(t->arena, &queue, function);
	while (queue.n) {
		uint32_t id = queue.items[--queue.n];
		if (concern[id]) continue;
		concern[id] = true;
		const struct program_function *f = &t->program->functions.items[id];
		for (size_t i = 0; i < f->callees.n; i++)
			if (acts[f->callees.items[i]]) VEC_PUSH(t->arena, &queue, f->callees.items[i]);
	}
}

/* The functions that call such a library function, their callers, and what these call that may wake somebody. */
static bool *find_concern(struct threads *t, bool (*is)(const struct effect *), const bool *acts) {
	size_t n = t->program->functions.n;
	bool *near = ARENA_ARRAY(t->arena, bool, n + 1), *concern = ARENA_ARRAY(t->arena, bool, n + 1);
	for (size_t i = 0; i < n; i++)
		near[i] = calls_model(t->program, &t->program->functions.items[i], is);
	mark_callers(t, near, BOUND_HOPS_TO_THREAD);
	if (!acts) return near;
	for (uint32_t i = 0; i < n; i++)
		if (near[i]) mark_with_callees(t, concern, i, acts);
	return concern;
}

static uint64_t key_of(const struct home *home) {
	return home->field ? MAP_KEY(home->field) : MAP_KEY(home->global);
}

static void collect_bounded(struct threads *t) {
	for (size_t i = 0; i < t->program->functions.n; i++) {
		struct flow_result *r = t->program->functions.items[i].result;
		for (size_t k = 0; r && k < r->bounded.n; k++)
			map_put(t->arena, &t->bounded, key_of(&r->bounded.items[k]), r);
	}
}

bool threads_is_bounded(const struct threads *t, const struct home *home) {
	return (home->field || home->global) && map_get(&t->bounded, key_of(home));
}

/* The functions that call such a library function, through any depth. */
static bool *find_callers(struct threads *t, bool (*is)(const struct effect *)) {
	bool *found = ARENA_ARRAY(t->arena, bool, t->program->functions.n + 1);
	for (size_t i = 0; i < t->program->functions.n; i++)
		found[i] = calls_model(t->program, &t->program->functions.items[i], is);
	mark_callers(t, found, UINT32_MAX);
	return found;
}

struct threads *threads_new(struct arena *a, struct program *p) {
	struct threads *t = ARENA_NEW(a, struct threads);
	size_t n = p->functions.n;
	*t = (struct threads){.arena = a, .program = p};
	t->acts = find_callers(t, is_about_threads);
	collect_bounded(t);
	t->starters = find_concern(t, is_start, NULL);
	for (size_t i = 0; i < n; i++)
		t->starters[i] |= calls_model(p, &p->functions.items[i], is_handler);
	t->asked = asked_new(a, p);
	t->wakers = find_callers(t, is_wake);
	t->closers = find_callers(t, is_close);
	return t;
}

bool threads_concern(const struct threads *t, uint32_t function, enum flow_threads look) {
	return look == THREADS_START ? t->starters[function] : t->waiters[function];
}

/* --- starts ----------------------------------------------------------------------------------- */

static void add_start(struct threads *t, struct map *to, uint64_t key,
                      const struct thread_start *start) {
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
		const struct path *place = &start->waits.items[i].places[0];
		const struct ir_field *field =
			place->step_count ? place->steps[place->step_count - 1].field : NULL;
		bool lock = field && strcmp(start->waits.items[i].word, "lock") == 0;
		if (lock && facts_may_block(t->program->facts, field))
			add_start(t, &t->locks, MAP_KEY(field), start);
	}
}

/* A function that was not walked to its end may install any handler. */
static void collect_handlers(struct threads *t, const struct program_function *f) {
	static const struct signal_handler any = {.signal = ANY_SIGNAL};
	bool is_lost = f->result->gave_up || f->f->incomplete || (f->threads && f->threads->gave_up);
	if (is_lost && calls_model(t->program, f, is_handler)) VEC_PUSH(t->arena, &t->handlers, any);
	for (size_t i = 0; f->threads && i < f->threads->handlers.n; i++)
		VEC_PUSH(t->arena, &t->handlers, f->threads->handlers.items[i]);
}

bool threads_lead_back(const struct threads *t, const struct ir_field *link,
                       const struct ir_field *back) {
	for (size_t i = 0; i < t->ways_back.n; i++)
		if (t->ways_back.items[i].link == link && t->ways_back.items[i].back == back) return true;
	return false;
}

bool threads_handle(const struct threads *t, int64_t signal, bool despite_restart) {
	for (size_t i = 0; i < t->handlers.n; i++) {
		const struct signal_handler *h = &t->handlers.items[i];
		bool is_it = h->signal == signal || h->signal == ANY_SIGNAL || signal == ANY_SIGNAL;
		if (is_it && (despite_restart || !h->restarts)) return true;
	}
	return false;
}

/* Whether what the thread runs may hold the lock of a stream, or wakes those who wait for a condition. */
static bool may_hold_up(const struct threads *t, const char *entry) {
	const struct program_function *f = program_find(t->program, entry);
	return !f || f->result->gave_up || f->f->incomplete || flow_holds_up(f->result->summary);
}

bool threads_collect(struct threads *t) {
	bool blocking = false, holding = false;
	for (size_t i = 0; i < t->program->functions.n; i++) {
		const struct flow_result *r = t->program->functions.items[i].threads;
		collect_handlers(t, &t->program->functions.items[i]);
		blocking |= r && r->blocking.n;
		for (size_t k = 0; r && k < r->blocking.n; k++) {
			asked_add(t->asked, r->blocking.items[k]);
			holding |= may_hold_up(t, r->blocking.items[k]);
		}
		for (size_t k = 0; r && k < r->ways_back.n; k++)
			VEC_PUSH(t->arena, &t->ways_back, r->ways_back.items[k]);
		for (size_t k = 0; r && k < r->starts.n; k++) {
			const struct thread_start *start = r->starts.items[k];
			add_start(t, &t->handles, start->field ? MAP_KEY(start->field) : MAP_KEY(start->global),
			          start);
			add_locks(t, start);
		}
	}
	if (blocking) t->waiters = find_concern(t, holding ? is_join_or_lock : is_join, t->acts);
	return blocking;
}

bool threads_ask(const struct threads *t, const char *entry, const struct home *home) {
	return asked_by(t->asked, entry, home);
}

bool threads_may_wake(const struct threads *t, const char *entry, bool or_close) {
	const struct program_function *f = program_find(t->program, entry);
	return !f || t->wakers[f->id] || (or_close && t->closers[f->id]);
}

static const struct thread_start *const *find(const struct map *in, uint64_t key, size_t *n) {
	const struct start_list *l = map_get(in, key);
	*n = l ? l->list.n : 0;
	return l ? l->list.items : NULL;
}

const struct thread_start *const *threads_by_handle(const struct threads *t,
                                                    const struct ir_field *field,
                                                    const char *global, size_t *n) {
	return find(&t->handles, field ? MAP_KEY(field) : MAP_KEY(global), n);
}

const struct thread_start *const *threads_by_lock(const struct threads *t,
                                                  const struct ir_field *field, size_t *n) {
	return find(&t->locks, MAP_KEY(field), n);
}

/* --- whose code it is ------------------------------------------------------------------------- */

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
