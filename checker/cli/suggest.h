/* "Did you mean …?" The top: sees all. */
#ifndef CLOSEWAIT_CLI_SUGGEST_H
#define CLOSEWAIT_CLI_SUGGEST_H

#include <stddef.h>

#include "base/arena.h"

/* The best candidate so far for what somebody meant. */
struct suggestion {
	const char *word; /* as it was written */
	const char *best; /* NULL: nothing is near */
	size_t distance;
};

/* Looks at a candidate. It is near when a third of the letters of the word, at least one, may be wrong: changed,
 * left out, too much, or swapped with its neighbour. Of equally near ones the first stays. */
void suggest(struct suggestion *suggestion, const char *candidate);

/* "; did you mean 'check'?", or "" when nothing is near. In a. */
const char *suggestion_text(struct arena *a, const struct suggestion *suggestion);

#endif
