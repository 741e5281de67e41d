/* Which states may be merged, and what merging makes of them. */
#include "state_fixture.h"

static const struct ir_field OWNS = {.record = "", .name = "owns", .type = {IR_VOID, NULL}};

enum { BLOCK = 500 }; /* beyond all sites used here */

/* --- keys ------------------------------------------------------------------------------------- */

static void the_key_is_of_descriptors(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	assert_true(state_key(f->s, true) == state_key(other, true));
	state_bind(f->a, other, f->local, number(f, 3));
	state_set_range(f->a, other, f->made, range_of(1, 2));
	assert_true(state_key(f->s, true) == state_key(other, true));
	open_at(f, other, f->made, f->local);
	assert_true(state_key(f->s, true) != state_key(other, true));
	state_touch_descriptor(f->a, other, f->made)->state = DESCRIPTOR_CLOSED;
	assert_true(state_key(f->s, true) == state_key(other, true));
}

static void the_key_says_where_it_is_held(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	open_at(f, f->s, f->made, f->local);
	open_at(f, other, f->made, f->fd);
	assert_true(state_key(f->s, true) != state_key(other, true));
}

/* Which object holds it, and what holds that object. */
static void the_key_follows_objects(void **state) {
	struct fixture *f = *state;
	const struct val *object = val_made(f->v, 12, 0, NULL);
	open_at(f, f->s, f->made, region_field(f->v, region_pointee(f->v, object), &FD));
	state_touch_object(f->a, f->s, object);
	struct state *other = state_fork(f->a, f->s);
	state_bind(f->a, f->s, f->local, object);
	assert_true(state_key(f->s, true) != state_key(other, true));
	state_bind(f->a, other, f->local, object);
	assert_true(state_key(f->s, true) == state_key(other, true));
}

/* A pointer to a member holds the object, as in lists. */
static void the_key_follows_members(void **state) {
	struct fixture *f = *state;
	const struct val *object = val_made(f->v, 12, 0, NULL);
	const struct region *fd = region_field(f->v, region_pointee(f->v, object), &FD);
	open_at(f, f->s, f->made, fd);
	state_touch_object(f->a, f->s, object);
	struct state *other = state_fork(f->a, f->s);
	state_bind(f->a, f->s, f->local, val_address(f->v, fd));
	assert_true(state_key(f->s, true) != state_key(other, true));
	state_bind(f->a, other, f->local, val_address(f->v, fd));
	assert_true(state_key(f->s, true) == state_key(other, true));
	assert_int_equal(state_disputed(f->a, f->s, other).list.n, 0);
	state_bind(f->a, other, f->local, number(f, 0));
	assert_true(state_disputed(f->a, f->s, other).list.n > 0);
}

static void the_key_knows_what_was_done_to_the_caller(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_add_event(f->a, other,
	                (struct event){.verb = VERB_closes, .subject = f->x, .apart = true});
	assert_true(state_key(f->s, true) != state_key(other, true));
	struct state *third = state_fork(f->a, f->s);
	state_add_event(f->a, third, (struct event){.verb = VERB_escapes, .subject = f->x});
	assert_true(state_key(f->s, true) == state_key(third, true));
}

static void the_key_knows_who_owns(void **state) {
	struct fixture *f = *state;
	const struct region *owns = region_field(f->v, f->obj, &OWNS);
	struct state *other = state_fork(f->a, f->s);
	state_bind(f->a, f->s, owns, number(f, 0));
	state_bind(f->a, other, owns, number(f, 1));
	assert_true(state_key(f->s, true) != state_key(other, true));
}

static void the_fine_key_is_of_the_callers_values(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_set_range(f->a, other, f->made, range_of(0, 0));
	assert_true(state_fine_key(f->s) == state_fine_key(other));
	state_set_range(f->a, other, f->x, range_of(0, 0));
	assert_true(state_fine_key(f->s) != state_fine_key(other));
	struct state *bit = state_fork(f->a, f->s);
	state_set_range(f->a, bit, val_bits(f->v, f->x, 4), range_of(0, 0));
	assert_true(state_fine_key(f->s) != state_fine_key(bit));
}

/* --- merging all the same --------------------------------------------------------------------- */

