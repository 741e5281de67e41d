/* What decides between two cases of a function. Floor 2. */
#ifndef CLOSEWAIT_FLOW_GATE_H
#define CLOSEWAIT_FLOW_GATE_H

#include "flow/summary.h"

/* Whether the case does not happen where the value is that number. */
bool gate_excludes(const struct summary_case *c, const struct term *value, int64_t number);
/* How much of what the other case's guards ask c forgot. Of one thing alone its guards still say what it may be; of two
 * they do not say what goes with what, and c may only look as if both could happen in the same state of the caller's
 * objects. */
size_t gate_forgot(const struct summary_case *c, const struct summary_case *other);
/* Whether the guards do not say all that may tell the two apart. */
bool gate_is_blurred(const struct summary_case *c, const struct summary_case *other);
/* The guard of c that contradicts one of other: what the state at entry decides between the two. NULL when nothing does.
 * What a guard says of the place but does not count; but may be NULL. */
const struct guard *gate_between(const struct summary_case *c, const struct summary_case *other,
                                 const struct path *but);

#endif
