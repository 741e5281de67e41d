#include "flow/range.h"

struct range range_full(void) {
	return range_of(INT64_MIN, INT64_MAX);
}

struct range range_of(int64_t low, int64_t high) {
	return (struct range){.low = low, .high = high};
}

bool range_is_full(const struct range *r) {
	return r->low == INT64_MIN && r->high == INT64_MAX && !r->hole_count;
}

bool range_is_empty(const struct range *r) {
	return r->low > r->high;
}

bool range_equal(const struct range *a, const struct range *b) {
	if (a->low != b->low || a->high != b->high || a->hole_count != b->hole_count) return false;
	for (uint32_t i = 0; i < a->hole_count; i++)
		if (a->holes[i] != b->holes[i]) return false;
	return true;
}

bool range_has(const struct range *r, int64_t number) {
	if (number < r->low || number > r->high) return false;
	for (uint32_t i = 0; i < r->hole_count; i++)
		if (r->holes[i] == number) return false;
	return true;
}

static void add_hole(struct range *r, int64_t number) {
	if (r->hole_count == RANGE_HOLES || !range_has(r, number)) return;
	uint32_t at = r->hole_count++;
	for (; at > 0 && r->holes[at - 1] > number; at--) r->holes[at] = r->holes[at - 1];
	r->holes[at] = number;
}

/* Drops holes outside the interval, and moves the ends past holes that touch them. */
static struct range tidy(struct range r) {
	struct range out = range_of(r.low, r.high);
	for (bool moved = true; moved && out.low <= out.high;) {
		moved = false;
		for (uint32_t i = 0; i < r.hole_count; i++) {
			if (out.low > out.high) break;
			if (r.holes[i] == out.low && out.low < INT64_MAX) out.low++, moved = true;
			else if (r.holes[i] == out.high && out.high > INT64_MIN) out.high--, moved = true;
		}
	}
	for (uint32_t i = 0; i < r.hole_count; i++) add_hole(&out, r.holes[i]);
	return out;
}

static struct range empty(void) {
	return range_of(1, 0);
}

struct range range_where(struct range r, enum ir_compare compare, int64_t number) {
	switch (compare) {
	case IR_EQ: return range_has(&r, number) ? range_of(number, number) : empty();
	case IR_NE: add_hole(&r, number); break;
	case IR_LT:
		if (number == INT64_MIN) return empty();
		if (r.high >= number) r.high = number - 1;
		break;
	case IR_LE:
		if (r.high > number) r.high = number;
		break;
	case IR_GT:
		if (number == INT64_MAX) return empty();
		if (r.low <= number) r.low = number + 1;
		break;
	case IR_GE:
		if (r.low < number) r.low = number;
		break;
	}
	return tidy(r);
}

/* A small gap between the two becomes holes: {1, 2} joined with {4} excludes 3. */
static void fill_gap(struct range *out, const struct range *a, const struct range *b) {
	const struct range *lower = a->high < b->high ? a : b, *upper = lower == a ? b : a;
	if (lower->high >= upper->low) return;
	uint64_t gap = (uint64_t)upper->low - (uint64_t)lower->high - 1;
	for (int64_t n = lower->high; gap <= RANGE_HOLES && gap > 0; gap--) add_hole(out, ++n);
}

struct range range_join(const struct range *a, const struct range *b) {
	if (range_is_empty(a)) return *b;
	if (range_is_empty(b)) return *a;
	struct range out = range_of(a->low < b->low ? a->low : b->low, a->high > b->high ? a->high : b->high);
	for (uint32_t i = 0; i < a->hole_count; i++)
		if (!range_has(b, a->holes[i])) add_hole(&out, a->holes[i]);
	for (uint32_t i = 0; i < b->hole_count; i++)
		if (!range_has(a, b->holes[i])) add_hole(&out, b->holes[i]);
	fill_gap(&out, a, b);
	/* {-1} joined with 0..n leaves no hole; {-5} joined with 3..n still excludes 0. */
	for (int64_t n = -1; n <= 0; n++)
		if (!range_has(a, n) && !range_has(b, n)) add_hole(&out, n);
	return tidy(out);
}

struct range range_widen(const struct range *before, const struct range *after) {
	struct range out = range_join(before, after);
	if (out.low < before->low) out.low = INT64_MIN;
	if (out.high > before->high) out.high = INT64_MAX;
	return out;
}

enum ir_compare compare_negate(enum ir_compare compare) {
	switch (compare) {
	case IR_EQ: return IR_NE;
	case IR_NE: return IR_EQ;
	case IR_LT: return IR_GE;
	case IR_LE: return IR_GT;
	case IR_GT: return IR_LE;
	case IR_GE: return IR_LT;
	}
	return compare;
}

enum ir_compare compare_swap(enum ir_compare compare) {
	switch (compare) {
	case IR_LT: return IR_GT;
	case IR_LE: return IR_GE;
	case IR_GT: return IR_LT;
	case IR_GE: return IR_LE;
	case IR_EQ:
	case IR_NE: break;
	}
	return compare;
}

bool compare_numbers(int64_t left, enum ir_compare compare, int64_t right) {
	switch (compare) {
	case IR_EQ: return left == right;
	case IR_NE: return left != right;
	case IR_LT: return left < right;
	case IR_LE: return left <= right;
	case IR_GT: return left > right;
	case IR_GE: return left >= right;
	}
	return false;
}
