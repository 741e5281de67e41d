/* The verdict: what units, models and rules came to; all that a run has to say. The top: sees all.
 *
 * It has a text form, so that the store can keep it: a run in which nothing changed reads it and need neither read
 * units nor link. verdict_read() gives back what verdict_print() wrote.
 */
#ifndef CLOSEWAIT_CLI_VERDICT_H
#define CLOSEWAIT_CLI_VERDICT_H

#include <stdbool.h>

#include "base/buf.h"
#include "cli/scope.h"
#include "cli/suppress.h"
#include "report/report.h"

/* A function that the parser read only in part. */
struct incomplete {
	struct source_range at; /* a point */
	const char *function;   /* as the user knows it */
	const char *reason;
};

/* How often descriptors went to a function that has neither body nor model, or to a body that was not followed. */
struct blind_count {
	const char *callee; /* as the user knows it */
	size_t n;
	struct source_range at; /* the first time */
	const char *model;      /* a line to be completed; NULL: none would help */
	bool has_body;          /* it is a function of the program that was not followed */
};

/* For --stats. */
struct verdict_stats {
	size_t units, functions;
	size_t walks, states, merged_states, blurred_states;
	size_t unfinished_recursions, cut_calls, full_facts;
	VEC(const char *) given_up, cut; /* functions, in the order of the program */
	VEC(struct blind_count) blind;   /* the most frequent first */
};

struct verdict {
	size_t files;   /* that were analysed; one that is compiled several times counts once */
	size_t lost;    /* units and files that could not be analysed */
	size_t headers; /* places where a header was not found */
	size_t errors;  /* other places where libclang found an error */
	VEC(struct report_loss) losses;    /* in the order in which they are shown */
	VEC(struct incomplete) incomplete; /* in the order of the program */
	struct findings findings;          /* of every level, sorted */
	struct bodies
		bodies; /* functions that the findings lead through, in the order of the program */
	struct suppressions suppressions; /* in the sources, by no order but their own */
	struct verdict_stats stats;
};

void verdict_print(struct buf *out, const struct verdict *verdict);
/* Sets *verdict, in a. False when the text is none. */
bool verdict_read(struct arena *a, const char *text, size_t n, struct verdict *verdict);

#endif
