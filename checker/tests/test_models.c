/* Every model that we ship is read without error, and printed so that it reads the same again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <glob.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "flow/summary.h"

static const char *file_text(struct arena *a, const char *path, size_t *len) {
	FILE *file = fopen(path, "r");
	if (!file) fail_msg("%s cannot be read", path);
	struct buf text = BUF_IN(a);
	char part[4096];
	size_t n;
	while ((n = fread(part, 1, sizeof part, file)) > 0) buf_add_bytes(&text, part, n);
	fclose(file);
	*len = text.n;
	return buf_text(&text);
}

static const char *printed(struct arena *a, const struct models *models) {
	struct buf out = BUF_IN(a);
	for (size_t i = 0; i < models->by_name.n; i++) {
		const struct summary *summary = models->by_name.entries[i].value;
		assert_true(summary->is_model);
		summary_print(&out, summary);
	}
	return buf_text(&out);
}

static void check_file(const char *path) {
	struct arena *a = arena_new("test");
	size_t len;
	const char *text = file_text(a, path, &len);
	struct models *models = models_new(a, intern_new(a));
	const char *error = models_read(models, path, text, len);
	if (error) fail_msg("%s", error);
	assert_true(models->by_name.n > 0);
	const char *once = printed(a, models);
	struct models *again = models_new(a, intern_new(a));
	error = models_read(again, "printed", once, strlen(once));
	if (error) fail_msg("%s: %s", path, error);
	assert_string_equal(printed(a, again), once);
	arena_free(a);
}

static void every_model_reads_as_it_prints(void **state) {
	(void)state;
	glob_t found;
	assert_int_equal(glob(SOURCE_DIR "/rules/models/*.model", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) check_file(found.gl_pathv[i]);
	globfree(&found);
}

/* A few that everything rests on say what they must. */
static void the_first_functions_are_there(void **state) {
	(void)state;
	struct arena *a = arena_new("test");
	size_t len;
	const char *text = file_text(a, SOURCE_DIR "/rules/models/socket.model", &len);
	struct models *models = models_new(a, intern_new(a));
	assert_null(models_read(models, "socket.model", text, len));
	const struct summary *s = models_find(models, intern(models->names, "accept"));
	assert_non_null(s);
	struct buf out = BUF_IN(a);
	summary_print(&out, s);
	assert_string_equal(buf_text(&out), "accept(fd, address, length)\n"
	                                    "  ret >= 0 : waits fd accept ; opens ret socket\n"
	                                    "  ret == -1 : waits fd accept\n");
	arena_free(a);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_model_reads_as_it_prints),
		cmocka_unit_test(the_first_functions_are_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
