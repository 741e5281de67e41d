/* All summaries, bottom-up over the components of the call graph. Floor 3. */
#ifndef CLOSEWAIT_LINK_FIXPOINT_H
#define CLOSEWAIT_LINK_FIXPOINT_H

#include "link/program.h"

/* Sets the result of every function. Needs the facts and the call graph. */
void fixpoint_run(struct program *program);

#endif
