/* Comments in sources, and what they suppress. */
#include "report_fixture.h"

#include "cli/catalogue.h"
#include "cli/suppress.h"
#include "report/comments.h"

/* --- comments --------------------------------------------------------------------------------- */

static void assert_comment(const struct comments *c, size_t i, const char *text, uint32_t line,
                           uint32_t column) {
	assert_true(i < c->n);
	assert_int_equal(c->items[i].length, strlen(text));
	assert_memory_equal(c->items[i].text, text, strlen(text));
	assert_int_equal(c->items[i].line, line);
	assert_int_equal(c->items[i].column, column);
}

static void test_comments(void **state) {
	struct fixture *f = *state;
	static const char text[] = "int x; // one \\\n still one\r\n"
							   "\t/* two\r three\n*/ y /**/ // four";
	struct comments c = comments_find(f->arena, text, strlen(text));
	assert_int_equal(c.n, 4);
	assert_comment(&c, 0, "// one \\\n still one", 1, 8);
	assert_comment(&c, 1, "/* two\r three\n*/", 3, 2);
	assert_comment(&c, 2, "/**/", 5, 6);
	assert_comment(&c, 3, "// four", 5, 11);
	assert_int_equal(comments_code_line(&c, 1), 1);
	assert_int_equal(comments_code_line(&c, 2), 5);
	assert_int_equal(comments_code_line(&c, 6), 0);
}

