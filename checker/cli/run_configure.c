/* The configuration file, and what it changes. */
#include <fnmatch.h>
#include <string.h>

#include "base/path.h"
#include "cli/run.h"

/* --- which one -------------------------------------------------------------------------------- */

/* The deepest directory that both are, or are below. */
static const char *common_directory(struct arena *a, const char *x, const char *y) {
	while (path_relative(a, x, y) == y && strcmp(x, y) != 0) x = path_directory(a, x);
	return x;
}

static const char *current_directory(struct arena *a) {
	const char *here = path_real(a, ".");
	return here ? here : path_absolute(a, ".");
}

const char *run_sources_directory(const struct run *run) {
	struct arena *a = run->arena;
	const char *all = NULL;
	for (size_t i = 0; run->project && i < run->project->units.n; i++) {
		const char *directory = path_directory(a, run->project->units.items[i]->real);
		all = all ? common_directory(a, all, directory) : directory;
	}
	return all ? all : current_directory(a);
}

const char *run_start_directory(const struct run *run) {
	const char *all = run_sources_directory(run), *here = current_directory(run->arena);
	return path_relative(run->arena, all, here) == here ? all : here;
}

/* --- what it changes -------------------------------------------------------------------------- */

/* What the command line says stands. */
static struct options settled_options(const struct run *run) {
	const struct config *c = &run->config;
	struct options o = *run->options;
	if (c->level.from && !o.has_level) o.level = (enum level)c->level.value;
	if (c->fail_on.from && !o.has_fail_on) o.fail_on = (enum fail_on)c->fail_on.value;
	if (c->baseline.n && !o.baseline)
		o.baseline =
			path_join(run->arena, c->baseline.items[0].directory, c->baseline.items[0].text);
	o.models = (struct words){0};
	for (size_t i = 0; i < c->models.n; i++)
		VEC_PUSH(run->arena, &o.models,
		         path_join(run->arena, c->models.items[i].directory, c->models.items[i].text));
	for (size_t i = 0; i < run->options->models.n; i++)
		VEC_PUSH(run->arena, &o.models, run->options->models.items[i]);
	for (size_t i = 0; i < c->rules.n; i++)
		VEC_PUSH(run->arena, &o.rule_settings, c->rules.items[i]);
	return o;
}

static bool is_removed(const struct config *c, const char *arg) {
	for (size_t i = 0; i < c->removed_args.n; i++)
		if (fnmatch(c->removed_args.items[i].text, arg, 0) == 0) return true;
	return false;
}

/* A word that is no option is the value of the one before it. */
static void keep_args(struct arena *a, const struct config *c, const struct front_command *command,
                      struct words *kept) {
	bool is_kept = true;
	for (size_t i = 0; i < command->arg_count; i++) {
		const char *arg = command->args[i];
		if (arg[0] == '-') is_kept = !is_removed(c, arg);
		if (is_kept) VEC_PUSH(a, kept, arg);
	}
}

/* What is there below the file's directory is meant by its name; else the word is as in the compile command. */
static const char *resolved(struct arena *a, const char *directory, const char *word) {
	size_t n = strncmp(word, "-I", 2) == 0 ? 2 : 0;
	if (word[n] == '-' || !word[n]) return word;
	const char *there = path_real(a, path_join(a, directory, word + n));
	return there ? arena_printf(a, "%.*s%s", (int)n, word, there) : word;
}

/* The extra arguments, as the front end has them. */
static struct words extra_args(struct run *run) {
	struct arena *a = run->arena;
	struct words raw = {0}, args = {0}, problems = {0};
	const struct config_items *extra = &run->config.extra_args;
	const char *directory = ".";
	for (size_t i = 0; i < extra->n; i++) {
		const struct config_item *item = &extra->items[i];
		VEC_PUSH(a, &raw, resolved(a, item->directory, item->text));
	}
	command_flags(a, &directory, raw.items, raw.n, &args, &problems);
	for (size_t i = 0; i < problems.n; i++) VEC_PUSH(a, &run->config_problems, problems.items[i]);
	return args;
}

static void change_args(struct run *run) {
	struct arena *a = run->arena;
	struct words extra = extra_args(run);
	for (size_t i = 0; i < run->project->units.n; i++) {
		struct compdb_entry *unit = ARENA_NEW(a, struct compdb_entry);
		struct words args = {0};
		*unit = *run->project->units.items[i];
		keep_args(a, &run->config, &unit->command, &args);
		for (size_t k = 0; k < extra.n; k++) VEC_PUSH(a, &args, extra.items[k]);
		unit->command.args = args.items;
		unit->command.arg_count = args.n;
		run->project->units.items[i] = unit;
	}
}

const char *run_configure(struct run *run) {
	const struct options *o = run->options;
	struct arena *a = run->arena;
	const char *path = o->config, *error;
	if (o->isolated) return NULL;
	if (!path) {
		run->config.start = run_start_directory(run);
		path = config_find(a, run->config.start, config_name);
	}
	if (!path) return NULL;
	if (!config_load(a, path, &run->config, &error)) return error;
	struct options *settled = ARENA_NEW(a, struct options);
	*settled = settled_options(run);
	run->options = settled;
	if (run->project && (run->config.extra_args.n || run->config.removed_args.n)) change_args(run);
	return NULL;
}

bool run_shows(const struct run *run, const struct finding *finding) {
	if (!finding->at.path || (!run->config.include.n && !run->config.exclude.n)) return true;
	return config_shows(run->arena, &run->config, root_real(&run->root, finding->at.path));
}
