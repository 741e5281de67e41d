/* The formats for machines: the JSON writer, URIs, pages and SARIF. */
#include "report_fixture.h"

#include <jansson.h>

#include "report/findings_json.h"
#include "report/github.h"
#include "report/gitlab.h"
#include "report/json.h"
#include "report/page.h"
#include "report/sarif.h"
#include "report/uri.h"

/* --- JSON ------------------------------------------------------------------------------------- */

static void write_json_sample(FILE *out, const struct report *report) {
	(void)report;
	struct json j = JSON_TO(out);
	json_put_object(&j);
	json_member_string(&j, "text",
	                   "q\" b\\ n\n r\r t\t e\033 d\x7f \xc3\xa9 \xf0\x9f\x98\x80 \xff\xc3");
	json_member_string(&j, "nothing", NULL);
	json_member_number(&j, "small", INT64_MIN);
	json_put_key(&j, "list");
	json_put_array(&j);
	json_put_bool(&j, true);
	json_put_bool(&j, false);
	json_put_null(&j);
	json_put_bytes(&j, "a\0b", 3);
	json_put_object(&j);
	json_end_object(&j);
	json_put_line(&j);
	json_put_array(&j);
	json_end_array(&j);
	json_put_line(&j);
	json_end_array(&j);
	json_member_bool(&j, "last", true);
	json_end_object(&j);
}

static void test_json(void **state) {
	struct fixture *f = *state;
	struct buf text = written(f, write_json_sample);
	assert_string_equal(
		buf_text(&text),
		"{\"text\":\"q\\\" b\\\\ n\\n r\\r t\\t e\\u001b d\\u007f \xc3\xa9 \xf0\x9f\x98\x80 "
		"\\ufffd\\ufffd\",\"nothing\":null,\"small\":-9223372036854775808,"
		"\"list\":[true,false,null,\"a\\u0000b\",{},\n[]\n],\"last\":true}");
	json_error_t error;
	json_t *root = json_loads(text.s, JSON_ALLOW_NUL, &error);
	assert_non_null(root);
	json_decref(root);
}

/* --- URIs and pages --------------------------------------------------------------------------- */

static void assert_uri(struct fixture *f, void (*add)(struct buf *, const char *), const char *path,
                       const char *expected) {
	struct buf uri = BUF_IN(f->arena);
	add(&uri, path);
	assert_string_equal(buf_text(&uri), expected);
}

static void test_uris(void **state) {
	struct fixture *f = *state;
	assert_uri(f, uri_add_file, "src/a.c", "src/a.c");
	assert_uri(f, uri_add_file, ".//./src/a.c", "src/a.c");
	assert_uri(f, uri_add_file, "../a.c", "../a.c");
	assert_uri(f, uri_add_file, "a b#c%?:\xc3\xa9\xff.c", "a%20b%23c%25%3F%3A%C3%A9%FF.c");
	assert_uri(f, uri_add_file, "/usr/include/x.h", "file:///usr/include/x.h");
	assert_uri(f, uri_add_directory, "/home/a b", "file:///home/a%20b/");
	assert_uri(f, uri_add_directory, "/", "file:///");
}

static const char page[] = "# hollow-close\n\nSummary.\n\n"
						   "## What it finds\n\nA close that\ncloses nothing.\n\n"
						   "## Example\n\n```c\n## Cure\nint x;\n```\n"
						   "## Cure\nclose it";

static void test_page_sections(void **state) {
	struct fixture *f = *state;
	assert_string_equal(page_section(f->arena, page, "What it finds"),
	                    "A close that\ncloses nothing.");
	assert_string_equal(page_section(f->arena, page, "Example"), "```c\n## Cure\nint x;\n```");
	assert_string_equal(page_section(f->arena, page, "Cure"), "close it");
	assert_null(page_section(f->arena, page, "What it"));
	assert_null(page_section(f->arena, "", "Cure"));
	assert_string_equal(page_section(f->arena, "## A\n## B\n", "A"), "");
}

/* --- SARIF ------------------------------------------------------------------------------------ */

static const struct rule_info rules[] = {
	{"flag-never-set", "The close is gated by a flag that is never set.", NULL, 665},
	{"hollow-close", "The close function never reaches close.", page, 404},
};

static const struct report_loss losses[] = {
	{{.path = "src/lost.c"}, "ran out of memory", true},
	{{.path = "src/half.c", .line = 3, .column = 10}, "'zlib.h' file not found", false},
};

static void use_rules(struct fixture *f) {
	f->report.rules = rules;
	f->report.rule_count = sizeof rules / sizeof *rules;
}

static json_t *parse(const struct buf *text) {
	json_error_t error;
	json_t *root = json_loadb(text->s, text->n, 0, &error);
	if (!root) fail_msg("%s at line %d", error.text, error.line);
	return root;
}

static json_t *run_of(json_t *log) {
	return json_array_get(json_object_get(log, "runs"), 0);
}

