/* Answers to questions, as numbers. Floor 3. */
#ifndef CLOSEWAIT_LINK_ANSWER_H
#define CLOSEWAIT_LINK_ANSWER_H

#include "flow/pack.h"
#include "link/flow_env.h"

struct answers {
	struct arena *arena;
	struct packer *packer;
	struct asker asker;
	struct flow_env env;
	struct map known; /* of facts, which stay as they are */
};

/* The answer depends on who is worked out first. */
enum { ANSWER_UNSURE = 0 };

void answers_begin(struct answers *answers, struct arena *a, struct program *program,
                   struct packer *packer);
/* The hash of the answer that the program gives now to a walk of that function. */
uint64_t answers_find(struct answers *answers, const struct question *question,
                      const struct program_function *asker);

#endif
