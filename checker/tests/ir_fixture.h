/* Units read from text, for the tests of the IR. */
#ifndef CLOSEWAIT_TESTS_IR_FIXTURE_H
#define CLOSEWAIT_TESTS_IR_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/intern.h"
#include "ir/ir.h"

struct fixture {
	struct arena *arena;
	struct intern *names;
};

static inline int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *fixture = ARENA_NEW(a, struct fixture);
	*fixture = (struct fixture){a, intern_new(a)};
	*state = fixture;
	return 0;
}

static inline int tear_down(void **state) {
	arena_free(((struct fixture *)*state)->arena);
	return 0;
}

static inline struct ir_unit *read_text(struct fixture *fixture, const char *text,
                                        const char **error) {
	return ir_read(fixture->arena, fixture->names, "t.ir", text, strlen(text), error);
}

static inline struct ir_unit *read_valid(struct fixture *fixture, const char *text) {
	const char *error;
	struct ir_unit *unit = read_text(fixture, text, &error);
	if (!unit) fail_msg("%s\n%s", error, text);
	assert_null(error);
	error = ir_verify(fixture->arena, unit);
	if (error) fail_msg("%s\n%s", error, text);
	return unit;
}

static inline const char *print_unit(struct fixture *fixture, const struct ir_unit *unit) {
	struct buf out = BUF_IN(fixture->arena);
	ir_print(&out, unit);
	return buf_text(&out);
}

/* text reads, verifies and prints as expected, which reads and prints as itself. */
static inline void check_prints(struct fixture *fixture, const char *text, const char *expected) {
	assert_string_equal(print_unit(fixture, read_valid(fixture, text)), expected);
	assert_string_equal(print_unit(fixture, read_valid(fixture, expected)), expected);
}

static inline void check_round_trip(struct fixture *fixture, const char *text) {
	check_prints(fixture, text, text);
}

static inline void check_error(struct fixture *fixture, const char *text, const char *expected) {
	const char *error = NULL;
	assert_null(read_text(fixture, text, &error));
	assert_non_null(error);
	assert_string_equal(error, expected);
}

/* text reads, and the verifier says expected. */
static inline void check_rejected(struct fixture *fixture, const char *text, const char *expected) {
	const char *error;
	struct ir_unit *unit = read_text(fixture, text, &error);
	if (!unit) fail_msg("%s", error);
	error = ir_verify(fixture->arena, unit);
	assert_non_null(error);
	assert_string_equal(error, expected);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
