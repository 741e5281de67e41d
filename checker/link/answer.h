/* Answers to questions, as numbers. Floor 3. */
#ifndef CLOSEWAIT_LINK_ANSWER_H
#define CLOSEWAIT_LINK_ANSWER_H

#include "flow/pack.h"
#include "link/ask.h"

struct answers {
	struct arena *arena;
	struct packer *packer;
	struct asker asker;
	struct flow_env env;
	struct map known; /* of facts, which stay as they are */
};

/* What asking an unfinished function comes to. */
enum { ANSWER_UNSURE = 0 };

void answers_begin(struct answers *answers, struct arena *a, struct program *program,
                   struct packer *packer);
/* The hash of the answer that the program gives now. */
uint64_t answers_find(struct answers *answers, const struct question *question);

#endif
