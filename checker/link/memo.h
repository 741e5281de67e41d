/* Results of an earlier run that no change can have reached: they are taken over, and need no walk. Floor 3.
 *
 * A result is kept with all that its walk has asked of the program (question.h), and the answers. It holds while the
 * function is as it was and every answer is: a change far away makes its callees' summaries others, or does not. Where
 * a function's new summary is the old one, its callers are not walked.
 *
 * Functions that call each other in a circle are kept, or walked, together. Any thread may call these.
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

/* One walk, or all those in a circle of functions. */
struct memo_task {
	const uint32_t *members; /* ids of functions */
	uint32_t count;
	enum flow_threads look; /* from THREADS_START on: the second look, of one function */
	uint64_t key;           /* of all that decides the results but the answers to questions */
	size_t walks, unfinished, cut_calls;
};

/* Sets the results of the members, and the last three of the task, when it is kept and holds. */
bool memo_take(struct memo *memo, struct memo_task *task);
/* Keeps the results of the members. */
void memo_keep(struct memo *memo, const struct memo_task *task, const struct questions *asked);

#endif
