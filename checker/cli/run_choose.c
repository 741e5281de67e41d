/* From what a verdict holds to what is reported. */
#include "base/path.h"
#include "cli/run.h"
#include "report/key.h"

static void choose_one(struct run *run, const struct finding *f) {
	struct run_counts *n = &run->counts;
	if (!run_concerns(run, f)) return;
	if (!run_shows(run, f)) {
		n->elsewhere++;
	} else if (f->level < options_level(run->options, f->rule)) {
		n->hidden++;
	} else {
		n->suppressed += f->suppressed == SUPPRESSED_IN_SOURCE;
		n->in_baseline += f->suppressed == SUPPRESSED_BY_BASELINE;
		if (!f->suppressed || run->options->show_suppressed)
			VEC_PUSH(run->arena, &run->findings.list, *f);
	}
}

static bool holds_sources(const struct run *run, const char *directory) {
	const char *sources = run_sources_directory(run);
	return directory && path_relative(run->arena, directory, sources) != sources;
}

const char *run_key_base(const struct run *run) {
	if (holds_sources(run, run->baseline.directory)) return run->baseline.directory;
	return holds_sources(run, run->config.directory) ? run->config.directory : NULL;
}

void run_choose(struct run *run, bool use_baseline) {
	struct findings *all = &run->verdict.findings;
	run_suppress(run);
	run->sources = sources_new(run->arena, run->root.path);
	findings_set_keys(all, run->sources, run_key_base(run));
	if (use_baseline) baseline_apply(run->arena, &run->baseline, all);
	for (size_t i = 0; i < all->list.n; i++) choose_one(run, &all->list.items[i]);
}
