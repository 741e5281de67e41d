#include "cli/run.h"

#include "base/path.h"
#include "base/trouble.h"
#include "cli/progress.h"
#include "cli/store.h"
#include "cli/tell.h"
#include "cli/workers.h"
#include "embedded.h"
#include "front/resource.h"
#include "rules/rule.h"

struct run run_begin(struct arena *a, const struct options *options) {
	struct run run = {
		.options = options,
		.arena = a,
		.program_arena = arena_new("the program"),
		.unit_arena = arena_new("the unit files"),
		.root = root_new(a, "."),
		.verdict = {.findings = {.arena = a}},
		.findings = {.arena = a},
	};
	run.models = models_new(run.program_arena, intern_new(run.program_arena));
	run.program = program_new(run.program_arena, run.models);
	return run;
}

void run_drop_texts(struct run *run) {
	arena_free(run->unit_arena);
	run->unit_arena = NULL;
}

void run_end(struct run *run) {
	if (run->store) store_close(run->store);
	run_drop_texts(run);
	arena_free(run->program_arena);
}

/* --- the steps -------------------------------------------------------------------------------- */

const char *run_open_project(struct run *run) {
	const char *error;
	run->project = project_of_check(run->arena, run->options, &error);
	if (!run->project) return error;
	const struct project *p = run->project;
	run->root = root_new(run->arena, p->root);
	for (size_t i = 0; i < p->losses.n; i++)
		run_lose(run, p->losses.items[i].path, p->losses.items[i].reason);
	if (p->db->problems.n) run->has_trouble = true;
	return p->no_units;
}

static void configure(struct run *run) {
	const char *error = run_configure(run);
	if (error) tell_fatal("%s", error);
	for (size_t i = 0; i < run->config_problems.n; i++)
		tell_warning("extra-args: %s", run->config_problems.items[i]);
}

/* Only the whole of it being of no use ends the run. */
bool run_open(struct run *run) {
	const char *error = run_open_project(run);
	if (run->project) run_tell_problems(run);
	if (error && !run_is_forgiving(run)) tell_fatal("%s", error);
	if (error) tell("skipped: %s", error);
	if (error || !run_find_scope(run)) return false;
	configure(run);
	return true;
}

static void open_baseline(struct run *run) {
	const char *error = run_open_baseline(run);
	if (error) tell_fatal("%s", error);
}

const char *run_cache_directory(struct arena *a, const struct options *o) {
	if (o->no_cache) return NULL;
	return o->cache_dir ? path_absolute(a, o->cache_dir) : store_default_directory(a);
}

void run_prepare(struct run *run, bool shown) {
	const char *error;
	run->store = store_open(run->arena, run_cache_directory(run->arena, run->options));
	run->parser = parser_find(run->arena, run->store);
	const char *resource_dir =
		resource_find(run->arena, &run->parser.libclang, run->options->resource_dir, &error);
	if (!resource_dir) tell_fatal("%s", error);
	run->lower = (struct lower_job){
		.units = run->project->units.items,
		.count = run->project->units.n,
		.parser = &run->parser,
		.resource_dir = resource_dir,
		.store = run->store,
		.jobs = run->options->jobs ? run->options->jobs : workers_cpu_count(),
		.timeout = run->options->timeout ? run->options->timeout : LOWER_CPU_SECONDS,
		.shown = shown ? &run->root : NULL,
		.quiet = run->options->quiet,
	};
	run->lower.keys = lower_keys(run->arena, &run->lower);
}

void run_lower(struct run *run) {
	const struct lowered *lowered = lower_units(run->unit_arena, &run->lower);
	run->may_keep = true;
	for (size_t i = 0; i < run->lower.count; i++) {
		const struct lowered *l = &lowered[i];
		run->counts.stored += l->is_stored;
		run->counts.parsed += !l->is_stored;
		run->may_keep &= l->is_kept;
		VEC_PUSH(run->arena, &run->units,
		         (struct run_unit){run->lower.units[i]->path, l->text, l->n, l->lost});
	}
}

/* Unit files → units. */
static void open_unit_files(struct run *run) {
	const struct words *paths = &run->options->operands;
	for (size_t i = 0; i < paths->n; i++) {
		struct run_unit unit = {.path = paths->items[i]};
		struct file_text file;
		if (file_read(run->unit_arena, unit.path, &file, &unit.lost))
			unit.text = file.bytes, unit.n = file.length;
		VEC_PUSH(run->arena, &run->units, unit);
	}
}

