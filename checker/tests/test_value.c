/* Symbolic values and regions: one copy of each, what they fold to, and what is part of what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "flow/value.h"

static const struct ir_field FD = {.record = "conn", .name = "fd", .type = {IR_INT, NULL}},
							 NODE = {.record = "conn", .name = "node", .type = {IR_RECORD, "node"}},
							 NEXT = {.record = "node", .name = "next", .type = {IR_PTR, "node"}},
							 CONN = {.record = "box", .name = "conn", .type = {IR_RECORD, "conn"}};

struct fixture {
	struct arena *arena;
	struct values *values;
	const struct val *x;      /* what the first parameter held at entry */
	const struct region *obj; /* what it points to */
};

static int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *f = ARENA_NEW(a, struct fixture);
	f->arena = a;
	f->values = values_new(a);
	f->x = val_entry(f->values, region_var(f->values, 0));
	f->obj = region_pointee(f->values, f->x);
	*state = f;
	return 0;
}

static int tear_down(void **state) {
	arena_free(((struct fixture *)*state)->arena);
	return 0;
}

/* --- one copy of each ------------------------------------------------------------------------- */

static void equal_values_are_one(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	assert_ptr_equal(val_const(v, 7), val_const(v, 7));
	assert_ptr_not_equal(val_const(v, 7), val_const(v, 8));
	assert_ptr_equal(val_unknown(v), val_unknown(v));
	assert_ptr_equal(val_entry(v, f->obj), val_entry(v, f->obj));
	assert_ptr_equal(val_made(v, 3, 0, NULL), val_made(v, 3, 0, NULL));
	assert_ptr_not_equal(val_made(v, 3, 0, NULL), val_made(v, 3, 1, NULL));
	assert_ptr_not_equal(val_made(v, 3, 0, NULL), val_made(v, 4, 0, NULL));
	assert_ptr_not_equal(val_made(v, 3, 0, NULL), val_made(v, 3, 0, f->obj));
	const struct val *join = val_join(v, 3, f->obj);
	assert_ptr_not_equal(val_made(v, 3, 0, f->obj), join);
	assert_ptr_not_equal(val_join(v, 4, f->obj), join);
	assert_ptr_equal(val_join(v, 3, f->obj), join);
	const char *name = "f", *other = "g";
	assert_ptr_equal(val_function(v, name), val_function(v, name));
	assert_ptr_not_equal(val_function(v, name), val_function(v, other));
	assert_ptr_not_equal(val_function(v, name), val_string(v, name));
}

static void ids_are_in_order_of_making(void **state) {
	struct fixture *f = *state;
	const struct val *first = val_const(f->values, 100), *second = val_const(f->values, 50);
	assert_true(first->id < second->id);
	assert_int_equal(val_const(f->values, 100)->id, first->id);
}

static void an_older_value_is_another(void **state) {
	struct fixture *f = *state;
	const struct val *made = val_made(f->values, 5, 1, NULL), *older = val_aged(f->values, made);
	assert_ptr_not_equal(made, older);
	assert_ptr_equal(val_aged(f->values, older), older);
	assert_int_equal(older->site, 5);
	assert_int_equal(older->part, 1);
}

static void many_values_stay_apart(void **state) {
	struct fixture *f = *state;
	enum { COUNT = 3000 };
	const struct val *kept[COUNT];
	for (int i = 0; i < COUNT; i++) kept[i] = val_const(f->values, (int64_t)i * 4096 - 70000);
	for (int i = 0; i < COUNT; i++) {
		assert_ptr_equal(val_const(f->values, (int64_t)i * 4096 - 70000), kept[i]);
		assert_int_equal(kept[i]->number, (int64_t)i * 4096 - 70000);
	}
}

/* --- folding ---------------------------------------------------------------------------------- */

static void constants_fold(void **state) {
	struct values *v = ((struct fixture *)*state)->values;
	assert_ptr_equal(val_bits(v, val_const(v, 6), 4), val_const(v, 4));
	assert_ptr_equal(val_set(v, val_const(v, 3), 4), val_const(v, 7));
	assert_ptr_equal(val_sum(v, val_const(v, 3), -4), val_const(v, -1));
	assert_ptr_equal(val_sum(v, val_const(v, INT64_MAX), 1), val_const(v, INT64_MIN));
}

