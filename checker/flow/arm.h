/* The arms of a switch: `case A: case B:` asks one question. Part of the flow engine. Floor 2. */
#ifndef CLOSEWAIT_FLOW_ARM_H
#define CLOSEWAIT_FLOW_ARM_H

#include "flow/walk.h"

/* The cases that lead to one target. */
struct arm {
	uint32_t target;
	int64_t low, high; /* of all of them */
};

/* Sets the arm that case i of the exit belongs to. False when an earlier case belongs to it, too. */
bool arm_begins(const struct ir_exit *exit, uint32_t i, struct arm *arm);
/* Narrows s to the numbers of the arm. False when v can be none of them. */
bool arm_assume(struct walk *w, struct state *s, const struct ir_exit *exit, const struct arm *arm,
                const struct val *v);

#endif
