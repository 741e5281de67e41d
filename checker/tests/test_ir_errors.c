/* What the reader and the verifier of the IR say of what is wrong. */
#include "ir_fixture.h"

/* --- errors of the reader --------------------------------------------------------------------- */

static void says_what_is_wrong_with_a_unit(void **state) {
	check_error(*state, "", "t.ir:1: unit expected, not the end of the text");
	check_error(*state, "\n\nfield a:b int", "t.ir:3: unit expected, not 'field'");
	check_error(*state, "unit a.c", "t.ir:1: a text in double quotes expected, not 'a.c'");
	check_error(*state, "unit \"a\"\nunit \"b\"",
	            "t.ir:2: file, loss, record, field, global or func expected, not 'unit'");
	check_error(*state, "unit \"a\"\n}",
	            "t.ir:2: file, loss, record, field, global or func expected, not '}'");
	check_error(*state, "unit \"a\"\n\x80",
	            "t.ir:2: file, loss, record, field, global or func expected, not the byte 0x80");
	check_error(*state, "unit \"a\"\nfile 1 \"a\"", "t.ir:2: file 1 stands where file 0 is due");
	check_error(*state, "unit \"a\"\nrecord conn",
	            "t.ir:2: a text in double quotes expected, not the end of the text");
	check_error(*state, "unit \"a\"\nfile x \"a\"", "t.ir:2: a number expected, not 'x'");
	check_error(*state, "unit \"a\"\nfield a:b int field\na:b ptr",
	            "t.ir:3: the unit has two fields 'a:b'");
	check_error(*state, "unit \"a\" field a.b int", "t.ir:1: ':' expected, not 'int'");
	check_error(*state, "unit \"a\" field a:) int",
	            "t.ir:1: the name of a field expected, not ')'");
	check_error(*state, "unit \"a\" field (:b int",
	            "t.ir:1: the name of a record expected, not '('");
	check_error(*state, "unit \"a\" field a:b long", "t.ir:1: a type expected, not 'long'");
	check_error(*state, "unit \"a\" field a:b rec\n",
	            "t.ir:2: the name of a record expected, not the end of the text");
	check_error(*state, "unit \"a\" field a:b int at x", "t.ir:1: a number expected, not 'x'");
	check_error(*state, "unit \"a\" field a:b int at 1 2", "t.ir:1: '+' expected, not '2'");
	check_error(*state, "unit \"a\" global x int", "t.ir:1: '@' expected, not 'x'");
	check_error(*state, "unit \"a\" global @x int { 1 }", "t.ir:1: '=' expected, not '1'");
	check_error(*state, "unit \"a\" global @x int { = %1 }",
	            "t.ir:1: a constant value expected, not '%'");
	check_error(*state, "unit \"a\" global @x int {\n",
	            "t.ir:2: '=' expected, not the end of the text");
	check_error(*state, "unit \"a\" global @x int { .a:b = 1 }",
	            "t.ir:1: no field line above has the field 'a:b'");
}

static void says_what_is_wrong_with_a_zero_byte(void **state) {
	struct fixture *fixture = *state;
	const char *error;
	assert_null(ir_read(fixture->arena, fixture->names, "t.ir", "unit \"a\"\n\0", 10, &error));
	assert_string_equal(
		error, "t.ir:2: file, loss, record, field, global or func expected, not the byte 0x00");
	assert_null(ir_read(fixture->arena, fixture->names, "t.ir", "unit \"\0\"", 8, &error));
	assert_string_equal(error, "t.ir:1: a text holds no zero byte");
}

static void says_what_is_wrong_with_a_text(void **state) {
	static const char escapes[] =
		"t.ir:1: a text knows only the escapes \\\" \\\\ \\n and \\x01 to \\xff";
	check_error(*state, "unit \"a", "t.ir:1: the text does not end on its line");
	check_error(*state, "unit \"a\n\"", "t.ir:1: the text does not end on its line");
	check_error(*state, "unit \"a\\", escapes);
	check_error(*state, "unit \"a\\t\"", escapes);
	check_error(*state, "unit \"a\\x4\"", escapes);
	check_error(*state, "unit \"a\\x00\"", escapes);
	check_error(*state, "unit \"a\\\n\"", escapes);
}

