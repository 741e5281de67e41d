/* The baseline: findings that a project has and lives with. The top: sees all. docs/baseline.md describes it.
 *
 *     # closewait baseline 1: ...
 *     "src/conn.c" hollow-close "conn_close" "c->fd" 0123456789abcdef:1
 *
 * A line for each finding, sorted, so that git merges it: path as in the key, rule, function,
 * resource, key (report/key.h). The key is what counts; the rest is for people. A text that there is not is `-`.
 */
#ifndef CLOSEWAIT_CLI_BASELINE_H
#define CLOSEWAIT_CLI_BASELINE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/vec.h"
#include "report/finding.h"
#include "report/sources.h"

extern const char baseline_name[]; /* .closewait-baseline */

struct baseline_entry {
	const char *path, *rule, *function, *resource, *key;
	uint32_t line;
	bool is_used; /* there is such a finding */
};

struct baseline {
	const char *path;      /* absolute; NULL: there is none */
	const char *directory; /* of the file, without symbolic links */
	VEC(struct baseline_entry) entries;
};

/* Reads the file. False, and "FILE:LINE: what is wrong" in *error, in a, when it is none. */
bool baseline_read(struct arena *a, const char *path, struct baseline *baseline,
                   const char **error);

/* Marks the findings that it holds as suppressed, and the entries that are used. */
void baseline_apply(struct arena *a, struct baseline *baseline, struct findings *findings);

/* Adds the findings, whose keys have that base. */
void baseline_add(struct arena *a, struct baseline *baseline, const struct findings *findings,
                  const struct sources *sources, const char *base);

/* Its text: each entry once, sorted. */
void baseline_print(struct buf *out, const struct baseline *baseline);

#endif
