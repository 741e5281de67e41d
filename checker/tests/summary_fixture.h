/* Summaries read from text, for the tests of that text. */
#ifndef CLOSEWAIT_TESTS_SUMMARY_FIXTURE_H
#define CLOSEWAIT_TESTS_SUMMARY_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "flow/summary.h"

static inline int set_up(void **state) {
	*state = arena_new("test");
	return 0;
}

static inline int tear_down(void **state) {
	arena_free(*state);
	return 0;
}

static inline struct models *read_models(struct arena *a, const char *text) {
	struct models *models = models_new(a, intern_new(a));
	const char *error = models_read(models, "t.model", text, strlen(text));
	if (error) fail_msg("%s", error);
	return models;
}

static inline const char *printed(struct arena *a, const struct models *models) {
	struct buf out = BUF_IN(a);
	for (size_t i = 0; i < models->by_name.n; i++)
		summary_print(&out, models->by_name.entries[i].value);
	return buf_text(&out);
}

/* The text is refused with that error. */
static inline void refuses(struct arena *a, const char *text, const char *error) {
	struct models *models = models_new(a, intern_new(a));
	const char *got = models_read(models, "t.model", text, strlen(text));
	assert_non_null(got);
	assert_string_equal(got, error);
}

#endif
