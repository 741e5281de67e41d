/* Whose mistake it is when a callee takes the last reference. Floor 4. */
#ifndef CLOSEWAIT_RULE_BLAME_H
#define CLOSEWAIT_RULE_BLAME_H

#include "link/program.h"

/* Whether some caller of the function prepares for its drop: closes the descriptor before, or holds it too. Unless
 * prepared, a caller that calls it when there is none counts as well. Then the function relies on its callers, and
 * one that does not prepare is wrong. */
bool blame_is_met(const struct program *program, const char *function, bool prepared);
/* The place on the way of origin that is wrong: the innermost function whose drop no caller ever prepares for, or whoever
 * passed an address to store something at. Origin itself when each is prepared for. */
const struct origin *blame_find(const struct program *program, const struct origin *origin);
/* The last place of the way. NULL for NULL. */
const struct origin *blame_innermost(const struct origin *origin);
/* Whether the function is on the way. */
bool blame_passes(const struct origin *origin, const char *function);
/* Whether some caller does not look at what the function returns. */
bool blame_is_ignored(const struct program *program, const struct program_function *f);

#endif
