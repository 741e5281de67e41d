/* States: places, numbers, descriptors, renaming, forgetting. */
#include "state_fixture.h"

static const struct ir_field FLAG = {.record = "conn", .name = "flag", .type = {IR_INT, NULL}};

/* --- places ----------------------------------------------------------------------------------- */

static void a_place_holds_what_it_held_at_entry(void **state) {
	struct fixture *f = *state;
	assert_ptr_equal(load(f, f->s, f->fd), val_entry(f->v, f->fd));
	assert_null(state_binding(f->s, f->fd));
	state_bind(f->a, f->s, f->fd, number(f, -1));
	assert_ptr_equal(load(f, f->s, f->fd), number(f, -1));
	state_bind(f->a, f->s, f->fd, number(f, -2));
	assert_ptr_equal(state_binding(f->s, f->fd), number(f, -2));
	assert_int_equal(f->s->bindings.n, 1);
}

static void bindings_stay_sorted(void **state) {
	struct fixture *f = *state;
	enum { COUNT = 40 };
	const struct region *regions[COUNT];
	for (int i = 0; i < COUNT; i++) regions[i] = region_index(f->v, f->local, i);
	for (int i = 0; i < COUNT; i++)
		state_bind(f->a, f->s, regions[i * 7 % COUNT], number(f, i * 7 % COUNT));
	for (int i = 0; i < COUNT; i++) assert_ptr_equal(state_binding(f->s, regions[i]), number(f, i));
	for (size_t i = 1; i < f->s->bindings.n; i++)
		assert_true(f->s->bindings.items[i - 1].region->id < f->s->bindings.items[i].region->id);
}

static void unbinding_takes_the_parts_along(void **state) {
	struct fixture *f = *state;
	state_bind(f->a, f->s, f->fd, number(f, 1));
	state_bind(f->a, f->s, f->local, number(f, 2));
	state_unbind(f->a, f->s, f->obj);
	assert_null(state_binding(f->s, f->fd));
	assert_ptr_equal(state_binding(f->s, f->local), number(f, 2));
}

static void a_fill_says_what_the_rest_holds(void **state) {
	struct fixture *f = *state;
	const struct region *flag = region_field(f->v, f->obj, &FLAG);
	state_bind(f->a, f->s, flag, number(f, 3));
	state_fill(f->a, f->s, f->obj, FILL_ZERO, 1);
	assert_ptr_equal(load(f, f->s, flag), number(f, 0));
	state_bind(f->a, f->s, f->fd, number(f, 7));
	assert_ptr_equal(load(f, f->s, f->fd), number(f, 7));
	state_fill(f->a, f->s, f->obj, FILL_GARBAGE, 1);
	assert_ptr_equal(load(f, f->s, f->fd), val_unknown(f->v));
	state_fill(f->a, f->s, f->obj, FILL_CHANGED, 8);
	const struct val *changed = load(f, f->s, f->fd);
	assert_ptr_equal(changed, load(f, f->s, f->fd));
	assert_ptr_not_equal(changed, load(f, f->s, flag));
	assert_int_equal(f->s->fills.n, 1);
}

static void the_innermost_fill_counts(void **state) {
	struct fixture *f = *state;
	state_fill(f->a, f->s, f->obj, FILL_CHANGED, 1);
	state_fill(f->a, f->s, f->fd, FILL_ZERO, 2);
	assert_ptr_equal(load(f, f->s, f->fd), number(f, 0));
	assert_ptr_equal(state_find_fill(f->s, f->fd)->region, f->fd);
	state_fill(f->a, f->s, f->obj, FILL_CHANGED, 3);
	assert_ptr_equal(state_find_fill(f->s, f->fd)->region, f->obj);
	assert_null(state_find_fill(f->s, f->local));
}

static void a_copy_holds_what_the_other_held(void **state) {
	struct fixture *f = *state;
	state_fill_copy(f->a, f->s, f->local, f->obj);
	const struct region *copied = region_field(f->v, f->local, &FD);
	assert_ptr_equal(load(f, f->s, copied), val_entry(f->v, f->fd));
	state_bind(f->a, f->s, f->fd, number(f, -1));
	assert_ptr_equal(load(f, f->s, copied), val_entry(f->v, f->fd));
}

