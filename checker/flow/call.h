/* The parts of call_apply (flow/walk.h): one call of a function with a summary, in one state. Inner to this floor. */
#ifndef CLOSEWAIT_FLOW_CALL_H
#define CLOSEWAIT_FLOW_CALL_H

#include "flow/walk.h"

/* The call. Values "at entry" are those of before; all that is made lives in the walk's arena. */
struct call {
	struct walk *w;
	struct state *before;
	struct state *s; /* the case's own */
	const struct summary *summary;
	const struct summary_case *k;
	const struct val **args;
	uint32_t arg_count;
	const struct val *made[BOUND_EFFECTS_PER_CASE + 1]; /* new0, new1… */
	const struct val *result;
	uint32_t misfits; /* cases that take an object for another kind than it is */
	bool anything;    /* there are no others: try those too */
};

/* --- what a path of the callee means here (call_place.c) --- */

/* The place that the path names, or NULL for a value that has none (a parameter itself, ret, new0, an object around
 * another): then *value is that. */
const struct region *call_spot(struct call *c, const struct path *p, const struct val **value);
/* The same, without the value. */
const struct region *call_region(struct call *c, const struct path *p);
/* What the path holds, in the state that it speaks of; the same of a term. Never NULL. */
const struct val *call_value(struct call *c, const struct path *p);
const struct val *call_term(struct call *c, const struct term *t);
/* The new object or value of that number. */
const struct val *call_made(struct call *c, uint32_t number);
/* The state that the path speaks of. */
struct state *call_state(const struct call *c, const struct path *p);
/* Where the library's wrapper keeps its descriptor. */
const struct region *call_wrapped_fd(struct call *c, const struct path *wrapper);
/* Narrows c->s to the case's guards: those of the result, or all others. False: the case cannot happen. */
bool call_assume(struct call *c, const struct summary_case *k, bool of_result);
/* The case waits on what a handle refers to that is not there: then the process ends in it, or its author takes it
 * that the handle was made. */
bool call_waits_on_nothing(struct call *c, const struct summary_case *k);
/* Whether the pointer, a member of a table of functions, may be that function, as far as the table's other members are known. */
bool call_fits_table(const struct walk *w, const struct state *s, const struct val *pointer,
                     const char *function);
/* Notes that the walk chose this function for what was called by a pointer: the guards of our own summary name it. */
void call_note_chosen(struct walk *w, const struct val *function);

/* --- what its effects do (call_effect.c) --- */

/* Applies the effects of the case to c->s: those that end objects and wrappers, or all others. Those go first: what the
 * same call puts elsewhere, or closes, is not lost with them. */
void call_apply_effects(struct call *c, const struct summary_case *k, bool ends);
/* The descriptor is followed no further. */
void call_give_up(struct call *c, const struct val *fd);

/* --- who owns what another case closes (call_owner.c) --- */

/* Whether r stands for all elements of an array, and fd may be in one of them. */
bool call_is_element(const struct call *c, const struct region *r, const struct val *fd);
/* Another case of the callee closes a descriptor that this one does not. When which of them happens depends on something
 * that the caller does not know, such as a flag that says who owns it, this case does not lose it; else it is
 * remembered that it was spared. */
void call_note_spared(struct call *c, const struct summary *summary, const struct summary_case *k);
/* Whether the case forgot what decided between the paths that it is made of, and the caller knows something of that: it
 * may happen on paths alone that contradict it. */
bool call_is_blurred(struct call *c);
/* Such a case may be of paths that would not happen here: what another case of the callee takes, and this one does not, is
 * given up. */
void call_note_blurred(struct call *c);
/* What decides in the callee, and no guard of ours will say: what it forgot of the caller's own caller, and what it asked of
 * memory that had changed. */
void call_note_hidden(struct call *c, const struct summary_case *k);
/* The callee takes an open descriptor over in another case, and the caller could not know that it does not in this one. */
void call_note_untaken(struct call *c);
/* Whether every object behind a void pointer may be what the case takes it for. */
bool call_case_fits(struct call *c, const struct summary_case *k);
/* What decides whether the case, which releases a wrapper, closes the open descriptor in it; NULL: that is known, or
 * nothing is known of it. */
const struct val *call_undecided_owner(struct call *c, const struct summary_case *k);

#endif
