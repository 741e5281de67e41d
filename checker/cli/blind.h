/* Blind spots: functions without body or model that were given a descriptor. The top: sees all. */
#ifndef CLOSEWAIT_CLI_BLIND_H
#define CLOSEWAIT_CLI_BLIND_H

#include "cli/verdict.h"
#include "link/program.h"

/* Counts them by function, the most frequent first, each with the beginning of a model: the parameters as a call names
 * its arguments, and what the function's name suggests that it does. */
void blind_spots_count(struct arena *a, const struct program *program, struct verdict_stats *stats);

#endif
