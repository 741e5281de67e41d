/* The states that wait at one point of a function: those that differ in what matters are kept apart. Floor 2. */
#ifndef CLOSEWAIT_FLOW_ENTRIES_H
#define CLOSEWAIT_FLOW_ENTRIES_H

#include "flow/walk.h"

/* What tells states apart: what must, and what may as long as they are few. */
struct keys {
	uint64_t key, escapes, fine;
};

struct entry {
	struct keys keys;
	struct state *state;
	uint32_t joins;
	bool pending; /* has not been walked since it changed */
};

struct entries {
	VEC(struct entry) list;
	uint32_t replaced; /* variants that made room for another */
	bool crowded;      /* there was no room for all: states of one key are no longer kept apart */
};

enum entries_kind {
	ENTRIES_OF_CALL, /* right behind it: whether memory ran out is about to be asked */
	ENTRIES_OF_BLOCK,
	ENTRIES_OF_EXIT /* where the cases of the summary come from: told apart by what callers know, too */
};

/* Adds s, or merges it with one of them; site names the point. s is used up. */
void entries_add(struct walk *w, struct entries *at, struct state *s, uint32_t site,
                 enum entries_kind kind);

#endif
