/* Comments of the checked sources that suppress findings. The top: sees all.
 *
 *     // NOLINT                            every finding on the line
 *     // NOLINT(closewait-hollow-close)    of that rule; globs as clang-tidy's, `-` before one takes back
 *     // NOLINTNEXTLINE(closewait-*)       on the next line
 *     // NOLINTBEGIN(closewait-*)          on the lines from here to the same list's NOLINTEND
 *     // closewait: allow(hollow-close): the registry closes it
 *
 * The last one is for the line that it stands on, or for the next line of code when it stands alone, and
 * wants a reason. A NOLINT that names only checks of other tools is theirs. What counts is the line of
 * the finding itself, not those of its steps.
 */
#ifndef CLOSEWAIT_CLI_SUPPRESS_H
#define CLOSEWAIT_CLI_SUPPRESS_H

#include <stdbool.h>

#include "cli/options.h"
#include "report/finding.h"

struct suppression {
	struct source_range at; /* of the comment's word */
	uint32_t first, last;   /* lines that it is for */
	const char *
		names; /* globs of "closewait-RULE" with commas, `-` before those that take back; NULL: all */
	const char *reason; /* or NULL */
	const char *wrong;  /* why it suppresses nothing; NULL: it is right */
	bool is_ours;       /* it names rules of closewait */
	bool is_used;       /* by suppressions_apply() */
};

struct suppressions {
	struct suppression *items;
	size_t n, cap;
};

/* Adds those of the source, whose path is that of its findings. Nothing of the text is kept. */
void suppressions_read(struct arena *a, struct suppressions *list, const char *path,
                       const char *text, size_t n);

/* Marks the findings that are suppressed, and the suppressions that are used. */
void suppressions_apply(struct suppressions *list, struct findings *findings);

/* Adds a finding for each suppression that is wrong and, when full, for each that was not used, names
 * rules of closewait, and none that the options leave out. */
void suppressions_judge(const struct suppressions *list, const struct options *options, bool full,
                        struct findings *findings);

#endif
