/* What cases of summaries do to a place. Floor 4. */
#ifndef CLOSEWAIT_RULE_CASES_H
#define CLOSEWAIT_RULE_CASES_H

#include "flow/summary.h"

/* Whether inner is outer, or found by way of it. */
bool place_within(const struct path *inner, const struct path *outer);
/* The last member on the way to the place, or NULL. */
const struct ir_field *place_field(const struct path *p);
/* Whether it happens in the function itself, and not in a callee. */
bool effect_is_own(const struct effect *e);
/* The case's first such effect on the place, or NULL. */
const struct effect *case_effect(const struct summary_case *c, enum verb verb,
                                 const struct path *place);
/* Whether the case hands out the descriptor, or something that holds it. */
bool case_hands_out(const struct summary_case *c, const struct path *place);

#endif
