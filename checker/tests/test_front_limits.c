/* Inputs that libclang does not like: files that are none, commands that it refuses, code that
 * is nested deeply, declarations that share their names. */
#include <sys/stat.h>
#include <unistd.h>

#include "front_fixture.h"

/* --- files and commands ----------------------------------------------------------------------- */

static void check_error(struct fixture *fx, const char *file, const char *expected) {
	struct front_result result = lower_file(fx, fx->scratch, file, "");
	assert_null(result.unit);
	assert_non_null(result.error);
	if (!strstr(result.error, expected)) fail_msg("%s: %s", file, result.error);
}

static void what_is_no_source(void **state) {
	struct fixture *fx = *state;
	const char *utf16 = path_join(fx->arena, fx->scratch, "utf16.c"), *error;
	static const char bytes[] = "\xff\xfei\0n\0t\0 \0x\0;\0\n";
	assert_true(file_write(fx->arena, utf16, bytes, sizeof bytes, &error));
	assert_int_equal(mkdir(path_join(fx->arena, fx->scratch, "dir.c"), 0700), 0);
	assert_int_equal(mkfifo(path_join(fx->arena, fx->scratch, "fifo.c"), 0600), 0);
	check_error(fx, "missing.c", "No such file");
	check_error(fx, "dir.c", "no regular file");
	check_error(fx, "fifo.c", "no regular file");
	check_error(fx, "utf16.c", "UTF-16");
}

static void odd_files_are_sources(void **state) {
	struct fixture *fx = *state;
	assert_int_equal(unit_of(fx, "")->functions.n, 0);
	assert_int_equal(unit_of(fx, "\xef\xbb\xbfint f(void) { return 1; }\r\n")->functions.n, 1);
	assert_int_equal(unit_of(fx, "int f(void) { return '\xe4'; } /* \xfc */")->functions.n, 1);
}

/* libclang refuses a command as a whole: what it knows is tried alone, and the unit says so. */
static void refused_flags_are_left_out(void **state) {
	struct fixture *fx = *state;
	static const char text[] = "int f(void) { return N; }\n";
	static const char *const flags[] = {"-DN=1 -std=nosuch", "-DN=1 -Xclang -nosuch",
	                                    "-DN=1 -march=nosuch", "-save-temps -DN=1",
	                                    "-DN=1 --target=nosuch"};
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
		struct front_result result = lower_text(fx, text, flags[i]);
		if (!result.unit) fail_msg("%s: %s", flags[i], result.error);
		assert_int_equal(count_in(fx, result.unit, "f", "ret 1"), 1);
		if (result.unit->losses.n != 1) fail_msg("%s: is not recorded", flags[i]);
	}
	assert_int_equal(lower_text(fx, text, "-DN=1 -std=c11").unit->losses.n, 0);
}

/* The project's own limits do not hide errors. */
static void error_limits_are_lifted(void **state) {
	struct fixture *fx = *state;
	struct front_result result =
		lower_text(fx, "int f(void) { return a; }\nint g(void) { return b; }\n",
	               "-ferror-limit=1 -Wfatal-errors");
	assert_int_equal(result.unit->losses.n, 2);
	assert_non_null(find_function(result.unit, "g")->incomplete);
}

static void nothing_is_written(void **state) {
	struct fixture *fx = *state;
	char before[4096];
	assert_non_null(getcwd(before, sizeof before));
	assert_int_equal(chdir(fx->scratch), 0);
	unit_of(fx, "int f(void) { return 1; }\n");
	assert_int_equal(unlink("x.c"), 0);
	assert_int_equal(chdir(before), 0);
	assert_int_equal(rmdir(fx->scratch), 0);
}

/* A source tree that has a lib/clang/N of its own does not replace clang's headers. */
static void the_tree_has_no_say_in_the_resource_directory(void **state) {
	struct fixture *fx = *state;
	char before[4096];
	if (!fx->resource_dir) skip();
	scratch_file(fx->arena, fx->scratch,
	             arena_printf(fx->arena, "lib/clang/%u/include/stddef.h",
	                          resource_clang_major(&fx->libclang)),
	             "#error hijacked\n");
	assert_non_null(getcwd(before, sizeof before));
	assert_int_equal(chdir(fx->scratch), 0);
	const struct ir_unit *unit = unit_of(fx, "#include <stddef.h>\nsize_t f(void) { return 1; }\n");
	assert_int_equal(chdir(before), 0);
	assert_int_equal(unit->losses.n, 0);
}

/* --- nesting ---------------------------------------------------------------------------------- */

