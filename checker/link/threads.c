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

/* Library functions, by what they do: some effect with one of the verbs, or a wait for that. */
struct sought {
	uint64_t verbs;   /* VERB() of each */
	const char *wait; /* the word of the wait, or NULL */
	bool is_all;      /* that wait is all that they do */
};

#define VERB(name) (UINT64_C(1) << VERB_##name)

static const struct sought ABOUT_THREADS = {.verbs = VERB(starts) | VERB(joins) | VERB(shuts) |
                                                     VERB(cancels) | VERB(interrupts) |
                                                     VERB(bounds)},
						   STARTS = {.verbs = VERB(starts)}, JOINS = {.verbs = VERB(joins)},
						   WAKES = {.verbs = VERB(shuts) | VERB(cancels) | VERB(interrupts),
                                    .wait = "connect"},
						   CLOSES = {.verbs = VERB(closes) | VERB(releases)},
						   HANDLES = {.verbs = VERB(handles)};
/* A wait for a lock is one for the thread that holds it; one for a condition, for the thread that signals it. */
static const struct sought LOCKS = {.wait = "lock"}, CONDITIONS = {.wait = "lock", .is_all = true};

static bool does(const struct summary_case *c, const struct sought *sought) {
	for (size_t i = 0; i < c->effects.n; i++) {
		const struct effect *e = &c->effects.items[i];
		bool waits = e->verb == VERB_waits && sought->wait && strcmp(e->word, sought->wait) == 0;
		if (sought->verbs >> e->verb & 1 || (waits && (!sought->is_all || c->effects.n == 1)))
			return true;
	}
	return false;
}

static bool has_case(const struct summary *model, const struct sought *sought) {
	for (size_t i = 0; i < model->cases.n; i++)
		if (does(&model->cases.items[i], sought)) return true;
	return false;
}

static bool calls_model(const struct program *p, const struct program_function *f,
                        const struct sought *sought) {
	for (size_t b = 0; b < f->f->blocks.n; b++)
		for (size_t i = 0; i < f->f->blocks.items[b].instrs.n; i++) {
			const struct ir_instr *call = &f->f->blocks.items[b].instrs.items[i];
			if (call->op != IR_OP_call || call->callee.kind != IR_SYMBOL ||
			    program_find(p, call->callee.text))
				continue;
			const struct summary *model = models_find(p->models, call->callee.text);
			if (model && has_case(model, sought)) return true;
		}
	return false;
}

bool threads_are_started(const struct program *p) {
	for (size_t i = 0; i < p->functions.n; i++)
		if (calls_model(p, &p->functions.items[i], &STARTS)) return true;
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

/* And those who call them, so many calls away at most; only_followed: and whose walks follow these calls. */
static void mark_callers(struct threads *t, bool *marked, uint32_t most, bool only_followed) {
	VEC(struct reached) queue = {0};
	for (uint32_t i = 0; i < t->program->functions.n; i++)
		if (marked[i]) VEC_PUSH(t->arena, &queue, (struct reached){i, 0});
	for (size_t at = 0; at < queue.n; at++) {
		struct reached r = queue.items[at];
		const struct program_function *f = &t->program->functions.items[r.function];
		size_t n = only_followed ? f->followers.n : f->callers.n;
		for (size_t i = 0; r.distance < most && i < n; i++) {
			uint32_t caller = (only_followed ? f->followers.items : f->callers.items)[i];
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
		for (size_t i = 0; i < f->followed.n; i++)
			if (acts[f->followed.items[i]]) VEC_PUSH(t->arena, &queue, f->followed.items[i]);
	}
}

/* The functions that call such library functions, and their callers. */
static bool *find_near(struct threads *t, const struct sought *const *sought, size_t count) {
	size_t n = t->program->functions.n;
	bool *near = ARENA_ARRAY(t->arena, bool, n + 1);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < count; k++)
			near[i] |= calls_model(t->program, &t->program->functions.items[i], sought[k]);
	mark_callers(t, near, BOUND_HOPS_TO_THREAD, true);
	return near;
}

/* These, and what they call that may wake somebody. */
static bool *find_concern(struct threads *t, const struct sought *const *sought, size_t count) {
	const bool *near = find_near(t, sought, count);
	bool *concern = ARENA_ARRAY(t->arena, bool, t->program->functions.n + 1);
	for (uint32_t i = 0; i < t->program->functions.n; i++)
		if (near[i]) mark_with_callees(t, concern, i, t->acts);
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
static bool *find_callers(struct threads *t, const struct sought *sought, bool only_followed) {
	bool *found = ARENA_ARRAY(t->arena, bool, t->program->functions.n + 1);
	for (size_t i = 0; i < t->program->functions.n; i++)
		found[i] = calls_model(t->program, &t->program->functions.items[i], sought);
	mark_callers(t, found, UINT32_MAX, only_followed);
	return found;
}

struct threads *threads_new(struct arena *a, struct program *p) {
	struct threads *t = ARENA_NEW(a, struct threads);
	size_t n = p->functions.n;
	*t = (struct threads){.arena = a, .program = p};
	t->acts = find_callers(t, &ABOUT_THREADS, true);
	collect_bounded(t);
	t->starters = find_near(t, (const struct sought *const[]){&STARTS}, 1);
	for (size_t i = 0; i < n; i++)
		t->starters[i] |= calls_model(p, &p->functions.items[i], &HANDLES);
	t->asked = asked_new(a, p);
	t->wakers = find_callers(t, &WAKES, false);
	t->closers = find_callers(t, &CLOSES, false);
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
		struct home home = {.field = place->step_count ? place->steps[place->step_count - 1].field
		                                               : NULL,
		                    .global = place->step_count ? NULL : place->global};
		bool lock = (home.field || home.global) && strcmp(start->waits.items[i].word, "lock") == 0;
		if (lock && facts_may_block(t->program->facts, &home))
			add_start(t, &t->locks, key_of(&home), start);
	}
}

/* A function that was not walked to its end may install any handler. */
static void collect_handlers(struct threads *t, const struct program_function *f) {
	static const struct signal_handler any = {.signal = ANY_SIGNAL};
	bool is_lost = f->result->gave_up || f->f->incomplete || (f->threads && f->threads->gave_up);
	if (is_lost && calls_model(t->program, f, &HANDLES)) VEC_PUSH(t->arena, &t->handlers, any);
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

/* Adds what threads may hold up others by that run entry. */
static void note_hold(const struct threads *t, const char *entry, struct flow_hold *hold) {
	const struct program_function *f = program_find(t->program, entry);
	bool is_lost = !f || f->result->gave_up || f->f->incomplete;
	if (is_lost) hold->locks = hold->signals = true;
	else flow_add_hold(hold, f->result->summary);
}

bool threads_collect(struct threads *t) {
	bool blocking = false;
	struct flow_hold hold = {false};
	for (size_t i = 0; i < t->program->functions.n; i++) {
		const struct flow_result *r = t->program->functions.items[i].threads;
		collect_handlers(t, &t->program->functions.items[i]);
		blocking |= r && r->blocking.n;
		for (size_t k = 0; r && k < r->blocking.n; k++) {
			asked_add(t->asked, r->blocking.items[k]);
			note_hold(t, r->blocking.items[k], &hold);
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
	const struct sought *waits[] = {&JOINS, hold.locks ? &LOCKS : &CONDITIONS};
	if (blocking) t->waiters = find_concern(t, waits, hold.locks || hold.signals ? 2 : 1);
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

const struct thread_start *const *threads_by_lock(const struct threads *t, const struct home *home,
                                                  size_t *n) {
	return find(&t->locks, key_of(home), n);
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
