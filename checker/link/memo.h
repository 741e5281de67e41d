/* Results of an earlier run that no change can have reached: they are taken over, and need no walk. Floor 3.
 *
 * The result of a walk is kept with all that the walk has asked of the program (question.h), and the answers. It holds
 * while the function is as it was and every answer is: a change far away makes its callees' summaries others, or does
 * not. Where a function's new summary is the old one, its callers are not walked. Any thread may call these.
 */
#ifndef CLOSEWAIT_LINK_MEMO_H
#define CLOSEWAIT_LINK_MEMO_H

#include "link/question.h"

struct memo;

/* Takes what an earlier run wrote, n bytes that must outlive the memo; what is none counts as empty. All of the memo
 * lives in a. Give it to program->memo before program_link(). */
struct memo *memo_new(struct arena *a, struct program *program, const char *bytes, size_t n);
/* Adds what this run has taken over or worked out. False when that is the same as before. */
bool memo_write(struct memo *memo, struct buf *out);

struct memo_walk {
	const struct program_function *f;
	uint64_t key;     /* of all that decides the result but the answers to questions */
	size_t cut_calls; /* how often BOUND_CALL_TARGETS was hit */
};

/* The result of the walk, and its cut calls, where they are kept and hold; else NULL. */
struct flow_result *memo_take(struct memo *memo, struct memo_walk *walk);
/* Keeps the result, which must stay in memory. What the answers rest on must be as it was for the walk. */
void memo_keep(struct memo *memo, const struct memo_walk *walk, const struct questions *asked,
               const struct flow_result *result);
/* A hash of the summary, the same in every run; it must stay in memory. */
uint64_t memo_print(struct memo *memo, const struct summary *summary);

#endif
