/* Numbers with a reason: where the analysis stops trying harder. Floor 2.
 *
 * --stats shows how often one of them cost something: states merged, functions given up, summaries cut, recursions
 * unfinished, calls with too many targets, places with too many facts. Where a place is too deep to name, callers know
 * nothing of it, and nothing is said about it.
 */
#ifndef CLOSEWAIT_FLOW_BOUNDS_H
#define CLOSEWAIT_FLOW_BOUNDS_H

enum {
	/* States kept apart at the entry of one block. A function that really distinguishes more situations of
	 * its descriptors than this is a state machine; beyond it the two that dispute least are merged. */
	BOUND_STATES_PER_BLOCK = 16,
	/* States of one key that are kept apart because they know different things about the caller's places. */
	BOUND_VARIANTS = 5,
	/* Times that two such states at one block are merged to make room for a third: in a loop they come again. */
	BOUND_REPLACED_VARIANTS = 10,
	/* Memory of one walk, before the rest is given up. It also ends what few visits do not: a block with a thousand calls,
	 * a function with a thousand descriptors. The largest real functions that are walked to their end need 350 MB. */
	BOUND_WALK_BYTES = 512 << 20,
	/* Work on one function: blocks walked and cases of callees tried, summed over states, and so many for each of its
	 * blocks, where that is more. Behind the first bound only BOUND_STATES_TIRED states are kept apart at one point; at
	 * the second the rest is given up. */
	BOUND_WORK_TIRED = 300,
	BOUND_WORK = 2000,
	BOUND_WORK_TIRED_PER_BLOCK = 1,
	BOUND_WORK_PER_BLOCK = 5,
	/* The second look, about threads, gets tired and ends so much sooner. */
	BOUND_WORK_SECOND_LOOK = 3,
	BOUND_STATES_TIRED = 2,
	/* Pointers followed from a parameter or global to something whose fate tells states apart. Farther away it is
	 * somebody else's: `server.clients->first->conn->fd` is no business of each function that logs. */
	BOUND_HOPS_APART = 2,
	/* A function of up to so many blocks that returns a number may be a question that others ask by calling it: it is
	 * looked at closely where a rough look would mix up its answers. */
	BOUND_QUESTION_BLOCKS = 12,
	/* Joins of one state at one block before its number ranges are widened. */
	BOUND_JOINS_BEFORE_WIDENING = 3,
	/* Cases of one summary. */
	BOUND_CASES = 16,
	/* Assignments and effects of one case. */
	BOUND_EFFECTS_PER_CASE = 48,
	/* Steps of one path: `a->b->c->d` has six. Deeper places are cyclic structures more often than not. */
	BOUND_PATH_STEPS = 10,
	/* Calls from a function to the one that starts a thread or waits for it. Farther away nobody knows its line. */
	BOUND_HOPS_TO_THREAD = 3,
	/* Blocks gone through behind a wait that came to an end, before nothing is concluded: loops around one have a few. */
	BOUND_BLOCKS_BEHIND_WAIT = 64,
	/* Calls of one function and its callees that may block, by what they wait for. */
	BOUND_WAITS = 24,
	/* Values that decided between paths of one state before they were merged. Close functions ask for a few. */
	BOUND_FORGOTTEN = 16,
	/* Members of one record that a struct assignment copies one by one. */
	BOUND_COPIED_MEMBERS = 24,
	/* Targets tried at one call through a pointer. */
	BOUND_CALL_TARGETS = 12,
	/* Rounds over one strongly connected component of the call graph. */
	BOUND_SCC_ROUNDS = 4,
	/* Constants and addresses remembered per node of the whole-program facts. */
	BOUND_FACTS_PER_NODE = 48
};

#endif
