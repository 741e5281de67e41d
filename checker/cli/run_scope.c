/* --diff and --hook: a run of which only what touches changed lines is of interest. */
#include "base/path.h"
#include "cli/run.h"
#include "cli/tell.h"

bool run_is_forgiving(const struct run *run) {
	return run->options->hook && !is_under_ci();
}

/* --- what is of interest ---------------------------------------------------------------------- */

/* All that was named is gone: git says so too, of a file that a commit takes away. */
static bool is_nothing_left(const struct run *run) {
	const struct project *p = run->project;
	return run->options->operands.n && !p->named.n && (p->db->is_fixed ? !p->units.n : true);
}

static void tell_unstaged(const struct scope *scope) {
	size_t n = scope->unstaged.n;
	if (n == 1)
		tell(
			"%s has changes that are not staged: it is checked as it lies there, and what touches staged lines is "
			"reported",
			scope->unstaged.items[0]);
	else if (n)
		tell(
			"%zu files have changes that are not staged: they are checked as they lie there, and what touches staged "
			"lines is reported",
			n);
}

/* Where git is asked about the sources: the root, unless all of them are elsewhere. */
static const char *sources_directory(const struct run *run) {
	const struct project *p = run->project;
	for (size_t i = 0; i < p->units.n; i++)
		if (path_relative(run->arena, run->root.path, p->units.items[i]->real) !=
		    p->units.items[i]->real)
			return run->root.path;
	return p->units.n ? path_directory(run->arena, p->units.items[0]->real) : run->root.path;
}

bool run_find_scope(struct run *run) {
	const struct options *o = run->options;
	const char *error = NULL;
	if (o->diff) {
		run->scope = scope_of_diff(run->arena, sources_directory(run), o->diff, &error);
	} else if (o->hook && o->operands.n) {
		if (is_nothing_left(run)) return false;
		/* Where git runs hooks: GIT_DIR and the like hold there. */
		run->scope = scope_of_hook(run->arena, ".", &error);
	}
	if (error) tell_fatal("%s", error);
	if (run->scope && !o->quiet) tell_unstaged(run->scope);
	return true;
}

static bool is_of_interest(const struct run *run, const struct source_range *at) {
	if (!run->project) return true;
	if (!project_concerns(run->project, &run->root, at->path)) return false;
	if (!run->scope) return true;
	return scope_touches(run->scope, root_real(&run->root, at->path), at, &run->verdict.bodies);
}

bool run_concerns(const struct run *run, const struct finding *f) {
	if (is_of_interest(run, &f->at)) return true;
	for (size_t i = 0; i < f->steps.n; i++)
		if (is_of_interest(run, &f->steps.items[i].at)) return true;
	return false;
}

/* --- bodies ----------------------------------------------------------------------------------- */

/* Lines at which findings have something to say, of one file. */
struct lines {
	VEC(uint32_t) list;
};

static void note_line(struct run *run, struct map *by_path, const struct source_range *at) {
	uint64_t key = MAP_KEY(intern(run->program->names, at->path));
	struct lines *lines = map_get(by_path, key);
	if (!lines) map_put(run->arena, by_path, key, lines = ARENA_NEW(run->arena, struct lines));
	VEC_PUSH(run->arena, &lines->list, at->line);
}

static bool holds_a_line(const struct map *by_path, const struct source_range *body,
                         const char *path) {
	const struct lines *lines = map_get(by_path, MAP_KEY(path));
	for (size_t i = 0; lines && i < lines->list.n; i++)
		if (body->line <= lines->list.items[i] && lines->list.items[i] <= body->end_line)
			return true;
	return false;
}

void run_list_bodies(struct run *run) {
	struct map by_path = {0};
	for (size_t i = 0; i < run->verdict.findings.list.n; i++) {
		const struct finding *f = &run->verdict.findings.list.items[i];
		note_line(run, &by_path, &f->at);
		for (size_t k = 0; k < f->steps.n; k++) note_line(run, &by_path, &f->steps.items[k].at);
	}
	for (size_t i = 0; i < run->program->functions.n; i++) {
		const struct program_function *f = &run->program->functions.items[i];
		const struct ir_loc *loc = &f->f->loc;
		if (loc->file >= f->unit->files.n) continue;
		const char *path = intern(run->program->names, f->unit->files.items[loc->file]);
		struct source_range body = {path, loc->line, loc->column, loc->end_line, loc->end_column};
		if (holds_a_line(&by_path, &body, path)) VEC_PUSH(run->arena, &run->verdict.bodies, body);
	}
}
