/* The guards of a case, and the ranges that they say. Floor 2. */
#ifndef CLOSEWAIT_FLOW_GUARDS_H
#define CLOSEWAIT_FLOW_GUARDS_H

#include "flow/range.h"
#include "flow/summary.h"

/* Whether it says what is known of the result, rather than when the case happens. */
bool guard_is_about_result(const struct guard *g);

/* Whether it compares its left side with numbers. */
bool guard_is_about_number(const struct guard *g);
/* The numbers of r that meet all guards of the case on that value. */
struct range guards_narrow(const struct summary_case *c, const struct term *value, struct range r);
/* Whether the result of a call says which of the two happened. */
bool guards_tell_results_apart(const struct summary_case *a, const struct summary_case *b);

/* Adds guards to c, which lives in a, that say: about's left side, at about's location, is in r. */
void guards_add_range(struct arena *a, struct summary_case *c, const struct guard *about,
                      struct range r);

/* Makes c happen where it or other happens: what both say of a value is joined, the rest forgotten. */
void guards_join(struct arena *a, struct summary_case *c, const struct summary_case *other);

#endif
