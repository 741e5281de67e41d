/* The text reporter and what is below it: sorting, sources, excerpts, keys. */
#include "report_fixture.h"

#include "base/path.h"
#include "report/display.h"
#include "report/key.h"
#include "report/text.h"
#include "report/utf8.h"

/* --- findings --------------------------------------------------------------------------------- */

static void test_level_names(void **state) {
	(void)state;
	assert_string_equal(level_name(LEVEL_CERTAIN), "certain");
	assert_string_equal(level_name(LEVEL_LIKELY), "likely");
	assert_string_equal(level_name(LEVEL_POSSIBLE), "possible");
}

static void test_sort_order(void **state) {
	struct fixture *f = *state;
	add_finding(f, "b", range("b.c", 1, 1, 0), "x");
	add_finding(f, "b", range("a.c", 10, 1, 0), "x");
	add_finding(f, "b", range("a.c", 9, 2, 0), "x");
	add_finding(f, "b", range("a.c", 9, 1, 0), "y");
	add_finding(f, "b", range("a.c", 9, 1, 0), "x");
	add_finding(f, "a", range("a.c", 9, 1, 0), "z");
	findings_sort(&f->findings);
	f->report.options.excerpts = false;
	struct buf text = written(f, text_write);
	check_golden(f, "sorted.txt", &text);
}

static void test_sort_removes_duplicates(void **state) {
	struct fixture *f = *state;
	struct source_range at = range("a.c", 1, 1, 0);
	add_finding(f, "a", at, "x")->level = LEVEL_LIKELY;
	struct finding *longer = add_finding(f, "a", at, "x");
	add_step(f, longer, at, "one");
	add_step(f, longer, at, "two");
	struct finding *shorter = add_finding(f, "a", at, "x");
	add_step(f, shorter, at, "three");
	add_finding(f, "a", at, "other");
	findings_sort(&f->findings);
	assert_int_equal(f->findings.list.n, 2);
	const struct finding *kept = &f->findings.list.items[1];
	assert_int_equal(kept->level, LEVEL_CERTAIN);
	assert_int_equal(kept->steps.n, 1);
}

static void test_sort_of_nothing(void **state) {
	struct fixture *f = *state;
	findings_sort(&f->findings);
	assert_int_equal(f->findings.list.n, 0);
	assert_int_equal(written(f, text_write).n, 0);
}

/* --- UTF-8 ------------------------------------------------------------------------------------ */

static void test_utf8_valid(void **state) {
	(void)state;
	struct utf8_char c = utf8_decode("\xf0\x9f\x98\x80", 4);
	assert_true(c.valid);
	assert_int_equal(c.code, 0x1f600);
	assert_int_equal(c.length, 4);
	assert_int_equal(utf8_utf16_length("a\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80\xff", 11), 6);
	assert_int_equal(utf8_clip("a\xc3\xa9z", 4, 2), 1);
	assert_int_equal(utf8_clip("a\xc3\xa9z", 4, 3), 3);
	assert_int_equal(utf8_clip("a\xc3\xa9z", 4, 9), 4);
}

static void test_utf8_invalid(void **state) {
	(void)state;
	static const char *const broken[] = {
		"\x80",             /* continuation alone */
		"\xc0\x80",         /* overlong NUL */
		"\xe0\x80\xaf",     /* overlong slash */
		"\xf0\x80\x80\xaf", /* the same in four */
		"\xed\xa0\x80",     /* surrogate */
		"\xf4\x90\x80\x80", /* above U+10FFFF */
		"\xf8\x88\x80\x80", /* five bytes */
		"\xe4\xb8",         /* cut off */
		"\xe4\xb8z",        /* broken off */
	};
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		struct utf8_char c = utf8_decode(broken[i], strlen(broken[i]));
		assert_false(c.valid);
		assert_int_equal(c.length, 1);
		assert_int_equal(c.code, (unsigned char)broken[i][0]);
	}
}

