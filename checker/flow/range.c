#include "flow/range.h"

struct range range_full(void) {
	return range_of(INT64_MIN, INT64_MAX);
}

struct range range_of(int64_t low, int64_t high) {
	return (struct range){.low = low, .high = high};
}

static struct range empty(void) {
	return range_of(1, 0);
}

bool range_is_full(const struct range *r) {
	return r->low == INT64_MIN && r->high == INT64_MAX && !r->gap_count;
}

bool range_is_empty(const struct range *r) {
	return r->low > r->high;
}

static bool same_gap(const struct gap *a, const struct gap *b) {
	return a->low == b->low && a->high == b->high;
}

bool range_equal(const struct range *a, const struct range *b) {
	if (a->low != b->low || a->high != b->high || a->gap_count != b->gap_count) return false;
	for (uint32_t i = 0; i < a->gap_count; i++)
		if (!same_gap(&a->gaps[i], &b->gaps[i])) return false;
	return true;
}

bool range_has(const struct range *r, int64_t number) {
	if (number < r->low || number > r->high) return false;
	for (uint32_t i = 0; i < r->gap_count; i++)
		if (number >= r->gaps[i].low && number <= r->gaps[i].high) return false;
	return true;
}

/* --- gaps ------------------------------------------------------------------------------------- */

/* Any number of them that two ranges can make, sorted: those of one and of the other, and what lies between and beside. */
struct gap_list {
	struct gap items[2 * RANGE_GAPS + 3];
	uint32_t n;
};

static void add_gap(struct gap_list *list, int64_t low, int64_t high) {
	list->items[list->n++] = (struct gap){low, high};
}

/* A wide gap says more than a narrow one; and most conditions ask for 0 or -1. */
static uint64_t worth(const struct gap *g) {
	return g->low <= 0 && g->high >= -1 ? UINT64_MAX : (uint64_t)g->high - (uint64_t)g->low;
}

static void forget_least(struct gap_list *list) {
	uint32_t least = 0;
	for (uint32_t i = 1; i < list->n; i++)
		if (worth(&list->items[i]) <= worth(&list->items[least])) least = i;
	list->n--;
	for (uint32_t i = least; i < list->n; i++) list->items[i] = list->items[i + 1];
}

static struct range with_gaps(int64_t low, int64_t high, struct gap_list *list) {
	struct range r = range_of(low, high);
	while (list->n > RANGE_GAPS) forget_least(list);
	for (uint32_t i = 0; i < list->n; i++) r.gaps[r.gap_count++] = list->items[i];
	return r;
}

/* --- narrowing -------------------------------------------------------------------------------- */

/* The values of r within low..high. */
static struct range within(const struct range *r, int64_t low, int64_t high) {
	struct range out = range_of(r->low > low ? r->low : low, r->high < high ? r->high : high);
	for (uint32_t i = 0; i < r->gap_count; i++) {
		struct gap g = r->gaps[i];
		if (g.high < out.low || g.low > out.high) continue;
		if (g.low <= out.low) out.low = g.high + 1;
		else if (g.high >= out.high) out.high = g.low - 1;
		else out.gaps[out.gap_count++] = g;
	}
	return out;
}

/* The same, for low..high that lies within r and touches neither end. */
static struct range with_gap(const struct range *r, int64_t low, int64_t high) {
	struct gap_list all = {.n = 0};
	uint32_t i = 0;
	for (; i < r->gap_count && r->gaps[i].high < low - 1; i++)
		add_gap(&all, r->gaps[i].low, r->gaps[i].high);
	for (; i < r->gap_count && r->gaps[i].low <= high + 1; i++) {
		if (r->gaps[i].low < low) low = r->gaps[i].low;
		if (r->gaps[i].high > high) high = r->gaps[i].high;
	}
	add_gap(&all, low, high);
	for (; i < r->gap_count; i++) add_gap(&all, r->gaps[i].low, r->gaps[i].high);
	return with_gaps(r->low, r->high, &all);
}

struct range range_without(struct range r, int64_t low, int64_t high) {
	if (high < r.low || low > r.high || low > high) return r;
	if (low <= r.low) return high >= r.high ? empty() : within(&r, high + 1, r.high);
	return high >= r.high ? within(&r, r.low, low - 1) : with_gap(&r, low, high);
}

struct range range_where(struct range r, enum ir_compare compare, int64_t number) {
	switch (compare) {
	case IR_EQ: return range_has(&r, number) ? range_of(number, number) : empty();
	case IR_NE: return range_without(r, number, number);
	case IR_LT: return number == INT64_MIN ? empty() : within(&r, INT64_MIN, number - 1);
	case IR_LE: return within(&r, INT64_MIN, number);
	case IR_GT: return number == INT64_MAX ? empty() : within(&r, number + 1, INT64_MAX);
	case IR_GE: return within(&r, number, INT64_MAX);
	}
	return r;
}

/* --- joining ---------------------------------------------------------------------------------- */

/* What r leaves out of low..high, which it lies within. */
static struct gap_list outside(const struct range *r, int64_t low, int64_t high) {
	struct gap_list list = {.n = 0};
	if (r->low > low) add_gap(&list, low, r->low - 1);
	for (uint32_t i = 0; i < r->gap_count; i++) add_gap(&list, r->gaps[i].low, r->gaps[i].high);
	if (r->high < high) add_gap(&list, r->high + 1, high);
	return list;
}

static struct gap_list in_both(const struct gap_list *a, const struct gap_list *b) {
	struct gap_list both = {.n = 0};
	for (uint32_t i = 0, k = 0; i < a->n && k < b->n;) {
		const struct gap *x = &a->items[i], *y = &b->items[k];
		int64_t low = x->low > y->low ? x->low : y->low,
				high = x->high < y->high ? x->high : y->high;
		if (low <= high) add_gap(&both, low, high);
		if (x->high < y->high) i++;
		else k++;
	}
	return both;
}

struct range range_join(const struct range *a, const struct range *b) {
	if (range_is_empty(a)) return *b;
	if (range_is_empty(b) || range_equal(a, b)) return *a;
	int64_t low = a->low < b->low ? a->low : b->low, high = a->high > b->high ? a->high : b->high;
	struct gap_list out_of_a = outside(a, low, high), out_of_b = outside(b, low, high);
	struct gap_list both = in_both(&out_of_a, &out_of_b);
	return with_gaps(low, high, &both);
}

/* A gap between the numbers of before that is not one of its own was wider there. */
static bool has_shrunk(const struct range *before, const struct gap *g) {
	if (g->high < before->low || g->low > before->high) return false;
	for (uint32_t i = 0; i < before->gap_count; i++)
		if (same_gap(&before->gaps[i], g)) return false;
	return true;
}

struct range range_widen(const struct range *before, const struct range *after) {
	struct range joined = range_join(before, after), out = range_of(joined.low, joined.high);
	for (uint32_t i = 0; i < joined.gap_count; i++)
		if (!has_shrunk(before, &joined.gaps[i])) out.gaps[out.gap_count++] = joined.gaps[i];
	if (out.low < before->low) out.low = INT64_MIN;
	if (out.high > before->high) out.high = INT64_MAX;
	return out;
}

/* --- comparisons ------------------------------------------------------------------------------ */

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
