/* What a run worked out, for the next: the verdict, and the results of functions for when something changed. */
#include <string.h>

#include "base/path.h"
#include "cli/run.h"
#include "link/memo.h"
#include "rules/rule.h"
#include "sources_id.h"

/* The bytes of the models that the user gave, or NULL: what cannot be read is told where they are loaded. */
static const char *models_hash(struct run *run, const char *path) {
	const char *error;
	struct file_text text;
	return file_read(run->arena, path, &text, &error)
	           ? content_hash(run->arena, text.bytes, text.length)
	           : NULL;
}

/* Adds the models that decide what is found. False when that cannot be said. */
static bool add_models(struct run *run, struct words *pieces) {
	VEC_PUSH(run->arena, pieces, "models");
	for (size_t i = 0; i < run->options->models.n; i++) {
		const char *hash = models_hash(run, run->options->models.items[i]);
		if (!hash) return false;
		VEC_PUSH(run->arena, pieces, hash);
	}
	return true;
}

/* All that decides the verdict but the bytes of the sources; NULL when that cannot be said. What decides only which
 * findings are shown, and how, is no part of it. */
static const char *verdict_key(struct run *run) {
	struct arena *a = run->arena;
	struct words pieces = {0};
	VEC_PUSH(a, &pieces, "verdict");
	VEC_PUSH(a, &pieces, SOURCES_ID_ALL);
	VEC_PUSH(a, &pieces, run->root.path);
	for (size_t i = 0; i < rule_count; i++)
		if (options_select_rule(run->options, rules[i].name)) VEC_PUSH(a, &pieces, rules[i].name);
	if (!add_models(run, &pieces)) return NULL;
	VEC_PUSH(a, &pieces, "not listed");
	for (size_t i = 0; i < run->project->not_listed.n; i++)
		VEC_PUSH(a, &pieces, run->project->not_listed.items[i]);
	VEC_PUSH(a, &pieces, "units");
	for (size_t i = 0; i < run->lower.count; i++) VEC_PUSH(a, &pieces, run->lower.keys[i]);
	return store_key(a, pieces.items, pieces.n);
}

bool run_recall(struct run *run) {
	struct file_text text;
	run->verdict_key = run->has_trouble ? NULL : verdict_key(run);
	if (!run->verdict_key) return false;
	if (!store_lookup(run->store, run->arena, run->verdict_key, &text)) return false;
	struct verdict verdict;
	if (!verdict_read(run->arena, text.bytes, text.length, &verdict)) return false;
	run->verdict = verdict;
	run->counts.stored = run->lower.count;
	return true;
}

/* A run with trouble is none to be remembered: what went wrong (a limit of time, a header that is not there) may be
 * right in the next. */
void run_keep(struct run *run) {
	struct store_inputs inputs;
	if (!run->verdict_key || !run->may_keep || run->has_trouble) return;
	if (!store_all_inputs(run->store, &inputs)) return;
	struct buf text = BUF_IN(run->arena);
	verdict_print(&text, &run->verdict);
	store_save(run->store, run->verdict_key, &inputs, buf_text(&text), text.n);
}

/* --- results of functions --------------------------------------------------------------------- */

/* One entry for each project, and for each choice of its files: results say themselves what they rest on. */
static const char *results_key(struct run *run) {
	struct arena *a = run->arena;
	struct words pieces = {0};
	VEC_PUSH(a, &pieces, "results");
	VEC_PUSH(a, &pieces, run->root.path);
	if (run->project->db->path) VEC_PUSH(a, &pieces, run->project->db->path);
	VEC_PUSH(a, &pieces, "files");
	for (size_t i = 0; i < run->options->operands.n; i++)
		VEC_PUSH(a, &pieces, run->options->operands.items[i]);
	return store_key(a, pieces.items, pieces.n);
}

/* The analysis itself: results of another one are of no use, and take no room beside these. */
static const char *analysis_key(struct run *run) {
	struct words pieces = {0};
	VEC_PUSH(run->arena, &pieces, SOURCES_ID_ALL);
	if (!add_models(run, &pieces)) return NULL;
	return store_key(run->arena, pieces.items, pieces.n);
}

void run_recall_results(struct run *run) {
	const char *analysis = run->store ? analysis_key(run) : NULL;
	if (!analysis) return;
	size_t head = strlen(analysis);
	struct file_text kept = {0};
	run->results_key = results_key(run);
	store_lookup(run->store, run->program_arena, run->results_key, &kept);
	bool is_ours = kept.length > head && memcmp(kept.bytes, analysis, head) == 0;
	run->program->memo =
		memo_new(run->program_arena, run->program, is_ours ? kept.bytes + head : NULL,
	             is_ours ? kept.length - head : 0);
}

void run_keep_results(struct run *run) {
	struct store_inputs none = {.read_since = store_now()};
	if (!run->results_key) return;
	struct buf kept = BUF_IN(run->program_arena);
	buf_add(&kept, analysis_key(run));
	if (memo_write(run->program->memo, &kept))
		store_save(run->store, run->results_key, &none, kept.s, kept.n);
}