static void test_display_escapes(void **state) {
	struct fixture *f = *state;
	struct buf b = BUF_IN(f->arena);
	display_add(&b, "a\tb\nc\033[31m\x7f \xc2\x9b \xe2\x80\xae \xff \xc3\xa9 \xf3\xa0\x80\x81");
	assert_string_equal(
		buf_text(&b),
		"a<U+0009>b<U+000A>c<U+001B>[31m<U+007F> <U+009B> <U+202E> <FF> \xc3\xa9 <U+E0001>");
}

/* --- sources ---------------------------------------------------------------------------------- */

static void assert_line(struct fixture *f, const char *path, uint32_t line, const char *expected) {
	struct source_line l = sources_line(f->report.sources, path, line);
	assert_non_null(l.text);
	assert_int_equal(l.length, strlen(expected));
	assert_memory_equal(l.text, expected, l.length);
}

static void assert_no_line(struct fixture *f, const char *path, uint32_t line) {
	assert_null(sources_line(f->report.sources, path, line).text);
}

static void test_source_lines(void **state) {
	struct fixture *f = *state;
	add_source(f, "a.c", "one\r\ntwo\n\nfour\rfive");
	assert_line(f, "a.c", 1, "one");
	assert_line(f, "a.c", 2, "two");
	assert_line(f, "a.c", 3, "");
	assert_line(f, "a.c", 4, "four");
	assert_line(f, "a.c", 5, "five");
	assert_no_line(f, "a.c", 0);
	assert_no_line(f, "a.c", 6);
}

static void test_sources_that_cannot_be_read(void **state) {
	struct fixture *f = *state;
	const char *fifo = arena_printf(f->arena, "%s/fifo", f->directory);
	assert_int_equal(mkfifo(fifo, 0600), 0);
	VEC_PUSH(f->arena, &f->files, fifo);
	add_source(f, "empty.c", "");
	assert_no_line(f, "missing.c", 1);
	assert_no_line(f, ".", 1);
	assert_no_line(f, "fifo", 1);
	assert_no_line(f, NULL, 1);
	assert_line(f, "empty.c", 1, "");
}

static void test_source_is_read_once(void **state) {
	struct fixture *f = *state;
	add_source(f, "a.c", "before");
	assert_line(f, "a.c", 1, "before");
	add_source(f, "a.c", "after");
	assert_line(f, "a.c", 1, "before");
}

static uint32_t column(struct fixture *f, const char *path, uint32_t line, uint32_t bytes) {
	return sources_utf16_column(f->report.sources, path, line, bytes);
}

static void test_utf16_columns(void **state) {
	struct fixture *f = *state;
	add_source(f, "a.c", "\xef\xbb\xbfx = y;\n\xc3\xa9\xf0\x9f\x98\x80z\n");
	assert_int_equal(column(f, "a.c", 1, 4), 1); /* behind the byte order mark */
	assert_int_equal(column(f, "a.c", 1, 8), 5);
	assert_int_equal(column(f, "a.c", 1, 1), 1);
	assert_int_equal(column(f, "a.c", 2, 1), 1);
	assert_int_equal(column(f, "a.c", 2, 3), 2);
	assert_int_equal(column(f, "a.c", 2, 7), 4);
	assert_int_equal(column(f, "a.c", 2, 99), 5);
	assert_int_equal(column(f, "a.c", 2, 0), 0);
	assert_int_equal(column(f, "missing.c", 2, 7), 7);
}

/* --- keys ------------------------------------------------------------------------------------- */

static const char *key_of(struct fixture *f, const char *path, uint32_t line) {
	f->findings.list.n = 0;
	struct finding *finding = add_finding(f, "hollow-close", range("x", line, 1, 0), "m");
	finding->at.path = path;
	finding->function = "conn_close";
	finding->resource = "c->fd";
	findings_set_keys(&f->findings, f->report.sources, NULL);
	return f->findings.list.items[0].key;
}

