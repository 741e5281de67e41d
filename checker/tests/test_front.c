/* The lowering: testdata/ir/x.c becomes testdata/ir/x.ir. With UPDATE_GOLDEN=1 the .ir files are
 * written anew. */
#include <glob.h>
#include <stdlib.h>

#include "front_fixture.h"

static const char directory[] = TESTDATA_DIR "/ir";

/* "// flags: …" in the first line. */
static const char *flags_of(struct arena *a, const char *text) {
	static const char mark[] = "// flags: ";
	if (strncmp(text, mark, strlen(mark)) != 0) return "";
	text += strlen(mark);
	return arena_copy(a, text, strcspn(text, "\n"));
}

static const char *lowered(struct fixture *fx, const char *path) {
	const char *error;
	struct file_text source;
	if (!file_read(fx->arena, path, &source, &error)) fail_msg("%s", error);
	const char *flags = flags_of(fx->arena, source.bytes);
	struct front_result result = lower_file(fx, directory, path_base(path), flags);
	if (!result.unit) fail_msg("%s: %s", path, result.error);
	error = ir_verify(fx->arena, result.unit);
	if (error) fail_msg("%s: %s", path, error);
	return printed(fx, result.unit);
}

/* The number of the first line that differs. */
static int first_difference(const char *a, const char *b) {
	int line = 1;
	for (; *a && *a == *b; a++, b++) line += *a == '\n';
	return line;
}

/* True when the neighbour holds the text, or was made to. */
static bool matches_golden(struct fixture *fx, const char *path, const char *text) {
	const char *error, *update = getenv("UPDATE_GOLDEN");
	const char *golden = arena_printf(fx->arena, "%.*s.ir", (int)strlen(path) - 2, path);
	struct file_text expected;
	if (update && strcmp(update, "1") == 0) {
		if (!file_write(fx->arena, golden, text, strlen(text), &error)) fail_msg("%s", error);
		return true;
	}
	if (!file_read(fx->arena, golden, &expected, &error)) {
		print_error("%s\n", error);
		return false;
	}
	if (strcmp(expected.bytes, text) == 0) return true;
	print_error("%s:%d: is not what %s becomes\n", golden, first_difference(expected.bytes, text),
	            path_base(path));
	return false;
}

