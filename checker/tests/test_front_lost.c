/* Broken code: a function of which the parser may have dropped a part is incomplete, and no
 * other. */
#include "front_fixture.h"

/* What stands before each body: what is whole, and what is not. */
static const char preamble[] = "int open1(int), close1(int); int *bar(int);\n"
							   "struct good { int b, q; };\n"
							   "int before(int a) { return close1(a); }\n";
static const char behind[] = "\nint after(int a) { return close1(a); }\n";

static const struct ir_unit *lower_broken(struct fixture *fx, const char *declarations,
                                          const char *body) {
	const char *text =
		arena_printf(fx->arena, "%s%s\nint f(int a, struct good *p) {\n%s\nreturn 0; }\n%s",
	                 preamble, declarations, body, behind);
	struct front_result result = lower_text(fx, text, "");
	if (!result.unit) fail_msg("not parsed: %s", result.error);
	const char *error = ir_verify(fx->arena, result.unit);
	if (error) fail_msg("%s", error);
	return result.unit;
}

static void check_incomplete(struct fixture *fx, const char *declarations, const char *body) {
	const struct ir_unit *unit = lower_broken(fx, declarations, body);
	const struct ir_function *f = find_function(unit, "f"), *before = find_function(unit, "before"),
							 *after = find_function(unit, "after");
	if (!f || !f->incomplete) fail_msg("complete: %s {%s}", declarations, body);
	if (unit->losses.n == 0) fail_msg("no loss: %s {%s}", declarations, body);
	if (!before || before->incomplete) fail_msg("the function before is not whole: {%s}", body);
	if (!after || after->incomplete) fail_msg("the function behind is not whole: {%s}", body);
}

/* An error in its extent. */
static void errors_in_the_body(void **state) {
	static const char *const bodies[] = {
		"close1(unk2);",
		"close1(a + unk3);",
		"close1(a, unk);",
		"close1(sizeof(unk_t));",
		"close1((unk_t)a);",
		"return close1(unk4);",
		"return unk;",
		"a = unk + close1(a);",
		"unkp->q(close1(a));",
		"foo_t x; x = 1; close1(x);",
		"foo_t *p2 = bar(a); close1(*p2);",
		"for (foo_t i = 0; i < a; i++) { close1(a); }",
		"FOREACH(x, y) { close1(a); } close1(2);",
		"if (unk) close1(a); else close1(2);",
		"while (unk) close1(a);",
		"do close1(a); while (unk);",
		"switch (a) { case UNK: close1(a); }",
		"goto nolabel;",
		"int x[unk]; close1(x[0]);",
		"__typeof__(unk) x; close1(x);",
		"({ unk; close1(a); });",
		"p->nofield = close1(a);",
		"switch (a) { case 1: close1(a); case 1: break; }",
		"close1(a) close1(2);",
		"int x = ; close1(x);",
	};
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
		check_incomplete(*state, "", bodies[i]);
}

static void errors_in_macros(void **state) {
	check_incomplete(*state, "#define M(x) (close1(x) + nosuch)", "M(a);");
	check_incomplete(*state, "#define DROP(x) do { unk(x)->y; close1(x); } while (0)", "DROP(a);");
}

/* No error in the function: the declaration that it uses holds one. */
static void users_of_what_is_broken(void **state) {
	struct fixture *fx = *state;
	check_incomplete(fx, "foo_t g;", "close1(g.x);");
	check_incomplete(fx, "struct s { foo_t b; int c; };", "struct s *q = (void *)p; close1(q->b);");
	check_incomplete(fx, "int arr[UNK];", "close1(arr[0]);");
	check_incomplete(fx, "int g1(unk_t *);", "g1(0, close1(a));");
	check_incomplete(fx, "typedef unk_t my_t;", "my_t x = 1; close1(x);");
	check_incomplete(fx, "typedef unk_t my_t; struct s { my_t fd; };",
	                 "struct s *q = (void *)p; close1(q->fd);");
	check_incomplete(fx, "typedef unk_t my_t; typedef my_t your_t;", "your_t x = 1; close1(x);");
	check_incomplete(fx, "enum { A = UNKE, B };", "close1(B);");
	check_incomplete(fx, "typedef unk_t my_t; my_t get(int);", "close1(get(a));");
}

static void errors_in_included_fragments(void **state) {
	struct fixture *fx = *state;
	scratch_file(fx->arena, fx->scratch, "part.h", "\n#include \"inner.h\"\n");
	scratch_file(fx->arena, fx->scratch, "inner.h", "\nclose1(unk);\n");
	check_incomplete(fx, "", "\n#include \"part.h\"\n");
}