static size_t disputed(struct fixture *f, const struct state *other) {
	return state_disputed(f->a, f->s, other).list.n;
}

static void one_open_descriptor_alone_is_disputed(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	open_at(f, f->s, f->made, f->local);
	assert_int_equal(disputed(f, other), 1);
	open_at(f, other, f->made, f->local);
	assert_int_equal(disputed(f, other), 0);
}

/* A variable may hold it as well; but some place has to hold it in both. */
static void who_holds_it_is_disputed(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	const struct region *another = region_var(f->v, 6);
	open_at(f, f->s, f->made, f->local);
	open_at(f, other, f->made, another);
	assert_int_not_equal(disputed(f, other), 0);
	state_bind(f->a, other, f->local, f->made);
	assert_int_equal(disputed(f, other), 0);
	state_bind(f->a, other, f->fd, f->made);
	assert_int_not_equal(disputed(f, other), 0);
}

/* What only one of them closed may have been closed; what only one freed is left open. */
static void what_was_freed_is_disputed(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	struct event closes = {.verb = VERB_closes, .subject = f->made, .apart = true};
	struct event frees = {.verb = VERB_frees, .subject = f->x, .apart = true};
	state_add_event(f->a, other, closes);
	assert_int_equal(disputed(f, other), 0);
	state_add_event(f->a, other, frees);
	struct disputed both = state_disputed(f->a, f->s, other);
	assert_int_equal(both.list.n, 1);
	assert_int_equal(both.open, 0);
	state_leave_open(f->a, other, &both);
	assert_int_equal(other->events.n, 2);
	assert_int_equal(other->events.items[0].verb, VERB_closes);
	assert_int_equal(other->events.items[1].verb, VERB_escapes);
	assert_ptr_equal(other->events.items[1].subject, f->x);
}

static void what_is_disputed_stays_so(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	open_at(f, f->s, f->made, f->local);
	struct disputed one = state_disputed(f->a, f->s, other);
	assert_int_equal(one.open, 1);
	state_leave_open(f->a, f->s, &one);
	assert_int_equal(state_descriptor(f->s, f->made)->state, DESCRIPTOR_DISPUTED);
	open_at(f, other, f->made, f->local);
	state_merge(f->a, f->v, f->s, other, BLOCK, false);
	assert_int_equal(state_descriptor(f->s, f->made)->state, DESCRIPTOR_DISPUTED);
}

/* --- merging ---------------------------------------------------------------------------------- */

static bool merge(struct fixture *f, struct state *other, bool widen) {
	return state_merge(f->a, f->v, f->s, state_fork(f->a, other), BLOCK, widen);
}

static void merging_the_same_changes_nothing(void **state) {
	struct fixture *f = *state;
	state_bind(f->a, f->s, f->local, number(f, 1));
	state_set_range(f->a, f->s, f->made, range_of(1, 2));
	open_at(f, f->s, f->made, f->fd);
	state_fill(f->a, f->s, region_var(f->v, 8), FILL_ZERO, 3);
	state_add_event(f->a, f->s,
	                (struct event){.verb = VERB_closes, .subject = f->x, .apart = true});
	assert_false(merge(f, state_fork(f->a, f->s), false));
	assert_ptr_equal(load(f, f->s, f->local), number(f, 1));
	has_range(f->s, f->made, 1, 2);
}

static void values_that_differ_become_one_of_both(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_bind(f->a, f->s, f->local, number(f, -1));
	state_bind(f->a, other, f->local, number(f, 4));
	assert_true(merge(f, other, false));
	const struct val *join = load(f, f->s, f->local);
	assert_int_equal(join->kind, VAL_JOIN);
	has_range(f->s, join, -1, 4);
	/* A second time brings nothing new, whichever of the two comes. */
	assert_false(merge(f, other, false));
	state_bind(f->a, other, f->local, number(f, -1));
	assert_false(merge(f, other, false));
	state_bind(f->a, other, f->local, number(f, 5));
	assert_true(merge(f, other, false));
	has_range(f->s, load(f, f->s, f->local), -1, 5);
}

