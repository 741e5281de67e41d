/* How a state becomes a case of the summary: what path.c and export.c share. Inner to the flow engine. Floor 2. */
#ifndef CLOSEWAIT_FLOW_EXPORT_H
#define CLOSEWAIT_FLOW_EXPORT_H

#include "flow/walk.h"

/* What the case under construction has given a number: new0, new1… or ret. */
struct export {
	struct walk *w;
	struct state *s;
	struct summary_case *c;
	const struct val *returned;
	VEC(const struct val *) made;
	VEC(struct path_step) steps; /* scratch */
	bool cut;                    /* there was no room for all */
};

/* Whether callers can see what the region holds after the return. */
bool export_is_visible(const struct walk *w, const struct region *r);
/* The object that the address lies in, or v itself. */
const struct val *export_made_by(const struct val *v);
/* Whether the case has given v a number: *number then. */
bool export_is_numbered(const struct export *x, const struct val *v, uint32_t *number);
/* The value, or the place, as callers name it, in *out; false: they have no name for it. */
bool export_value(struct export *x, const struct val *v, struct path *out);
bool export_region(struct export *x, const struct region *r, struct path *out);
/* The value as a term; TERM_UNKNOWN when callers have none for it. */
struct term export_term(struct export *x, const struct val *v);

#endif
