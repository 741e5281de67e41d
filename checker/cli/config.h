/* The configuration file, .closewait.yml. The top: sees all. docs/configuration.md describes it.
 *
 *     inherit: true                # and what stands in the next one above
 *     level: likely
 *     fail-on: certain
 *     rules:
 *       hollow-close: off
 *       "*-socket": certain        # the least level at which they are reported
 *     models: [models/own.model]
 *     extra-args: [-Iinclude]
 *     removed-args: [-DNDEBUG]
 *     include: [src]
 *     exclude: ["*.gen.c"]
 *     baseline: ci/baseline
 *
 * The nearest file counts; those that it inherits from give what it does not say itself, and lists begin with
 * theirs. What is not known is an error.
 */
#ifndef CLOSEWAIT_CLI_CONFIG_H
#define CLOSEWAIT_CLI_CONFIG_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/vec.h"
#include "front/words.h"
#include "report/finding.h"

extern const char config_name[]; /* .closewait.yml */

/* One value, and where it stands. */
struct config_item {
	const char *text;
	const char *directory; /* of the file: what relative paths are relative to */
	const char *from;      /* "FILE:LINE" */
};

struct config_items {
	struct config_item *items;
	size_t n, cap;
};

struct config_choice {
	int value;
	const char *from; /* NULL: it is not given */
};

/* Of the rules that a glob matches; the last one that matches decides. */
struct config_rule {
	const char *glob;
	bool is_off, has_level;
	enum level level;
	const char *from;
};

struct config {
	const char *start;     /* where the search began; NULL: there was none */
	const char *directory; /* of the nearest file; NULL: there is none */
	struct words files;    /* absolute, the nearest first; none: no configuration */
	struct config_choice level, fail_on;
	VEC(struct config_rule) rules;
	struct config_items models, extra_args, removed_args, include, exclude, baseline;
};

/* The nearest file of that name in the directory or above it, or NULL. */
const char *config_find(struct arena *a, const char *directory, const char *name);

/* Reads the file and those that it inherits from into *config. False and "FILE:LINE: what is wrong" in
 * *error, in a, when one of them is wrong. */
bool config_load(struct arena *a, const char *path, struct config *config, const char **error);

/* Whether findings in the file, by its absolute path, are to be reported. */
bool config_shows(struct arena *a, const struct config *config, const char *path);

/* What it says, a line for each, and from where. */
struct words config_lines(struct arena *a, const struct config *config);

#endif
