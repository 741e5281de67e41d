/* What is known of a number: an interval, minus a few gaps. Floor 2. */
#ifndef CLOSEWAIT_FLOW_RANGE_H
#define CLOSEWAIT_FLOW_RANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "ir/ir.h"

/* Facts are made of ranges, and states of facts: one more gap is 16 bytes in each. */
enum { RANGE_GAPS = 3 };

/* low..high, both included: not a number in there is in the range. */
struct gap {
	int64_t low, high;
};

/* low..high, both included, without the first gap_count of gaps, which are sorted, lie between the ends and do not touch
 * each other. Empty when low > high. */
struct range {
	int64_t low, high;
	struct gap gaps[RANGE_GAPS];
	uint32_t gap_count;
};

struct range range_full(void);
struct range range_of(int64_t low, int64_t high);
bool range_is_full(const struct range *r);
bool range_is_empty(const struct range *r);
bool range_equal(const struct range *a, const struct range *b);
bool range_has(const struct range *r, int64_t number);
/* The values of r for which `value compare number` holds. */
struct range range_where(struct range r, enum ir_compare compare, int64_t number);
/* The values of r outside low..high. Where that makes a gap too many, the one that matters least is forgotten. */
struct range range_without(struct range r, int64_t low, int64_t high);
/* All values of both, and what lies in the gaps that there is no room for. */
struct range range_join(const struct range *a, const struct range *b);
/* As range_join, but a bound that moved goes to the end at once, and a gap that shrinks is none, so that loops end. */
struct range range_widen(const struct range *before, const struct range *after);

/* The comparison that holds when compare does not. */
enum ir_compare compare_negate(enum ir_compare compare);
/* The comparison of `right ? left` that says the same as `left compare right`. */
enum ir_compare compare_swap(enum ir_compare compare);
bool compare_numbers(int64_t left, enum ir_compare compare, int64_t right);

#endif
