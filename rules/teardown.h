/* What a close function does, and fails to do, to the descriptor of its wrapper. Floor 4.
 *
 * Shared by the rules about close functions, and by those about losses, which leave to them what they explain.
 */
#ifndef CLOSEWAIT_RULE_TEARDOWN_H
#define CLOSEWAIT_RULE_TEARDOWN_H

#include "link/program.h"
#include "report/finding.h"

enum teardown_fault {
	TEARDOWN_HOLLOW,  /* no path closes the descriptor */
	TEARDOWN_SKIPPED, /* some path misses it, for no reason that the object's state gives */
	TEARDOWN_GATED    /* the path that closes it asks for a flag that is never set */
};

/* A fault of one function about one place. */
struct teardown {
	enum teardown_fault fault;
	enum level level;
	const struct program_function *f;
	const struct path *place;     /* the descriptor, from a parameter of f */
	const struct ir_field *field; /* the last one of place */
	const struct effect *drop;    /* where the last reference goes; NULL when it only stays open */
	const struct effect *close;   /* SKIPPED, GATED: where the other path closes it */
	const struct effect *shut; /* HOLLOW without a drop: where the line is shut, and not closed */
	const struct effect
		*release;             /* HOLLOW without both: where a wrapper goes that borrows the line */
	const struct guard *gate; /* GATED: the condition of the close */
	struct ir_loc left;       /* SKIPPED: where the path leaves f */
};

struct teardowns {
	VEC(struct teardown) list;
};

/* All faults of the program's close functions, in program order, in a. */
struct teardowns teardowns_find(struct arena *a, const struct program *program);
/* Whether a fault of the list explains how the descriptor of the loss went. */
bool teardowns_explain(const struct teardowns *teardowns, const struct loss *loss);

#endif
