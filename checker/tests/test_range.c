/* Ranges: what is known of a number. Checked against sets of numbers that are listed one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "flow/range.h"

/* All small numbers with which the tests below calculate. */
enum { FIRST = -6, LAST = 6, OUTSIDE = 9 };

static const enum ir_compare COMPARES[] = {IR_EQ, IR_NE, IR_LT, IR_LE, IR_GT, IR_GE};
enum { COMPARE_COUNT = sizeof COMPARES / sizeof *COMPARES };

static void is_range(struct range r, int64_t low, int64_t high, uint32_t gaps) {
	assert_int_equal(r.low, low);
	assert_int_equal(r.high, high);
	assert_int_equal(r.gap_count, gaps);
}

static void has_gap(const struct range *r, uint32_t i, int64_t low, int64_t high) {
	assert_true(i < r->gap_count);
	assert_int_equal(r->gaps[i].low, low);
	assert_int_equal(r->gaps[i].high, high);
}

/* What range.h promises of the form. */
static void is_well_formed(const struct range *r) {
	assert_true(r->gap_count <= RANGE_GAPS);
	if (range_is_empty(r)) return;
	for (uint32_t i = 0; i < r->gap_count; i++) {
		assert_true(r->gaps[i].low <= r->gaps[i].high);
		assert_true(r->gaps[i].low > r->low && r->gaps[i].high < r->high);
		assert_true(i == 0 || r->gaps[i - 1].high < r->gaps[i].low - 1);
	}
}

/* --- single operations ------------------------------------------------------------------------ */

static void full_and_empty(void **state) {
	(void)state;
	struct range full = range_full(), none = range_of(1, 0), one = range_of(7, 7);
	assert_true(range_is_full(&full));
	assert_false(range_is_empty(&full));
	assert_true(range_has(&full, INT64_MIN) && range_has(&full, INT64_MAX));
	assert_true(range_is_empty(&none));
	assert_false(range_has(&none, 0) || range_has(&none, 1));
	assert_true(range_has(&one, 7));
	assert_false(range_has(&one, 6) || range_has(&one, 8) || range_is_full(&one));
	struct range gap = range_where(full, IR_NE, 0);
	assert_false(range_is_full(&gap));
}

static void cuts_at_a_number(void **state) {
	(void)state;
	struct range r = range_of(-1, 100);
	is_range(range_where(r, IR_LT, 0), -1, -1, 0);
	is_range(range_where(r, IR_LE, 0), -1, 0, 0);
	is_range(range_where(r, IR_GT, 0), 1, 100, 0);
	is_range(range_where(r, IR_GE, 0), 0, 100, 0);
	is_range(range_where(r, IR_EQ, 50), 50, 50, 0);
	struct range none = range_where(r, IR_EQ, 101);
	assert_true(range_is_empty(&none));
	none = range_where(r, IR_LT, -1);
	assert_true(range_is_empty(&none));
}

static void cuts_at_the_ends_of_numbers(void **state) {
	(void)state;
	struct range r = range_full();
	struct range none = range_where(r, IR_LT, INT64_MIN);
	assert_true(range_is_empty(&none));
	none = range_where(r, IR_GT, INT64_MAX);
	assert_true(range_is_empty(&none));
	is_range(range_where(r, IR_LE, INT64_MIN), INT64_MIN, INT64_MIN, 0);
	is_range(range_where(r, IR_GE, INT64_MAX), INT64_MAX, INT64_MAX, 0);
	is_range(range_where(r, IR_NE, INT64_MIN), INT64_MIN + 1, INT64_MAX, 0);
	is_range(range_where(r, IR_NE, INT64_MAX), INT64_MIN, INT64_MAX - 1, 0);
}