static void test_key_survives_moves(void **state) {
	struct fixture *f = *state;
	add_source(f, "a.c", "\tfree(c);\n\n  free( c ) ;\nfree(d);\n");
	const char *key = key_of(f, "a.c", 1);
	assert_int_equal(strlen(key), 18);
	assert_string_equal(key + 16, ":1");
	assert_string_equal(key, key_of(f, "a.c", 3));
	assert_string_not_equal(key, key_of(f, "a.c", 4));
	assert_string_not_equal(key, key_of(f, "b.c", 1));
}

static void test_key_ordinals(void **state) {
	struct fixture *f = *state;
	for (uint32_t line = 1; line <= 3; line++)
		add_finding(f, "a", range("missing.c", line, 1, 0), "m");
	findings_set_keys(&f->findings, f->report.sources, NULL);
	const struct finding *findings = f->findings.list.items;
	assert_string_equal(findings[0].key + 16, ":1");
	assert_string_equal(findings[2].key + 16, ":3");
	assert_memory_equal(findings[0].key, findings[2].key, 16);
}

/* A run in the directory of the sources and one above it. */
static void test_key_with_base(void **state) {
	struct fixture *f = *state;
	add_source(f, "a.c", "free(c);\n");
	const char *key = key_of(f, "a.c", 1);
	const char *directory = path_base(f->directory);
	f->findings.list.items[0].at.path = arena_printf(f->arena, "%s/a.c", directory);
	struct sources *above = sources_new(f->arena, "/tmp");
	findings_set_keys(&f->findings, above, NULL);
	assert_string_not_equal(f->findings.list.items[0].key, key);
	findings_set_keys(&f->findings, above, f->directory);
	assert_string_equal(f->findings.list.items[0].key, key);
}

/* --- text ------------------------------------------------------------------------------------- */

static const char conn_c[] = "void conn_close(struct conn *c) {\n"
							 "\tif (c->owns)\n"
							 "\t\tclose(c->fd);\n"
							 "\tfree(c);\n"
							 "}\n"
							 "struct conn *conn_new(void) {\n"
							 "\tc->owns = 0; c->fd = -1;\n";

static void add_conn_finding(struct fixture *f) {
	add_source(f, "conn.c", conn_c);
	struct finding *finding =
		add_finding(f, "flag-never-set", range("conn.c", 3, 3, 15),
	                "'conn_close' never closes 'c->fd': its close is gated by 'owns'");
	add_step(f, finding, range("conn.c", 2, 6, 13), "gated here");
	add_step(f, finding, range("conn.c", 7, 2, 13), "the only constructor stores 0 here");
	add_step(f, finding, range("conn.c", 7, 15, 0), "and no descriptor here");
	finding->why = "the peer never sees the line end";
	finding->cure = "set 'owns' where 'c->fd' is opened";
}

static void check_text(struct fixture *f, const char *golden) {
	findings_sort(&f->findings);
	struct buf text = written(f, text_write);
	check_golden(f, golden, &text);
}

static void test_text(void **state) {
	struct fixture *f = *state;
	add_conn_finding(f);
	add_finding(f, "hollow-close", range("conn.c", 1, 6, 16), "likely")->level = LEVEL_LIKELY;
	add_finding(f, "hollow-close", range("conn.c", 5, 1, 0), "possible")->level = LEVEL_POSSIBLE;
	check_text(f, "plain.txt");
}

static void test_text_colour(void **state) {
	struct fixture *f = *state;
	f->report.options.colour = true;
	add_conn_finding(f);
	check_text(f, "colour.txt");
}

static void test_text_without_excerpts(void **state) {
	struct fixture *f = *state;
	f->report.options.excerpts = false;
	add_conn_finding(f);
	check_text(f, "no-excerpts.txt");
}

