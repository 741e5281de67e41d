/* What comes behind a loss. Floor 3.
 *
 * A function that fails while a program starts may leave anything open: its caller says that it failed, and main returns.
 * A loss counts where some caller goes on.
 */
#ifndef CLOSEWAIT_LINK_FATE_H
#define CLOSEWAIT_LINK_FATE_H

#include "link/program.h"

/* Drops the losses behind which the process ends in all callers. Needs all results. */
void fate_settle(struct program *program);

#endif