static const char *repeated(struct fixture *fx, const char *before, const char *part, int n,
                            const char *behind) {
	struct buf text = BUF_IN(fx->arena);
	buf_add(&text, before);
	for (int i = 0; i < n; i++) buf_add(&text, part);
	buf_add(&text, behind);
	return buf_text(&text);
}

static void deep_code_is_lowered(void **state) {
	struct fixture *fx = *state;
	enum { LEVELS = 8000 };
	static const char *const parts[][3] = {
		{"int g(int); int f(int a) { if (a == 0) g(0);", "else if (a == 1) g(1);\n", "return a; }"},
		{"int f(int a) { return ", "- ", "a; }"},
		{"int f(int a) { return ", "a + ", "a; }"},
		{"int f(int a) { ", "a = ", "1; return a; }"},
		{"int f(int a) { return ", "a ? 1 : ", "2; }"},
		{"int f(int a) { return ", "a && ", "2; }"},
		{"int f(int a) { ", "if (a) ", "return 1; return 2; }"},
		{"int f(int a) { switch (a) { ", "case __COUNTER__: ", "return 1; } return 2; }"},
		{"int f(int a) { ", "for (;a;) ", "return 1; return 2; }"},
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct ir_unit *unit =
			unit_of(fx, repeated(fx, parts[i][0], parts[i][1], LEVELS, parts[i][2]));
		const struct ir_function *f = find_function(unit, "f");
		if (!f || f->incomplete) fail_msg("%s: %s", parts[i][1], f ? f->incomplete : "lost");
	}
}

static void deep_brackets_are_lowered(void **state) {
	struct fixture *fx = *state;
	enum { LEVELS = 8000 };
	static const char *const parts[][5] = {
		{"int f(int a) { return ", "(", "a", ")", "; }"},
		{"int g(int); int f(int a) { ", "{", "g(a);", "}", " return 0; }"},
		{"struct s { ", "struct { ", "int fd;", "} a;", " }; int f(void) { return 0; }"},
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *opened = repeated(fx, parts[i][0], parts[i][1], LEVELS, parts[i][2]);
		const struct ir_unit *unit =
			unit_of(fx, repeated(fx, opened, parts[i][3], LEVELS, parts[i][4]));
		const struct ir_function *f = find_function(unit, "f");
		if (!f || f->incomplete) fail_msg("%s: %s", parts[i][1], f ? f->incomplete : "lost");
	}
}

/* An error sends us through all that a function uses: once, not twice for each level. */
static void errors_in_nested_records_are_found(void **state) {
	struct fixture *fx = *state;
	enum { LEVELS = 60 };
	const char *opened = repeated(fx, "struct s { ", "struct { ", LEVELS, "int fd;");
	const struct ir_unit *unit =
		unit_of(fx, repeated(fx, opened, "} a;", LEVELS,
	                         " };\nint f(struct s *s) { return s->b; }\n"
	                         "int g(struct s *s) { return s ? 1 : 0; }\n"));
	assert_non_null(find_function(unit, "f")->incomplete);
	assert_null(find_function(unit, "g")->incomplete);
}

/* Past the limit the parser gives up on the rest of the file. */
static void too_many_brackets(void **state) {
	struct fixture *fx = *state;
	enum { LEVELS = 40000 };
	const char *inner =
		repeated(fx, "int g(void) { return 1; }\nint f(int a) { return ", "(", LEVELS, "a");
	const struct ir_unit *unit = unit_of(fx, repeated(fx, inner, ")", LEVELS, "; }\n"));
	assert_true(unit->losses.n > 0);
	assert_non_null(find_function(unit, "g"));
	const struct ir_function *f = find_function(unit, "f");
	assert_true(!f || f->incomplete);
}

/* Evaluating such lists kills libclang. */
static void lists_that_kill(void **state) {
	struct fixture *fx = *state;
	const struct ir_unit *unit =
		unit_of(fx, "struct s { struct { int arr[8]; } a; };\n"
	                "int a[2][3] = {{1}, {2}}, b[2][3] = {[0][1] = 3};\n"
	                "struct s s = {.a.arr = {[1] = 4}};\n"
	                "int *p = (int[]){[3] = 1}, n = sizeof((int[2][3]){{1}, {2}});\n"
	                "int f(void) { return ((int[2][3]){{1}, {2}})[1][0]; }\n");
	assert_null(find_function(unit, "f")->incomplete);
	assert_non_null(strstr(printed(fx, unit), "[0][1] = 3"));
	assert_non_null(strstr(printed(fx, unit), "[1] = 4"));
	assert_non_null(strstr(printed(fx, unit), "= 24"));
}

