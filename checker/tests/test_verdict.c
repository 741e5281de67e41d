/* The text form of a verdict: what was printed is read back, and nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/verdict.h"

static int set_up(void **state) {
	*state = arena_new("test");
	return 0;
}

static int tear_down(void **state) {
	arena_free(*state);
	return 0;
}

static struct source_range at(const char *path, uint32_t line) {
	return (struct source_range){path, line, 5, line + 1, UINT32_MAX};
}

static struct finding a_finding(struct arena *a) {
	struct finding f = {
		.rule = "hollow-close",
		.level = LEVEL_LIKELY,
		.at = at("src/a \"b\".c", 7),
		.function = "f",
		.resource = "c->fd",
		.message = "a tab\t, a line\nend and \xc3\xa4",
		.why = "",
		.cure = "Close it",
	};
	VEC_PUSH(a, &f.steps, (struct finding_step){at("a.c", 1), "opened here"});
	VEC_PUSH(a, &f.steps, (struct finding_step){at("b.c", 0), ""});
	return f;
}

/* One thing of each kind, and two of those that are in lists. */
static struct verdict full(struct arena *a) {
	struct verdict v = {.files = 4, .lost = 3, .headers = 2, .errors = 1, .findings = {.arena = a}};
	v.stats = (struct verdict_stats){.units = 5,
	                                 .functions = 6,
	                                 .walks = 7,
	                                 .states = SIZE_MAX / 2,
	                                 .merged_states = 8,
	                                 .blurred_states = 13,
	                                 .unfinished_recursions = 9,
	                                 .cut_calls = 10,
	                                 .full_facts = 11};
	VEC_PUSH(a, &v.stats.given_up, "g");
	VEC_PUSH(a, &v.stats.cut, "h");
	VEC_PUSH(a, &v.stats.cut, "operator \"x\"");
	VEC_PUSH(a, &v.stats.blind,
	         (struct blind_count){"a call through a pointer", 12, at("a.c", 3), NULL, false});
	VEC_PUSH(a, &v.stats.blind,
	         (struct blind_count){"f", 1, at("b.c", 4), "f(fd) : escapes fd", true});
	VEC_PUSH(a, &v.losses, (struct report_loss){at("a.c", 3), "why", true});
	VEC_PUSH(a, &v.losses, (struct report_loss){at("b.c", 4), "'x.h' file not found", false});
	VEC_PUSH(a, &v.incomplete, (struct incomplete){at("a.c", 3), "f", "a \\ in it"});
	VEC_PUSH(a, &v.bodies, (struct source_range){"src/a b.c", 3, 1, 9, 2});
	VEC_PUSH(a, &v.suppressions,
	         (struct suppression){at("a.c", 2), 2, 9, "closewait-*,-closewait-x", "why", NULL, true,
	                              false});
	VEC_PUSH(a, &v.suppressions, (struct suppression){.at = at("b.c", 3), .wrong = "no such rule"});
	VEC_PUSH(a, &v.findings.list, a_finding(a));
	struct finding plain = {.rule = "skipped-close", .at = at("a.c", 1), .message = "m"};
	VEC_PUSH(a, &v.findings.list, plain);
	return v;
}

static struct buf printed(struct arena *a, const struct verdict *v) {
	struct buf text = BUF_IN(a);
	verdict_print(&text, v);
	return text;
}

static void what_was_printed_is_read_back(void **state) {
	struct arena *a = *state;
	struct verdict before = full(a), after;
	struct buf text = printed(a, &before);
	assert_true(verdict_read(a, text.s, text.n, &after));
	assert_string_equal(printed(a, &after).s, text.s);
	assert_int_equal(after.files, 4);
	assert_int_equal(after.stats.full_facts, 11);
	assert_int_equal(after.stats.cut.n, 2);
	assert_true(after.losses.items[0].whole_unit);
	assert_false(after.losses.items[1].whole_unit);
	assert_int_equal(after.bodies.n, 1);
	assert_string_equal(after.bodies.items[0].path, "src/a b.c");
	assert_int_equal(after.bodies.items[0].end_line, 9);
	assert_int_equal(after.suppressions.n, 2);
	assert_int_equal(after.suppressions.items[0].last, 9);
	assert_true(after.suppressions.items[0].is_ours);
	assert_null(after.suppressions.items[1].names);
	assert_string_equal(after.suppressions.items[1].wrong, "no such rule");
	assert_int_equal(after.findings.list.n, 2);
	const struct finding *f = &after.findings.list.items[0];
	assert_int_equal(f->level, LEVEL_LIKELY);
	assert_int_equal(f->at.end_column, UINT32_MAX);
	assert_string_equal(f->message, "a tab\t, a line\nend and \xc3\xa4");
	assert_int_equal(f->steps.n, 2);
	assert_string_equal(f->steps.items[1].message, "");
}

/* A text that there is not is not an empty one. */
static void what_is_absent_stays_absent(void **state) {
	struct arena *a = *state;
	struct verdict before = full(a), after;
	struct buf text = printed(a, &before);
	assert_true(verdict_read(a, text.s, text.n, &after));
	assert_string_equal(after.findings.list.items[0].why, "");
	assert_null(after.findings.list.items[1].why);
	assert_null(after.findings.list.items[1].function);
	assert_null(after.findings.list.items[1].resource);
}

static void an_empty_verdict_is_one(void **state) {
	struct arena *a = *state;
	struct verdict none = {.findings = {.arena = a}}, after;
	struct buf text = printed(a, &none);
	assert_true(verdict_read(a, text.s, text.n, &after));
	assert_int_equal(after.findings.list.n, 0);
}

/* A text that ends within a finding is none; one that goes on behind its end neither. */
static void other_text_is_none(void **state) {
	struct arena *a = *state;
	struct verdict before = full(a), after;
	struct buf text = printed(a, &before);
	size_t first = (size_t)(strstr(text.s, "finding ") - text.s);
	for (size_t n = first + 1; n + 1 < text.n; n++)
		if (text.s[n] != '\n' && text.s[n - 1] != '\n')
			assert_false(verdict_read(a, text.s, n, &after));
	buf_add(&text, "more\n");
	assert_false(verdict_read(a, text.s, text.n, &after));
	const char *bad = "counts -1 0 0 0\nprogram 0 0 0 0 0 0 0 0\n";
	assert_false(verdict_read(a, bad, strlen(bad), &after));
	bad =
		"counts 0 0 0 0\nprogram 0 0 0 0 0 0 0 0\nfinding 3 0 0 0 0 \"a.c\" \"r\" - - \"m\" - -\n";
	assert_false(verdict_read(a, bad, strlen(bad), &after));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(what_was_printed_is_read_back),
		TEST(what_is_absent_stays_absent),
		TEST(an_empty_verdict_is_one),
		TEST(other_text_is_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
