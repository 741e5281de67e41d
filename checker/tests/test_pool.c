/* Objects by content, and their file form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/pool.h"

static int set_up(void **state) {
	*state = arena_new("test");
	return 0;
}

static int tear_down(void **state) {
	arena_free(*state);
	return 0;
}

static uint32_t put(struct pool *pool, const char *text, uint32_t first, uint32_t second) {
	return pool_put(pool, (uint32_t[]){first, second}, 2, text, strlen(text));
}

/* Two leaves, and one object over both. */
static struct pool *small_pool(struct arena *a) {
	struct pool *pool = pool_new(a);
	uint32_t left = put(pool, "left", 0, 0), right = put(pool, "right, which is longer", 0, 0);
	put(pool, "both", left, right);
	return pool;
}

static void equal_objects_are_one(void **state) {
	struct pool *pool = small_pool(*state);
	assert_int_equal(put(pool, "left", 0, 0), 1);
	assert_int_equal(put(pool, "both", 1, 2), 3);
	assert_int_equal(put(pool, "both", 2, 1), 4);
	assert_int_equal(put(pool, "left", 1, 0), 5);
	assert_int_equal(pool->objects.n, 5);
}

static void hashes_are_the_same_in_every_pool(void **state) {
	struct pool *pool = small_pool(*state), *other = pool_new(*state);
	put(other, "something else", 0, 0);
	uint32_t right = put(other, "right, which is longer", 0, 0), left = put(other, "left", 0, 0);
	uint32_t both = put(other, "both", left, right);
	assert_true(pool_get(pool, 3)->hash == pool_get(other, both)->hash);
	assert_true(pool_get(pool, 1)->hash != pool_get(pool, 2)->hash);
}

static struct buf written(struct arena *a, const struct pool *pool, uint32_t number,
                          uint32_t *new_numbers) {
	struct buf out = BUF_IN(a);
	bool *wanted = ARENA_ARRAY(a, bool, pool->objects.n);
	wanted[number - 1] = true;
	pool_write(pool, wanted, new_numbers, &out);
	return out;
}

static void what_is_written_is_read(void **state) {
	struct arena *a = *state;
	struct pool *pool = small_pool(a);
	uint32_t numbers[4];
	uint32_t last = put(pool, "", 2, 0);
	struct buf out = written(a, pool, last, numbers);
	buf_add(&out, "what follows");
	size_t used = 0;
	struct pool *read = pool_read(a, out.s, out.n, &used);
	assert_non_null(read);
	assert_string_equal(out.s + used, "what follows");
	assert_int_equal(read->objects.n, 2); /* it, and what it refers to */
	assert_int_equal(numbers[0], 0);
	const struct pool_object *o = pool_get(read, numbers[last - 1]);
	assert_true(o->hash == pool_get(pool, last)->hash);
	assert_int_equal(o->length, 0);
	assert_int_equal(o->refs[1], 0);
	const struct pool_object *right = pool_get(read, o->refs[0]);
	assert_memory_equal(right->bytes, "right, which is longer", right->length);
	assert_int_equal(put(read, "right, which is longer", 0, 0), numbers[1]);
}

/* Cut anywhere it is no pool; with any byte changed it is none, or one that can be walked through. */
static void broken_bytes_do_no_harm(void **state) {
	struct arena *a = *state;
	struct pool *pool = small_pool(a);
	uint32_t numbers[3];
	struct buf out = written(a, pool, 3, numbers);
	size_t used;
	for (size_t n = 0; n < out.n; n++) assert_null(pool_read(a, out.s, n, &used));
	for (size_t i = 0; i < out.n * 8; i++) {
		out.s[i / 8] = (char)(out.s[i / 8] ^ 1 << i % 8);
		struct pool *read = pool_read(a, out.s, out.n, &used);
		for (uint32_t number = 1; read && number <= read->objects.n; number++)
			for (uint32_t k = 0; k < pool_get(read, number)->ref_count; k++)
				assert_true(pool_get(read, number)->refs[k] < number);
		out.s[i / 8] = (char)(out.s[i / 8] ^ 1 << i % 8);
	}
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(equal_objects_are_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hashes_are_the_same_in_every_pool, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_written_is_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(broken_bytes_do_no_harm, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