static void a_fork_is_a_copy(void **state) {
	struct fixture *f = *state;
	state_bind(f->a, f->s, f->local, number(f, 1));
	open_at(f, f->s, f->made, NULL);
	state_fill(f->a, f->s, f->obj, FILL_ZERO, 1);
	struct state *other = state_fork(f->a, f->s);
	state_bind(f->a, other, f->local, number(f, 2));
	state_touch_descriptor(f->a, other, f->made)->state = DESCRIPTOR_CLOSED;
	state_fill(f->a, f->s, f->obj, FILL_GARBAGE, 1);
	state_set_range(f->a, f->s, f->made, range_of(3, 4));
	state_touch_object(f->a, other, f->x)->freed = true;
	assert_ptr_equal(load(f, f->s, f->local), number(f, 1));
	assert_int_equal(state_descriptor(f->s, f->made)->state, DESCRIPTOR_OPEN);
	assert_ptr_equal(load(f, other, f->fd), number(f, 0));
	has_range(other, f->made, INT64_MIN, INT64_MAX);
	assert_null(state_object(f->s, f->x));
}

/* --- numbers ---------------------------------------------------------------------------------- */

static void assuming_narrows(void **state) {
	struct fixture *f = *state;
	assert_true(assume(f, f->made, IR_GE, 0));
	has_range(f->s, f->made, 0, INT64_MAX);
	assert_true(assume(f, f->made, IR_NE, 0));
	has_range(f->s, f->made, 1, INT64_MAX);
	assert_true(assume(f, f->made, IR_LT, 10));
	has_range(f->s, f->made, 1, 9);
	assert_false(assume(f, f->made, IR_EQ, 10));
	assert_false(assume(f, f->made, IR_LT, 1));
}

static void constants_are_known(void **state) {
	struct fixture *f = *state;
	assert_true(assume(f, number(f, 3), IR_GT, 2));
	assert_false(assume(f, number(f, 3), IR_EQ, 2));
	has_range(f->s, number(f, 3), 3, 3);
	assert_true(assume(f, val_unknown(f->v), IR_EQ, 1) && assume(f, val_unknown(f->v), IR_NE, 1));
}

static void a_value_equals_itself(void **state) {
	struct fixture *f = *state;
	assert_true(state_assume(f->a, f->s, f->v, f->made, IR_EQ, f->made, false));
	assert_true(state_assume(f->a, f->s, f->v, f->made, IR_LE, f->made, false));
	assert_false(state_assume(f->a, f->s, f->v, f->made, IR_NE, f->made, false));
	assert_false(state_assume(f->a, f->s, f->v, f->made, IR_LT, f->made, false));
	const struct val *unknown = val_unknown(f->v);
	assert_true(state_assume(f->a, f->s, f->v, unknown, IR_NE, unknown, false));
}

static void the_constant_may_stand_on_the_left(void **state) {
	struct fixture *f = *state;
	assert_true(state_assume(f->a, f->s, f->v, number(f, 5), IR_GT, f->made, false));
	has_range(f->s, f->made, INT64_MIN, 4);
}

static void two_unknown_numbers_narrow_each_other(void **state) {
	struct fixture *f = *state;
	const struct val *y = val_made(f->v, 11, 0, NULL);
	state_set_range(f->a, f->s, f->made, range_of(0, 10));
	state_set_range(f->a, f->s, y, range_of(20, 30));
	assert_false(state_assume(f->a, f->s, f->v, f->made, IR_EQ, y, false));
	assert_false(state_assume(f->a, f->s, f->v, f->made, IR_GE, y, false));
	assert_true(state_assume(f->a, f->s, f->v, f->made, IR_LT, y, false));
	assert_true(state_assume(f->a, f->s, f->v, f->made, IR_NE, y, false));
	state_set_range(f->a, f->s, y, range_of(5, 30));
	assert_true(state_assume(f->a, f->s, f->v, f->made, IR_EQ, y, false));
	has_range(f->s, f->made, 5, 10);
}

static void addresses_are_not_null(void **state) {
	struct fixture *f = *state;
	assert_false(assume(f, val_address(f->v, f->local), IR_EQ, 0));
	assert_false(assume(f, val_function(f->v, "f"), IR_EQ, 0));
	assert_true(assume(f, val_string(f->v, "text"), IR_NE, 0));
	assert_true(assume(f, f->x, IR_EQ, 0));
}

/* refs - 1 > 0 says as much of refs. */
static void a_sum_tells_of_its_base(void **state) {
	struct fixture *f = *state;
	const struct val *less = val_sum(f->v, f->x, -1);
	assert_true(assume(f, less, IR_GT, 0));
	has_range(f->s, f->x, 2, INT64_MAX);
	assert_true(assume(f, f->x, IR_EQ, 2));
	assert_false(assume(f, less, IR_NE, 1));
}

