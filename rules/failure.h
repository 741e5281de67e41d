/* Functions that clean up where they fail, but not each time. Floor 4. */
#ifndef CLOSEWAIT_RULE_FAILURE_H
#define CLOSEWAIT_RULE_FAILURE_H

#include "link/program.h"

/* The function opens a line into its caller's object, and leaves it there where it fails like this, though it closes it
 * where it fails otherwise. By the result nobody can tell the two. */
struct failure {
	const struct program_function *f;
	const struct summary_case *in;
	const struct path *place;    /* the descriptor, from a parameter of f */
	const struct effect *opens;  /* where in opens it */
	const struct origin *closes; /* where f closes it, on another path */
};

struct failures {
	VEC(struct failure) list;
};

/* Those of functions whose callers nobody sees, in a: the others are judged by what their callers lose. */
struct failures failures_find(struct arena *a, const struct program *program);

#endif