static void invalid_signatures(void **state) {
	struct fixture *fx = *state;
	const struct ir_unit *unit = unit_of(fx, "int close1(int);\n"
	                                         "unk_t f(int a) { close1(a); return 0; }\n"
	                                         "int g(unk_t a) { return close1(1); }\n"
	                                         "int h(int a) { return close1(a); }\n");
	assert_non_null(find_function(unit, "f")->incomplete);
	assert_non_null(find_function(unit, "g")->incomplete);
	assert_null(find_function(unit, "h")->incomplete);
}

/* A brace is missing: what follows is in the extent of the function that lacks it. */
static void missing_brace(void **state) {
	struct fixture *fx = *state;
	const struct ir_unit *unit = unit_of(fx, "int close1(int);\n"
	                                         "int f(int a) { if (a) { close1(a); return 0; }\n"
	                                         "int g(int a) { return close1(a); }\n");
	assert_non_null(find_function(unit, "f")->incomplete);
	assert_null(find_function(unit, "g"));
	assert_true(unit->losses.n > 0);
}

/* Without KeepGoing a missing header silences all errors behind it. */
static void missing_header(void **state) {
	struct fixture *fx = *state;
	const struct ir_unit *unit = unit_of(fx, "int close1(int);\n"
	                                         "#include \"missing.h\"\n"
	                                         "int f(int a) { close1(unk); return 0; }\n"
	                                         "int g(int a) { return close1(a); }\n");
	assert_int_equal(unit->losses.n, 2);
	assert_string_equal(unit->losses.items[0].reason, "'missing.h' file not found");
	assert_int_equal(unit->losses.items[0].loc.line, 2);
	assert_non_null(find_function(unit, "f")->incomplete);
	assert_null(find_function(unit, "g")->incomplete);
}

/* Each message once, and not more than fifty; but every function is looked at. */
static void many_errors(void **state) {
	struct fixture *fx = *state;
	struct buf text = BUF_IN(fx->arena);
	for (int i = 0; i < 200; i++)
		buf_printf(&text, "int f%d(void) { return unk + unk%d; }\n", i, i);
	const struct ir_unit *unit = unit_of(fx, buf_text(&text));
	assert_int_equal(unit->losses.n, 50);
	for (size_t i = 0; i < unit->functions.n; i++)
		assert_non_null(unit->functions.items[i].incomplete);
	assert_int_equal(unit->functions.n, 200);
}

/* What only old compilers accept is no loss. */
static void old_code_is_whole(void **state) {
	struct fixture *fx = *state;
	struct front_result result =
		lower_text(fx,
	               "static x; t(a) { return a; }\n"
	               "char *s; int *p;\n"
	               "int f(int a) { p = s; p = a; undeclared(a); return s; }\n"
	               "void g(void) { return 1; }\n",
	               "-Werror -pedantic-errors -Wall");
	assert_non_null(result.unit);
	assert_int_equal(result.unit->losses.n, 0);
	for (size_t i = 0; i < result.unit->functions.n; i++)
		assert_null(result.unit->functions.items[i].incomplete);
	assert_int_equal(count_in(fx, result.unit, "f", "call @undeclared("), 1);
}

/* An error about the command line is none of the source. */
static void unknown_flags_are_no_loss(void **state) {
	struct fixture *fx = *state;
	struct front_result result =
		lower_text(fx, "int f(int a) { return a; }\n", "-fnosuch --foo -mnosuch");
	assert_non_null(result.unit);
	assert_int_equal(result.unit->losses.n, 0);
	assert_null(find_function(result.unit, "f")->incomplete);
}

/* A header of the command line has no place in a file. */
static void missing_forced_header(void **state) {
	struct fixture *fx = *state;
	struct front_result result =
		lower_text(fx, "int f(int a) { return a; }\n", "-include nosuch.h");
	assert_int_equal(result.unit->losses.n, 1);
	assert_string_equal(result.unit->losses.items[0].reason, "'nosuch.h' file not found");
	assert_int_equal(result.unit->losses.items[0].loc.line, 0);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(errors_in_the_body, set_up, tear_down),
		cmocka_unit_test_setup_teardown(errors_in_macros, set_up, tear_down),
		cmocka_unit_test_setup_teardown(users_of_what_is_broken, set_up, tear_down),
		cmocka_unit_test_setup_teardown(errors_in_included_fragments, set_up, tear_down),
		cmocka_unit_test_setup_teardown(invalid_signatures, set_up, tear_down),
		cmocka_unit_test_setup_teardown(missing_brace, set_up, tear_down),
		cmocka_unit_test_setup_teardown(missing_header, set_up, tear_down),
		cmocka_unit_test_setup_teardown(missing_forced_header, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_errors, set_up, tear_down),
		cmocka_unit_test_setup_teardown(old_code_is_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(unknown_flags_are_no_loss, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
