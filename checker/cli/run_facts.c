/* The command facts: one source file to a unit file, or to text for people. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "base/trouble.h"
#include "cli/run.h"
#include "cli/tell.h"

static void open_project(struct run *run) {
	const char *error, *output = run->options->output;
	run->project = project_of_facts(run->arena, run->options, &error);
	if (!run->project) tell_fatal("%s", error);
	struct project *p = run->project;
	run->root = root_new(run->arena, p->root);
	if (run->options->verbose) run_tell_problems(run);
	const char *real = output ? path_real(run->arena, output) : NULL;
	if (real && strcmp(real, p->units.items[0]->real) == 0)
		tell_fatal("%s is the source file: name another file with -o", output);
	if (p->units.n == 1) return;
	tell_warning("%s is compiled in %zu ways; this is the first of them", p->units.items[0]->path,
	             p->units.n);
	p->units.n = 1;
}

/* The summaries of the unit's functions, in their order. */
static const char *summaries(struct run *run) {
	struct buf b = BUF_IN(run->arena);
	program_link(run->program);
	for (size_t i = 0; i < run->program->functions.n; i++) {
		const struct flow_result *r = run->program->functions.items[i].result;
		if (r && b.n) buf_add_char(&b, '\n');
		if (r) summary_print(&b, r->summary);
	}
	return buf_text(&b);
}

static const char *text_of(struct run *run) {
	switch (run->options->dump) {
	case DUMP_NONE:
	case DUMP_IR: return run->units.items[0].text;
	case DUMP_SUMMARY: return summaries(run);
	}
	bug("no such dump: %d", (int)run->options->dump);
}

/* An old unit file would pass for the result, so it goes when there is none. */
static void write_text(struct run *run, const char *text) {
	const char *error, *path = run->options->output;
	if (!text) {
		if (path && path_is_file(path)) unlink(path);
		return;
	}
	if (!path) fputs(text, stdout);
	else if (!file_write(run->arena, path, text, strlen(text), &error)) tell_fatal("%s", error);
}

int run_facts(struct arena *a, const struct options *options) {
	struct run run = run_begin(a, options);
	open_project(&run);
	const char *error = run_configure(&run);
	if (error) tell_fatal("%s", error);
	if (options->dump == DUMP_SUMMARY) run_load_models(&run);
	run_prepare(&run, options->dump == DUMP_IR);
	run_lower(&run);
	run_read(&run);
	write_text(&run, run.program->units.n ? text_of(&run) : NULL);
	run_tell_losses(&run);
	int status = run.has_trouble ? EXIT_TROUBLE : EXIT_CLEAN;
	run_end(&run);
	return status;
}