static void bits_of_what_was_set(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct val *set = val_set(v, f->x, 4);
	assert_ptr_equal(val_bits(v, set, 4), val_const(v, 4));
	assert_ptr_equal(val_bits(v, set, 2), val_bits(v, f->x, 2));
	assert_int_equal(val_bits(v, set, 6)->kind, VAL_BITS);
	assert_ptr_equal(val_bits(v, val_set(v, set, 2), 6), val_const(v, 6));
	assert_ptr_equal(val_bits(v, val_bits(v, f->x, -5), 4), val_const(v, 0));
	assert_ptr_equal(val_bits(v, val_bits(v, f->x, 7), 4), val_bits(v, f->x, 4));
	assert_ptr_equal(val_bits(v, val_set(v, val_bits(v, f->x, -5), 4), 4), val_const(v, 4));
}

static void neutral_operands_change_nothing(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	assert_ptr_equal(val_bits(v, f->x, -1), f->x);
	assert_ptr_equal(val_bits(v, f->x, 0), val_const(v, 0));
	assert_ptr_equal(val_set(v, f->x, 0), f->x);
	assert_ptr_equal(val_sum(v, f->x, 0), f->x);
}

static void sums_of_sums(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct val *more = val_sum(v, f->x, 1);
	assert_ptr_equal(val_sum(v, more, -1), f->x);
	assert_ptr_equal(val_sum(v, more, 1), val_sum(v, f->x, 2));
	assert_ptr_equal(val_set(v, val_set(v, f->x, 1), 2), val_set(v, f->x, 3));
}

static void nothing_is_made_of_the_unknown(void **state) {
	struct values *v = ((struct fixture *)*state)->values;
	const struct val *unknown = val_unknown(v);
	assert_ptr_equal(val_bits(v, unknown, 4), unknown);
	assert_ptr_equal(val_sum(v, unknown, 4), unknown);
	assert_ptr_equal(val_owner(v, unknown, &NODE), unknown);
	assert_ptr_equal(val_bits(v, unknown, 0), val_const(v, 0));
}

/* --- pointers and regions --------------------------------------------------------------------- */

static void an_address_points_to_its_region(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct region *local = region_var(v, 3), *fd = region_field(v, local, &FD);
	assert_ptr_equal(region_pointee(v, val_address(v, local)), local);
	assert_ptr_equal(region_pointee(v, val_address(v, fd)), fd);
	assert_ptr_equal(val_address(v, f->obj), f->x);
	assert_ptr_equal(region_pointee(v, f->x), f->obj);
}

static void a_node_leads_back_to_its_object(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct region *node = region_field(v, f->obj, &NODE);
	assert_ptr_equal(val_owner(v, val_address(v, node), &NODE), f->x);
	/* A node that came from elsewhere: the field of its owner is the node itself. */
	const struct val *owner = val_owner(v, f->x, &NODE);
	assert_int_equal(owner->kind, VAL_OWNER);
	assert_ptr_equal(region_field(v, region_pointee(v, owner), &NODE), f->obj);
	assert_ptr_not_equal(region_field(v, region_pointee(v, owner), &FD), f->obj);
}

static void a_cast_of_the_first_member_is_undone(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct region *node = region_field(v, f->obj, &NODE);
	assert_ptr_equal(region_field(v, node, &FD), region_field(v, f->obj, &FD));
	const struct region *in_box = region_field(v, region_field(v, f->obj, &CONN), &FD);
	assert_ptr_not_equal(in_box, region_field(v, f->obj, &FD));
	assert_ptr_equal(region_field(v, node, &NEXT)->parent, node);
}

