/* Findings to reports. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "cli/catalogue.h"
#include "cli/run.h"
#include "cli/tell.h"
#include "report/findings_json.h"
#include "report/github.h"
#include "report/gitlab.h"
#include "report/sarif.h"
#include "report/text.h"

struct rule_infos {
	struct rule_info *items;
	size_t n, cap;
};

static struct rule_infos rules_that_ran(const struct run *run) {
	struct rule_infos infos = {0};
	for (size_t i = 0; i < catalogue_count(); i++) {
		struct rule_info rule = catalogue_rule(i);
		if (options_select_rule(run->options, rule.name)) VEC_PUSH(run->arena, &infos, rule);
	}
	return infos;
}

static void write_format(FILE *out, enum format format, const struct report *report) {
	switch (format) {
	case FORMAT_TEXT: text_write(out, report); break;
	case FORMAT_JSON: findings_json_write(out, report); break;
	case FORMAT_SARIF: sarif_write(out, report); break;
	case FORMAT_GITLAB: gitlab_write(out, report); break;
	case FORMAT_GITHUB: github_write(out, report); break;
	}
}

/* What there is of a report would pass for the whole: it goes. */
_Noreturn static void fail_to_write(const char *path) {
	int why = errno;
	if (path && path_is_file(path)) unlink(path);
	tell_fatal("cannot write to %s: %s", path ? path : "stdout",
	           why ? strerror(why) : "writing failed");
}

/* Both services say where the checkout is that the paths of a report are to be relative to. */
static const char *checkout_of(struct arena *a, enum format format) {
	const char *directory = NULL;
	switch (format) {
	case FORMAT_GITLAB: directory = getenv("CI_PROJECT_DIR"); break;
	case FORMAT_GITHUB: directory = getenv("GITHUB_WORKSPACE"); break;
	case FORMAT_TEXT:
	case FORMAT_JSON:
	case FORMAT_SARIF: break;
	}
	return directory && directory[0] ? path_real(a, directory) : NULL;
}

static void write_output(const struct output *output, const struct report *report) {
	FILE *out = output->path ? fopen(output->path, "w") : stdout;
	if (!out) tell_fatal("cannot write to %s: %s", output->path, strerror(errno));
	write_format(out, output->format, report);
	/* A full disk shows only here. */
	errno = 0;
	if (fflush(out) != 0 || ferror(out)) fail_to_write(output->path);
	if (output->path && fclose(out) != 0) fail_to_write(output->path);
}

void run_write_reports(struct run *run) {
	struct rule_infos infos = rules_that_ran(run);
	struct report report = {
		.arena = run->arena,
		.findings = &run->findings,
		.rules = infos.items,
		.rule_count = infos.n,
		.losses = run->verdict.losses.items,
		.loss_count = run->verdict.losses.n,
		.files = run->verdict.files,
		.sources = run->sources,
		.options = {.excerpts = true, .root = run->root.path, .version = CLOSEWAIT_VERSION},
	};
	for (size_t i = 0; i < run->options->outputs.n; i++) {
		const struct output *output = &run->options->outputs.items[i];
		report.options.colour =
			options_color(run->options->color, !output->path && isatty(STDOUT_FILENO));
		report.options.checkout = checkout_of(run->arena, output->format);
		write_output(output, &report);
	}
}
