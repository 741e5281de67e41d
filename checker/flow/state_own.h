/* Arrays that states share until one of them writes. Inner to state_*.c. Floor 2. */
#ifndef CLOSEWAIT_FLOW_STATE_OWN_H
#define CLOSEWAIT_FLOW_STATE_OWN_H

#include <string.h>

#include "flow/state.h"

/* Bits of struct state.shared. */
enum {
	SHARE_BINDINGS = 1,
	SHARE_FILLS = 2,
	SHARE_FACTS = 4,
	SHARE_DESCRIPTORS = 8,
	SHARE_OBJECTS = 16,
	SHARE_EVENTS = 32,
	SHARE_ALL = 63
};

/* Gives the state an array of its own before it writes to it. */
#define OWN(a, s, array, bit)                                                                      \
	do {                                                                                           \
		if ((s)->shared & (bit)) {                                                                 \
			size_t own_item_ = sizeof *(s)->array.items;                                           \
			(s)->array.items = arena_enlarge((a), (s)->array.items, own_item_ * (s)->array.n,      \
			                                 own_item_ * ((s)->array.n + 4));                      \
			(s)->array.cap = (s)->array.n + 4;                                                     \
			(s)->shared &= ~(unsigned)(bit);                                                       \
		}                                                                                          \
	} while (0)

#endif
