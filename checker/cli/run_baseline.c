/* The command baseline, and what a check does with the file. */
#include "base/intern.h"
#include "base/map.h"
#include "base/path.h"
#include "base/trouble.h"
#include "cli/run.h"
#include "cli/tell.h"

/* --- where it is ------------------------------------------------------------------------------ */

/* As the options, the configuration file or the search say; NULL: there is none. */
static const char *existing(const struct run *run) {
	const struct options *o = run->options;
	if (o->no_baseline) return NULL;
	if (o->baseline) return path_absolute(run->arena, o->baseline);
	return o->isolated ? NULL : config_find(run->arena, run_start_directory(run), baseline_name);
}

/* A new one stands beside the configuration file; else in the current directory, unless that holds but a part of the
 * sources. */
static const char *new_path(const struct run *run) {
	struct arena *a = run->arena;
	const char *here = path_absolute(a, "."), *sources = run_sources_directory(run);
	const char *directory = run->config.directory;
	if (!directory) directory = path_relative(a, sources, here) == here ? here : sources;
	return path_join(a, directory, baseline_name);
}

static void set_path(struct run *run, const char *path) {
	const char *directory = path_directory(run->arena, path),
			   *real = path_real(run->arena, directory);
	run->baseline.path = path;
	run->baseline.directory = real ? real : directory;
}

const char *run_open_baseline(struct run *run) {
	const char *error, *path = existing(run);
	if (!path) return NULL;
	if (!path_is_file(path))
		return arena_printf(run->arena,
		                    "there is no baseline '%s'; `closewait baseline` writes one", path);
	set_path(run, path);
	return baseline_read(run->arena, path, &run->baseline, &error) ? NULL : error;
}

static const char *shown_path(const struct run *run) {
	return path_relative(run->arena, path_absolute(run->arena, "."), run->baseline.path);
}

/* --- stale entries ---------------------------------------------------------------------------- */

/* Whether there is no such finding any more. One of a rule that did not run may be there. */
static bool is_stale(const struct run *run, const struct baseline_entry *e) {
	return !e->is_used && options_select_rule(run->options, e->rule);
}

void run_tell_stale(const struct run *run) {
	const struct baseline *b = &run->baseline;
	if (!b->path || !run_is_full(run)) return;
	const char *shown = shown_path(run);
	size_t n = 0;
	for (size_t i = 0; i < b->entries.n; i++) {
		const struct baseline_entry *e = &b->entries.items[i];
		if (!is_stale(run, e)) continue;
		n++;
		if (run->options->verbose)
			tell("%s:%u: stale: %s in %s", shown, (unsigned)e->line, e->rule,
			     e->path ? e->path : "?");
	}
	if (n)
		tell_warning("%s: %zu finding%s in it %s there no more%s; `closewait baseline` drops %s",
		             shown, n, plural(n), n == 1 ? "is" : "are",
		             run->options->verbose ? "" : " (-v lists them)", n == 1 ? "it" : "them");
}

/* --- the command ------------------------------------------------------------------------------ */

/* Adds the entries of the second that the first has not. Returns how many. */
static size_t add_missing(struct arena *a, struct baseline *to, const struct baseline *from) {
	struct intern *names = intern_new(a);
	struct map keys = {0};
	size_t before = to->entries.n;
	for (size_t i = 0; i < before; i++) {
		const char *key = intern(names, to->entries.items[i].key);
		map_put(a, &keys, MAP_KEY(key), (void *)key);
	}
	for (size_t i = 0; i < from->entries.n; i++)
		if (!map_get(&keys, MAP_KEY(intern(names, from->entries.items[i].key))))
			VEC_PUSH(a, &to->entries, from->entries.items[i]);
	return to->entries.n - before;
}

static void write_baseline(struct run *run) {
	struct arena *a = run->arena;
	struct baseline now = {.path = run->baseline.path, .directory = run->baseline.directory};
	struct buf text = BUF_IN(a);
	const char *error;
	baseline_add(a, &now, &run->findings, run->sources, run_key_base(run));
	struct baseline both = run->baseline;
	size_t added = add_missing(a, &both, &now), dropped = both.entries.n - now.entries.n;
	/* What nobody could look for stays. */
	bool is_full = run_is_full(run);
	baseline_print(&text, is_full ? &now : &both);
	if (!file_write(a, now.path, text.s, text.n, &error)) tell_fatal("%s", error);
	if (!is_full)
		tell_warning("not everything could be checked: no finding of the baseline is dropped");
	if (run->options->quiet) return;
	size_t n = is_full ? now.entries.n : both.entries.n;
	tell("%s: %zu finding%s, %zu added, %zu dropped", shown_path(run), n, plural(n), added,
	     is_full ? dropped : 0);
}

int run_baseline(struct arena *a, const struct options *options) {
	struct run run = run_begin(a, options);
	(void)run_open(&run); /* there is no --hook */
	const char *named = run.options->baseline, *error = NULL;
	if (!named || path_is_file(named)) error = run_open_baseline(&run);
	if (error) tell_warning("%s", error);
	if (!run.baseline.path) set_path(&run, named ? path_absolute(a, named) : new_path(&run));
	run_prepare(&run, false);
	run_analyse(&run);
	run_choose(&run, false);
	run_tell_losses(&run);
	write_baseline(&run);
	int status = run.has_trouble || run.verdict.headers ? EXIT_TROUBLE : EXIT_CLEAN;
	run_end(&run);
	return status;
}