static void says_what_is_wrong_with_a_location(void **state) {
	check_error(*state, "unit \"a\" loss \"x\" !0:1:1",
	            "t.ir:1: no file line above has the number 0");
	check_error(*state, "unit \"a\" file 0 \"a\" loss \"x\" !0:1:1~1:1:1",
	            "t.ir:1: no file line above has the number 1");
	check_error(*state, "unit \"a\" file 0 \"a\" loss \"x\" !0:1",
	            "t.ir:1: ':' expected, not the end of the text");
	check_error(*state, "unit \"a\" file 0 \"a\" loss \"x\" !0:1:\n",
	            "t.ir:2: a number expected, not the end of the text");
	check_error(*state, "unit \"a\" file 0 \"a\" loss \"x\" !0:1:4294967296",
	            "t.ir:1: a number is larger than 4294967295");
}

#define IN_BLOCK(text)                                                                             \
	"unit \"a\"\nfield s:x int\nfunc @f($p ptr s) int {\nb0:\n" text "\nret 0\n}\n"

static void says_what_is_wrong_with_a_function(void **state) {
	check_error(*state, "unit \"a\" func @f int", "t.ir:1: '(' expected, not 'int'");
	check_error(*state, "unit \"a\" func @(", "t.ir:1: the name of a function expected, not '('");
	check_error(*state, "unit \"a\" func @f($a int,\n$a int)",
	            "t.ir:2: the function has two variables 'a'");
	check_error(*state, "unit \"a\" func @f($a int $b int)", "t.ir:1: ')' expected, not '$b'");
	check_error(*state, "unit \"a\" func @f() { b0: ret }", "t.ir:1: a type expected, not '{'");
	check_error(*state, "unit \"a\" func @f() int inline { b0: ret }",
	            "t.ir:1: '{' expected, not 'inline'");
	check_error(*state, "unit \"a\" func @f() int incomplete { b0: ret }",
	            "t.ir:1: a text in double quotes expected, not '{'");
	check_error(*state, "unit \"a\" func @f() int {\nb1: ret }",
	            "t.ir:2: b1 stands where b0 is due");
	check_error(*state, "unit \"a\" func @f() int {\nret }", "t.ir:2: a block expected, not 'ret'");
	check_error(*state, "unit \"a\" func @f() int { b0: ret var $x int }",
	            "t.ir:1: a block expected, not 'var'");
	check_error(*state, "unit \"a\" func @f() int { b0 ret }", "t.ir:1: ':' expected, not 'ret'");
	check_error(*state, "unit \"a\" func @f() int { b0: }",
	            "t.ir:1: an operation or an exit expected, not '}'");
	check_error(*state, "unit \"a\" func @f() int { b0: ret 0",
	            "t.ir:1: a block expected, not the end of the text");
}

static void says_what_is_wrong_with_an_instruction(void **state) {
	check_error(*state, IN_BLOCK("lode $p"),
	            "t.ir:5: an operation or an exit expected, not 'lode'");
	check_error(*state, IN_BLOCK("%0 = ret 1"), "t.ir:5: an operation expected, not 'ret'");
	check_error(*state, IN_BLOCK("%0 load $p"), "t.ir:5: '=' expected, not 'load'");
	check_error(*state, IN_BLOCK("%x = load $p"), "t.ir:5: a number expected, not 'x'");
	check_error(*state, IN_BLOCK("%16777217 = load $p"),
	            "t.ir:5: a number is larger than 16777216");
	check_error(*state, IN_BLOCK("%0 = load $q"), "t.ir:5: the function has no variable 'q'");
	check_error(*state, IN_BLOCK("%0 = load $"),
	            "t.ir:6: the name of a variable expected, not 'ret'");
	check_error(*state, IN_BLOCK("%0 = load 7"), "t.ir:5: a place expected, not '7'");
	check_error(*state, IN_BLOCK("%0 = load *7"), "t.ir:5: '%' expected, not '7'");
	check_error(*state, IN_BLOCK("%0 = load $p.x"), "t.ir:6: ':' expected, not 'ret'");
	check_error(*state, IN_BLOCK("%0 = load $p.s:y"),
	            "t.ir:5: no field line above has the field 's:y'");
	check_error(*state, IN_BLOCK("%0 = load $p[x]"), "t.ir:5: a number expected, not 'x'");
	check_error(*state, IN_BLOCK("%0 = load $p[1"), "t.ir:6: ']' expected, not 'ret'");
	check_error(*state, IN_BLOCK("store $p"), "t.ir:6: ',' expected, not 'ret'");
	check_error(*state, IN_BLOCK("store $p, $p"), "t.ir:5: a value expected, not '$p'");
	check_error(*state, IN_BLOCK("store $p, 9223372036854775808"),
	            "t.ir:5: a number does not fit in 64 bits");
	check_error(*state, IN_BLOCK("store $p, -9223372036854775809"),
	            "t.ir:5: a number does not fit in 64 bits");
	check_error(*state, IN_BLOCK("store $p, -x"), "t.ir:5: a number expected, not 'x'");
	check_error(*state, IN_BLOCK("blit $p $p"), "t.ir:5: ',' expected, not '$p'");
	check_error(*state, IN_BLOCK("%0 = and 1"), "t.ir:6: ',' expected, not 'ret'");
	check_error(*state, IN_BLOCK("%0 = container 1"), "t.ir:6: ',' expected, not 'ret'");
	check_error(*state, IN_BLOCK("call 7()"),
	            "t.ir:5: @function, *%temporary or ? expected, not '7'");
	check_error(*state, IN_BLOCK("call %7()"),
	            "t.ir:5: @function, *%temporary or ? expected, not '%'");
	check_error(*state, IN_BLOCK("call *@f()"), "t.ir:5: a temporary expected, not '@f'");
	check_error(*state, IN_BLOCK("call @f"), "t.ir:6: '(' expected, not 'ret'");
	check_error(*state, IN_BLOCK("call @f(1 2)"), "t.ir:5: ')' expected, not '2'");
	check_error(*state, IN_BLOCK("call @f(1, )"), "t.ir:5: a value expected, not ')'");
}