static void a_gap_at_an_end_moves_it(void **state) {
	(void)state;
	struct range r = range_where(range_of(0, 10), IR_NE, 1);
	is_range(r, 0, 10, 1);
	is_range(range_where(r, IR_NE, 0), 2, 10, 0);
	is_range(range_where(r, IR_GE, 1), 2, 10, 0);
	is_range(range_where(r, IR_LE, 1), 0, 0, 0);
	is_range(range_without(range_of(0, 10), -5, 3), 4, 10, 0);
	is_range(range_without(range_of(0, 10), 8, 10), 0, 7, 0);
	is_range(range_without(r, 2, 100), 0, 0, 0);
	is_range(range_without(r, 11, 20), 0, 10, 1);
	struct range none = range_where(range_of(3, 3), IR_NE, 3);
	assert_true(range_is_empty(&none));
	none = range_without(r, INT64_MIN, INT64_MAX);
	assert_true(range_is_empty(&none));
}

static void gaps_that_touch_are_one(void **state) {
	(void)state;
	struct range r = range_without(range_without(range_of(0, 100), 10, 19), 40, 49);
	is_range(r, 0, 100, 2);
	r = range_without(r, 20, 39);
	is_range(r, 0, 100, 1);
	has_gap(&r, 0, 10, 49);
	r = range_without(r, 5, 60);
	is_range(r, 0, 100, 1);
	has_gap(&r, 0, 5, 60);
	is_range(range_without(r, 1, 99), 0, 100, 1);
	is_range(range_where(r, IR_GE, 30), 61, 100, 0);
}

/* A gap too many is forgotten, which only makes the range larger: the narrowest first, but not the one of 0. */
static void forgets_gaps_beyond_the_bound(void **state) {
	(void)state;
	struct range r = range_of(-100, 1000);
	for (int64_t i = 1; i <= RANGE_GAPS + 1; i++) r = range_where(r, IR_NE, i * 10);
	is_range(r, -100, 1000, RANGE_GAPS);
	for (int64_t i = 1; i <= RANGE_GAPS; i++) assert_false(range_has(&r, i * 10));
	assert_true(range_has(&r, (RANGE_GAPS + 1) * 10));
	r = range_where(r, IR_NE, 0);
	is_range(r, -100, 1000, RANGE_GAPS);
	assert_false(range_has(&r, 0));
	r = range_without(r, 500, 600);
	is_range(r, -100, 1000, RANGE_GAPS);
	assert_false(range_has(&r, 0) || range_has(&r, 550));
}

/* -1 and what socket returns on success: neither is 0, but a set of numbers on both sides of it. */
static void joins_a_failure_with_a_descriptor(void **state) {
	(void)state;
	struct range failed = range_of(-1, -1), fd = range_of(3, INT32_MAX);
	struct range r = range_join(&failed, &fd);
	assert_int_equal(r.low, -1);
	assert_int_equal(r.high, INT32_MAX);
	assert_false(range_has(&r, 0));
	is_range(range_where(r, IR_LT, 0), -1, -1, 0);
	struct range other = range_of(-5, -5);
	r = range_join(&other, &fd);
	assert_false(range_has(&r, 0) || range_has(&r, -1));
}

static void keeps_a_gap_that_both_have(void **state) {
	(void)state;
	struct range a = range_where(range_full(), IR_NE, 5),
				 b = range_where(range_of(0, 10), IR_NE, 5);
	struct range r = range_join(&a, &b);
	assert_false(range_has(&r, 5));
	struct range c = range_of(0, 4);
	r = range_join(&b, &c);
	assert_false(range_has(&r, 5));
	struct range d = range_of(5, 6);
	r = range_join(&b, &d);
	assert_true(range_has(&r, 5));
}

/* `mode == 0 || mode == 10` is not `mode >= 0 && mode <= 10`. */
static void keeps_what_lies_between(void **state) {
	(void)state;
	struct range zero = range_of(0, 0), ten = range_of(10, 10), seven = range_of(7, 7);
	struct range r = range_join(&ten, &zero);
	is_range(r, 0, 10, 1);
	has_gap(&r, 0, 1, 9);
	r = range_join(&r, &seven);
	is_range(r, 0, 10, 2);
	has_gap(&r, 0, 1, 6);
	has_gap(&r, 1, 8, 9);
	struct range up = range_of(5, 100);
	r = range_join(&r, &up);
	is_range(r, 0, 100, 1);
	has_gap(&r, 0, 1, 4);
}

static void joins_with_nothing(void **state) {
	(void)state;
	struct range none = range_of(1, 0), some = range_of(2, 3);
	struct range r = range_join(&none, &some);
	assert_true(range_equal(&r, &some));
	r = range_join(&some, &none);
	assert_true(range_equal(&r, &some));
}

