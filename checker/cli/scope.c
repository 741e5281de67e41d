#include "cli/scope.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "cli/git.h"

/* --- making ----------------------------------------------------------------------------------- */

static struct scope *scope_new(struct arena *a, const struct git *git) {
	struct scope *scope = ARENA_NEW(a, struct scope);
	scope->top = git->top;
	scope->changes = changes_new(a);
	return scope;
}

static bool add_diff(struct git *git, enum git_diff kind, const char *commit,
                     struct changes *changes, const char **error) {
	struct buf diff = BUF_IN(git->arena);
	if (!git_diff(git, kind, commit, &diff, error)) return false;
	if (changes_read(changes, buf_text(&diff), diff.n)) return true;
	*error = "git's diff cannot be read; is this git another program?";
	return false;
}

static bool add_untracked(struct git *git, struct changes *changes, const char **error) {
	struct buf paths = BUF_IN(git->arena);
	if (!git_untracked(git, &paths, error)) return false;
	for (size_t at = 0; at < paths.n; at += strlen(paths.s + at) + 1)
		changes_add_new(changes, arena_strdup(git->arena, paths.s + at));
	return true;
}

static struct scope *since(struct git *git, const char *rev, const char *tip, const char **error) {
	struct scope *scope = scope_new(git->arena, git);
	const char *commit = git_common_ancestor(git, rev, tip, error);
	bool is_known = commit && add_diff(git, GIT_DIFF_COMMIT, commit, &scope->changes, error) &&
	                add_untracked(git, &scope->changes, error);
	return is_known ? scope : NULL;
}

struct scope *scope_of_diff(struct arena *a, const char *directory, const char *rev,
                            const char **error) {
	struct git *git = git_open(a, directory, error);
	return git ? since(git, rev, "HEAD", error) : NULL;
}

static struct scope *staged(struct git *git, const char **error) {
	struct scope *scope = scope_new(git->arena, git);
	struct changes later = changes_new(git->arena);
	if (!add_diff(git, GIT_DIFF_STAGED, NULL, &scope->changes, error) ||
	    !add_diff(git, GIT_DIFF_UNSTAGED, NULL, &later, error))
		return NULL;
	for (size_t i = 0; i < scope->changes.files.n; i++) {
		const struct changed_file *again = changes_find(&later, scope->changes.files.items[i].path);
		if (again && again->hunks.n) VEC_PUSH(git->arena, &scope->unstaged, again->path);
	}
	changes_move(&scope->changes, &later);
	return scope;
}

struct scope *scope_of_hook(struct arena *a, const char *directory, const char **error) {
	const char *from = getenv("PRE_COMMIT_FROM_REF"), *to = getenv("PRE_COMMIT_TO_REF");
	struct git *git = git_open(a, directory, error);
	if (!git) return NULL;
	struct scope *scope =
		from && *from && to && *to ? since(git, from, to, error) : staged(git, error);
	if (scope) scope->takes_unchanged = true;
	return scope;
}

/* --- asking ----------------------------------------------------------------------------------- */

static uint32_t last_line(const struct source_range *at) {
	return at->end_line > at->line ? at->end_line : at->line;
}

static bool is_within(const struct source_range *body, uint32_t first, uint32_t last) {
	return body->line <= first && last <= last_line(body);
}

static bool share_a_body(const struct source_range *at, const struct changed_span *gap,
                         const struct bodies *bodies) {
	for (size_t i = 0; i < bodies->n; i++) {
		const struct source_range *body = &bodies->items[i];
		if (is_within(body, at->line, at->line) && is_within(body, gap->first, gap->last) &&
		    strcmp(body->path, at->path) == 0)
			return true;
	}
	return false;
}

bool scope_touches(const struct scope *scope, const char *real, const struct source_range *at,
                   const struct bodies *bodies) {
	const struct changed_file *file =
		changes_find(&scope->changes, path_relative(scope->changes.arena, scope->top, real));
	if (!file) return scope->takes_unchanged;
	for (size_t i = 0; i < file->spans.n; i++) {
		const struct changed_span *span = &file->spans.items[i];
		if (at->line <= span->last && span->first <= last_line(at)) return true;
		if (span->is_gap && share_a_body(at, span, bodies)) return true;
	}
	return file->is_new;
}
