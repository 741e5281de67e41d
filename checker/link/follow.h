/* Which calls are followed: whose callees' summaries the walk of the caller may ask for. Floor 3.
 *
 * A call through a pointer that may be anything, or one of many functions, is that of somebody unseen, whatever the
 * summaries of these functions say. Only where the walk itself learns which function it is, its summary counts: such a
 * function is named by the caller, or by what it calls. And a call that never comes back is not followed where that would only make a
 * circle of functions larger (link/dead_end.h). All these need no order of walks.
 */
#ifndef CLOSEWAIT_LINK_FOLLOW_H
#define CLOSEWAIT_LINK_FOLLOW_H

#include "link/facts.h"

/* Fills followed, followers and dead_ends of every function. Needs the facts and the call graph. */
void follow_build(struct program *program);
/* Whether the walk of f may ask for the summary of that function. */
bool is_followed(const struct program_function *f, uint32_t function);
/* Whether a call through a pointer that holds one of these is followed to all of them: they are known, and few. */
bool follow_knows(const struct atom_list *targets);
/* Whether no call of the function by f comes back. */
bool is_dead_end(const struct program_function *f, uint32_t function);

#endif
