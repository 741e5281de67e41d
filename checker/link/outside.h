/* What other files see of a function: nothing of the variables that only its own file names. Floor 3.
 *
 * A logger keeps its socket in a static variable, reopens it when a write fails, and is called from everywhere. That
 * variable is no business of its callers': told of it, each of them would tell apart a dozen ways through every call.
 */
#ifndef CLOSEWAIT_LINK_OUTSIDE_H
#define CLOSEWAIT_LINK_OUTSIDE_H

#include "link/program.h"

struct outside;

/* Finds the globals that only one unit names, and whose address that unit does not hand on. In a. */
struct outside *outside_new(struct arena *a, const struct program *program);

/* A hash of the names of those that the unit alone names: equal when they are the same. */
uint64_t outside_private_print(const struct outside *o, const struct ir_unit *unit);

/* The summary without what is said of such globals; what it stored in them escapes. Cases that do the same then are
 * one. Returns summary itself where there is nothing to leave out. In out. */
const struct summary *outside_view(const struct outside *o, struct arena *scratch,
                                   struct arena *out, const struct summary *summary);

#endif
