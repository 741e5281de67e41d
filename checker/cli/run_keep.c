/* The verdict of a run in which nothing changed: out of the store. */
#include "base/path.h"
#include "cli/run.h"
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
	VEC_PUSH(a, &pieces, "models");
	for (size_t i = 0; i < run->options->models.n; i++) {
		const char *hash = models_hash(run, run->options->models.items[i]);
		if (!hash) return NULL;
		VEC_PUSH(a, &pieces, hash);
	}
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
