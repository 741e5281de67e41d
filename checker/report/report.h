/* What every reporter gets. Floor 1: base.
 *
 * A reporter is a function that writes the whole report in one format to a FILE. It sets no error:
 * the caller looks at ferror() when it closes the file. The same report gives the same bytes.
 */
#ifndef CLOSEWAIT_REPORT_REPORT_H
#define CLOSEWAIT_REPORT_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "report/finding.h"
#include "report/sources.h"

struct report_options {
	bool colour;         /* escape sequences, as clang uses them */
	bool excerpts;       /* source lines with carets below the locations */
	const char *root;    /* absolute: where relative paths start; NULL: not to be named */
	const char *version; /* of closewait: "0.1.0" */
	/* The top of the checkout, absolute: GitHub's and GitLab's paths start here; NULL: at root. */
	const char *checkout;
};

/* What could not be analysed. */
struct report_loss {
	struct source_range at; /* line 0: the file as a whole */
	const char *reason;
	bool whole_unit; /* false: only a part of the unit, or a part with doubt */
};

struct report {
	struct arena *arena;             /* for what the reporter needs while it writes */
	const struct findings *findings; /* sorted by findings_sort() */
	const struct rule_info *rules;   /* those that were run, by name */
	size_t rule_count;
	const struct report_loss *losses; /* in the order in which they are to be shown */
	size_t loss_count;
	size_t files; /* that were analysed */
	struct sources *sources;
	struct report_options options;
};

/* The path below options.checkout, or as it is. In the report's arena. */
const char *report_checkout_path(const struct report *report, const char *path);

#endif