/* One place changed on one side only: what it held at entry is on the other. */
static void a_place_that_one_side_left_alone(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_bind(f->a, other, f->fd, number(f, -1));
	assert_true(merge(f, other, false));
	assert_int_equal(load(f, f->s, f->fd)->kind, VAL_JOIN);
	struct state *untouched = state_new(f->a);
	assert_false(merge(f, untouched, false));
}

static void facts_join(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	const struct val *y = val_made(f->v, 11, 0, NULL);
	state_set_range(f->a, f->s, f->made, range_of(0, 3));
	state_set_range(f->a, other, f->made, range_of(2, 8));
	state_set_range(f->a, f->s, y, range_of(1, 1));
	state_set_range(f->a, f->s, f->x, range_of(0, 0));
	state_set_range(f->a, other, f->x, range_of(0, 0));
	assert_true(merge(f, other, false));
	has_range(f->s, f->made, 0, 8);
	has_range(f->s, y, INT64_MIN, INT64_MAX);
	has_range(f->s, f->x, 0, 0);
}

/* for (i = 0; …; i++): the walk around the loop ends after a few rounds. */
static void a_counter_settles(void **state) {
	struct fixture *f = *state;
	state_bind(f->a, f->s, f->local, number(f, 0));
	int rounds = 0;
	bool changed = true;
	for (; changed && rounds < 20; rounds++) {
		struct state *around = state_fork(f->a, f->s);
		state_bind(f->a, around, f->local, val_sum(f->v, load(f, around, f->local), 1));
		changed = state_merge(f->a, f->v, f->s, around, BLOCK, rounds >= 3);
	}
	assert_true(rounds < 8);
	has_range(f->s, load(f, f->s, f->local), 0, INT64_MAX);
}

/* Two variables that swap their values each time around. */
static void a_swap_settles(void **state) {
	struct fixture *f = *state;
	const struct region *other = region_var(f->v, 6);
	state_bind(f->a, f->s, f->local, number(f, 1));
	state_bind(f->a, f->s, other, number(f, 2));
	int rounds = 0;
	for (bool changed = true; changed && rounds < 20; rounds++) {
		struct state *around = state_fork(f->a, f->s);
		const struct val *x = load(f, around, f->local), *y = load(f, around, other);
		state_bind(f->a, around, f->local, y);
		state_bind(f->a, around, other, x);
		changed = state_merge(f->a, f->v, f->s, around, BLOCK, rounds >= 3);
	}
	assert_true(rounds < 10);
	struct range r = state_range(f->s, load(f, f->s, f->local));
	assert_true(range_has(&r, 1) && range_has(&r, 2));
	r = state_range(f->s, load(f, f->s, other));
	assert_true(range_has(&r, 1) && range_has(&r, 2));
}

/* Two places that always hold the same do not after one of them was set from an earlier round. */
static void a_value_of_an_earlier_round_is_another(void **state) {
	struct fixture *f = *state;
	const struct region *previous = region_var(f->v, 6);
	state_bind(f->a, f->s, f->local, number(f, 0));
	state_bind(f->a, f->s, previous, number(f, 0));
	for (int round = 0; round < 6; round++) {
		struct state *around = state_fork(f->a, f->s);
		const struct val *now = load(f, around, f->local);
		state_bind(f->a, around, previous, now);
		state_bind(f->a, around, f->local, val_sum(f->v, now, 1));
		state_merge(f->a, f->v, f->s, around, BLOCK, round >= 3);
	}
	assert_ptr_not_equal(load(f, f->s, f->local), load(f, f->s, previous));
	assert_true(state_assume(f->a, f->s, f->v, load(f, f->s, f->local), IR_NE,
	                         load(f, f->s, previous), false));
}

static void fills_that_differ_are_changes(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_fill(f->a, f->s, f->obj, FILL_ZERO, 1);
	state_fill(f->a, other, f->obj, FILL_GARBAGE, 1);
	assert_true(merge(f, other, false));
	assert_int_equal(load(f, f->s, f->fd)->kind, VAL_MADE);
	assert_false(merge(f, other, false));
	struct state *none = state_new(f->a);
	assert_false(merge(f, none, false));
}

static void a_fill_of_one_side_is_a_change(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_fill(f->a, other, f->obj, FILL_ZERO, 1);
	assert_true(merge(f, other, false));
	const struct val *held = load(f, f->s, f->fd);
	assert_ptr_not_equal(held, number(f, 0));
	assert_ptr_not_equal(held, val_entry(f->v, f->fd));
}

