/* What decides between two cases of a function. Floor 4. */
#ifndef CLOSEWAIT_RULE_GATE_H
#define CLOSEWAIT_RULE_GATE_H

#include "flow/summary.h"

/* Whether no number meets both guards. */
bool gate_excludes(const struct guard *a, const struct guard *b);
/* The guard of c that contradicts one of other: what the state at entry decides between the two. NULL when nothing does. */
const struct guard *gate_between(const struct summary_case *c, const struct summary_case *other);
/* Whether callers see by the result which of the two happened. */
bool gate_tells_results_apart(const struct summary_case *a, const struct summary_case *b);

#endif
