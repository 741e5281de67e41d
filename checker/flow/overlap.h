/* Places that share memory without being parts of each other: members of a union, and members of the records that one
 * object is seen as (`struct sockaddr` and `struct sockaddr_in`). Floor 2.
 *
 * A state may hold bindings of both. They are as one who stored there would see them: a binding is newer than whatever
 * else it shares bits with, unless one call stored both.
 */
#ifndef CLOSEWAIT_FLOW_OVERLAP_H
#define CLOSEWAIT_FLOW_OVERLAP_H

#include "flow/state.h"

/* How much of a place another one has. */
enum overlap {
	OVERLAP_NONE, /* or one is a part of the other, or nobody knows where they lie */
	OVERLAP_SOME, /* perhaps all */
	OVERLAP_ALL,  /* and more than that */
	OVERLAP_SAME
};

enum overlap overlap_of(const struct region *place, const struct region *other);

/* What a place without a binding holds by way of the others: the value of one that is the same, or VAL_UNKNOWN. NULL when
 * nothing was stored there. */
const struct val *overlap_load(const struct state *s, struct values *values,
                               const struct region *region);
/* Values that were in places of which a part got another value, or that were a part of what did. */
struct mangled {
	VEC(const struct val *) list;
};

/* Forgets what other places hold of the region, which site stores to. Of one that is the same, the value is overwritten. */
void overlap_store(struct arena *a, struct state *s, const struct region *region, uint32_t site,
                   struct mangled *mangled);
/* Such a value may still be there, in a form that we do not follow: it is somebody else's from now on. */
void overlap_give_up(struct arena *a, struct state *s, const struct val *v);
/* No store of the call at hand made what is there. */
enum { OVERLAP_NO_SITE = UINT32_MAX };
/* The same where all of the region changes: fills that lie elsewhere no longer say what it holds. What was mangled and is
 * nowhere else is given up. */
void overlap_fill(struct arena *a, struct state *s, const struct region *region, uint32_t site);
/* Whether somebody unseen may have the address of the region, by another name. */
bool overlap_is_shared(const struct state *s, const struct region *region);

#endif
