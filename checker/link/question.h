/* What the flow engine asked of the program while it walked a function, and what the answers were. Floor 3.
 *
 * The result of a walk is a matter of the function itself and of these answers: where all are as they were, it need not
 * be walked again.
 */
#ifndef CLOSEWAIT_LINK_QUESTION_H
#define CLOSEWAIT_LINK_QUESTION_H

#include "link/program.h"

enum question_kind {
	/* The names are those of struct flow_env. */
	ASKED_SUMMARY, /* number: 1 as its own unit sees it, here and below */
	ASKED_SECOND_SUMMARY,
	ASKED_ENTRY,
	ASKED_GLOBAL,
	ASKED_TARGETS, /* name: of the function that calls; number: the temporary */
	ASKED_SOCKET_FIELDS,
	ASKED_DERIVED,
	ASKED_MEMBERS, /* number: how many were wanted, here and above */
	ASKED_MATTERS,
	ASKED_MAY_HOLD_LINE, /* name: the function; number: the parameter */
	ASKED_FIELD_MAY_HOLD_LINE,
	ASKED_FIELD_MAY_HOLD_FILE,
	ASKED_GLOBAL_HOLDS_SOCKET,
	ASKED_IS_METHOD,
	ASKED_IS_KIND,
	ASKED_IS_FIXED,    /* name: the global */
	ASKED_SHARE_TABLE, /* name: what the field holds; entry: what the other does */
	ASKED_STARTS,
	ASKED_LOCKERS,
	ASKED_IS_BOUNDED,
	ASKED_IS_HANDLED,  /* number: twice the signal, and 1 if despite SA_RESTART */
	ASKED_IS_WAY_BACK, /* field: the link; other: the way back */
	ASKED_IS_ASKED,
	ASKED_MAY_WAKE, /* number: 1 if also by a close */
	ASKED_IS_END_OF_PAIR,
	ASKED_MAY_SHARE_LINE,
	QUESTION_KINDS
};

struct question {
	enum question_kind kind;
	const char *name;
	const char *entry; /* what a thread runs, or another function */
	const struct ir_field *field, *other;
	uint32_t number;
};

/* The questions of one walk, each once. */
struct questions {
	struct arena *arena;
	struct map seen;
	VEC(struct question) list;
};

/* One number for all that the question is. */
uint64_t question_key(const struct question *question);

void questions_add(struct questions *q, struct question question);

#endif
