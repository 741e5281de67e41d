/* Places that share memory: what a store by one name leaves of the others. */
#include "state_fixture.h"

#include "flow/overlap.h"

/* union data { int fd; int index; long word; struct pair { int low, high; } pair; char bytes[8]; } */
static const struct ir_field
	NUMBER = {.record = "data", .name = "fd", .type = {IR_INT, NULL}, .bit = 0, .bits = 32},
	INDEX = {.record = "data", .name = "index", .type = {IR_INT, NULL}, .bit = 0, .bits = 32},
	WORD = {.record = "data", .name = "word", .type = {IR_INT, NULL}, .bit = 0, .bits = 64},
	PAIR = {.record = "data", .name = "pair", .type = {IR_RECORD, "pair"}, .bit = 0, .bits = 64},
	LOW = {.record = "pair", .name = "low", .type = {IR_INT, NULL}, .bit = 0, .bits = 32},
	HIGH = {.record = "pair", .name = "high", .type = {IR_INT, NULL}, .bit = 32, .bits = 32},
	BYTES = {.record = "data", .name = "bytes", .type = {IR_ARRAY, NULL}, .bit = 0, .bits = 64},
	LOST = {.record = "data", .name = "lost", .type = {IR_INT, NULL}};

struct places {
	const struct region *fd, *index, *word, *pair, *low, *high, *byte, *lost;
};

static struct places places_of(struct fixture *f, const struct region *data) {
	const struct region *pair = region_field(f->v, data, &PAIR);
	return (struct places){
		.fd = region_field(f->v, data, &NUMBER),
		.index = region_field(f->v, data, &INDEX),
		.word = region_field(f->v, data, &WORD),
		.pair = pair,
		.low = region_field(f->v, pair, &LOW),
		.high = region_field(f->v, pair, &HIGH),
		.byte = region_index(f->v, region_field(f->v, data, &BYTES), 3),
		.lost = region_field(f->v, data, &LOST),
	};
}

/* What eval_store() does. Returns how much was mangled. */
static size_t store(struct fixture *f, const struct region *r, const struct val *v, uint32_t site) {
	struct mangled mangled = {{0}};
	overlap_store(f->a, f->s, r, site, &mangled);
	state_unbind(f->a, f->s, r);
	state_bind(f->a, f->s, r, v)->site = site;
	return mangled.list.n;
}

static void says_how_much_of_a_place_another_has(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj), other = places_of(f, f->local);
	assert_int_equal(overlap_of(p.fd, p.index), OVERLAP_SAME);
	assert_int_equal(overlap_of(p.fd, p.low), OVERLAP_SAME);
	assert_int_equal(overlap_of(p.fd, p.word), OVERLAP_ALL);
	assert_int_equal(overlap_of(p.word, p.fd), OVERLAP_SOME);
	assert_int_equal(overlap_of(p.fd, p.high), OVERLAP_NONE);
	assert_int_equal(overlap_of(p.high, p.word), OVERLAP_ALL);
	assert_int_equal(overlap_of(p.low, p.high), OVERLAP_NONE);
	assert_int_equal(overlap_of(p.pair, p.low), OVERLAP_NONE);
	assert_int_equal(overlap_of(p.fd, other.index), OVERLAP_NONE);
	assert_int_equal(overlap_of(p.fd, p.lost), OVERLAP_NONE);
}

/* Nobody says which of its bytes are meant. */
static void an_element_may_be_anywhere_in_its_array(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj);
	assert_int_equal(overlap_of(p.high, p.byte), OVERLAP_SOME);
	assert_int_equal(overlap_of(p.byte, p.high), OVERLAP_SOME);
	assert_int_equal(overlap_of(p.byte, p.word), OVERLAP_ALL);
}

static void the_same_place_holds_the_same(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj);
	state_fill(f->a, f->s, f->obj, FILL_ZERO, 1);
	assert_int_equal(store(f, p.fd, f->made, 2), 0);
	assert_ptr_equal(load(f, f->s, p.index), f->made);
	assert_ptr_equal(load(f, f->s, p.low), f->made);
	assert_ptr_equal(load(f, f->s, p.high), number(f, 0));
	assert_ptr_equal(load(f, f->s, p.word), val_unknown(f->v));
	store(f, p.low, number(f, 7), 3);
	assert_ptr_equal(load(f, f->s, p.fd), number(f, 7));
	assert_null(state_binding(f->s, p.fd));
}