static void add_sarif_findings(struct fixture *f) {
	add_source(f, "a b.c", "\t/* \xf0\x9f\x98\x80 */ free(c);\nint n;\n\treturn;\n");
	struct finding *finding = add_finding(f, "hollow-close", range("a b.c", 1, 13, 20),
	                                      "'conn_close' never closes 'c->fd'");
	finding->function = "conn_close";
	finding->resource = "c->fd";
	finding->why = "the peer never sees the end of the line";
	finding->cure = "Call close(c->fd) before free(c).";
	add_step(f, finding, range("a b.c", 2, 5, 0), "opened here");
	add_step(f, finding, (struct source_range){"a b.c", 2, 1, 3, 2}, "more than a line");
	add_step(f, finding, range("/usr/include/x.h", 7, 3, 5), "outside of the root");
	add_finding(f, "flag-never-set", range("a b.c", 1, 5, 0), "four bytes, likely")->level =
		LEVEL_LIKELY;
	add_finding(f, "flag-never-set", range("a b.c", 3, 0, 0), "no column, possible")->level =
		LEVEL_POSSIBLE;
	add_finding(f, "unheard-of", range("b.c", 0, 0, 0), "no line, no such rule, no such file");
	add_finding(f, "flag-never-set", range("b.c", 3, 4, 9), "no such file");
	findings_sort(&f->findings);
}

static void test_sarif(void **state) {
	struct fixture *f = *state;
	use_rules(f);
	f->report.options.root = "/home/some body/src";
	f->report.losses = losses;
	f->report.loss_count = 2;
	add_sarif_findings(f);
	struct buf text = written(f, sarif_write), again = written(f, sarif_write);
	assert_string_equal(buf_text(&text), buf_text(&again));
	check_golden(f, "findings.sarif", &text);
	json_decref(parse(&text));
}

static void test_sarif_of_nothing(void **state) {
	struct fixture *f = *state;
	struct buf text = written(f, sarif_write);
	check_golden(f, "nothing.sarif", &text);
	json_t *log = parse(&text);
	json_t *invocation = json_array_get(json_object_get(run_of(log), "invocations"), 0);
	assert_true(json_is_true(json_object_get(invocation, "executionSuccessful")));
	json_decref(log);
}

static size_t flow_length(json_t *result) {
	json_t *flow = json_array_get(json_object_get(result, "codeFlows"), 0);
	json_t *thread = json_array_get(json_object_get(flow, "threadFlows"), 0);
	return json_array_size(json_object_get(thread, "locations"));
}

static json_t *related(json_t *result, size_t i) {
	return json_array_get(json_object_get(result, "relatedLocations"), i);
}

static json_int_t line_of(json_t *location) {
	json_t *region = json_object_get(json_object_get(location, "physicalLocation"), "region");
	return json_integer_value(json_object_get(region, "startLine"));
}

static void test_sarif_cuts_long_flows(void **state) {
	struct fixture *f = *state;
	struct finding *finding = add_finding(f, "hollow-close", range("a.c", 1, 1, 0), "m");
	for (uint32_t i = 1; i <= 60; i++) add_step(f, finding, range("a.c", i, 1, 0), "step");
	struct buf text = written(f, sarif_write);
	json_t *log = parse(&text);
	json_t *result = json_array_get(json_object_get(run_of(log), "results"), 0);
	assert_int_equal(flow_length(result), SARIF_STEPS_MAX);
	assert_int_equal(line_of(related(result, 24)), 25);
	assert_int_equal(line_of(related(result, 25)), 36);
	assert_int_equal(line_of(related(result, 49)), 60);
	json_decref(log);
}

static void test_sarif_caps(void **state) {
	struct fixture *f = *state;
	struct report_loss *many =
		ARENA_ARRAY(f->arena, struct report_loss, SARIF_NOTIFICATIONS_MAX + 5);
	for (size_t i = 0; i < SARIF_NOTIFICATIONS_MAX + 5; i++) many[i] = losses[1];
	f->report.losses = many;
	f->report.loss_count = SARIF_NOTIFICATIONS_MAX + 5;
	for (uint32_t i = 1; i <= SARIF_RESULTS_MAX + 2; i++)
		add_finding(f, "hollow-close", range("a.c", i, 1, 0), "m");
	struct buf text = written(f, sarif_write);
	json_t *log = parse(&text), *run = run_of(log);
	json_t *invocation = json_array_get(json_object_get(run, "invocations"), 0);
	json_t *notifications = json_object_get(invocation, "toolExecutionNotifications");
	assert_int_equal(json_array_size(json_object_get(run, "results")), SARIF_RESULTS_MAX);
	assert_int_equal(json_array_size(notifications), SARIF_NOTIFICATIONS_MAX + 2);
	assert_true(json_is_true(json_object_get(invocation, "executionSuccessful")));
	json_decref(log);
}

static void test_sarif_clips_descriptions(void **state) {
	struct fixture *f = *state;
	struct buf summary = BUF_IN(f->arena);
	for (int i = 0; i < 1000; i++) buf_add(&summary, "\xc3\xa9");
	struct rule_info rule = {.name = "hollow-close", .summary = summary.s};
	f->report.rules = &rule;
	f->report.rule_count = 1;
	struct buf text = written(f, sarif_write);
	json_t *log = parse(&text);
	json_t *driver = json_object_get(json_object_get(run_of(log), "tool"), "driver");
	json_t *written_rule = json_array_get(json_object_get(driver, "rules"), 0);
	json_t *description = json_object_get(written_rule, "shortDescription");
	assert_int_equal(json_string_length(json_object_get(description, "text")), 1024);
	json_decref(log);
}

