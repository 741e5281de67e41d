/* --stats: counters, times, and what nobody knows. */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "cli/run.h"
#include "cli/tell.h"

enum { BLIND_SPOTS_SHOWN = 20 }; /* with -v all of them */

/* --- the flow engine's bounds ----------------------------------------------------------------------- */

struct totals {
	size_t states, merged_states, gave_up, cut;
};

static struct totals totals_of(const struct program *program) {
	struct totals t = {0};
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct flow_result *r = program->functions.items[i].result;
		if (!r) continue;
		t.states += r->states;
		t.merged_states += r->merged_states;
		t.gave_up += r->gave_up;
		t.cut += r->cut;
	}
	return t;
}

static void tell_functions(struct run *run, const char *what,
                           bool (*has)(const struct flow_result *)) {
	for (size_t i = 0; i < run->program->functions.n; i++) {
		const struct program_function *f = &run->program->functions.items[i];
		if (f->result && has(f->result))
			tell("  %s: %s", what, program_display_name(run->arena, f->f->name));
	}
}

static bool gave_up(const struct flow_result *result) {
	return result->gave_up;
}

static bool is_cut(const struct flow_result *result) {
	return result->cut;
}

/* --- blind spots ------------------------------------------------------------------------------------ */

struct blind_count {
	const char *callee;
	size_t n;
};

struct blind_counts {
	struct blind_count *items;
	size_t n, cap;
	struct map index; /* callee -> its place in items + 1 */
};

static void count_blind_spot(struct run *run, struct blind_counts *counts, const char *callee) {
	const char *key = intern(run->program->names, callee ? callee : "(a call through a pointer)");
	size_t at = (size_t)(uintptr_t)map_get(&counts->index, MAP_KEY(key));
	if (!at) {
		VEC_PUSH(run->arena, counts, (struct blind_count){.callee = key});
		at = counts->n;
		map_put(run->arena, &counts->index, MAP_KEY(key), (void *)(uintptr_t)at);
	}
	counts->items[at - 1].n++;
}

static int compare_blind_counts(const void *x, const void *y) {
	const struct blind_count *a = x, *b = y;
	if (a->n != b->n) return a->n < b->n ? 1 : -1;
	return strcmp(a->callee, b->callee);
}

static void tell_blind_spots(struct run *run) {
	struct blind_counts counts = {0};
	size_t all = 0;
	for (size_t i = 0; i < run->program->functions.n; i++) {
		const struct flow_result *r = run->program->functions.items[i].result;
		for (size_t k = 0; r && k < r->blind_spots.n; k++, all++)
			count_blind_spot(run, &counts, r->blind_spots.items[k].callee);
	}
	if (counts.n) qsort(counts.items, counts.n, sizeof *counts.items, compare_blind_counts);
	tell("blind spots: %zu (a descriptor went to a function that has neither body nor model)", all);
	size_t shown =
		run->options->verbose || counts.n < BLIND_SPOTS_SHOWN ? counts.n : BLIND_SPOTS_SHOWN;
	for (size_t i = 0; i < shown; i++) tell("  %6zu %s", counts.items[i].n, counts.items[i].callee);
	if (shown < counts.n) tell("  and %zu more functions (-v lists them)", counts.n - shown);
}

/* --- all -------------------------------------------------------------------------------------------- */

void run_tell_stats(struct run *run) {
	const struct program *p = run->program;
	struct totals t = totals_of(p);
	if (run->project)
		tell("units: %zu parsed, %zu from the cache", run->counts.parsed, run->counts.stored);
	tell("program: %zu units, %zu functions, %zu only in part", p->units.n, p->functions.n,
	     run->counts.incomplete);
	tell("flow: %zu walks, %zu states, %zu merged because of a bound", p->walks, t.states,
	     t.merged_states);
	tell("bounds: %zu functions given up, %zu summaries cut, %zu recursions unfinished, %zu calls with too many targets, "
	     "%zu places with too many facts", t.gave_up,
	     t.cut, p->unfinished_recursions,
	     p->cut_calls, p->full_facts);
	if (run->options->verbose) {
		tell_functions(run, "given up", gave_up);
		tell_functions(run, "cut", is_cut);
	}
	tell_blind_spots(run);
	tell("findings: %zu, %zu more below the level", run->findings.list.n, run->counts.hidden);
	for (size_t i = 0; i < run->stopwatch.n; i++) {
		const struct lap *lap = &run->stopwatch.laps[i];
		tell("time: %9.3f s %s", (double)(lap->end - lap->begin) / 1e9, lap->name);
	}
	tell("memory: %zu bytes for the program, %zu for the run", arena_used(run->program_arena),
	     arena_used(run->arena));
}
