/* git, asked as a program. The top: sees all.
 *
 * It is started without a shell, and reads: no lock is taken, no index is written. Nothing runs that the repository or
 * the configuration names for it: no hook, no file system monitor, no external diff, no text conversion, no filter,
 * no transport. So a blob that a partial clone has left out is missing.
 */
#ifndef CLOSEWAIT_CLI_GIT_H
#define CLOSEWAIT_CLI_GIT_H

#include <stdbool.h>

#include "base/buf.h"
#include "front/words.h"

struct git {
	struct arena *arena;
	const char *top;    /* of the work tree: absolute, without symbolic links */
	struct words unset; /* options of git that take filters out of its configuration */
};

/* Opens the repository whose work tree the directory is in. NULL when there is none or git cannot be run; *error says
 * why and what to do. */
struct git *git_open(struct arena *a, const char *directory, const char **error);

/* The last commit that rev and tip have in common, in the arena of git; NULL when there is none, or no such commit. */
const char *git_common_ancestor(struct git *git, const char *rev, const char *tip,
                                const char **error);

enum git_diff {
	GIT_DIFF_STAGED,   /* from HEAD, or from nothing before the first commit, to the index */
	GIT_DIFF_UNSTAGED, /* from the index to the work tree */
	GIT_DIFF_COMMIT    /* from a commit to the work tree */
};

/* Adds the diff, as changes_read() reads it. commit: that of GIT_DIFF_COMMIT. */
bool git_diff(struct git *git, enum git_diff kind, const char *commit, struct buf *diff,
              const char **error);

/* Adds the files of the work tree that git neither knows nor ignores: each with a zero byte behind it. */
bool git_untracked(struct git *git, struct buf *paths, const char **error);

#endif