/* Fields of models have no record: one inside another is no cast. */
static void fields_of_models_nest(void **state) {
	struct fixture *f = *state;
	static const struct ir_field bio = {.record = "", .name = "bio", .type = {IR_VOID, NULL}},
								 fd = {.record = "", .name = "fd", .type = {IR_VOID, NULL}};
	const struct region *inner = region_field(f->values, f->obj, &bio);
	assert_ptr_equal(region_field(f->values, inner, &fd)->parent, inner);
}

static void indexes_add_up(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct region *table = region_global(v, "table"), *two = region_index(v, table, 2);
	assert_ptr_equal(region_index(v, two, 1), region_index(v, table, 3));
	assert_ptr_equal(region_index(v, f->obj, 0), f->obj);
	assert_ptr_not_equal(region_index(v, table, 0), table);
	assert_ptr_equal(region_element(v, two), region_element(v, table));
	assert_ptr_equal(region_index(v, region_element(v, table), 5), region_element(v, table));
	assert_ptr_equal(region_element(v, region_element(v, table)), region_element(v, table));
}

static void pointer_arithmetic_leads_to_any_element(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	assert_ptr_equal(region_pointee(v, val_sum(v, f->x, 4)), region_element(v, f->obj));
}

static void parts_are_within(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct region *box = region_field(v, f->obj, &CONN), *fd = region_field(v, box, &FD);
	assert_true(region_within(fd, fd) && region_within(fd, box) && region_within(fd, f->obj));
	assert_false(region_within(f->obj, fd) || region_within(fd, region_var(v, 0)));
	assert_ptr_equal(region_root(fd), f->obj);
	assert_false(region_is_many(fd));
	const struct region *many = region_field(v, region_element(v, f->obj), &FD);
	assert_true(region_is_many(many));
	assert_false(region_is_many(region_pointee(v, val_entry(v, many))));
}

static void the_same_part_of_another_object(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct region *to = region_var(v, 9), *box = region_field(v, f->obj, &CONN),
						*fd = region_field(v, box, &FD);
	assert_ptr_equal(region_move(v, fd, f->obj, to),
	                 region_field(v, region_field(v, to, &CONN), &FD));
	assert_ptr_equal(region_move(v, fd, box, to), region_field(v, to, &FD));
	assert_ptr_equal(region_move(v, box, box, to), to);
	const struct region *third = region_index(v, box, 3), *any = region_element(v, box);
	assert_ptr_equal(region_move(v, third, box, to), region_index(v, to, 3));
	assert_ptr_equal(region_move(v, any, box, to), region_element(v, to));
}

static void depends_on_what_it_was_found_by(void **state) {
	struct fixture *f = *state;
	struct values *v = f->values;
	const struct val *fd = val_entry(v, region_field(v, f->obj, &FD));
	const struct val *deep = val_entry(v, region_pointee(v, val_sum(v, fd, 1)));
	assert_true(val_depends(fd, fd) && val_depends(fd, f->x));
	assert_true(val_depends(val_bits(v, fd, 4), f->x));
	assert_true(val_depends(deep, f->x) && val_depends(deep, fd));
	assert_true(val_depends(val_address(v, region_field(v, f->obj, &FD)), f->x));
	assert_false(val_depends(f->x, fd));
	assert_false(val_depends(val_entry(v, region_global(v, "g")), f->x));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(equal_values_are_one),
		TEST(ids_are_in_order_of_making),
		TEST(an_older_value_is_another),
		TEST(many_values_stay_apart),
		TEST(constants_fold),
		TEST(bits_of_what_was_set),
		TEST(neutral_operands_change_nothing),
		TEST(sums_of_sums),
		TEST(nothing_is_made_of_the_unknown),
		TEST(an_address_points_to_its_region),
		TEST(a_node_leads_back_to_its_object),
		TEST(a_cast_of_the_first_member_is_undone),
		TEST(fields_of_models_nest),
		TEST(indexes_add_up),
		TEST(pointer_arithmetic_leads_to_any_element),
		TEST(parts_are_within),
		TEST(the_same_part_of_another_object),
		TEST(depends_on_what_it_was_found_by),
	};
	return cmocka_run_group_tests_name("values", tests, NULL, NULL);
}
