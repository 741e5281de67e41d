/* The texts in the program are those of the files that they were made from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka.h needs the ones above */
#include <cmocka.h>

#include "base/arena.h"
#include "base/path.h"
#include "cli/catalogue.h"
#include "embedded.h"
#include "rules/rule.h"

static const char *page_path(struct arena *a, const char *name) {
	return arena_printf(a, "%s/%s/%s.md", SOURCE_DIR, rule_find(name) ? "rules" : "docs", name);
}

static const char *model_path(struct arena *a, const char *name) {
	return arena_printf(a, "%s/rules/models/%s.model", SOURCE_DIR, name);
}

static void check_files(const struct embedded_file *files, size_t n,
                        const char *(*path_of)(struct arena *, const char *)) {
	struct arena *a = arena_new("test");
	for (size_t i = 0; i < n; i++) {
		const char *path = path_of(a, files[i].name), *error = NULL;
		struct file_text text;
		if (!file_read(a, path, &text, &error)) fail_msg("%s", error);
		assert_int_equal(files[i].length, text.length);
		assert_string_equal(files[i].text, text.bytes);
		if (i) assert_true(strcmp(files[i - 1].name, files[i].name) < 0);
	}
	assert_null(files[n].name);
	arena_free(a);
}

static void pages_are_the_files(void **state) {
	(void)state;
	check_files(embedded_pages, embedded_page_count, page_path);
}

static void models_are_the_files(void **state) {
	(void)state;
	check_files(embedded_models, embedded_model_count, model_path);
}

static void every_rule_has_a_page(void **state) {
	(void)state;
	assert_int_equal(embedded_page_count, catalogue_count());
	for (size_t i = 0; i < catalogue_count(); i++)
		assert_string_equal(embedded_pages[i].name, catalogue_rule(i).name);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_are_the_files),
		cmocka_unit_test(models_are_the_files),
		cmocka_unit_test(every_rule_has_a_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