static void a_gap_is_passed_on(void **state) {
	struct fixture *f = *state;
	const struct val *less = val_sum(f->v, f->x, -5), *inverse = val_inverse(f->v, f->made);
	assert_true(state_assume_outside(f->a, f->s, less, 10, 14));
	assert_false(assume(f, f->x, IR_EQ, 17));
	assert_true(assume(f, f->x, IR_GE, 15));
	has_range(f->s, f->x, 20, INT64_MAX);
	assert_true(state_assume_outside(f->a, f->s, inverse, 0, 3));
	assert_false(assume(f, f->made, IR_EQ, -4));
	assert_true(assume(f, f->made, IR_EQ, -5));
	assert_false(state_assume_outside(f->a, f->s, f->made, -9, 9));
}

static void the_base_tells_of_a_sum(void **state) {
	struct fixture *f = *state;
	state_set_range(f->a, f->s, f->x, range_of(1, 1));
	has_range(f->s, val_sum(f->v, f->x, -1), 0, 0);
	assert_false(assume(f, val_sum(f->v, f->x, -1), IR_GT, 0));
}

static void bits_have_a_range(void **state) {
	struct fixture *f = *state;
	const struct val *bit = val_bits(f->v, f->x, 4);
	has_range(f->s, bit, 0, 4);
	assert_false(assume(f, bit, IR_LT, 0));
	assert_true(assume(f, bit, IR_NE, 0));
	assert_false(assume(f, f->x, IR_EQ, 0));
	/* Another bit of the same flags says nothing. */
	assert_true(assume(f, val_bits(f->v, f->x, 2), IR_EQ, 0));
}

static void unsigned_comparisons(void **state) {
	struct fixture *f = *state;
	assert_true(state_assume(f->a, f->s, f->v, f->made, IR_LT, number(f, 16), true));
	has_range(f->s, f->made, 0, 15);
	const struct val *y = val_made(f->v, 11, 0, NULL);
	assert_true(state_assume(f->a, f->s, f->v, y, IR_GE, number(f, 16), true));
	has_range(f->s, y, INT64_MIN, INT64_MAX); /* -1 is a large number */
	state_set_range(f->a, f->s, y, range_of(0, 3));
	assert_false(state_assume(f->a, f->s, f->v, y, IR_GT, number(f, 3), true));
}

/* --- descriptors, events ---------------------------------------------------------------------- */

static void a_descriptor_is_made_once(void **state) {
	struct fixture *f = *state;
	assert_null(state_descriptor(f->s, f->made));
	open_at(f, f->s, f->made, f->local);
	state_touch_descriptor(f->a, f->s, f->made)->state = DESCRIPTOR_CLOSED;
	assert_int_equal(f->s->descriptors.n, 1);
	assert_int_equal(state_descriptor(f->s, f->made)->state, DESCRIPTOR_CLOSED);
}

static void an_event_counts_once(void **state) {
	struct fixture *f = *state;
	state_add_event(f->a, f->s, (struct event){.verb = VERB_closes, .subject = f->x});
	state_add_event(f->a, f->s, (struct event){.verb = VERB_closes, .subject = f->x});
	state_add_event(f->a, f->s, (struct event){.verb = VERB_frees, .subject = f->x});
	assert_int_equal(f->s->events.n, 2);
}

/* --- renaming and forgetting ------------------------------------------------------------------ */

static void renaming_moves_all_that_is_known(void **state) {
	struct fixture *f = *state;
	const struct val *older = val_aged(f->v, f->made);
	const struct region *part = region_field(f->v, region_pointee(f->v, f->made), &FD);
	open_at(f, f->s, f->made, f->local);
	state_touch_object(f->a, f->s, f->made)->freed = true;
	state_set_range(f->a, f->s, f->made, range_of(3, 9));
	state_bind(f->a, f->s, part, number(f, 6));
	state_rename(f->a, f->s, f->v, f->made, older);
	assert_ptr_equal(load(f, f->s, f->local), older);
	assert_int_equal(state_descriptor(f->s, older)->state, DESCRIPTOR_OPEN);
	assert_true(state_object(f->s, older)->freed);
	has_range(f->s, older, 3, 9);
	assert_ptr_equal(load(f, f->s, region_field(f->v, region_pointee(f->v, older), &FD)),
	                 number(f, 6));
	assert_null(state_descriptor(f->s, f->made));
	assert_null(state_object(f->s, f->made));
	assert_null(state_binding(f->s, part));
	assert_false(state_mentions(f->s, f->made));
}

/* The one of two rounds ago gives its name away: there is one descriptor and one object of a name. */
static void renaming_replaces_what_had_the_name(void **state) {
	struct fixture *f = *state;
	const struct val *older = val_aged(f->v, f->made);
	state_touch_descriptor(f->a, f->s, older)->state = DESCRIPTOR_CLOSED;
	state_touch_object(f->a, f->s, older)->freed = true;
	open_at(f, f->s, f->made, f->local);
	state_touch_object(f->a, f->s, f->made);
	state_forget(f->a, f->s, f->v, older, true);
	state_rename(f->a, f->s, f->v, f->made, older);
	assert_int_equal(f->s->descriptors.n, 1);
	assert_int_equal(state_descriptor(f->s, older)->state, DESCRIPTOR_OPEN);
	assert_false(state_object(f->s, older)->freed);
}

