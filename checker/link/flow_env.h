/* What the flow engine asks, answered for a program. Floor 3. */
#ifndef CLOSEWAIT_LINK_FLOW_ENV_H
#define CLOSEWAIT_LINK_FLOW_ENV_H

#include "link/question.h"

struct asker {
	struct program *program;
	const struct program_function *walked; /* who asks for summaries */
	struct questions *asked;               /* NULL: nobody wants to know */
	size_t cut_calls;                      /* how often BOUND_CALL_TARGETS was hit */
};

/* For the first look, each function by itself, or the second one from THREADS_START on: this needs program->threads. The
 * asker is handed back in each call, and must outlive it. */
struct flow_env ask_env(struct asker *asker, enum flow_threads look);

#endif
