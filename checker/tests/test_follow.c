/* Which calls are followed, and what a walk makes of those that are not. */
#include "flow_fixture.h"

#include "link/follow.h"

/* A failed assertion ends in a log, which asserts something itself; it returns as far as its code says. */
static const char ASSERTING[] =
	"func @check($fd int) void {\n  b0:\n    %0 = load $fd\n    br lt %0, 0, b1, b2\n"
	"  b1:\n    call @fail(%0)\n    unreachable\n  b2:\n    call @close(%0)\n    ret\n}\n"
	"func @fail($fd int) void {\n  b0:\n    %0 = load $fd\n    call @check(1)\n    ret\n}\n"
	"func @use($fd int) void {\n  b0:\n    %0 = load $fd\n    call @check(%0)\n    ret\n}\n";

static bool follows(const struct program *p, const char *f, const char *callee) {
	return is_followed(function_of(p, f), function_of(p, callee)->id);
}

static bool ends_in(const struct program *p, const char *f, const char *callee) {
	return is_dead_end(function_of(p, f), function_of(p, callee)->id);
}

static void what_fails_makes_no_circle(void **state) {
	struct program *p = link_file(*state, ASSERTING);
	assert_true(ends_in(p, "check", "fail"));
	assert_false(follows(p, "check", "fail"));
	assert_true(follows(p, "fail", "check"));
	assert_false(function_of(p, "check")->is_recursive);
	assert_int_equal(p->walks, 3);
	has_summary(p, "check", "check(fd)\n  fd >= 0 : closes fd\n");
	has_summary(p, "use", "use(fd)\n  fd >= 0 : closes fd\n");
}

/* The socket that `fail` leaves open goes with the process, though no walk of who calls it says so. */
static void what_fails_loses_nothing(void **state) {
	struct program *p = link_file(
		*state,
		"func @check($fd int) void {\n  b0:\n    %0 = load $fd\n    br lt %0, 0, b1, b2\n"
		"  b1:\n    call @fail()\n    unreachable\n  b2:\n    ret\n}\n"
		"func @fail() void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    call @check(1)\n    ret\n}\n");
	assert_false(follows(p, "check", "fail"));
	assert_int_equal(losses_of(p, "fail"), 0);
}

/* What a function does to descriptors when it fails is no reason to walk it. */
static void what_only_fails_does_not_matter(void **state) {
	struct program *p = link_file(
		*state,
		"func @fail($fd int) void {\n  b0:\n    %0 = load $fd\n    call @close(%0)\n    call @abort()\n"
		"    unreachable\n}\n"
		"func @sum($n int) int {\n  b0:\n    %0 = load $n\n    br lt %0, 0, b1, b2\n"
		"  b1:\n    call @fail(3)\n    unreachable\n  b2:\n    br lt %0, 1, b3, b4\n  b3:\n    jump b4\n"
		"  b4:\n    br lt %0, 2, b5, b6\n  b5:\n    jump b6\n  b6:\n    ret %0\n}\n");
	assert_int_equal(p->walks, 1);
}

/* Outside a circle nothing is gained: what such a function does is known. */
static void what_fails_alone_is_followed(void **state) {
	struct program *p =
		link_file(*state, "func @fail() void {\n  b0:\n    call @abort()\n    unreachable\n}\n"
	                      "func @check() void {\n  b0:\n    call @fail()\n    ret\n}\n");
	assert_true(ends_in(p, "check", "fail"));
	assert_true(follows(p, "check", "fail"));
	has_summary(p, "check", "check()\n");
}

/* No way leads to the return of the one, nor to that of who always calls it. */
static void who_never_returns(void **state) {
	struct program *p = link_file(
		*state,
		"func @die($fd int) void {\n  b0:\n    %0 = load $fd\n    call @log(%0)\n    call @abort()\n"
		"    unreachable\n}\n"
		"func @fail($fd int) void {\n  b0:\n    %0 = load $fd\n    call @die(%0)\n    ret\n}\n"
		"func @log($fd int) void {\n  b0:\n    %0 = load $fd\n    br lt %0, 0, b1, b2\n"
		"  b1:\n    call @fail(%0)\n    ret\n  b2:\n    call @close(%0)\n    ret\n}\n");
	assert_true(ends_in(p, "fail", "die"));
	assert_true(ends_in(p, "log", "fail"));
	assert_false(follows(p, "log", "fail"));
	assert_false(function_of(p, "log")->is_recursive);
	has_summary(p, "log", "log(fd)\n  fd >= 0 : closes fd\n");
}

/* One of the calls comes back. */
static void who_fails_only_sometimes(void **state) {
	struct program *p = link_file(
		*state,
		"func @fail($fd int) void {\n  b0:\n    %0 = load $fd\n    call @check(%0)\n    ret\n}\n"
		"func @check($fd int) void {\n  b0:\n    %0 = load $fd\n    br lt %0, 0, b1, b2\n"
		"  b1:\n    call @fail(%0)\n    unreachable\n  b2:\n    call @fail(%0)\n    ret\n}\n");
	assert_false(ends_in(p, "check", "fail"));
	assert_true(function_of(p, "check")->is_recursive);
}

/* What is called by a pointer that may be anything is not seen, unless the walk itself finds out which function it is. */
static void a_pointer_to_anything(void **state) {
	static const char PROGRAM[] =
		"field conn:stop ptr\n"
		"func @stop($fd int) void {\n  b0:\n    %0 = load $fd\n    call @close(%0)\n    ret\n}\n"
		"func @unseen($c ptr conn, $fd int) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:stop\n"
		"    %2 = load $fd\n    call *%1(%2)\n    ret\n}\n"
		"func @named($c ptr conn, $fd int) void {\n  b0:\n    %0 = load $c\n"
		"    store *%0.conn:stop, @stop\n    %1 = load *%0.conn:stop\n    %2 = load $fd\n"
		"    call *%1(%2)\n    ret\n}\n"
		"func @other($c ptr conn, $f ptr) void {\n  b0:\n    %0 = load $c\n    %1 = load $f\n"
		"    store *%0.conn:stop, %1\n    ret\n}\n";
	struct program *p = link_file(*state, PROGRAM);
	assert_false(follows(p, "unseen", "stop"));
	assert_true(follows(p, "named", "stop"));
	has_summary(p, "unseen", "unseen(c, fd)\n  c != 0 : escapes fd\n");
	has_summary(p, "named", "named(c, fd)\n  c != 0 : closes fd ; c->conn:stop = &@stop\n");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(what_fails_makes_no_circle),
		TEST(what_fails_loses_nothing),
		TEST(what_only_fails_does_not_matter),
		TEST(what_fails_alone_is_followed),
		TEST(who_never_returns),
		TEST(who_fails_only_sometimes),
		TEST(a_pointer_to_anything),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