static void mentions_what_leads_to_a_value(void **state) {
	struct fixture *f = *state;
	assert_false(state_mentions(f->s, f->made));
	const struct region *part = region_field(f->v, region_pointee(f->v, f->made), &FD);
	struct state *held = state_fork(f->a, f->s), *within = state_fork(f->a, f->s),
				 *known = state_fork(f->a, f->s);
	state_bind(f->a, held, f->local, val_sum(f->v, f->made, 1));
	assert_true(state_mentions(held, f->made));
	state_bind(f->a, within, part, number(f, 1));
	assert_true(state_mentions(within, f->made));
	state_set_range(f->a, known, val_entry(f->v, part), range_of(1, 1));
	assert_true(state_mentions(known, f->made));
	assert_false(state_mentions(f->s, f->made));
}

static void forgetting_gives_up_descriptors(void **state) {
	struct fixture *f = *state;
	const struct val *object = val_made(f->v, 12, 0, NULL);
	const struct region *part = region_field(f->v, region_pointee(f->v, object), &FD);
	open_at(f, f->s, f->made, part);
	state_bind(f->a, f->s, f->local, object);
	state_set_range(f->a, f->s, object, range_of(1, 100));
	state_forget(f->a, f->s, f->v, object, true);
	assert_null(state_binding(f->s, part));
	assert_ptr_equal(load(f, f->s, f->local), val_unknown(f->v));
	assert_int_equal(state_descriptor(f->s, f->made)->state, DESCRIPTOR_HANDED);
	has_range(f->s, object, INT64_MIN, INT64_MAX);
}

static void forgetting_may_spare_the_value_itself(void **state) {
	struct fixture *f = *state;
	const struct region *part = region_field(f->v, region_pointee(f->v, f->made), &FD);
	state_bind(f->a, f->s, f->local, f->made);
	state_set_range(f->a, f->s, f->made, range_of(1, 100));
	state_bind(f->a, f->s, part, number(f, 5));
	state_forget(f->a, f->s, f->v, f->made, false);
	assert_ptr_equal(load(f, f->s, f->local), f->made);
	has_range(f->s, f->made, 1, 100);
	assert_null(state_binding(f->s, part));
}

/* An element that is written as a whole, and a member of it: both move to the array when the index is forgotten. */
static void an_element_moves_with_its_parts(void **state) {
	struct fixture *f = *state;
	const struct region *element = region_at(f->v, f->obj, val_entry(f->v, region_var(f->v, 1)));
	const struct region *part = region_field(f->v, element, &FD);
	state_bind(f->a, f->s, element, number(f, 1));
	state_bind(f->a, f->s, part, number(f, 2));
	state_end_turn(f->a, f->s, f->v);
	for (size_t i = 0; i < f->s->bindings.n; i++) assert_non_null(f->s->bindings.items[i].value);
	assert_null(state_binding(f->s, element));
	assert_ptr_equal(state_binding(f->s, region_unindexed(f->v, element, NULL)), number(f, 1));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_place_holds_what_it_held_at_entry),
		TEST(bindings_stay_sorted),
		TEST(unbinding_takes_the_parts_along),
		TEST(a_fill_says_what_the_rest_holds),
		TEST(the_innermost_fill_counts),
		TEST(a_copy_holds_what_the_other_held),
		TEST(a_fork_is_a_copy),
		TEST(assuming_narrows),
		TEST(constants_are_known),
		TEST(a_value_equals_itself),
		TEST(the_constant_may_stand_on_the_left),
		TEST(two_unknown_numbers_narrow_each_other),
		TEST(addresses_are_not_null),
		TEST(a_sum_tells_of_its_base),
		TEST(a_gap_is_passed_on),
		TEST(the_base_tells_of_a_sum),
		TEST(bits_have_a_range),
		TEST(unsigned_comparisons),
		TEST(a_descriptor_is_made_once),
		TEST(an_event_counts_once),
		TEST(renaming_moves_all_that_is_known),
		TEST(renaming_replaces_what_had_the_name),
		TEST(mentions_what_leads_to_a_value),
		TEST(forgetting_gives_up_descriptors),
		TEST(forgetting_may_spare_the_value_itself),
		TEST(an_element_moves_with_its_parts),
	};
	return cmocka_run_group_tests_name("states", tests, NULL, NULL);
}
