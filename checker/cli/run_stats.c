/* --stats: counters, times, and what nobody knows. */
#include <stdlib.h>
#include <string.h>

#include "cli/blind.h"
#include "cli/run.h"
#include "cli/tell.h"

enum { BLIND_SPOTS_SHOWN = 20 }; /* with -v all of them */

/* --- counting --------------------------------------------------------------------------------- */

static void count_result(struct run *run, const struct program_function *f) {
	struct verdict_stats *s = &run->verdict.stats;
	const struct flow_result *r = f->result;
	s->states += r->states;
	s->merged_states += r->merged_states;
	s->blurred_states += r->blurred_states;
	if (r->gave_up)
		VEC_PUSH(run->arena, &s->given_up, program_display_name(run->arena, f->f->name));
	if (r->cut) VEC_PUSH(run->arena, &s->cut, program_display_name(run->arena, f->f->name));
}

void run_count(struct run *run) {
	const struct program *p = run->program;
	struct verdict_stats *s = &run->verdict.stats;
	s->units = p->units.n;
	s->functions = p->functions.n;
	s->walks = p->walks;
	s->unfinished_recursions = p->unfinished_recursions;
	s->cut_calls = p->cut_calls;
	s->full_facts = p->full_facts;
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct flow_result *r = p->functions.items[i].result;
		if (r) count_result(run, &p->functions.items[i]);
	}
	blind_spots_count(run->arena, p, s);
}

/* --- telling ---------------------------------------------------------------------------------- */

static void tell_blind_spots(const struct run *run) {
	const struct verdict_stats *s = &run->verdict.stats;
	size_t all = 0;
	for (size_t i = 0; i < s->blind.n; i++) all += s->blind.items[i].n;
	tell("blind spots: %zu (a descriptor went to a function that has neither body nor model)", all);
	size_t shown =
		run->options->verbose || s->blind.n < BLIND_SPOTS_SHOWN ? s->blind.n : BLIND_SPOTS_SHOWN;
	for (size_t i = 0; i < shown; i++) {
		tell("  %6zu %s", s->blind.items[i].n, s->blind.items[i].callee);
		if (s->blind.items[i].model) tell("         %s", s->blind.items[i].model);
	}
	if (shown < s->blind.n) tell("  and %zu more functions (-v lists them)", s->blind.n - shown);
}

static void tell_bounds(const struct run *run) {
	const struct verdict_stats *s = &run->verdict.stats;
	tell(
		"bounds: %zu functions given up, %zu summaries cut, %zu recursions unfinished, %zu calls with too many targets, "
		"%zu places with too many facts",
		s->given_up.n, s->cut.n, s->unfinished_recursions, s->cut_calls, s->full_facts);
	if (!run->options->verbose) return;
	for (size_t i = 0; i < s->given_up.n; i++) tell("  given up: %s", s->given_up.items[i]);
	for (size_t i = 0; i < s->cut.n; i++) tell("  cut: %s", s->cut.items[i]);
}

void run_tell_stats(struct run *run) {
	const struct verdict_stats *s = &run->verdict.stats;
	if (run->project)
		tell("units: %zu parsed, %zu from the cache", run->counts.parsed, run->counts.stored);
	if (run->program->walks)
		tell("walks: %zu, and %zu from the cache", run->program->walks - run->program->recalled,
		     run->program->recalled);
	tell("program: %zu units, %zu functions, %zu only in part", s->units, s->functions,
	     run->verdict.incomplete.n);
	tell(
		"flow: %zu walks, %zu states, %zu merged because of a bound, %zu that knew different things of their callers",
		s->walks, s->states, s->merged_states, s->blurred_states);
	tell_bounds(run);
	tell_blind_spots(run);
	tell(
		"findings: %zu, %zu more below the level, %zu in paths left out, %zu suppressed, %zu in the baseline",
		run->findings.list.n, run->counts.hidden, run->counts.elsewhere, run->counts.suppressed,
		run->counts.in_baseline);
	for (size_t i = 0; i < run->stopwatch.n; i++) {
		const struct lap *lap = &run->stopwatch.laps[i];
		tell("time: %9.3f s %s", (double)(lap->end - lap->begin) / 1e9, lap->name);
	}
	tell("time: %9.3f s of linking, about threads", (double)run->program->thread_time / 1e9);
	tell("memory: %zu bytes for the program, %zu for the run", arena_used(run->program_arena),
	     arena_used(run->arena));
}