/* --- the other formats ------------------------------------------------------------------------ */

static void test_findings_json(void **state) {
	struct fixture *f = *state;
	f->report.losses = losses;
	f->report.loss_count = 2;
	f->report.files = 3;
	add_sarif_findings(f);
	struct buf text = written(f, findings_json_write);
	check_golden(f, "findings.json", &text);
	json_decref(parse(&text));
}

static void test_findings_json_of_nothing(void **state) {
	struct fixture *f = *state;
	struct buf text = written(f, findings_json_write);
	assert_string_equal(buf_text(&text),
	                    "{\"format\":1,\"tool\":{\"name\":\"closewait\",\"version\":\"1.2.3\"},"
	                    "\"files\":0,\"findings\":[\n],\"notAnalysed\":[\n]}\n");
}

static void test_gitlab(void **state) {
	struct fixture *f = *state;
	add_sarif_findings(f);
	struct buf text = written(f, gitlab_write);
	check_golden(f, "findings.gitlab.json", &text);
	json_decref(parse(&text));
	f->findings.list.n = 0;
	text = written(f, gitlab_write);
	assert_string_equal(buf_text(&text), "[\n]\n");
}

static void test_paths_start_at_the_checkout(void **state) {
	struct fixture *f = *state;
	f->report.options.root = "/home/me/repo/src";
	assert_string_equal(report_checkout_path(&f->report, "a.c"), "a.c");
	f->report.options.checkout = "/home/me/repo";
	assert_string_equal(report_checkout_path(&f->report, "a.c"), "src/a.c");
	assert_string_equal(report_checkout_path(&f->report, "../lib/b.c"), "lib/b.c");
	assert_string_equal(report_checkout_path(&f->report, "/usr/include/x.h"), "/usr/include/x.h");
}

static void test_github(void **state) {
	struct fixture *f = *state;
	add_sarif_findings(f);
	struct buf text = written(f, github_write);
	check_golden(f, "findings.github.txt", &text);
	f->findings.list.n = 0;
	assert_int_equal(written(f, github_write).n, 0);
}

/* Nothing in a name or a message begins a command or ends a property. */
static void test_github_escapes(void **state) {
	struct fixture *f = *state;
	struct finding *finding =
		add_finding(f, "hollow-close", range("a,b:c%\n::x::.c", 1, 1, 0), "100%\r\n::stop::y");
	add_step(f, finding, range("d\n::e.c", 2, 0, 0), "\n::set-env::z");
	struct buf text = written(f, github_write);
	assert_string_equal(
		buf_text(&text),
		"::error title=closewait (hollow-close),file=a%2Cb%3Ac%25%0A%3A%3Ax%3A%3A.c,line=1,endLine=1,"
		"col=1::100%25<U+000D><U+000A>::stop::y.%0Ad<U+000A>::e.c:2: <U+000A>::set-env::z\n");
}

static size_t lines_that_begin(const char *text, const char *with) {
	size_t n = 0;
	for (; *text; text += strcspn(text, "\n") + 1) n += strncmp(text, with, strlen(with)) == 0;
	return n;
}

static void test_github_says_what_is_not_shown(void **state) {
	struct fixture *f = *state;
	for (uint32_t i = 1; i <= GITHUB_SHOWN + 1; i++)
		add_finding(f, "hollow-close", range("a.c", i, 1, 0), "m")->level =
			i % 2 ? LEVEL_LIKELY : LEVEL_CERTAIN;
	struct buf text = written(f, github_write);
	assert_int_equal(lines_that_begin(buf_text(&text), "::notice "), 0);
	assert_int_equal(lines_that_begin(buf_text(&text), "::error "), 5);
	assert_true(strstr(buf_text(&text), "::warning ") > strstr(buf_text(&text), "::error "));
	for (size_t i = 0; i < f->findings.list.n; i++) f->findings.list.items[i].level = LEVEL_LIKELY;
	text = written(f, github_write);
	assert_int_equal(lines_that_begin(buf_text(&text), "::warning "), GITHUB_SHOWN + 1);
	assert_ptr_equal(strstr(buf_text(&text), "::notice title=closewait::11 findings;"), text.s);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(test_json),
		TEST(test_uris),
		TEST(test_page_sections),
		TEST(test_sarif),
		TEST(test_sarif_of_nothing),
		TEST(test_sarif_cuts_long_flows),
		TEST(test_sarif_caps),
		TEST(test_sarif_clips_descriptions),
		TEST(test_findings_json),
		TEST(test_findings_json_of_nothing),
		TEST(test_gitlab),
		TEST(test_paths_start_at_the_checkout),
		TEST(test_github),
		TEST(test_github_escapes),
		TEST(test_github_says_what_is_not_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
