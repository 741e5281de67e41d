#include "link/fixpoint.h"

#include <string.h>

#include "base/clock.h"
#include "flow/bounds.h"
#include "ir/fingerprint.h"
#include "link/callgraph.h"
#include "link/fate.h"
#include "link/flow_env.h"
#include "link/memo.h"
#include "link/outside.h"
#include "link/relevance.h"
#include "link/schedule.h"
#include "link/threads.h"

/* --- the fixpoint ----------------------------------------------------------------------------- */

struct fixpoint {
	struct program *program;
	const bool *matters; /* by function */
	const struct outside *outside;
	const struct components *components;
	bool *stale; /* by function: a callee's summary changed since its last walk */
	struct walker *walkers;
};

/* What one thread works with. */
struct walker {
	struct fixpoint *x;
	struct arena *out;  /* what is kept; becomes a part of the program */
	struct arena *walk; /* of one function's walk */
	struct asker asker;
	struct flow_env env;
	uint32_t round; /* in a circle of functions */
	size_t walks, recalled, unfinished, cut_calls;
};

static const char *text_of(struct arena *a, const struct flow_result *result) {
	struct buf b = BUF_IN(a);
	if (result) summary_print(&b, result->summary);
	return buf_text(&b);
}

static void set_result(struct walker *wr, struct program_function *f, struct flow_result *result) {
	struct memo *memo = wr->x->program->memo;
	struct arena_mark mark = arena_mark(wr->walk);
	f->result = result;
	f->outside = outside_view(wr->x->outside, wr->walk, wr->out, result->summary);
	arena_reset(wr->walk, mark);
	if (!memo) return;
	f->summary_print = memo_print(memo, result->summary);
	f->outside_print = memo_print(memo, f->outside);
}

/* Of all that decides what the walk comes to, but what the program says to its questions. */
static uint64_t key_of_walk(const struct walker *wr, const struct program_function *f,
                            enum flow_look look) {
	uint64_t key = ir_function_fingerprint(f->unit, f->f);
	key = hash_mix(key, outside_private_print(wr->x->outside, f->unit));
	key = hash_mix(key, (uint64_t)wr->env.threads << 1 | (look == FLOW_CLOSELY));
	return hash_mix(key, wr->round);
}

static struct flow_result *walk_anew(struct walker *wr, struct memo_walk *walk,
                                     enum flow_look look) {
	const struct program_function *f = walk->f;
	struct questions asked = {.arena = arena_new("questions")};
	wr->asker.asked = wr->x->program->memo ? &asked : NULL;
	wr->asker.walked = f;
	wr->asker.cut_calls = 0;
	struct flow_result *result = flow_function(wr->out, wr->walk, &wr->env, f->unit, f->f, look);
	walk->cut_calls = wr->asker.cut_calls;
	if (wr->asker.asked) memo_keep(wr->x->program->memo, walk, &asked, result);
	arena_free(asked.arena);
	return result;
}

static struct flow_result *walk(struct walker *wr, const struct program_function *f,
                                enum flow_look look) {
	struct memo *memo = wr->x->program->memo;
	struct memo_walk walk = {.f = f, .key = memo ? key_of_walk(wr, f, look) : 0};
	struct flow_result *result = memo ? memo_take(memo, &walk) : NULL;
	if (result) wr->recalled++;
	else result = walk_anew(wr, &walk, look);
	wr->walks++;
	wr->cut_calls += walk.cut_calls;
	return result;
}

static struct flow_result *trivial(struct walker *wr, const struct program_function *f) {
	wr->asker.asked = NULL;
	wr->asker.walked = f;
	return flow_trivial(wr->out, &wr->env, f->unit, f->f);
}

static void walk_member(struct walker *wr, struct program_function *f) {
	set_result(wr, f, wr->x->matters[f->id] ? walk(wr, f, FLOW_ROUGHLY) : trivial(wr, f));
}

static void look_closer(struct walker *wr, struct program_function *f) {
	struct flow_result *result = walk(wr, f, FLOW_CLOSELY);
	if (!result->gave_up) set_result(wr, f, result);
}

/* One that was given up is not tried again: nobody asks for its summary, and its callees only do more from round to
 * round. When the summary changes, those of the component who call it are walked again. */
static bool walk_again(struct walker *wr, struct program_function *f, uint32_t component) {
	if (f->result && f->result->gave_up) return false;
	struct arena *texts = arena_new("summaries");
	const char *before = text_of(texts, f->result);
	walk_member(wr, f);
	bool changed = strcmp(before, text_of(texts, f->result)) != 0;
	for (size_t i = 0; changed && i < f->followers.n; i++)
		if (wr->x->program->functions.items[f->followers.items[i]].component == component)
			wr->x->stale[f->followers.items[i]] = true;
	arena_free(texts);
	return changed;
}

