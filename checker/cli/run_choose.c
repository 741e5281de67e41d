/* From what a verdict holds to what is reported. */
#include "cli/run.h"
#include "report/key.h"

/* Whether the finding, or a step of the way to it, is in a file that was named. */
static bool concerns(const struct run *run, const struct finding *f) {
	if (!run->project || project_concerns(run->project, &run->root, f->at.path)) return true;
	for (size_t i = 0; i < f->steps.n; i++)
		if (project_concerns(run->project, &run->root, f->steps.items[i].at.path)) return true;
	return false;
}

static void choose_one(struct run *run, const struct finding *f) {
	struct run_counts *n = &run->counts;
	if (!concerns(run, f)) return;
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

/* Paths in keys begin where the baseline is, or the configuration: these do not change with the directory in which a
 * run is started. */
static const char *base_of_keys(const struct run *run) {
	if (run->baseline.path) return run->baseline.directory;
	return run->config.directory;
}

void run_choose(struct run *run, bool use_baseline) {
	struct findings *all = &run->verdict.findings;
	run_suppress(run);
	run->sources = sources_new(run->arena, run->root.path);
	findings_set_keys(all, run->sources, base_of_keys(run));
	if (use_baseline) baseline_apply(run->arena, &run->baseline, all);
	for (size_t i = 0; i < all->list.n; i++) choose_one(run, &all->list.items[i]);
}
