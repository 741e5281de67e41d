/* What findings are named after: the rules, and what a run finds in the comments that suppress
 * findings. The top: sees all. */
#ifndef CLOSEWAIT_CLI_CATALOGUE_H
#define CLOSEWAIT_CLI_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "report/finding.h"

/* No rule of the program, so none of rules.def: see suppress.h. */
extern const char unused_suppression[];

size_t catalogue_count(void);
/* The i-th, by name. */
struct rule_info catalogue_rule(size_t i);

/* Whether the glob matches a name. */
bool catalogue_has(const char *glob);
/* "there is no rule 'x'; did you mean 'y'?", in a. */
const char *catalogue_has_no(struct arena *a, const char *name);

#endif
