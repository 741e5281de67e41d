/* Close functions that release a library's wrapper, which only borrows the descriptor beside it. Floor 4. */
#ifndef CLOSEWAIT_RULE_BORROWED_H
#define CLOSEWAIT_RULE_BORROWED_H

#include "rules/teardown.h"

/* Adds the close functions that release the wrapper in a member of their object and never close the descriptor in another
 * one, which the wrapper is only ever made to borrow, and which nobody else closes but where its making fails. A caller
 * that is known to lose it is judged by its own loss. */
void borrowed_find(struct arena *a, const struct program *program, struct teardowns *found);

#endif