static void widens_the_end_that_moved(void **state) {
	(void)state;
	struct range before = range_of(0, 3), up = range_of(1, 4), down = range_of(-1, 2),
				 same = range_of(1, 2);
	is_range(range_widen(&before, &up), 0, INT64_MAX, 0);
	struct range r = range_widen(&before, &down);
	assert_int_equal(r.low, INT64_MIN);
	assert_int_equal(r.high, 3);
	is_range(range_widen(&before, &same), 0, 3, 0);
}

/* A gap that is narrower than before goes; one that is whole, or that the moved end leaves behind, stays. */
static void widens_gaps_that_shrink(void **state) {
	(void)state;
	struct range before = range_without(range_of(0, 20), 5, 9), more = range_of(6, 6),
				 other = range_of(2, 12);
	is_range(range_widen(&before, &more), 0, 20, 0);
	is_range(range_widen(&before, &other), 0, 20, 0);
	struct range inside = range_of(10, 12), below = range_of(-9, -9);
	is_range(range_widen(&before, &inside), 0, 20, 1);
	struct range r = range_widen(&before, &below);
	is_range(r, INT64_MIN, 20, 2);
	has_gap(&r, 0, -8, -1);
	has_gap(&r, 1, 5, 9);
}

/* A loop that counts up: the widened range stays as it is from the second time on. */
static void widening_ends(void **state) {
	(void)state;
	struct range at_head = range_of(0, 0);
	int rounds = 0;
	for (bool moved = true; moved; rounds++) {
		struct range next =
			range_of(at_head.low + 1, at_head.high == INT64_MAX ? INT64_MAX : at_head.high + 1);
		struct range wide = range_widen(&at_head, &next);
		moved = !range_equal(&wide, &at_head);
		at_head = wide;
	}
	assert_true(rounds <= 3);
}

/* Whatever comes, in whatever order, a range widens a few times only. */
static void widening_ends_for_all_numbers(void **state) {
	(void)state;
	for (int64_t step = 1; step < 40; step += 3) {
		struct range r = range_of(20, 20);
		uint32_t moves = 0;
		for (int64_t i = 1; i < 41; i++) {
			struct range next = range_of(i * step % 41, i * step % 41);
			struct range wide = range_widen(&r, &next);
			moves += !range_equal(&wide, &r);
			r = wide;
		}
		assert_true(moves <= 2 + RANGE_GAPS);
	}
}

/* --- comparisons ------------------------------------------------------------------------------ */

static void comparisons_negate_and_swap(void **state) {
	(void)state;
	for (int c = 0; c < COMPARE_COUNT; c++)
		for (int64_t x = -2; x <= 2; x++)
			for (int64_t y = -2; y <= 2; y++) {
				bool holds = compare_numbers(x, COMPARES[c], y);
				assert_int_equal(compare_numbers(x, compare_negate(COMPARES[c]), y), !holds);
				assert_int_equal(compare_numbers(y, compare_swap(COMPARES[c]), x), holds);
			}
}

/* --- against sets of numbers ------------------------------------------------------------------ */

struct sample {
	struct range range;
	bool holds[LAST - FIRST + 1]; /* which of the small numbers are in the set */
};

/* Low..high, cut by two comparisons. */
static struct sample make_cut(int64_t low, int64_t high, int first, int64_t x, int second,
                              int64_t y) {
	struct sample s;
	s.range =
		range_where(range_where(range_of(low, high), COMPARES[first], x), COMPARES[second], y);
	for (int64_t n = FIRST; n <= LAST; n++)
		s.holds[n - FIRST] = n >= low && n <= high && compare_numbers(n, COMPARES[first], x) &&
		                     compare_numbers(n, COMPARES[second], y);
	return s;
}

/* Low..high without x..x+wide and y..y+wide. */
static struct sample make_gapped(int64_t low, int64_t high, int64_t wide, int64_t x, int64_t y) {
	struct sample s;
	s.range = range_without(range_without(range_of(low, high), x, x + wide), y, y + wide);
	for (int64_t n = FIRST; n <= LAST; n++)
		s.holds[n - FIRST] =
			n >= low && n <= high && (n < x || n > x + wide) && (n < y || n > y + wide);
	return s;
}

