/* Loops, as far as losses depend on them. Part of the flow engine. Floor 2. */
#ifndef CLOSEWAIT_FLOW_LOOPS_H
#define CLOSEWAIT_FLOW_LOOPS_H

#include "flow/walk.h"

struct loops;

/* A turn of the loop with that header closed what the site opened, or handed it on. */
struct turn {
	uint32_t header, site, part;
};

/* What is known of the turns of loops from one walk of a function to the next. */
struct turns {
	VEC(struct turn) list;
	bool
		is_late; /* a path left a loop without a turn, and lost what the turns take care of, before that was known: another
	               * loss may hide behind it */
};

/* Finds the loops of the function. In the walk's arena; what is learned of turns is added to them. */
struct loops *loops_new(struct walk *w, struct turns *turns);
/* The header of the loop that going from block to target leaves by its header, or CFG_NONE. */
uint32_t loops_left(const struct loops *loops, uint32_t block, uint32_t target);
/* Remembers what a turn of a loop took care of: s goes from block to target. */
void loops_note_turn(struct walk *w, struct loops *loops, uint32_t block, uint32_t target,
                     struct state *s);
/* The path leaves the loop with that header: somebody takes care of what its turns take care of. That it made none is
 * nothing that its author thinks possible. */
void loops_leave(struct walk *w, const struct loops *loops, uint32_t header, struct state *s);
/* Makes the suspects the result's losses, but for those of lines that a loop behind their opening takes care of: they rest
 * on its making no turn at all, which its author knows better. Nor those behind which the process always ends. */
void loops_keep_losses(struct walk *w, const struct loops *loops);

#endif
