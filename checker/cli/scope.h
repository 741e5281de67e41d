/* What of the findings is of interest: what touches changed lines, for --diff and --hook. The top: sees all.
 *
 * Lines are those of the files as they lie in the work tree, since these are what is checked.
 */
#ifndef CLOSEWAIT_CLI_SCOPE_H
#define CLOSEWAIT_CLI_SCOPE_H

#include "cli/changes.h"
#include "report/finding.h"

struct scope {
	const char *top; /* of git's work tree, absolute, without symbolic links */
	struct changes changes;
	bool
		takes_unchanged; /* a file that is not changed is of interest as a whole: somebody named it */
	/* Changed files that are not as the commit will have them: changed again, and not staged. */
	VEC(const char *) unstaged;
};

/* The lines that differ from the last commit that rev and HEAD have in common; files that git does not know yet differ
 * as a whole. directory: it is in the work tree. NULL when git cannot say; *error says why. */
struct scope *scope_of_diff(struct arena *a, const char *directory, const char *rev,
                            const char **error);
/* The lines that are staged; where pre-commit says which commits are pushed or compared (PRE_COMMIT_FROM_REF,
 * PRE_COMMIT_TO_REF), those that differ from the last one that both have in common. */
struct scope *scope_of_hook(struct arena *a, const char *directory, const char **error);

/* Functions, from name to closing brace. */
struct bodies {
	struct source_range *items;
	size_t n, cap;
};

/* Whether something of the range is changed. real: its file, without symbolic links. Where lines were only removed, it
 * is the function that changed: bodies has the function that the range is in. */
bool scope_touches(const struct scope *scope, const char *real, const struct source_range *at,
                   const struct bodies *bodies);

#endif
