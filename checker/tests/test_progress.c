/* What is shown of the progress of a run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/progress.h"

static const int64_t second = 1000 * 1000 * 1000;

static void assert_text(struct progress p, int64_t seconds, const char *expected) {
	struct arena *a = arena_new("test");
	struct buf text = BUF_IN(a);
	p.begin = 7 * second;
	progress_add_text(&text, &p, (7 + seconds) * second);
	assert_string_equal(buf_text(&text), expected);
	arena_free(a);
}

static void counts_and_time_are_shown(void **state) {
	(void)state;
	assert_text((struct progress){.done = 1, .total = 1}, 0, "1 of 1 file");
	assert_text((struct progress){.done = 3, .total = 9}, 1,
	            "3 of 9 files"); /* too early to tell */
	assert_text((struct progress){.done = 3, .total = 9}, 5, "3 of 9 files, about 10 s left");
	assert_text((struct progress){.done = 10, .total = 100}, 20,
	            "10 of 100 files, about 3 min left");
	assert_text((struct progress){.done = 999, .total = 1000}, 60,
	            "999 of 1000 files, about 1 s left");
	assert_text((struct progress){.done = 9, .total = 9}, 60, "9 of 9 files");
}

/* What came out of the cache says nothing of what is left. */
static void what_was_skipped_took_no_time(void **state) {
	(void)state;
	assert_text((struct progress){.done = 60, .skipped = 50, .total = 70}, 10,
	            "60 of 70 files, about 10 s left");
	assert_text((struct progress){.done = 50, .skipped = 50, .total = 70}, 10, "50 of 70 files");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_and_time_are_shown),
		cmocka_unit_test(what_was_skipped_took_no_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