/* --- identity --------------------------------------------------------------------------------- */

/* Two locals that one macro makes share their USR; so do sibling anonymous structs. */
static void same_spelling_is_not_the_same(void **state) {
	struct fixture *fx = *state;
	const struct ir_unit *unit =
		unit_of(fx, "int use(int);\n"
	                "#define TWO(v) int v = 1; { int v = 2; use(v); } use(v)\n"
	                "struct s { struct { int a; }; struct { int b; }; };\n"
	                "int f(struct s *s) { TWO(x); return s->a + s->b; }\n");
	assert_int_equal(count_in(fx, unit, "f", "store $x, 1"), 1);
	assert_int_equal(count_in(fx, unit, "f", "store $x.2, 2"), 1);
	assert_int_equal(count_in(fx, unit, "f", "load $x.2"), 1);
	assert_int_equal(count_in(fx, unit, "f", ".s@x.c:a"), 1);
	assert_int_equal(count_in(fx, unit, "f", ".s@x.c:b"), 1);
}

/* Everything in a macro's expansion, whole functions too, is "not from the main file" for
 * libclang. */
static void functions_made_by_macros_are_lowered(void **state) {
	struct fixture *fx = *state;
	scratch_file(fx->arena, fx->scratch, "make.h",
	             "#define MAKE(n) int n##_close(int fd) { return use(fd); }\n");
	const struct ir_unit *unit = unit_of(fx, "int use(int);\n#include \"make.h\"\n"
	                                         "#line 7 \"other.y\"\nMAKE(conn)\n");
	const struct ir_function *f = find_function(unit, "conn_close");
	assert_non_null(f);
	assert_int_equal(f->loc.file, 0);
	assert_int_equal(f->loc.line, 4);
	assert_int_equal(count_in(fx, unit, "conn_close", "!0:4:1-4:11~1:1:"), 4);
}

/* Side effects survive where libclang's evaluation folds them away. */
static void side_effects_stay(void **state) {
	struct fixture *fx = *state;
	const struct ir_unit *unit =
		unit_of(fx, "int ext(int), use(int);\n"
	                "int f(int a) { use((ext(1), 2)); use(({ ext(2); 3; }));\n"
	                "	return (ext(3), 0) && ext(4) ?: (ext(5), 6); }\n");
	assert_int_equal(count_in(fx, unit, "f", "call @ext("), 4);
}

/* C2y's `break outer;` has no label in libclang's tree, and `defer` no kind. */
static void newest_statements(void **state) {
	struct fixture *fx = *state;
	static const char text[] = "int g(int);\n"
							   "int f(int a) {\n"
							   "outer: for (;;) { for (;;) { if (g(1)) break outer; if (g(2)) "
							   "continue outer; if (g(3)) break; } g(4); }\n"
							   "return g(5); }\n";
	if (resource_clang_major(&fx->libclang) < 22) skip();
	struct front_result result = lower_text(fx, text, "-std=c2y");
	const struct ir_function *f = find_function(result.unit, "f");
	assert_null(f->incomplete);
	assert_int_equal(f->blocks.items[1].exit.targets[0], 5);
	assert_int_equal(f->blocks.items[2].exit.targets[0], 1);
	assert_int_equal(f->blocks.items[3].exit.targets[0], 4);
	result = lower_text(fx, "int g(int);\nint f(int a) { _Defer g(1); return a; }\n", "-fdefer-ts");
	assert_non_null(find_function(result.unit, "f")->incomplete);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_no_source, set_up, tear_down),
		cmocka_unit_test_setup_teardown(odd_files_are_sources, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refused_flags_are_left_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(error_limits_are_lifted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nothing_is_written, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_tree_has_no_say_in_the_resource_directory, set_up,
	                                    tear_down),
		cmocka_unit_test_setup_teardown(deep_code_is_lowered, set_up, tear_down),
		cmocka_unit_test_setup_teardown(deep_brackets_are_lowered, set_up, tear_down),
		cmocka_unit_test_setup_teardown(errors_in_nested_records_are_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(too_many_brackets, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lists_that_kill, set_up, tear_down),
		cmocka_unit_test_setup_teardown(same_spelling_is_not_the_same, set_up, tear_down),
		cmocka_unit_test_setup_teardown(functions_made_by_macros_are_lowered, set_up, tear_down),
		cmocka_unit_test_setup_teardown(side_effects_stay, set_up, tear_down),
		cmocka_unit_test_setup_teardown(newest_statements, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
