/* What decides between two cases of a function. Floor 4. */
#ifndef CLOSEWAIT_RULE_GATE_H
#define CLOSEWAIT_RULE_GATE_H

#include "flow/summary.h"

/* Whether the case does not happen where the value is that number. */
bool gate_excludes(const struct summary_case *c, const struct term *value, int64_t number);
/* The guard of c that contradicts one of other: what the state at entry decides between the two. NULL when nothing does. */
const struct guard *gate_between(const struct summary_case *c, const struct summary_case *other);

#endif
