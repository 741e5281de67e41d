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

static void is_range(struct range r, int64_t low, int64_t high, uint32_t holes) {
	assert_int_equal(r.low, low);
	assert_int_equal(r.high, high);
	assert_int_equal(r.hole_count, holes);
}

/* What range.h promises of the form. */
static void is_well_formed(const struct range *r) {
	assert_true(r->hole_count <= RANGE_HOLES);
	if (range_is_empty(r)) return;
	for (uint32_t i = 0; i < r->hole_count; i++) {
		assert_true(r->holes[i] > r->low && r->holes[i] < r->high);
		assert_true(i == 0 || r->holes[i - 1] < r->holes[i]);
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
	struct range hole = range_where(full, IR_NE, 0);
	assert_false(range_is_full(&hole));
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

static void a_hole_at_an_end_moves_it(void **state) {
	(void)state;
	struct range r = range_where(range_of(0, 10), IR_NE, 1);
	is_range(r, 0, 10, 1);
	is_range(range_where(r, IR_NE, 0), 2, 10, 0);
	is_range(range_where(r, IR_GE, 1), 2, 10, 0);
	is_range(range_where(r, IR_LE, 1), 0, 0, 0);
	struct range none = range_where(range_of(3, 3), IR_NE, 3);
	assert_true(range_is_empty(&none));
}

/* A hole too many is forgotten, which only makes the range larger. */
static void forgets_holes_beyond_the_bound(void **state) {
	(void)state;
	struct range r = range_of(0, 100);
	for (int64_t i = 1; i <= RANGE_HOLES + 1; i++) r = range_where(r, IR_NE, i * 10);
	is_range(r, 0, 100, RANGE_HOLES);
	assert_false(range_has(&r, 10) || range_has(&r, 20) || range_has(&r, 30));
	assert_true(range_has(&r, 40));
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

static void keeps_a_hole_that_both_have(void **state) {
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

/* A range that was cut out of low..high by two comparisons. */
struct sample {
	struct range range;
	bool holds[LAST - FIRST + 1]; /* which of the small numbers are in the set */
};

static struct sample make_sample(int64_t low, int64_t high, int first, int64_t x, int second,
                                 int64_t y) {
	struct sample s;
	s.range =
		range_where(range_where(range_of(low, high), COMPARES[first], x), COMPARES[second], y);
	for (int64_t n = FIRST; n <= LAST; n++)
		s.holds[n - FIRST] = n >= low && n <= high && compare_numbers(n, COMPARES[first], x) &&
		                     compare_numbers(n, COMPARES[second], y);
	return s;
}

/* Calls each with every sample whose ends are from the list. */
static void each_sample(void (*each)(const struct sample *s, void *data), void *data) {
	static const int64_t ENDS[][2] = {
		{FIRST - OUTSIDE, LAST + OUTSIDE}, {-1, 4}, {0, 0}, {-3, -1}, {2, 5}};
	for (size_t e = 0; e < sizeof ENDS / sizeof *ENDS; e++)
		for (int c = 0; c < COMPARE_COUNT * COMPARE_COUNT; c++)
			for (int64_t x = -2; x <= 4; x++)
				for (int64_t y = -2; y <= 4; y++) {
					struct sample s = make_sample(ENDS[e][0], ENDS[e][1], c % COMPARE_COUNT, x,
					                              c / COMPARE_COUNT, y);
					each(&s, data);
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
		if (range_has(&joined, n)) assert_true(range_has(&wide, n));
	}
}

static void check_all_joins(const struct sample *a, void *data) {
	size_t *number = data;
	if ((*number)++ % 61 == 0) each_sample(check_join, (void *)a);
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
		cmocka_unit_test(a_hole_at_an_end_moves_it),
		cmocka_unit_test(forgets_holes_beyond_the_bound),
		cmocka_unit_test(joins_a_failure_with_a_descriptor),
		cmocka_unit_test(keeps_a_hole_that_both_have),
		cmocka_unit_test(joins_with_nothing),
		cmocka_unit_test(widens_the_end_that_moved),
		cmocka_unit_test(widening_ends),
		cmocka_unit_test(comparisons_negate_and_swap),
		cmocka_unit_test(where_is_exact),
		cmocka_unit_test(join_holds_both),
	};
	return cmocka_run_group_tests_name("range", tests, NULL, NULL);
}
