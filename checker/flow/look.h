/* Which functions are worth a closer look. Floor 2. */
#ifndef CLOSEWAIT_FLOW_LOOK_H
#define CLOSEWAIT_FLOW_LOOK_H

#include "flow/flow.h"

/* Whether FLOW_CLOSELY may tell more of f than the result of FLOW_ROUGHLY does. */
bool look_again(const struct flow_result *rough, const struct ir_function *f);

#endif
