/* Reading what git says of changed lines, and following them through a second diff. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "cli/changes.h"

static struct changes read_diff(struct arena *a, const char *diff) {
	struct changes changes = changes_new(a);
	assert_true(changes_read(&changes, diff, strlen(diff)));
	return changes;
}

/* The spans of the file: "3-5 9|10", a gap with a bar. */
static const char *spans(struct arena *a, const struct changes *changes, const char *path) {
	const struct changed_file *file = changes_find(changes, path);
	struct buf b = BUF_IN(a);
	if (!file) return "unchanged";
	for (size_t i = 0; i < file->spans.n; i++) {
		const struct changed_span *s = &file->spans.items[i];
		buf_printf(&b, "%s%u%c%u", i ? " " : "", (unsigned)s->first, s->is_gap ? '|' : '-',
		           (unsigned)s->last);
	}
	return buf_text(&b);
}

static void test_reads(void **state) {
	(void)state;
	struct arena *a = arena_new("a test");
	struct changes changes = read_diff(
		a,
		":100644 100644 8a12 b221 M\ta b.c\n:100644 000000 8a12 0000 D\tgone.c\n"
		":000000 120000 0000 ac00 A\tlink.c\n:100644 100755 8a12 8a12 M\tmode.c\n"
		":100644 100644 e882 e882 R090\told.c\tnew.c\n:100644 100644 8a12 4e3e M\t\"q\\\"\\\\\\303\\251\\t.c\"\n\n"
		"diff --git a/a b.c b/a b.c\nindex 8a12..b221 100644\n--- a/a b.c\t\n+++ b/a b.c\t\n"
		"@@ -3 +2,0 @@ int f(void)\n-3\n@@ -5 +4,3 @@\n-5\n\\ No newline at end of file\n+++ b/new.c\n+@@ -1 +1 @@\n+5\n"
		"\\ No newline at end of file\n"
		"diff --git a/gone.c b/gone.c\n--- a/gone.c\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n"
		"diff --git a/link.c b/link.c\n--- /dev/null\n+++ b/link.c\n@@ -0,0 +1 @@\n+gone.c\n"
		"diff --git a/old.c b/new.c\nrename from old.c\nrename to new.c\n--- a/old.c\n+++ b/new.c\n@@ -7 +8 @@\n-x\n+y\n"
		"diff --git \"a/q\" \"b/q\"\n--- \"a/q\\\"\\\\\\303\\251\\t.c\"\n+++ \"b/q\\\"\\\\\\303\\251\\t.c\"\n@@ -0,0 +1,2 @@\n+1\n+2\n");
	assert_string_equal(spans(a, &changes, "a b.c"), "2|3 4-6");
	assert_string_equal(spans(a, &changes, "gone.c"), "unchanged");
	assert_string_equal(spans(a, &changes, "link.c"), "unchanged");
	assert_string_equal(spans(a, &changes, "mode.c"), "");
	assert_string_equal(spans(a, &changes, "old.c"), "unchanged");
	assert_string_equal(spans(a, &changes, "new.c"), "8-8");
	assert_string_equal(spans(a, &changes, "q\"\\\303\251\t.c"), "1-2");
	arena_free(a);
}

static void test_reads_nothing_else(void **state) {
	(void)state;
	struct arena *a = arena_new("a test");
	static const char *const broken[] = {"@@ -1 +1 @@\n-x\n", "@@ -1,x +1 @@\n", "@@ -1 1 @@\n",
	                                     "@@ -1,99999999999 +1 @@\n"};
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		struct changes changes = changes_new(a);
		assert_false(changes_read(&changes, broken[i], strlen(broken[i])));
	}
	struct changes changes = read_diff(a, "");
	assert_int_equal(changes.files.n, 0);
	arena_free(a);
}

/* What is left of the spans of the first diff behind the second one, both of one file. */
static const char *moved(struct arena *a, const char *first, const char *second) {
	static const char head[] = ":100644 100644 1 2 M\tx.c\n\n--- a/x.c\n+++ b/x.c\n";
	struct changes changes = read_diff(a, arena_printf(a, "%s%s", head, first));
	struct changes later = read_diff(a, arena_printf(a, "%s%s", head, second));
	changes_move(&changes, &later);
	return spans(a, &changes, "x.c");
}

static void test_moves(void **state) {
	(void)state;
	struct arena *a = arena_new("a test");
	const char *lines_3_to_5 = "@@ -2,0 +3,3 @@\n+a\n+b\n+c\n", *gap_4_5 = "@@ -5 +4,0 @@\n-x\n";
	/* Put or removed before, behind, and within. */
	assert_string_equal(moved(a, lines_3_to_5, "@@ -0,0 +1,2 @@\n+p\n+q\n"), "5-7");
	assert_string_equal(moved(a, lines_3_to_5, "@@ -2,0 +3 @@\n+p\n"), "4-6");
	assert_string_equal(moved(a, lines_3_to_5, "@@ -1 +0,0 @@\n-p\n"), "2-4");
	assert_string_equal(moved(a, lines_3_to_5, "@@ -5,0 +6 @@\n+p\n"), "3-5");
	assert_string_equal(moved(a, lines_3_to_5, "@@ -3,0 +4,2 @@\n+p\n+q\n"), "3-3 6-7");
	/* Changed again: the lines that stand there now. */
	assert_string_equal(moved(a, lines_3_to_5, "@@ -4 +4,2 @@\n-b\n+p\n+q\n"), "3-6");
	assert_string_equal(moved(a, lines_3_to_5, "@@ -4 +3,0 @@\n-b\n"), "3-3 3|4 4-4");
	/* The place of a removal. */
	assert_string_equal(moved(a, gap_4_5, "@@ -0,0 +1,2 @@\n+p\n+q\n"), "6|7");
	assert_string_equal(moved(a, gap_4_5, "@@ -4 +4,2 @@\n-x\n+p\n+q\n"), "5|6");
	assert_string_equal(moved(a, gap_4_5, "@@ -3,2 +2,0 @@\n-x\n-y\n"), "2|3");
	arena_free(a);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads),
		cmocka_unit_test(test_reads_nothing_else),
		cmocka_unit_test(test_moves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