static void golden_pairs(void **state) {
	struct fixture *fx = *state;
	glob_t found;
	size_t bad = 0;
	assert_int_equal(glob(TESTDATA_DIR "/ir/*.c", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const char *path = arena_strdup(fx->arena, found.gl_pathv[i]);
		bad += !matches_golden(fx, path, lowered(fx, path));
	}
	globfree(&found);
	assert_int_equal(bad, 0);
}

/* What is lowered twice is the same, byte for byte. */
static void is_deterministic(void **state) {
	struct fixture *fx = *state;
	const char *path = TESTDATA_DIR "/ir/calls.c";
	assert_string_equal(lowered(fx, path), lowered(fx, path));
}

/* --- what goes in and comes out --------------------------------------------------------------- */

static bool has_input(const struct front_result *result, const char *path) {
	for (size_t i = 0; i < result->input_count; i++)
		if (strcmp(result->inputs[i], path) == 0) return true;
	return false;
}

static void inputs_are_absolute(void **state) {
	struct fixture *fx = *state;
	const char *header =
		scratch_file(fx->arena, fx->scratch, "inc/a.h", "#include \"../inc/b.h\"\n");
	const char *inner = scratch_file(fx->arena, fx->scratch, "inc/b.h", "int b;\n");
	const char *source =
		scratch_file(fx->arena, fx->scratch, "src/x.c", "#include <a.h>\n#include <a.h>\n");
	struct front_result result =
		lower_file(fx, path_join(fx->arena, fx->scratch, "src"), "x.c", "-I../inc");
	assert_non_null(result.unit);
	assert_int_equal(result.input_count, 3);
	assert_string_equal(result.inputs[0], source);
	assert_true(has_input(&result, header));
	assert_true(has_input(&result, inner));
	assert_string_equal(result.unit->source, "x.c");
	assert_string_equal(result.unit->files.items[0], "x.c");
}

/* Below the root that the shown path tells, other files are shown relative to it. */
static void files_are_shown_relative_to_the_root(void **state) {
	struct fixture *fx = *state;
	scratch_file(fx->arena, fx->scratch, "inc/a.h", "static inline int a(void) { return 1; }\n");
	scratch_file(fx->arena, fx->scratch, "src/x.c",
	             "#include <a.h>\nint x(void) { return a(); }\n");
	const char *args[] = {"-I../inc"};
	struct front_command command = {path_join(fx->arena, fx->scratch, "src"), "./x.c", args, 1,
	                                NULL};
	struct front_result result =
		front_lower(fx->arena, fx->names, &command, fx->resource_dir, "src/x.c");
	assert_non_null(result.unit);
	assert_int_equal(result.unit->files.n, 2);
	assert_string_equal(result.unit->files.items[0], "src/x.c");
	assert_string_equal(result.unit->files.items[1], "inc/a.h");
	result = front_lower(fx->arena, fx->names, &command, fx->resource_dir, "elsewhere.c");
	assert_string_equal(result.unit->files.items[0], "elsewhere.c");
	assert_string_equal(result.unit->files.items[1], path_join(fx->arena, fx->scratch, "inc/a.h"));
}

/* glibc's fortified headers define `extern inline` functions that stand in for the library's
 * own. */
static void external_functions_of_system_headers_are_the_librarys(void **state) {
	struct fixture *fx = *state;
	scratch_file(
		fx->arena, fx->scratch, "sys/s.h",
		"extern int alias(int) __asm__(\"recv\");\n"
		"extern inline __attribute__((gnu_inline)) int recv(int fd) { return alias(fd); }\n"
		"static inline int swap(int n) { return -n; }\n");
	scratch_file(fx->arena, fx->scratch, "x.c",
	             "#include <s.h>\nint f(int n) { return recv(swap(n)); }\n");
	struct front_result result = lower_file(fx, fx->scratch, "x.c", "-isystem sys");
	assert_null(find_function(result.unit, "recv"));
	assert_non_null(find_function(result.unit, "swap"));
	assert_int_equal(count_in(fx, result.unit, "f", "call @recv("), 1);
}

static void long_tables_are_cut(void **state) {
	struct fixture *fx = *state;
	struct buf text = BUF_IN(fx->arena);
	buf_add(&text, "int table[] = {");
	for (int i = 0; i < 10000; i++) buf_printf(&text, "%d,", i);
	buf_add(&text, "};\n");
	const struct ir_unit *unit = unit_of(fx, buf_text(&text));
	const struct ir_global *table = &unit->globals.items[0];
	assert_int_equal(table->inits.n, 4097);
	const struct ir_init *last = &table->inits.items[4096];
	assert_int_equal(last->step_count, 1);
	assert_int_equal(last->steps[0].kind, IR_STEP_ELEMENT);
	assert_int_equal(last->value.kind, IR_UNKNOWN);
}

static void long_strings_are_cut(void **state) {
	struct fixture *fx = *state;
	struct buf text = BUF_IN(fx->arena);
	buf_add(&text, "const char *p = \"");
	for (int i = 0; i < 1000; i++) buf_add(&text, "\\n\\001");
	buf_add(&text, "\";\n");
	const struct ir_unit *unit = unit_of(fx, buf_text(&text));
	assert_int_equal(strlen(unit->globals.items[0].inits.items[0].value.text), 256);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(golden_pairs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(is_deterministic, set_up, tear_down),
		cmocka_unit_test_setup_teardown(inputs_are_absolute, set_up, tear_down),
		cmocka_unit_test_setup_teardown(files_are_shown_relative_to_the_root, set_up, tear_down),
		cmocka_unit_test_setup_teardown(external_functions_of_system_headers_are_the_librarys,
	                                    set_up, tear_down),
		cmocka_unit_test_setup_teardown(long_tables_are_cut, set_up, tear_down),
		cmocka_unit_test_setup_teardown(long_strings_are_cut, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