static void says_what_is_wrong_with_an_exit(void **state) {
	check_error(*state, IN_BLOCK("jump 1"), "t.ir:5: a block expected, not '1'");
	check_error(*state, IN_BLOCK("jump bx"), "t.ir:5: a block expected, not 'bx'");
	check_error(*state, IN_BLOCK("br ueq 1, 2, b0, b0"),
	            "t.ir:5: a comparison expected, not 'ueq'");
	check_error(*state, IN_BLOCK("br eq 1, 2, b0"), "t.ir:6: ',' expected, not 'ret'");
	check_error(*state, IN_BLOCK("switch 1 [1: b0]"), "t.ir:5: ',' expected, not ']'");
	check_error(*state, IN_BLOCK("switch 1 [x: b0, else: b0]"),
	            "t.ir:5: a number expected, not 'x'");
	check_error(*state, IN_BLOCK("switch 1 [1.2: b0, else: b0]"), "t.ir:5: '.' expected, not '2'");
	check_error(*state, IN_BLOCK("switch 1 [else b0]"), "t.ir:5: ':' expected, not 'b0'");
	check_error(*state, IN_BLOCK("any b0"), "t.ir:5: '[' expected, not 'b0'");
	check_error(*state, IN_BLOCK("any [b0"), "t.ir:6: ']' expected, not 'ret'");
}

static void every_cut_of_a_text_is_read_without_harm(void **state) {
	struct fixture *fixture = *state;
	static const char text[] = IN_BLOCK("%0 = load $p !0:1:1\nstore $p.s:x[1], \"a\\x41\"\n");
	for (size_t n = 0; n < sizeof text; n++) {
		const char *error;
		char *cut = arena_copy(fixture->arena, text, n);
		struct ir_unit *unit = ir_read(fixture->arena, fixture->names, "t.ir", cut, n, &error);
		assert_true((unit == NULL) == (error != NULL));
	}
}

/* --- the verifier ----------------------------------------------------------------------------- */

#define FUNC(text) "unit \"a\"\nfile 0 \"a\"\nfield s:x int\nfunc @f($p ptr s) int {\n" text "\n}\n"

static void rejects_what_passes_may_not_see(void **state) {
	check_rejected(*state, FUNC(""), "function 'f': there is no block");
	check_rejected(*state, FUNC("b0: jump b1"), "function 'f', exit of b0: there is no b1");
	check_rejected(*state, FUNC("b0: ret 0 b1: br eq 1, 2, b0, b7"),
	               "function 'f', exit of b1: there is no b7");
	check_rejected(*state, FUNC("b0: any []"),
	               "function 'f', exit of b0: an exit of this kind does not have 0 targets");
	check_rejected(*state, FUNC("b0: switch 1 [3..2: b0, else: b0]"),
	               "function 'f', exit of b0: a case ends before it begins");
	check_rejected(*state, FUNC("b0: ret %0"),
	               "function 'f', exit of b0: %0 is read and never written");
	check_rejected(*state, FUNC("b0: br eq 1, %0, b0, b0"),
	               "function 'f', exit of b0: %0 is read and never written");
	check_rejected(*state, FUNC("b0: switch %0 [else: b0]"),
	               "function 'f', exit of b0: %0 is read and never written");
	check_rejected(*state, FUNC("b0: call @f(1, %2) ret 0"),
	               "function 'f', b0, instruction 0: %2 is read and never written");
	check_rejected(*state, FUNC("b0: call *%2() ret 0"),
	               "function 'f', b0, instruction 0: %2 is read and never written");
	check_rejected(*state, FUNC("b0: store *%2, 0 ret 0"),
	               "function 'f', b0, instruction 0: %2 is read and never written");
	check_rejected(*state, FUNC("b0: blit $p, *%2 ret 0"),
	               "function 'f', b0, instruction 0: %2 is read and never written");
	check_rejected(*state, FUNC("b0: start $p load $p ret 0"),
	               "function 'f', b0, instruction 1: load needs a result");
	check_rejected(*state, FUNC("b0: opaque() ret 0"),
	               "function 'f', b0, instruction 0: opaque needs a result");
	check_rejected(*state, FUNC("b0: %0 = store $p, 1 ret 0"),
	               "function 'f', b0, instruction 0: store has no result");
	check_rejected(*state, FUNC("b0: end $p.s:x ret 0"),
	               "function 'f', b0, instruction 0: end is not of a whole variable");
	check_rejected(*state, FUNC("b0: start @g ret 0"),
	               "function 'f', b0, instruction 0: start is not of a whole variable");
}