/* Walks those whose callees changed, until none does. Returns whether it came to an end. */
static bool run_rounds(struct walker *wr, uint32_t i) {
	struct fixpoint *x = wr->x;
	const struct components *c = x->components;
	for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) x->stale[c->members[k]] = true;
	for (wr->round = 0; wr->round < BOUND_SCC_ROUNDS; wr->round++) {
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
	struct program_function *first = &p->functions.items[c->members[c->start[i]]];
	wr->round = 0;
	if (!first->is_recursive) walk_member(wr, first);
	else if (!run_rounds(wr, i)) wr->unfinished++;
	wr->round = 0;
	for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) {
		struct program_function *f = &p->functions.items[c->members[k]];
		if (f->result->is_rough) look_closer(wr, f);
	}
}

/* --- all components, on all processors -------------------------------------------------------- */

static struct walker walker_new(struct fixpoint *x) {
	struct walker wr = {.x = x, .out = arena_new("summaries"), .walk = arena_new("walk")};
	wr.asker = (struct asker){.program = x->program};
	return wr;
}

static void walker_end(struct walker *wr) {
	struct program *p = wr->x->program;
	p->walks += wr->walks;
	p->recalled += wr->recalled;
	p->unfinished_recursions += wr->unfinished;
	p->cut_calls += wr->cut_calls;
	arena_take(p->arena, wr->out);
	arena_free(wr->walk);
}

static void run_all(struct fixpoint *x, enum flow_threads look,
                    void (*task)(void *data, uint32_t worker, uint32_t component)) {
	struct program *p = x->program;
	struct arena *scratch = arena_new("walkers");
	uint32_t n = p->jobs ? p->jobs : 1;
	x->walkers = ARENA_ARRAY(scratch, struct walker, n);
	for (uint32_t i = 0; i < n; i++) {
		x->walkers[i] = walker_new(x);
		x->walkers[i].env = ask_env(&x->walkers[i].asker, look);
	}
	schedule_run(p, x->components, n, task, x);
	for (uint32_t i = 0; i < n; i++) walker_end(&x->walkers[i]);
	arena_free(scratch);
}

/* --- the second look: threads ----------------------------------------------------------------- */

static void look_at_threads(void *data, uint32_t number, uint32_t i) {
	struct fixpoint *x = data;
	struct walker *wr = &x->walkers[number];
	const struct components *c = x->components;
	struct program *p = x->program;
	for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) {
		struct program_function *f = &p->functions.items[c->members[k]];
		if (!threads_concern(p->threads, f->id, wr->env.threads) || f->result->gave_up) continue;
		f->threads = walk(wr, f, FLOW_ROUGHLY);
		if (p->memo) f->second_print = memo_print(p->memo, f->threads->summary);
	}
}

/* First who starts threads, then who waits for them. */
static void run_threads(struct fixpoint *x, struct arena *scratch) {
	struct program *p = x->program;
	int64_t begin = clock_now();
	struct threads *t = threads_new(scratch, p);
	p->threads = t;
	run_all(x, THREADS_START, look_at_threads);
	if (threads_collect(t)) run_all(x, THREADS_JOIN, look_at_threads);
	p->threads = NULL;
	p->thread_time = clock_now() - begin;
}

/* --- all of it -------------------------------------------------------------------------------- */

static bool calls_itself(const struct program_function *f) {
	for (size_t i = 0; i < f->followed.n; i++)
		if (f->followed.items[i] == f->id) return true;
	return false;
}

static void note_components(struct program *p, const struct components *c) {
	for (uint32_t i = 0; i < c->count; i++)
		for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) {
			struct program_function *f = &p->functions.items[c->members[k]];
			f->component = i;
			f->is_recursive = c->start[i + 1] - c->start[i] > 1 || calls_itself(f);
		}
}

void fixpoint_run(struct program *p) {
	struct arena *scratch = arena_new("components");
	struct components c = callgraph_components(scratch, p);
	struct fixpoint x = {.program = p, .components = &c};
	note_components(p, &c);
	x.matters = relevance_new(scratch, p);
	x.outside = outside_new(scratch, p);
	x.stale = ARENA_ARRAY(scratch, bool, p->functions.n + 1);
	bool has_threads = threads_are_started(p);
	run_all(&x, has_threads ? THREADS_WAIT : THREADS_NONE, run_component);
	fate_settle(p);
	if (has_threads) run_threads(&x, scratch);
	arena_free(scratch);
}