void run_load_models(struct run *run) {
	struct arena *a = run->program_arena;
	const char *error;
	for (size_t i = 0; i < embedded_model_count; i++) {
		const struct embedded_file *file = &embedded_models[i];
		error = models_read(run->models, arena_printf(a, "%s.model", file->name), file->text,
		                    file->length);
		if (error) tell_error("%s (a model that comes with closewait)", error);
		run->has_trouble |= error != NULL;
	}
	for (size_t i = 0; i < run->options->models.n; i++) {
		const char *path = run->options->models.items[i];
		struct file_text file;
		bool there = file_read(a, path, &file, &error);
		if (there) error = models_read(run->models, path, file.bytes, file.length);
		if (error)
			tell_error("%s%s", error, there ? "; the models behind this line are not used" : "");
		run->has_bad_model |= error != NULL;
		run->has_trouble |= error != NULL;
	}
}

/* Program → findings. */
static void judge(struct run *run) {
	struct findings *all = &run->verdict.findings;
	struct teardowns teardowns = teardowns_find(all->arena, run->program);
	for (size_t i = 0; i < rule_count; i++)
		if (options_select_rule(run->options, rules[i].name))
			rules[i].check(run->program, &teardowns, all);
	findings_sort(all);
	run_list_bodies(run);
}

/* A header that is missing is a matter of configuration: nobody knows what would be found with it. An error in
 * the source leaves the functions that it does not touch. */
static int exit_status(const struct run *run) {
	bool has_trouble = run->has_trouble || run->verdict.headers;
	if (run_is_forgiving(run) ? run->has_bad_model : has_trouble) return EXIT_TROUBLE;
	for (size_t i = 0; i < run->findings.list.n; i++) {
		const struct finding *f = &run->findings.list.items[i];
		if (!f->suppressed && (int)f->level >= (int)run->options->fail_on) return EXIT_FINDINGS;
	}
	return EXIT_CLEAN;
}

/* --- the pipelines ---------------------------------------------------------------------------- */

/* Each step under its name for --stats. */
#define STEP(run, name, step) (stopwatch_lap(&(run)->stopwatch, (name)), (step))

/* Units to verdict. */
static void check_units(struct run *run) {
	struct progress progress = progress_begin(run->options->quiet, 0);
	STEP(run, "reading units", (run_read(run), run_drop_texts(run)));
	progress_say(&progress, "following descriptors");
	run->program->jobs = run->options->jobs ? run->options->jobs : workers_cpu_count();
	STEP(run, "earlier results", run_recall_results(run));
	STEP(run, "linking", program_link(run->program));
	STEP(run, "cache", run_keep_results(run));
	STEP(run, "rules", judge(run));
	progress_end(&progress);
	STEP(run, "suppressions", run_read_suppressions(run));
	run_count(run);
}

void run_analyse(struct run *run) {
	if (run_recall(run)) return;
	STEP(run, "models", run_load_models(run));
	STEP(run, "lowering", run_lower(run));
	check_units(run);
	STEP(run, "cache", run_keep(run));
}

/* Verdict to reports; returns the exit status. */
static int conclude(struct run *run) {
	STEP(run, "reports", (run_choose(run, true), run_write_reports(run)));
	stopwatch_lap(&run->stopwatch, NULL);
	run_tell_losses(run);
	if (!run->options->quiet) run_tell_stale(run);
	if (run->options->stats) run_tell_stats(run);
	if (!run->options->quiet) run_tell_result(run);
	int status = exit_status(run);
	run_end(run);
	return status;
}

int run_check(struct arena *a, const struct options *options) {
	struct run run = run_begin(a, options);
	if (!STEP(&run, "compile database", run_open(&run))) {
		run_end(&run);
		return EXIT_CLEAN;
	}
	STEP(&run, "baseline", open_baseline(&run));
	STEP(&run, "cache", run_prepare(&run, false));
	run_analyse(&run);
	return conclude(&run);
}

int run_link(struct arena *a, const struct options *options) {
	struct run run = run_begin(a, options);
	STEP(&run, "configuration", (configure(&run), open_baseline(&run)));
	STEP(&run, "unit files", open_unit_files(&run));
	STEP(&run, "models", run_load_models(&run));
	check_units(&run);
	return conclude(&run);
}
