/* Which functions can matter: the others are not walked. Floor 3. */
#ifndef CLOSEWAIT_LINK_RELEVANCE_H
#define CLOSEWAIT_LINK_RELEVANCE_H

#include "link/program.h"

/* For each function, whether it or one that it calls and comes back from touches descriptors, objects that may hold one, or
 * code that nobody has seen, or ends the process. Needs the facts and the call graph. In a. */
bool *relevance_new(struct arena *a, const struct program *program);

#endif
