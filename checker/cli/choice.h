/* Words of which one is to be chosen, on the command line and in configuration files. The top: sees all. */
#ifndef CLOSEWAIT_CLI_CHOICE_H
#define CLOSEWAIT_CLI_CHOICE_H

#include "base/arena.h"

/* A list of them ends with one whose word is NULL. */
struct choice {
	const char *word;
	int value;
};

extern const struct choice choice_dumps[];   /* enum dump */
extern const struct choice choice_fail_on[]; /* enum fail_on */
extern const struct choice choice_formats[]; /* enum format */
extern const struct choice choice_levels[];  /* enum level */
extern const struct choice choice_whens[];   /* enum when */

/* Sets *value to that of the choice that is the word, and returns NULL; else "certain, likely or possible, not 'x'; did
 * you mean 'y'?", in a. */
const char *choose(struct arena *a, const struct choice *choices, const char *word, int *value);

#endif