static void test_text_hostile(void **state) {
	struct fixture *f = *state;
	add_bytes(f, "a.c", "x = \"\033[2J\0\xff\xe2\x80\xae\";\n", 17);
	add_finding(f, "hollow-close", range("a.c", 1, 16, 0), "in \033[1m'\xe2\x80\xae'\n");
	add_finding(f, "hollow-close", range("b\033]0;x\a\n.c", 1, 1, 0), "m");
	check_text(f, "hostile.txt");
}

static void test_text_widths(void **state) {
	struct fixture *f = *state;
	add_source(f, "a.c",
	           "\xef\xbb\xbfint first = fd;\r\n"
	           "\t/* \xe4\xb8\xad\xe6\x96\x87 */\tclose(fd);\r\n"
	           "e\xcc\x81 \xc3\xa9 \xf0\x9f\x98\x80 = fd;   \r\n");
	add_finding(f, "a", range("a.c", 1, 16, 18), "behind a byte order mark");
	add_finding(f, "a", range("a.c", 2, 5, 11), "wide");
	add_finding(f, "a", range("a.c", 2, 15, 24), "behind tabs and wide characters");
	add_finding(f, "a", range("a.c", 3, 1, 0), "combining");
	add_finding(f, "a", range("a.c", 3, 7, 11), "four bytes");
	add_finding(f, "a", range("a.c", 3, 14, 0), "behind them");
	check_text(f, "widths.txt");
}

static void test_text_odd_places(void **state) {
	struct fixture *f = *state;
	add_source(f, "a.c", "close(fd);\n\n");
	add_finding(f, "a", range("a.c", 1, 0, 0), "no column");
	add_finding(f, "a", range("a.c", 0, 0, 0), "no line");
	add_finding(f, "a", range("a.c", 1, 99, 120), "behind the end of the line");
	add_finding(f, "a", range("a.c", 2, 1, 0), "an empty line");
	add_finding(f, "a", range("a.c", 99, 1, 0), "behind the end of the file");
	add_finding(f, "a", range("a.c", 1, 7, 3), "an end before its start");
	add_finding(f, "a", (struct source_range){"a.c", 1, 7, 2, 1}, "more than a line");
	add_finding(f, "a", (struct source_range){"a.c", 1, 8, 0, 9}, "no end line");
	add_finding(f, "a", range("missing.c", 4, 5, 6), "no such file");
	check_text(f, "odd-places.txt");
}

static void test_text_long_lines(void **state) {
	struct fixture *f = *state;
	struct buf b = BUF_IN(f->arena);
	for (int i = 0; i < 60; i++) buf_printf(&b, "f%03d(\xe4\xb8\xad); ", i);
	add_source(f, "a.c", b.s);
	add_finding(f, "a", range("a.c", 1, 1, 9), "at the start");
	add_finding(f, "a", range("a.c", 1, 331, 339), "in the middle");
	add_finding(f, "a", range("a.c", 1, 350, 600), "as long as the window");
	add_finding(f, "a", range("a.c", 1, 650, 658), "at the end");
	add_finding(f, "a", range("a.c", 1, 700, 701), "behind the end");
	check_text(f, "long-lines.txt");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(test_level_names),
		TEST(test_sort_order),
		TEST(test_sort_removes_duplicates),
		TEST(test_sort_of_nothing),
		TEST(test_utf8_valid),
		TEST(test_utf8_invalid),
		TEST(test_display_escapes),
		TEST(test_source_lines),
		TEST(test_sources_that_cannot_be_read),
		TEST(test_source_is_read_once),
		TEST(test_utf16_columns),
		TEST(test_key_survives_moves),
		TEST(test_key_ordinals),
		TEST(test_key_with_base),
		TEST(test_text),
		TEST(test_text_colour),
		TEST(test_text_without_excerpts),
		TEST(test_text_hostile),
		TEST(test_text_widths),
		TEST(test_text_odd_places),
		TEST(test_text_long_lines),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
