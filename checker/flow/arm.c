#include "flow/arm.h"

bool arm_begins(const struct ir_exit *exit, uint32_t i, struct arm *arm) {
	*arm = (struct arm){exit->targets[i], exit->cases[i].low, exit->cases[i].high};
	for (uint32_t k = 0; k < exit->case_count; k++) {
		if (exit->targets[k] != arm->target) continue;
		if (k < i) return false;
		if (exit->cases[k].low < arm->low) arm->low = exit->cases[k].low;
		if (exit->cases[k].high > arm->high) arm->high = exit->cases[k].high;
	}
	return true;
}

/* The end of the case of the arm that takes the number, or the number before it when none does. */
static int64_t taken_up_to(const struct ir_exit *exit, const struct arm *arm, int64_t number) {
	for (uint32_t i = 0; i < exit->case_count; i++)
		if (exit->targets[i] == arm->target && exit->cases[i].low <= number &&
		    number <= exit->cases[i].high)
			return exit->cases[i].high;
	return number - 1;
}

/* The first numbers from there on that lie between cases of the arm; at its end when there are none. */
static struct gap find_gap(const struct ir_exit *exit, const struct arm *arm, int64_t from) {
	for (int64_t end; from < arm->high && (end = taken_up_to(exit, arm, from)) >= from;) {
		if (end >= arm->high) return (struct gap){arm->high, arm->high};
		from = end + 1;
	}
	struct gap gap = {from, arm->high};
	for (uint32_t i = 0; i < exit->case_count; i++)
		if (exit->targets[i] == arm->target && exit->cases[i].low > from &&
		    exit->cases[i].low <= gap.high)
			gap.high = exit->cases[i].low - 1;
	return gap;
}

bool arm_assume(struct walk *w, struct state *s, const struct ir_exit *exit, const struct arm *arm,
                const struct val *v) {
	const struct val *low = val_const(w->values, arm->low), *high = val_const(w->values, arm->high);
	if (low == high) return state_assume(w->arena, s, w->values, v, IR_EQ, low, false);
	if (!state_assume(w->arena, s, w->values, v, IR_GE, low, false) ||
	    !state_assume(w->arena, s, w->values, v, IR_LE, high, false))
		return false;
	/* A range has no room for more. */
	int64_t from = arm->low;
	for (uint32_t n = 0; n < RANGE_GAPS; n++) {
		struct gap gap = find_gap(exit, arm, from);
		if (gap.low >= arm->high) return true;
		if (!state_assume_outside(w->arena, s, v, gap.low, gap.high)) return false;
		from = gap.high + 1;
	}
	return true;
}