static void a_part_of_zero_is_zero(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj);
	store(f, p.word, number(f, 0), 1);
	assert_ptr_equal(load(f, f->s, p.high), number(f, 0));
	store(f, p.word, number(f, 5), 2);
	assert_ptr_equal(load(f, f->s, p.high), val_unknown(f->v));
}

/* The other half of what was there is not what it was before that. */
static void what_a_part_changed_is_unknown(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj);
	state_fill(f->a, f->s, f->obj, FILL_ZERO, 1);
	store(f, p.word, number(f, 5), 2);
	assert_int_equal(store(f, p.low, number(f, 1), 3), 1);
	assert_int_equal(load(f, f->s, p.word)->kind, VAL_UNKNOWN);
	assert_ptr_equal(load(f, f->s, p.high), val_made(f->v, 3, 0, p.high));
	assert_ptr_equal(load(f, f->s, p.fd), number(f, 1));
}

static void fills_of_other_places_count(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj);
	store(f, p.fd, f->made, 1);
	store(f, p.high, number(f, 1), 1);
	state_fill(f->a, f->s, p.pair, FILL_ZERO, 2);
	assert_ptr_equal(load(f, f->s, p.fd), number(f, 0));
	assert_ptr_equal(load(f, f->s, p.word), number(f, 0));
	state_fill(f->a, f->s, p.word, FILL_CHANGED, 3);
	assert_ptr_equal(load(f, f->s, p.high), val_made(f->v, 3, 0, p.high));
	state_fill(f->a, f->s, f->obj, FILL_ZERO, 4);
	assert_ptr_equal(load(f, f->s, p.high), number(f, 0));
}

static void one_call_stores_by_all_names(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj);
	store(f, p.fd, f->made, 5);
	store(f, p.word, number(f, 9), 5);
	assert_ptr_equal(state_binding(f->s, p.fd), f->made);
	store(f, p.word, number(f, 9), 6);
	assert_null(state_binding(f->s, p.fd));
}

static void what_is_filled_over_is_given_up(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj);
	open_at(f, f->s, f->made, p.fd);
	state_bind(f->a, f->s, f->local, f->made);
	state_fill(f->a, f->s, p.word, FILL_CHANGED, 1);
	assert_int_equal(state_descriptor(f->s, f->made)->state,
	                 DESCRIPTOR_OPEN); /* the variable has it */
	state_unbind(f->a, f->s, f->local);
	state_bind(f->a, f->s, p.fd, f->made);
	state_fill(f->a, f->s, p.word, FILL_CHANGED, 2);
	assert_int_equal(state_descriptor(f->s, f->made)->state, DESCRIPTOR_HANDED);
}

static void what_is_in_an_object_is_given_up_with_it(void **state) {
	struct fixture *f = *state;
	struct places p = places_of(f, f->obj);
	const struct val *object = val_made(f->v, 11, 0, NULL);
	open_at(f, f->s, f->made, region_field(f->v, region_pointee(f->v, object), &FD));
	overlap_give_up(f->a, f->s, object);
	assert_int_equal(state_descriptor(f->s, f->made)->state, DESCRIPTOR_HANDED);
	assert_false(overlap_is_shared(f->s, p.fd));
	state_fill(f->a, f->s, p.word, FILL_SHARED, 1);
	assert_true(overlap_is_shared(f->s, p.fd));
	assert_false(overlap_is_shared(f->s, f->obj));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(says_how_much_of_a_place_another_has),
		TEST(an_element_may_be_anywhere_in_its_array),
		TEST(the_same_place_holds_the_same),
		TEST(a_part_of_zero_is_zero),
		TEST(what_a_part_changed_is_unknown),
		TEST(fills_of_other_places_count),
		TEST(one_call_stores_by_all_names),
		TEST(what_is_filled_over_is_given_up),
		TEST(what_is_in_an_object_is_given_up_with_it),
	};
	return cmocka_run_group_tests_name("overlap", tests, NULL, NULL);
}
