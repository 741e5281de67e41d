/* Calls that never come back. Floor 3.
 *
 * An assertion that fails calls what logs, frees and dumps, all of which assert: such calls tie most of a program into one
 * circle of functions, each of which must be walked again whenever another one's summary changes. But nothing follows a
 * call that does not come back, and inside a circle it need not be followed.
 */
#ifndef CLOSEWAIT_LINK_DEAD_END_H
#define CLOSEWAIT_LINK_DEAD_END_H

#include "link/program.h"

/* For each function, whether no way leads from its entry to its return but by calls that never come back themselves. In a. */
bool *dead_end_functions(struct arena *a, const struct program *program);
/* Whether f calls the callee by its name, and no such call comes back: the callee is one of them, or the code says that
 * nothing follows the call. */
bool dead_end_call(const struct program *program, const bool *functions,
                   const struct program_function *f, const struct program_function *callee);

#endif