static void test_no_comments(void **state) {
	struct fixture *f = *state;
	static const char *const texts[] = {
		"char *s = \"// no\"; char c = '\"', d = '/';",
		"char *s = \"\\\"// no\\\\\"; s = \"a\\\n// no\";",
		"char *s = \"a\\\r\n// no\";",
		"int n = 1'000'000; char c = u8'/';",
		"a / b; a /= /",
		"",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_int_equal(comments_find(f->arena, texts[i], strlen(texts[i])).n, 0);
	static const char text[] = "#error don't // no\n\"open // no\n// yes /* unfinished";
	assert_int_equal(comments_find(f->arena, text, strlen(text)).n, 1);
	assert_int_equal(comments_find(f->arena, "/* unfinished *", 15).n, 1);
	assert_int_equal(comments_find(f->arena, "/*", 2).n, 1);
	assert_int_equal(comments_find(f->arena, "//\\", 3).n, 1);
}

/* --- what is read ----------------------------------------------------------------------------- */

static struct suppressions read_text(struct fixture *f, const char *text) {
	struct suppressions list = {0};
	suppressions_read(f->arena, &list, "a.c", text, strlen(text));
	return list;
}

/* The only one of the text. */
static struct suppression only(struct fixture *f, const char *text) {
	struct suppressions list = read_text(f, text);
	if (list.n != 1) fail_msg("%zu suppressions in: %s", list.n, text);
	return list.items[0];
}

static void assert_lines(struct fixture *f, const char *text, uint32_t first, uint32_t last) {
	struct suppression s = only(f, text);
	if (s.wrong) fail_msg("%s: %s", text, s.wrong);
	assert_int_equal(s.first, first);
	assert_int_equal(s.last, last);
}

static void test_lines(void **state) {
	struct fixture *f = *state;
	assert_lines(f, "\nfree(c); // NOLINT\n", 2, 2);
	assert_lines(f, "free(c); /* x, NOLINT(closewait-*) */\n", 1, 1);
	assert_lines(f, "// NOLINTNEXTLINE(closewait-hollow-close)\nfree(c);\n", 2, 2);
	assert_lines(f, "// NOLINTBEGIN(closewait-*)\n\n\n/* NOLINTEND(closewait-*) */\n", 1, 4);
	assert_lines(f, "f(); // closewait: allow(hollow-close): so\ng();\n", 1, 1);
	assert_lines(f, "\n// closewait: allow(hollow-close): so\n\n// more\ng();\n", 5, 5);
	assert_lines(f, "/* closewait:allow( hollow-close , *-socket ):\n * so */\ng();\n", 3, 3);
	assert_lines(f, "/*\n * NOLINT\n */", 2, 2);
}

static void test_place(void **state) {
	struct fixture *f = *state;
	struct source_range at = only(f, "f(); // x NOLINT(closewait-*) y").at;
	assert_int_equal(at.line, 1);
	assert_int_equal(at.column, 11);
	assert_int_equal(at.end_column, 30);
	at = only(f, "/* x\n   NOLINT */").at;
	assert_int_equal(at.line, 2);
	assert_int_equal(at.column, 4);
}

static void test_reasons(void **state) {
	struct fixture *f = *state;
	assert_string_equal(only(f, "/* closewait: allow(hollow-close): it\n   is  so. */ f();").reason,
	                    "it is so.");
	assert_string_equal(only(f, "f(); // NOLINT(closewait-*): because").reason, "because");
	assert_null(only(f, "f(); // NOLINT(closewait-*)").reason);
}

static void test_nested_regions(void **state) {
	struct fixture *f = *state;
	struct suppressions list = read_text(f, "// NOLINTBEGIN(closewait-*)\n"
	                                        "// NOLINTBEGIN(closewait-hollow-close)\n"
	                                        "// NOLINTEND(closewait-*)\n"
	                                        "// NOLINTEND(closewait-hollow-close)\n");
	assert_int_equal(list.n, 2);
	assert_int_equal(list.items[0].last, 3);
	assert_int_equal(list.items[1].last, 4);
}

static void test_what_is_none(void **state) {
	struct fixture *f = *state;
	static const char *const texts[] = {
		"char *s = \"// NOLINT\";",
		"// NOLINTING",
		"// MYNOLINT",
		"// closewait: finds sockets",
		"// see closewait: allowance(x)",
		"NOLINT closewait: allow(hollow-close): x",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_int_equal(read_text(f, texts[i]).n, 0);
}

static void assert_wrong(struct fixture *f, const char *text, const char *why) {
	struct suppression s = only(f, text);
	assert_non_null(s.wrong);
	assert_true(s.is_ours);
	if (!strstr(s.wrong, why)) fail_msg("%s: %s", text, s.wrong);
}

static void test_what_is_wrong(void **state) {
	struct fixture *f = *state;
	assert_wrong(f, "// closewait: allow(hollow-close)", "no reason");
	assert_wrong(f, "// closewait: allow(hollow-close): ", "no reason");
	assert_wrong(f, "/* closewait: allow: */", "names no rule");
	assert_wrong(f, "// closewait: allow(): why", "names no rule");
	assert_wrong(f, "// closewait: allow(holow-close): why", "did you mean 'hollow-close'?");
	assert_wrong(f, "// NOLINT(other, closewait-x)", "there is no rule 'x'");
	assert_wrong(f, "// NOLINTBEGIN(closewait-*)", "no NOLINTEND");
	assert_wrong(f, "// NOLINTEND(closewait-*)", "no NOLINTBEGIN");
	assert_false(only(f, "// NOLINTEND").is_ours);
	assert_false(only(f, "// NOLINT(bugprone-*, cert-x)").is_ours);
}

/* --- what is suppressed ----------------------------------------------------------------------- */

/* Whether a finding of the rule on the line is suppressed by the text. */
static bool suppressed(struct fixture *f, const char *text, const char *rule, uint32_t line) {
	struct suppressions list = read_text(f, text);
	f->findings.list.n = 0;
	add_finding(f, rule, range("a.c", line, 1, 0), "m");
	suppressions_apply(&list, &f->findings);
	return f->findings.list.items[0].suppressed == SUPPRESSED_IN_SOURCE;
}

static void test_rules(void **state) {
	struct fixture *f = *state;
	assert_true(suppressed(f, "f(); // NOLINT", "hollow-close", 1));
	assert_false(suppressed(f, "f(); // NOLINT", "hollow-close", 2));
	assert_true(suppressed(f, "f(); // NOLINT(cert-x, closewait-hollow-*)", "hollow-close", 1));
	assert_false(suppressed(f, "f(); // NOLINT(cert-x, bugprone-*)", "hollow-close", 1));
	assert_false(suppressed(f, "f(); // NOLINT()", "hollow-close", 1));
	assert_true(suppressed(f, "f(); // NOLINT(*)", "hollow-close", 1));
	assert_false(suppressed(f, "f(); // NOLINT(*,-closewait-*)", "hollow-close", 1));
	assert_true(suppressed(f, "f(); // closewait: allow(*-close): x", "hollow-close", 1));
	assert_false(suppressed(f, "f(); // closewait: allow(*-socket): x", "hollow-close", 1));
	assert_false(suppressed(f, "f(); // closewait: allow(hollow-close)", "hollow-close", 1));
	add_finding(f, "hollow-close", range("b.c", 1, 1, 0), "m");
	struct suppressions list = read_text(f, "// NOLINT: in another file");
	suppressions_apply(&list, &f->findings);
	assert_int_equal(f->findings.list.items[1].suppressed, SUPPRESSED_NOT);
}

/* How many findings there are of suppressions that are of no use, beside the one on line 1. */
static size_t judged(struct fixture *f, const char *text, const char *rules, bool full) {
	struct suppressions list = read_text(f, text);
	struct options options = {0};
	if (rules) VEC_PUSH(f->arena, &options.rules, rules);
	f->findings.list.n = 0;
	add_finding(f, "hollow-close", range("a.c", 1, 1, 0), "m");
	suppressions_apply(&list, &f->findings);
	suppressions_judge(&list, &options, full, &f->findings);
	for (size_t i = 1; i < f->findings.list.n; i++)
		assert_string_equal(f->findings.list.items[i].rule, unused_suppression);
	return f->findings.list.n - 1;
}

static void test_unused(void **state) {
	struct fixture *f = *state;
	static const char used[] = "f(); // NOLINT(closewait-*)",
					  other[] = "f(); // NOLINT(closewait-*-socket)";
	assert_int_equal(judged(f, used, NULL, true), 0);
	assert_int_equal(judged(f, other, NULL, true), 1);
	assert_int_equal(judged(f, other, NULL, false), 0);
	assert_int_equal(judged(f, other, "hollow-close", true), 0);
	assert_int_equal(judged(f, "\nf(); // NOLINT", NULL, true), 0);
	assert_int_equal(judged(f, "\nf(); // NOLINT(*)", NULL, true), 0);
	assert_int_equal(judged(f, "\nf(); // NOLINT(cert-*)", NULL, true), 0);
	assert_int_equal(judged(f, "// closewait: allow(x): y", NULL, false), 1);
	assert_int_equal(judged(f, "// closewait: allow(x): y", "hollow-close", false), 0);
}

static void test_catalogue_is_sorted(void **state) {
	(void)state;
	for (size_t i = 1; i < catalogue_count(); i++)
		assert_true(strcmp(catalogue_rule(i - 1).name, catalogue_rule(i).name) < 0);
	for (size_t i = 0; i < catalogue_count(); i++) assert_true(catalogue_rule(i).page[0]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(test_comments),
		TEST(test_no_comments),
		TEST(test_lines),
		TEST(test_place),
		TEST(test_reasons),
		TEST(test_nested_regions),
		TEST(test_what_is_none),
		TEST(test_what_is_wrong),
		TEST(test_rules),
		TEST(test_unused),
		TEST(test_catalogue_is_sorted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
