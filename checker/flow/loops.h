/* Loops, as far as losses depend on them. Part of the flow engine. Floor 2. */
#ifndef CLOSEWAIT_FLOW_LOOPS_H
#define CLOSEWAIT_FLOW_LOOPS_H

#include "flow/walk.h"

struct loops;

/* Finds the loops of the function. In the walk's arena. */
struct loops *loops_new(struct walk *w);
/* The header of the loop that going from block to target leaves by its header, or CFG_NONE. */
uint32_t loops_left(const struct loops *loops, uint32_t block, uint32_t target);
/* Remembers what a turn of a loop took care of: s goes from block to target. */
void loops_note_turn(struct walk *w, struct loops *loops, uint32_t block, uint32_t target,
                     struct state *s);
/* Makes the suspects the result's losses, but for those of lines that a loop behind their opening takes care of: they rest
 * on its making no turn at all, which its author knows better. Nor those behind which the process always ends. */
void loops_keep_losses(struct walk *w, const struct loops *loops);

#endif
