/* What a caller loses by the mistake of a function that it called. Floor 4. */
#ifndef CLOSEWAIT_RULE_CALLEE_H
#define CLOSEWAIT_RULE_CALLEE_H

#include "link/program.h"

enum callee_mistake {
	CALLEE_HALF_MADE, /* it fails, and leaves what it opened in its caller's object: no caller closes that */
	CALLEE_UNTAKEN /* it takes the descriptor over on other paths, and does not say that it did not on this one */
};

struct callee_fault {
	enum callee_mistake mistake;
	const struct program_function *f;
	const struct summary_case *in; /* the case of f that is wrong */
	struct path place;             /* the descriptor, as f knows it */
};

/* Whether the loss is rather such a mistake. */
bool callee_is_to_blame(const struct program *program, const struct loss *loss,
                        struct callee_fault *fault);

#endif
