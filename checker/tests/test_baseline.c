/* The text of a baseline, and what it suppresses. */
#include "report_fixture.h"

#include "base/path.h"
#include "cli/baseline.h"

static const char heading[] =
	"# closewait baseline 1: findings that are known. `closewait baseline` writes this file.\n";

static void add_findings(struct fixture *f) {
	add_source(f, "b.c", "one\ntwo\ntwo\n");
	add_source(f, "a \"x\".c", "three\n");
	add_finding(f, "hollow-close", range("b.c", 2, 1, 0), "m")->function = "conn_close";
	f->findings.list.items[0].resource = "c->fd";
	add_finding(f, "hollow-close", range("b.c", 3, 1, 0), "m")->function = "conn_close";
	f->findings.list.items[1].resource = "c->fd";
	add_finding(f, "unclosed-socket", range("a \"x\".c", 1, 1, 0), "m");
	findings_set_keys(&f->findings, f->report.sources, f->directory);
}

static struct baseline of_findings(struct fixture *f) {
	struct baseline b = {0};
	baseline_add(f->arena, &b, &f->findings, f->report.sources, f->directory);
	return b;
}

static struct buf printed(struct fixture *f, const struct baseline *b) {
	struct buf text = BUF_IN(f->arena);
	baseline_print(&text, b);
	return text;
}

static struct baseline read_back(struct fixture *f, const char *text) {
	struct baseline b = {0};
	const char *error = NULL;
	add_source(f, "baseline", text);
	if (!baseline_read(f->arena, path_join(f->arena, f->directory, "baseline"), &b, &error))
		fail_msg("%s", error);
	return b;
}

static void test_text(void **state) {
	struct fixture *f = *state;
	add_findings(f);
	struct baseline b = of_findings(f);
	struct buf text = printed(f, &b);
	const struct finding *findings = f->findings.list.items;
	const char *expected = arena_printf(f->arena,
	                                    "%s\"a \\\"x\\\".c\" unclosed-socket - - %s\n"
	                                    "\"b.c\" hollow-close \"conn_close\" \"c->fd\" %s\n"
	                                    "\"b.c\" hollow-close \"conn_close\" \"c->fd\" %s\n",
	                                    heading, findings[2].key, findings[0].key, findings[1].key);
	assert_string_equal(buf_text(&text), expected);
	b = read_back(f, text.s);
	assert_int_equal(b.entries.n, 3);
	assert_int_equal(b.entries.items[0].line, 2);
	struct buf again = printed(f, &b);
	assert_string_equal(again.s, text.s);
}

static void test_text_of_nothing(void **state) {
	struct fixture *f = *state;
	struct baseline b = of_findings(f);
	struct buf text = printed(f, &b);
	assert_string_equal(buf_text(&text), heading);
	assert_int_equal(read_back(f, "").entries.n, 0);
}

/* Order and repetition, as a merge may leave them. */
static void test_any_order_is_read(void **state) {
	struct fixture *f = *state;
	add_findings(f);
	struct baseline b = of_findings(f);
	struct buf text = printed(f, &b);
	struct baseline twice = of_findings(f);
	baseline_add(f->arena, &twice, &f->findings, f->report.sources, f->directory);
	struct buf once = printed(f, &twice);
	assert_string_equal(once.s, text.s);
}

static void test_what_it_suppresses(void **state) {
	struct fixture *f = *state;
	add_findings(f);
	struct baseline b = of_findings(f);
	b.entries.n = 2;
	struct finding *findings = f->findings.list.items;
	findings[1].suppressed = SUPPRESSED_IN_SOURCE;
	baseline_apply(f->arena, &b, &f->findings);
	assert_int_equal(findings[0].suppressed, SUPPRESSED_BY_BASELINE);
	assert_int_equal(findings[1].suppressed, SUPPRESSED_IN_SOURCE);
	assert_int_equal(findings[2].suppressed, SUPPRESSED_NOT);
	assert_true(b.entries.items[0].is_used);
	assert_false(b.entries.items[1].is_used); /* a comment does it */
}

static void refused(struct fixture *f, const char *text, const char *what) {
	struct baseline b = {0};
	const char *error = NULL;
	add_source(f, "baseline", text);
	assert_false(
		baseline_read(f->arena, path_join(f->arena, f->directory, "baseline"), &b, &error));
	if (!strstr(error, what)) fail_msg("%s: %s", text, error);
}

static void test_what_is_refused(void **state) {
	struct fixture *f = *state;
	refused(f, "# 1\n<<<<<<< HEAD\n", "baseline:2: ");
	refused(f, "<<<<<<< HEAD\n", "resolve it if it comes from a merge");
	refused(f, "\"a.c\" hollow-close - -\n", "a fingerprint expected");
	refused(f, "\"a.c\" hollow-close - - 0123:1\n", "a fingerprint expected");
	refused(f, "\"a.c\" hollow-close - - 0123456789abcdef\n", "':' expected");
	refused(f, "\"a.c\"\n", "the name of a rule expected");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(test_text),
		TEST(test_text_of_nothing),
		TEST(test_any_order_is_read),
		TEST(test_what_it_suppresses),
		TEST(test_what_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