static void what_one_side_closed_is_handed(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_touch_descriptor(f->a, f->s, f->made)->state = DESCRIPTOR_CLOSED;
	state_touch_descriptor(f->a, other, f->made)->state = DESCRIPTOR_LOST;
	merge(f, other, false);
	assert_int_equal(state_descriptor(f->s, f->made)->state,
	                 DESCRIPTOR_LOST); /* once reported, that stays */
	assert_false(merge(f, other, false));
	state_touch_descriptor(f->a, f->s, f->made)->state = DESCRIPTOR_CLOSED;
	state_touch_descriptor(f->a, other, f->made)->state = DESCRIPTOR_OPEN;
	assert_true(merge(f, other, false));
	assert_int_equal(state_descriptor(f->s, f->made)->state, DESCRIPTOR_HANDED);
	const struct val *y = val_made(f->v, 11, 0, NULL);
	state_touch_descriptor(f->a, other, y)->state = DESCRIPTOR_CLOSED;
	merge(f, other, false);
	assert_int_equal(state_descriptor(f->s, y)->state, DESCRIPTOR_CLOSED);
}

static void what_one_side_freed_is_not(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_touch_object(f->a, f->s, f->made)->freed = true;
	state_touch_object(f->a, other, f->made)->freed = false;
	merge(f, other, false);
	assert_false(state_object(f->s, f->made)->freed);
}

static void events_of_both_are_kept(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_add_event(f->a, f->s, (struct event){.verb = VERB_escapes, .subject = f->x});
	state_add_event(f->a, other, (struct event){.verb = VERB_escapes, .subject = f->x});
	assert_false(merge(f, other, false));
	state_add_event(f->a, other, (struct event){.verb = VERB_shuts, .subject = f->x});
	assert_true(merge(f, other, false));
	assert_int_equal(f->s->events.n, 2);
}

/* Facts of an earlier round about a join value do not hold of the new one, and those about its parts neither. */
static void a_new_join_forgets_what_was_found_by_the_old(void **state) {
	struct fixture *f = *state;
	struct state *other = state_fork(f->a, f->s);
	state_bind(f->a, f->s, f->local, val_made(f->v, 20, 0, NULL));
	state_bind(f->a, other, f->local, val_made(f->v, 21, 0, NULL));
	assert_true(merge(f, other, false));
	const struct val *join = load(f, f->s, f->local);
	const struct region *part = region_field(f->v, region_pointee(f->v, join), &FD);
	state_bind(f->a, f->s, part, number(f, 9));
	struct state *around = state_fork(f->a, f->s);
	state_bind(f->a, around, f->local, val_made(f->v, 22, 0, NULL));
	merge(f, around, false);
	assert_ptr_not_equal(load(f, f->s, part), number(f, 9));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(one_open_descriptor_alone_is_disputed),
		TEST(who_holds_it_is_disputed),
		TEST(what_was_freed_is_disputed),
		TEST(what_is_disputed_stays_so),
		TEST(the_key_is_of_descriptors),
		TEST(the_key_says_where_it_is_held),
		TEST(the_key_follows_objects),
		TEST(the_key_follows_members),
		TEST(the_key_knows_what_was_done_to_the_caller),
		TEST(the_key_knows_who_owns),
		TEST(the_fine_key_is_of_the_callers_values),
		TEST(merging_the_same_changes_nothing),
		TEST(values_that_differ_become_one_of_both),
		TEST(a_place_that_one_side_left_alone),
		TEST(facts_join),
		TEST(a_counter_settles),
		TEST(a_swap_settles),
		TEST(a_value_of_an_earlier_round_is_another),
		TEST(fills_that_differ_are_changes),
		TEST(a_fill_of_one_side_is_a_change),
		TEST(what_one_side_closed_is_handed),
		TEST(what_one_side_freed_is_not),
		TEST(events_of_both_are_kept),
		TEST(a_new_join_forgets_what_was_found_by_the_old),
	};
	return cmocka_run_group_tests_name("merging states", tests, NULL, NULL);
}
