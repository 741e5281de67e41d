/* Results of an earlier run: when they are taken over, and that they are what a walk would come to. */
#include "flow_fixture.h"

#include "link/memo.h"

/* One run over two files, with what an earlier one left; sets *left to what this one does. */
static struct program *run(struct arena *a, const struct buf *earlier, struct buf *left,
                           const char *a_lines, const char *b_lines) {
	struct program *p = new_program(a);
	add_file(p, "a.c", a_lines);
	add_file(p, "b.c", b_lines);
	program_join(p);
	p->memo = memo_new(a, p, earlier ? earlier->s : NULL, earlier ? earlier->n : 0);
	program_link(p);
	*left = BUF_IN(a);
	memo_write(p->memo, left);
	return p;
}

/* All summaries: a run that takes results over must come to the same. */
static const char *all_of(const struct program *p) {
	struct buf out = BUF_IN(p->arena);
	for (size_t i = 0; i < p->functions.n; i++) {
		summary_print(&out, p->functions.items[i].result->summary);
		buf_printf(&out, "%zu losses\n", p->functions.items[i].result->losses.n);
	}
	return buf_text(&out);
}

static const char USE[] =
	"func @use() void !0:1:1-9:1 {\n  b0:\n    %0 = call @socket(2, 1, 0) !0:2:1\n    call @stop(%0) !0:3:1\n"
	"    ret\n}\n";
static const char USE_FURTHER_DOWN[] =
	"func @use() void !0:31:1-39:1 {\n  b0:\n    %0 = call @socket(2, 1, 0) !0:32:1\n"
	"    call @stop(%0) !0:33:1\n    ret\n}\n";
static const char STOP[] =
	"func @stop($fd int) void !0:1:1-9:1 {\n  b0:\n    %0 = load $fd\n    call @close(%0) !0:2:1\n    ret\n}\n";
static const char STOP_WITH_OTHER_LINES[] =
	"func @stop($fd int) void !0:1:1-9:1 {\n  b0:\n    %0 = load $fd\n    call @close(%0) !0:5:1\n    ret\n}\n";
static const char STOP_IN_NAME[] =
	"func @stop($fd int) void !0:1:1-9:1 {\n  b0:\n    %0 = load $fd\n    ret\n}\n";

static void nothing_changed(void **state) {
	struct buf first, second;
	struct program *p = run(*state, NULL, &first, USE, STOP);
	assert_int_equal(p->walks, 2);
	assert_int_equal(p->recalled, 0);
	struct program *again = run(*state, &first, &second, USE, STOP);
	assert_int_equal(again->recalled, 2);
	assert_string_equal(all_of(again), all_of(p));
	assert_int_equal(second.n, 0); /* there is nothing to be written */
}

static void a_callee_does_something_else(void **state) {
	struct buf first, second;
	assert_int_equal(losses_of(run(*state, NULL, &first, USE, STOP), "use"), 0);
	struct program *p = run(*state, &first, &second, USE, STOP_IN_NAME);
	assert_int_equal(p->recalled, 0);
	assert_int_equal(losses_of(p, "use"), 1);
	assert_int_equal(losses_of(run(*state, &second, &first, USE, STOP_IN_NAME), "use"), 1);
}

/* The steps of a finding lead through the callee: its callers must know where it stands. */
static void a_callee_does_it_elsewhere(void **state) {
	struct buf first, second;
	run(*state, NULL, &first, USE, STOP);
	struct program *p = run(*state, &first, &second, USE, STOP_WITH_OTHER_LINES);
	assert_int_equal(p->recalled, 0);
	assert_int_equal(
		result_of(p, "stop")->summary->cases.items[0].effects.items[0].origin->loc.line, 5);
}

static void a_function_moves_in_its_file(void **state) {
	struct buf first, second;
	run(*state, NULL, &first, USE, STOP_IN_NAME);
	struct program *p = run(*state, &first, &second, USE_FURTHER_DOWN, STOP_IN_NAME);
	assert_int_equal(p->recalled, 2);
	const struct loss *loss = result_of(p, "use")->losses.items[0];
	assert_int_equal(loss->loc.line, 33);
	assert_int_equal(loss->opened->loc.line, 32);
}

static const char START[] =
	"field s:child int\nfunc @start($p ptr s) void !0:1:1-9:1 {\n  b0:\n    %0 = load $p\n"
	"    %1 = call @number(1) !0:2:1\n    br gt %1, 0, b1, b2\n"
	"  b1:\n    store *%0.s:child, %1 !0:3:1\n    ret\n  b2:\n    ret\n}\n";

static void what_numbers_may_be_is_kept(void **state) {
	struct buf first, second;
	struct program *p = run(*state, NULL, &first, USE, START);
	assert_non_null(strstr(all_of(p), "s:child = 1.."));
	struct program *again = run(*state, &first, &second, USE, START);
	assert_int_equal(again->recalled, 2);
	assert_string_equal(all_of(again), all_of(p));
}

/* a calls b, and b calls a. */
static const char A_OF_CIRCLE[] =
	"func @a($fd int) void {\n  b0:\n    %0 = load $fd\n    br gt %0, 7, b1, b2\n"
	"  b1:\n    call @b(%0)\n    ret\n  b2:\n    call @close(%0)\n    ret\n}\n";
static const char B_OF_CIRCLE[] =
	"func @b($fd int) void {\n  b0:\n    %0 = load $fd\n    call @a(%0)\n    ret\n}\n";
static const char B_WITH_A_STEP_MORE[] =
	"func @b($fd int) void {\n  b0:\n    %0 = load $fd\n    %1 = load $fd\n    call @a(%0)\n    ret\n}\n";

static void a_circle_walks_what_changed(void **state) {
	struct buf first, second;
	size_t walks = run(*state, NULL, &first, A_OF_CIRCLE, B_OF_CIRCLE)->walks;
	struct program *p = run(*state, &first, &second, A_OF_CIRCLE, B_WITH_A_STEP_MORE);
	assert_int_equal(p->walks, walks);
	assert_true(p->recalled > 0 && p->recalled < walks);
	assert_string_equal(all_of(p),
	                    all_of(run(*state, NULL, &first, A_OF_CIRCLE, B_WITH_A_STEP_MORE)));
}

/* What is no memo, or another one's, counts as none. */
static void broken_bytes_do_no_harm(void **state) {
	struct buf first, second;
	struct program *p = run(*state, NULL, &first, USE, STOP);
	for (size_t i = 0; i < first.n; i += 3) {
		struct arena *a = arena_new("broken");
		struct buf broken = BUF_IN(a);
		buf_add_bytes(&broken, first.s, first.n - i % 2);
		broken.s[i] = (char)(broken.s[i] ^ 0x21);
		run(a, &broken, &second, USE, STOP);
		arena_free(a);
	}
	assert_string_equal(all_of(run(*state, &first, &second, USE, STOP)), all_of(p));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_changed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_callee_does_something_else, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_callee_does_it_elsewhere, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_function_moves_in_its_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_numbers_may_be_is_kept, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_circle_walks_what_changed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(broken_bytes_do_no_harm, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