/* Calls each with every sample whose ends are from the list. */
static void each_sample(void (*each)(const struct sample *s, void *data), void *data) {
	static const int64_t ENDS[][2] = {{FIRST - OUTSIDE, LAST + OUTSIDE},
	                                  {INT64_MIN, INT64_MAX},
	                                  {-1, 4},
	                                  {0, 0},
	                                  {-3, -1},
	                                  {2, 5}};
	for (size_t e = 0; e < sizeof ENDS / sizeof *ENDS; e++)
		for (int64_t x = -2; x <= 4; x++)
			for (int64_t y = -2; y <= 4; y++) {
				for (int c = 0; c < COMPARE_COUNT * COMPARE_COUNT; c++) {
					struct sample s = make_cut(ENDS[e][0], ENDS[e][1], c % COMPARE_COUNT, x,
					                           c / COMPARE_COUNT, y);
					each(&s, data);
				}
				for (int64_t wide = 0; wide < 4; wide++) {
					struct sample s = make_gapped(ENDS[e][0], ENDS[e][1], wide, x, y);
					each(&s, data);
				}
			}
}

static void check_exact(const struct sample *s, void *data) {
	(void)data;
	is_well_formed(&s->range);
	for (int64_t n = FIRST; n <= LAST; n++)
		assert_int_equal(range_has(&s->range, n), s->holds[n - FIRST]);
}

static void where_is_exact(void **state) {
	(void)state;
	each_sample(check_exact, NULL);
}

static void check_join(const struct sample *b, void *data) {
	const struct sample *a = data;
	struct range joined = range_join(&a->range, &b->range),
				 wide = range_widen(&a->range, &b->range);
	is_well_formed(&joined);
	is_well_formed(&wide);
	for (int64_t n = FIRST; n <= LAST; n++) {
		bool in_either = a->holds[n - FIRST] || b->holds[n - FIRST];
		if (in_either) assert_true(range_has(&joined, n));
		/* Both have two gaps at most, and what lies between: the join has room for all. */
		if (a->range.gap_count + b->range.gap_count < RANGE_GAPS)
			assert_int_equal(range_has(&joined, n), in_either);
		if (range_has(&joined, n)) assert_true(range_has(&wide, n));
	}
	struct range other_way = range_join(&b->range, &a->range);
	assert_true(range_equal(&joined, &other_way) ||
	            (range_is_empty(&joined) && range_is_empty(&other_way)));
	struct range again = range_widen(&wide, &b->range);
	assert_true(range_equal(&again, &wide));
}

static void check_all_joins(const struct sample *a, void *data) {
	size_t *number = data;
	if ((*number)++ % 211 == 0) each_sample(check_join, (void *)a);
}

/* Nothing that one of the two has gets lost in a join, and nothing of the join in widening. */
static void join_holds_both(void **state) {
	(void)state;
	size_t number = 0;
	each_sample(check_all_joins, &number);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_and_empty),
		cmocka_unit_test(cuts_at_a_number),
		cmocka_unit_test(cuts_at_the_ends_of_numbers),
		cmocka_unit_test(a_gap_at_an_end_moves_it),
		cmocka_unit_test(gaps_that_touch_are_one),
		cmocka_unit_test(forgets_gaps_beyond_the_bound),
		cmocka_unit_test(joins_a_failure_with_a_descriptor),
		cmocka_unit_test(keeps_a_gap_that_both_have),
		cmocka_unit_test(keeps_what_lies_between),
		cmocka_unit_test(joins_with_nothing),
		cmocka_unit_test(widens_the_end_that_moved),
		cmocka_unit_test(widens_gaps_that_shrink),
		cmocka_unit_test(widening_ends),
		cmocka_unit_test(widening_ends_for_all_numbers),
		cmocka_unit_test(comparisons_negate_and_swap),
		cmocka_unit_test(where_is_exact),
		cmocka_unit_test(join_holds_both),
	};
	return cmocka_run_group_tests_name("range", tests, NULL, NULL);
}
