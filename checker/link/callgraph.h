/* Who calls whom, and in which order to walk. Floor 3. */
#ifndef CLOSEWAIT_LINK_CALLGRAPH_H
#define CLOSEWAIT_LINK_CALLGRAPH_H

#include "link/program.h"

/* Fills callees and callers of every function: direct calls, and calls through pointers as the facts say. */
void callgraph_build(struct program *program);

/* The strongly connected components of the calls that are followed (link/follow.h), callees first. Component i is
 * members[start[i] .. start[i + 1]). */
struct components {
	uint32_t *members; /* function ids */
	uint32_t *start;
	uint32_t count;
};
struct components callgraph_components(struct arena *a, const struct program *program);

#endif