/* What the reader cannot make, and lowering could. */
static void rejects_what_no_text_says(void **state) {
	struct fixture *fixture = *state;
	struct ir_unit *unit =
		read_valid(fixture, FUNC("b0: %0 = load $p.s:x store $p, %0 call @f() ret 0"));
	struct ir_function *f = &unit->functions.items[0];
	struct ir_instr *instrs = f->blocks.items[0].instrs.items;
#define CHECK(lvalue, value, expected)                                                             \
	do {                                                                                           \
		__typeof__(lvalue) saved = lvalue;                                                         \
		lvalue = value;                                                                            \
		assert_string_equal(ir_verify(fixture->arena, unit), expected);                            \
		lvalue = saved;                                                                            \
		assert_null(ir_verify(fixture->arena, unit));                                              \
	} while (0)
	CHECK(instrs[0].place.var, 1, "function 'f', b0, instruction 0: no variable has the number 1");
	CHECK(instrs[0].result, 1, "function 'f': the result %1 is out of range");
	CHECK(instrs[1].args[0].temp, 1, "function 'f', b0, instruction 1: %1 is out of range");
	CHECK(instrs[1].arg_count, 0, "function 'f', b0, instruction 1: store takes 1 values, not 0");
	CHECK(instrs[1].place.base, IR_BASE_GLOBAL,
	      "function 'f', b0, instruction 1: a global has no name");
	CHECK(instrs[1].loc, ((struct ir_loc){.file = 9}),
	      "function 'f', b0, instruction 1: no file has the number 9");
	CHECK(instrs[2].callee.kind, IR_CONST,
	      "function 'f', b0, instruction 2: a number or text is called");
	CHECK(instrs[2].callee.text, NULL,
	      "function 'f', b0, instruction 2: a symbol or text has no name");
	CHECK(f->param_count, 2, "function 'f': there are fewer variables than parameters");
	CHECK(f->type.kind, IR_RECORD, "function 'f': the type rec names no record");
	CHECK(f->vars.items[0].type.kind, IR_INT,
	      "function 'f': a type that is none of ptr, rec and arr names a record");
	CHECK(f->vars.items[0].name, NULL, "function 'f': a variable has no name");
	CHECK(unit->fields.items[0]->bit, 1, "the field 's:x' begins somewhere and has no bits");
	unit->fields.items[0]->bits = 8;
	CHECK(unit->fields.items[0]->bit, UINT32_MAX - 7, "the field 's:x' ends behind the last bit");
	struct ir_field stranger = *unit->fields.items[0];
	CHECK(instrs[0].place.steps[0].field, &stranger,
	      "function 'f', b0, instruction 0: the field 's:x' is not of this unit");
	CHECK(instrs[0].place.steps[0].field, NULL,
	      "function 'f', b0, instruction 0: a field is missing or has no name");
#undef CHECK
}

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(says_what_is_wrong_with_a_unit),     TEST(says_what_is_wrong_with_a_zero_byte),
		TEST(says_what_is_wrong_with_a_text),     TEST(says_what_is_wrong_with_a_location),
		TEST(says_what_is_wrong_with_a_function), TEST(says_what_is_wrong_with_an_instruction),
		TEST(says_what_is_wrong_with_an_exit),    TEST(every_cut_of_a_text_is_read_without_harm),
		TEST(rejects_what_passes_may_not_see),    TEST(rejects_what_no_text_says),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
