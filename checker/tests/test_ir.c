/* The text form of the IR: reading, printing, verifying. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/intern.h"
#include "ir/ir.h"

struct fixture {
	struct arena *arena;
	struct intern *names;
};

static int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *fixture = ARENA_NEW(a, struct fixture);
	*fixture = (struct fixture){a, intern_new(a)};
	*state = fixture;
	return 0;
}

static int tear_down(void **state) {
	arena_free(((struct fixture *)*state)->arena);
	return 0;
}

static struct ir_unit *read_text(struct fixture *fixture, const char *text, const char **error) {
	return ir_read(fixture->arena, fixture->names, "t.ir", text, strlen(text), error);
}

static struct ir_unit *read_valid(struct fixture *fixture, const char *text) {
	const char *error;
	struct ir_unit *unit = read_text(fixture, text, &error);
	if (!unit) fail_msg("%s\n%s", error, text);
	assert_null(error);
	error = ir_verify(fixture->arena, unit);
	if (error) fail_msg("%s\n%s", error, text);
	return unit;
}

static const char *print_unit(struct fixture *fixture, const struct ir_unit *unit) {
	struct buf out = BUF_IN(fixture->arena);
	ir_print(&out, unit);
	return buf_text(&out);
}

/* text reads, verifies and prints as expected, which reads and prints as itself. */
static void check_prints(struct fixture *fixture, const char *text, const char *expected) {
	assert_string_equal(print_unit(fixture, read_valid(fixture, text)), expected);
	assert_string_equal(print_unit(fixture, read_valid(fixture, expected)), expected);
}

static void check_round_trip(struct fixture *fixture, const char *text) {
	check_prints(fixture, text, text);
}

static void check_error(struct fixture *fixture, const char *text, const char *expected) {
	const char *error = NULL;
	assert_null(read_text(fixture, text, &error));
	assert_non_null(error);
	assert_string_equal(error, expected);
}

/* text reads, and the verifier says expected. */
static void check_rejected(struct fixture *fixture, const char *text, const char *expected) {
	const char *error;
	struct ir_unit *unit = read_text(fixture, text, &error);
	if (!unit) fail_msg("%s", error);
	error = ir_verify(fixture->arena, unit);
	assert_non_null(error);
	assert_string_equal(error, expected);
}

/* --- round trips ------------------------------------------------------------------------------------ */

static void prints_the_unit_of_the_page(void **state) {
	check_round_trip(*state, "unit \"src/conn.c\"\n"
	                         "file 0 \"src/conn.c\"\n"
	                         "file 1 \"/usr/include/stdio.h\"\n"
	                         "loss \"'zlib.h' file not found\" !0:3:10\n"
	                         "field conn:fd int\n"
	                         "field conn:next ptr conn\n"
	                         "field ops:close ptr\n"
	                         "field ops:flags int\n"
	                         "global @table static const arr ops !0:9:25-9:30 {\n"
	                         "  [0].ops:close = @tcp_close !0:10:5\n"
	                         "  [0].ops:flags = 3\n"
	                         "}\n"
	                         "func @conn_close($c ptr conn, $how int) int static !0:20:1-29:2 {\n"
	                         "  var $fd int !0:21:6\n"
	                         "  b0:\n"
	                         "    %0 = load $c !0:22:5\n"
	                         "    %1 = load *%0.conn:fd !0:22:5-22:10\n"
	                         "    store $fd, %1\n"
	                         "    br lt %1, 0, b1, b2 !0:22:9\n"
	                         "  b1:\n"
	                         "    ret -1 !0:23:9\n"
	                         "  b2:\n"
	                         "    %2 = call @close(%1) !0:25:5-25:14\n"
	                         "    store *%0.conn:fd, -1 !0:26:5\n"
	                         "    ret 0\n"
	                         "}\n");
}

static void prints_every_operation(void **state) {
	check_round_trip(*state, "unit \"a.c\"\n"
	                         "field s:node rec node\n"
	                         "func @f($a rec s, $p ptr s) void {\n"
	                         "  var $x int\n"
	                         "  b0:\n"
	                         "    start $x\n"
	                         "    %0 = load $p\n"
	                         "    %1 = addr $a.s:node\n"
	                         "    %2 = container %1, s:node\n"
	                         "    %3 = add %0, 1\n"
	                         "    %4 = and %3, 7\n"
	                         "    %5 = sub %3, %4\n"
	                         "    %6 = mul %3, -2\n"
	                         "    %7 = div %3, 2\n"
	                         "    %8 = rem %3, 2\n"
	                         "    %9 = shl %3, 2\n"
	                         "    %10 = shr %3, 2\n"
	                         "    %11 = or %3, 2\n"
	                         "    %12 = xor %3, 2\n"
	                         "    %13 = inv %3\n"
	                         "    %14 = neg %3\n"
	                         "    %15 = copy %3\n"
	                         "    %16 = opaque(%0, 1, @f, \"text\", ?)\n"
	                         "    %17 = opaque()\n"
	                         "    %18 = call *%0(%1, ?)\n"
	                         "    call @g()\n"
	                         "    call ?(1)\n"
	                         "    escape(%0)\n"
	                         "    escape()\n"
	                         "    clear $a\n"
	                         "    blit $a, *%1\n"
	                         "    store $x, %2\n"
	                         "    end $x\n"
	                         "    ret\n"
	                         "}\n");
}

static void prints_every_exit(void **state) {
	check_round_trip(*state, "unit \"a.c\"\n"
	                         "file 0 \"a.c\"\n"
	                         "func @f($x int) int {\n"
	                         "  b0:\n    jump b1 !0:1:1\n"
	                         "  b1:\n    %0 = load $x\n    br eq %0, 0, b2, b3\n"
	                         "  b2:\n    br ne %0, %0, b3, b2 !0:2:2\n"
	                         "  b3:\n    br lt 1, ?, b4, b4\n"
	                         "  b4:\n    br le %0, 1, b5, b6\n"
	                         "  b5:\n    br gt %0, 1, b5, b6\n"
	                         "  b6:\n    br ge %0, 1, b5, b6\n"
	                         "  b7:\n    br ult %0, 1, b5, b6\n"
	                         "  b8:\n    br ule %0, 1, b5, b6\n"
	                         "  b9:\n    br ugt %0, 1, b5, b6\n"
	                         "  b10:\n    br uge %0, 1, b5, b6\n"
	                         "  b11:\n    switch %0 [1: b2, 3..5: b3, -9..-7: b4, else: b4] !0:3:3\n"
	                         "  b12:\n    switch %0 [else: b0]\n"
	                         "  b13:\n    any [b1, b2] !0:4:4\n"
	                         "  b14:\n    ret %0\n"
	                         "  b15:\n    ret ? !0:5:5\n"
	                         "  b16:\n    unreachable !0:6:6\n"
	                         "}\n");
}

static void prints_every_type_and_flag(void **state) {
	check_round_trip(*state, "unit \"a.c\"\n"
	                         "field \"conn::u\":fd int\n"
	                         "field conn@a.c:next ptr conn@a.c\n"
	                         "field conn@dir/a-b.c:x float\n"
	                         "global @a extern void\n"
	                         "global @b const fn\n"
	                         "global @c static ptr\n"
	                         "global @d arr\n"
	                         "global @e rec file\n"
	                         "global @e2 ptr \"file\"\n"
	                         "global @e3 ptr \"b1\"\n"
	                         "global @e4 arr b1x\n"
	                         "global @e5 ptr \"static\"\n"
	                         "global @e6 ptr b\n"
	                         "global @f static const extern ptr conn@a.c\n"
	                         "func @none() void {\n  b0:\n    ret\n}\n"
	                         "func @all() ptr static variadic noreturn incomplete \"a \\\"b\\\"\" {\n"
	                         "  var $p ptr\n  b0:\n    unreachable\n}\n"
	                         "func @bare() ptr \"variadic\" noreturn {\n"
	                         "  var $p ptr\n  var $q ptr \"var\"\n  b0:\n    unreachable\n}\n");
}

static void prints_a_record_named_like_a_word(void **state) {
	/* rec needs its record, so that any word is one. */
	check_prints(*state,
	             "unit \"a.c\" global @e rec \"file\" global @f rec b1 global @g ptr x func @h() ptr { b0: ret 0 }",
	             "unit \"a.c\"\n"
	             "global @e rec file\n"
	             "global @f rec b1\n"
	             "global @g ptr x\n"
	             "func @h() ptr {\n  b0:\n    ret 0\n}\n");
}

static void prints_every_location(void **state) {
	check_round_trip(*state, "unit \"a.c\"\n"
	                         "file 0 \"a.c\"\n"
	                         "file 1 \"b \\\\ \\\"c\\\".h\"\n"
	                         "loss \"x\"\n"
	                         "loss \"x\" !0:1:2\n"
	                         "loss \"x\" !1:0:0\n"
	                         "loss \"x\" !0:1:2-3:4\n"
	                         "loss \"x\" !0:1:2~1:5:6\n"
	                         "loss \"x\" !1:1:2-3:4~0:5:6\n"
	                         "loss \"x\" !0:4294967295:4294967295\n"
	                         "func @f($a int !0:1:1, $b int !0:1:2) int !0:1:1-2:2 {\n"
	                         "  var $c int !0:3:3\n"
	                         "  b0:\n    ret 0\n}\n");
	check_prints(*state, "unit \"a.c\"\nfile 0 \"a.c\"\nloss \"x\" !0:0:0-0:0~0:0:0",
	             "unit \"a.c\"\nfile 0 \"a.c\"\nloss \"x\"\n");
}

static void prints_every_place(void **state) {
	check_round_trip(*state, "unit \"a.c\"\n"
	                         "field s:a arr\n"
	                         "field \"p::q\":fd.1 int\n"
	                         "field \"3com\":\"x.y\" int\n"
	                         "global @g rec s {\n"
	                         "  = 7\n"
	                         "  .s:a[3] = -9223372036854775808\n"
	                         "  [-1][] = \"x\"\n"
	                         "  [9223372036854775807].\"p::q\":fd.1 = ?\n"
	                         "}\n"
	                         "func @f($s rec s, $fd.2 rec s, $\"a.b\" int) void {\n"
	                         "  b0:\n"
	                         "    %0 = addr $fd.2.s:a[]\n"
	                         "    %1 = addr $s.s:a[2].\"p::q\":fd.1\n"
	                         "    %2 = addr $\"a.b\".\"3com\":\"x.y\"[0]\n"
	                         "    %3 = load *%2.s:a\n"
	                         "    %4 = load *%3\n"
	                         "    %5 = load *%3[-4]\n"
	                         "    %6 = load @g.s:a\n"
	                         "    %7 = load @\"main.count\".s:a\n"
	                         "    %8 = load @\"main.count\"\n"
	                         "    %9 = load @\"\"\n"
	                         "    ret\n"
	                         "}\n");
}

static void prints_every_byte_of_a_text(void **state) {
	struct fixture *fixture = *state;
	struct buf text = BUF_IN(fixture->arena);
	buf_add(&text, "unit \"a.c\"\nglobal @t ptr {\n  = \"");
	for (int c = 1; c < 256; c++) {
		if (c == '\n') buf_add(&text, "\\n");
		else if (c == '"' || c == '\\') buf_printf(&text, "\\%c", c);
		else if (c < ' ' || c == 0x7f) buf_printf(&text, "\\x%02x", c);
		else buf_add_char(&text, (char)c);
	}
	buf_add(&text, "\"\n}\n");
	check_round_trip(fixture, buf_text(&text));
	const struct ir_unit *unit = read_valid(fixture, buf_text(&text));
	const char *bytes = unit->globals.items[0].inits.items[0].value.text;
	assert_int_equal(strlen(bytes), 255);
	for (int c = 1; c < 256; c++) assert_int_equal((unsigned char)bytes[c - 1], c);
}

static void blank_space_and_comments_mean_nothing(void **state) {
	check_prints(*state,
	             "# head # \"\nunit\t\"a.c\"#\r\n field s : x int \n field t:y ptr\nfunc @f ( $p ptr s,$q\nint ) void {var $x ptr\nb0 :\n"
	             "%0=load $p .s:x [ 4 ] [ ]\nstore $x,%0 call @f ( %0 , -1 )\nswitch %0[1..2:b0,else:b0]}#end",
	             "unit \"a.c\"\nfield s:x int\nfield t:y ptr\nfunc @f($p ptr s, $q int) void {\n  var $x ptr\n  b0:\n"
	             "    %0 = load $p.s:x[4][]\n    store $x, %0\n    call @f(%0, -1)\n    switch %0 [1..2: b0, else: b0]\n}\n");
}

static void reads_what_it_says(void **state) {
	const struct ir_unit *unit = read_valid(*state, "unit \"dir/a.c\" file 0 \"a.c\" field s:fd int\n"
	                                                "func @f($p ptr s) int variadic { b0: %3 = load $p\n"
	                                                "%1 = load *%3.s:fd !0:1:2-3:4~0:5:6 br ult %1, 5, b0, b1 b1: ret %1 }");
	assert_string_equal(unit->source, "dir/a.c");
	const struct ir_function *f = &unit->functions.items[0];
	assert_int_equal(f->param_count, 1);
	assert_int_equal(f->temp_count, 4);
	assert_true(f->is_variadic);
	assert_int_equal(f->vars.items[0].type.kind, IR_PTR);
	const struct ir_instr *load = &f->blocks.items[0].instrs.items[1];
	assert_ptr_equal(load->place.steps[0].field, unit->fields.items[0]);
	struct ir_loc loc = {0, 1, 2, 3, 4, 0, 5, 6};
	assert_memory_equal(&load->loc, &loc, sizeof loc);
	assert_true(f->blocks.items[0].exit.is_unsigned);
	assert_int_equal(f->blocks.items[1].exit.left.kind, IR_TEMP);
}

/* --- errors of the reader --------------------------------------------------------------------------- */

static void says_what_is_wrong_with_a_unit(void **state) {
	check_error(*state, "", "t.ir:1: unit expected, not the end of the text");
	check_error(*state, "\n\nfield a:b int", "t.ir:3: unit expected, not 'field'");
	check_error(*state, "unit a.c", "t.ir:1: a text in double quotes expected, not 'a.c'");
	check_error(*state, "unit \"a\"\nunit \"b\"", "t.ir:2: file, loss, field, global or func expected, not 'unit'");
	check_error(*state, "unit \"a\"\n}", "t.ir:2: file, loss, field, global or func expected, not '}'");
	check_error(*state, "unit \"a\"\n\x80", "t.ir:2: file, loss, field, global or func expected, not the byte 0x80");
	check_error(*state, "unit \"a\"\nfile 1 \"a\"", "t.ir:2: file 1 stands where file 0 is due");
	check_error(*state, "unit \"a\"\nfile x \"a\"", "t.ir:2: a number expected, not 'x'");
	check_error(*state, "unit \"a\"\nfield a:b int field\na:b ptr", "t.ir:3: the unit has two fields 'a:b'");
	check_error(*state, "unit \"a\" field a.b int", "t.ir:1: ':' expected, not 'int'");
	check_error(*state, "unit \"a\" field a:) int", "t.ir:1: the name of a field expected, not ')'");
	check_error(*state, "unit \"a\" field (:b int", "t.ir:1: the name of a record expected, not '('");
	check_error(*state, "unit \"a\" field a:b long", "t.ir:1: a type expected, not 'long'");
	check_error(*state, "unit \"a\" field a:b rec\n", "t.ir:2: the name of a record expected, not the end of the text");
	check_error(*state, "unit \"a\" global x int", "t.ir:1: '@' expected, not 'x'");
	check_error(*state, "unit \"a\" global @x int { 1 }", "t.ir:1: '=' expected, not '1'");
	check_error(*state, "unit \"a\" global @x int { = %1 }", "t.ir:1: a constant value expected, not '%'");
	check_error(*state, "unit \"a\" global @x int {\n", "t.ir:2: '=' expected, not the end of the text");
	check_error(*state, "unit \"a\" global @x int { .a:b = 1 }", "t.ir:1: no field line above has the field 'a:b'");
}

static void says_what_is_wrong_with_a_zero_byte(void **state) {
	struct fixture *fixture = *state;
	const char *error;
	assert_null(ir_read(fixture->arena, fixture->names, "t.ir", "unit \"a\"\n\0", 10, &error));
	assert_string_equal(error, "t.ir:2: file, loss, field, global or func expected, not the byte 0x00");
	assert_null(ir_read(fixture->arena, fixture->names, "t.ir", "unit \"\0\"", 8, &error));
	assert_string_equal(error, "t.ir:1: a text holds no zero byte");
}

static void says_what_is_wrong_with_a_text(void **state) {
	static const char escapes[] = "t.ir:1: a text knows only the escapes \\\" \\\\ \\n and \\x01 to \\xff";
	check_error(*state, "unit \"a", "t.ir:1: the text does not end on its line");
	check_error(*state, "unit \"a\n\"", "t.ir:1: the text does not end on its line");
	check_error(*state, "unit \"a\\", escapes);
	check_error(*state, "unit \"a\\t\"", escapes);
	check_error(*state, "unit \"a\\x4\"", escapes);
	check_error(*state, "unit \"a\\x00\"", escapes);
	check_error(*state, "unit \"a\\\n\"", escapes);
}

static void says_what_is_wrong_with_a_location(void **state) {
	check_error(*state, "unit \"a\" loss \"x\" !0:1:1", "t.ir:1: no file line above has the number 0");
	check_error(*state, "unit \"a\" file 0 \"a\" loss \"x\" !0:1:1~1:1:1", "t.ir:1: no file line above has the number 1");
	check_error(*state, "unit \"a\" file 0 \"a\" loss \"x\" !0:1", "t.ir:1: ':' expected, not the end of the text");
	check_error(*state, "unit \"a\" file 0 \"a\" loss \"x\" !0:1:\n", "t.ir:2: a number expected, not the end of the text");
	check_error(*state, "unit \"a\" file 0 \"a\" loss \"x\" !0:1:4294967296", "t.ir:1: a number is larger than 4294967295");
}

#define IN_BLOCK(text) "unit \"a\"\nfield s:x int\nfunc @f($p ptr s) int {\nb0:\n" text "\nret 0\n}\n"

static void says_what_is_wrong_with_a_function(void **state) {
	check_error(*state, "unit \"a\" func @f int", "t.ir:1: '(' expected, not 'int'");
	check_error(*state, "unit \"a\" func @(", "t.ir:1: the name of a function expected, not '('");
	check_error(*state, "unit \"a\" func @f($a int,\n$a int)", "t.ir:2: the function has two variables 'a'");
	check_error(*state, "unit \"a\" func @f($a int $b int)", "t.ir:1: ')' expected, not '$b'");
	check_error(*state, "unit \"a\" func @f() { b0: ret }", "t.ir:1: a type expected, not '{'");
	check_error(*state, "unit \"a\" func @f() int inline { b0: ret }", "t.ir:1: '{' expected, not 'inline'");
	check_error(*state, "unit \"a\" func @f() int incomplete { b0: ret }",
	            "t.ir:1: a text in double quotes expected, not '{'");
	check_error(*state, "unit \"a\" func @f() int {\nb1: ret }", "t.ir:2: b1 stands where b0 is due");
	check_error(*state, "unit \"a\" func @f() int {\nret }", "t.ir:2: a block expected, not 'ret'");
	check_error(*state, "unit \"a\" func @f() int { b0: ret var $x int }", "t.ir:1: a block expected, not 'var'");
	check_error(*state, "unit \"a\" func @f() int { b0 ret }", "t.ir:1: ':' expected, not 'ret'");
	check_error(*state, "unit \"a\" func @f() int { b0: }", "t.ir:1: an operation or an exit expected, not '}'");
	check_error(*state, "unit \"a\" func @f() int { b0: ret 0", "t.ir:1: a block expected, not the end of the text");
}

static void says_what_is_wrong_with_an_instruction(void **state) {
	check_error(*state, IN_BLOCK("lode $p"), "t.ir:5: an operation or an exit expected, not 'lode'");
	check_error(*state, IN_BLOCK("%0 = ret 1"), "t.ir:5: an operation expected, not 'ret'");
	check_error(*state, IN_BLOCK("%0 load $p"), "t.ir:5: '=' expected, not 'load'");
	check_error(*state, IN_BLOCK("%x = load $p"), "t.ir:5: a number expected, not 'x'");
	check_error(*state, IN_BLOCK("%16777217 = load $p"), "t.ir:5: a number is larger than 16777216");
	check_error(*state, IN_BLOCK("%0 = load $q"), "t.ir:5: the function has no variable 'q'");
	check_error(*state, IN_BLOCK("%0 = load $"), "t.ir:6: the name of a variable expected, not 'ret'");
	check_error(*state, IN_BLOCK("%0 = load 7"), "t.ir:5: a place expected, not '7'");
	check_error(*state, IN_BLOCK("%0 = load *7"), "t.ir:5: '%' expected, not '7'");
	check_error(*state, IN_BLOCK("%0 = load $p.x"), "t.ir:6: ':' expected, not 'ret'");
	check_error(*state, IN_BLOCK("%0 = load $p.s:y"), "t.ir:5: no field line above has the field 's:y'");
	check_error(*state, IN_BLOCK("%0 = load $p[x]"), "t.ir:5: a number expected, not 'x'");
	check_error(*state, IN_BLOCK("%0 = load $p[1"), "t.ir:6: ']' expected, not 'ret'");
	check_error(*state, IN_BLOCK("store $p"), "t.ir:6: ',' expected, not 'ret'");
	check_error(*state, IN_BLOCK("store $p, $p"), "t.ir:5: a value expected, not '$p'");
	check_error(*state, IN_BLOCK("store $p, 9223372036854775808"), "t.ir:5: a number does not fit in 64 bits");
	check_error(*state, IN_BLOCK("store $p, -9223372036854775809"), "t.ir:5: a number does not fit in 64 bits");
	check_error(*state, IN_BLOCK("store $p, -x"), "t.ir:5: a number expected, not 'x'");
	check_error(*state, IN_BLOCK("blit $p $p"), "t.ir:5: ',' expected, not '$p'");
	check_error(*state, IN_BLOCK("%0 = and 1"), "t.ir:6: ',' expected, not 'ret'");
	check_error(*state, IN_BLOCK("%0 = container 1"), "t.ir:6: ',' expected, not 'ret'");
	check_error(*state, IN_BLOCK("call 7()"), "t.ir:5: @function, *%temporary or ? expected, not '7'");
	check_error(*state, IN_BLOCK("call %7()"), "t.ir:5: @function, *%temporary or ? expected, not '%'");
	check_error(*state, IN_BLOCK("call *@f()"), "t.ir:5: a temporary expected, not '@f'");
	check_error(*state, IN_BLOCK("call @f"), "t.ir:6: '(' expected, not 'ret'");
	check_error(*state, IN_BLOCK("call @f(1 2)"), "t.ir:5: ')' expected, not '2'");
	check_error(*state, IN_BLOCK("call @f(1, )"), "t.ir:5: a value expected, not ')'");
}

static void says_what_is_wrong_with_an_exit(void **state) {
	check_error(*state, IN_BLOCK("jump 1"), "t.ir:5: a block expected, not '1'");
	check_error(*state, IN_BLOCK("jump bx"), "t.ir:5: a block expected, not 'bx'");
	check_error(*state, IN_BLOCK("br ueq 1, 2, b0, b0"), "t.ir:5: a comparison expected, not 'ueq'");
	check_error(*state, IN_BLOCK("br eq 1, 2, b0"), "t.ir:6: ',' expected, not 'ret'");
	check_error(*state, IN_BLOCK("switch 1 [1: b0]"), "t.ir:5: ',' expected, not ']'");
	check_error(*state, IN_BLOCK("switch 1 [x: b0, else: b0]"), "t.ir:5: a number expected, not 'x'");
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

/* --- the verifier ----------------------------------------------------------------------------------- */

#define FUNC(text) "unit \"a\"\nfile 0 \"a\"\nfield s:x int\nfunc @f($p ptr s) int {\n" text "\n}\n"

static void rejects_what_passes_may_not_see(void **state) {
	check_rejected(*state, FUNC(""), "function 'f': there is no block");
	check_rejected(*state, FUNC("b0: jump b1"), "function 'f', exit of b0: there is no b1");
	check_rejected(*state, FUNC("b0: ret 0 b1: br eq 1, 2, b0, b7"), "function 'f', exit of b1: there is no b7");
	check_rejected(*state, FUNC("b0: any []"), "function 'f', exit of b0: an exit of this kind does not have 0 targets");
	check_rejected(*state, FUNC("b0: switch 1 [3..2: b0, else: b0]"),
	               "function 'f', exit of b0: a case ends before it begins");
	check_rejected(*state, FUNC("b0: ret %0"), "function 'f', exit of b0: %0 is read and never written");
	check_rejected(*state, FUNC("b0: br eq 1, %0, b0, b0"), "function 'f', exit of b0: %0 is read and never written");
	check_rejected(*state, FUNC("b0: switch %0 [else: b0]"), "function 'f', exit of b0: %0 is read and never written");
	check_rejected(*state, FUNC("b0: call @f(1, %2) ret 0"),
	               "function 'f', b0, instruction 0: %2 is read and never written");
	check_rejected(*state, FUNC("b0: call *%2() ret 0"), "function 'f', b0, instruction 0: %2 is read and never written");
	check_rejected(*state, FUNC("b0: store *%2, 0 ret 0"),
	               "function 'f', b0, instruction 0: %2 is read and never written");
	check_rejected(*state, FUNC("b0: blit $p, *%2 ret 0"),
	               "function 'f', b0, instruction 0: %2 is read and never written");
	check_rejected(*state, FUNC("b0: start $p load $p ret 0"), "function 'f', b0, instruction 1: load needs a result");
	check_rejected(*state, FUNC("b0: opaque() ret 0"), "function 'f', b0, instruction 0: opaque needs a result");
	check_rejected(*state, FUNC("b0: %0 = store $p, 1 ret 0"), "function 'f', b0, instruction 0: store has no result");
	check_rejected(*state, FUNC("b0: end $p.s:x ret 0"), "function 'f', b0, instruction 0: end is not of a whole variable");
	check_rejected(*state, FUNC("b0: start @g ret 0"), "function 'f', b0, instruction 0: start is not of a whole variable");
}

/* What the reader cannot make, and lowering could. */
static void rejects_what_no_text_says(void **state) {
	struct fixture *fixture = *state;
	struct ir_unit *unit = read_valid(fixture, FUNC("b0: %0 = load $p.s:x store $p, %0 call @f() ret 0"));
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
	CHECK(instrs[1].place.base, IR_BASE_GLOBAL, "function 'f', b0, instruction 1: a global has no name");
	CHECK(instrs[1].loc, ((struct ir_loc){.file = 9}),
	      "function 'f', b0, instruction 1: no file has the number 9");
	CHECK(instrs[2].callee.kind, IR_CONST, "function 'f', b0, instruction 2: a number or text is called");
	CHECK(instrs[2].callee.text, NULL, "function 'f', b0, instruction 2: a symbol or text has no name");
	CHECK(f->param_count, 2, "function 'f': there are fewer variables than parameters");
	CHECK(f->type.kind, IR_RECORD, "function 'f': the type rec names no record");
	CHECK(f->vars.items[0].type.kind, IR_INT, "function 'f': a type that is none of ptr, rec and arr names a record");
	CHECK(f->vars.items[0].name, NULL, "function 'f': a variable has no name");
	struct ir_field stranger = *unit->fields.items[0];
	CHECK(instrs[0].place.steps[0].field, &stranger,
	      "function 'f', b0, instruction 0: the field 's:x' is not of this unit");
	CHECK(instrs[0].place.steps[0].field, NULL,
	      "function 'f', b0, instruction 0: a field is missing or has no name");
#undef CHECK
}

/* --- units ------------------------------------------------------------------------------------------ */

static void a_unit_has_one_of_each_field_and_file(void **state) {
	struct fixture *fixture = *state;
	struct ir_unit *unit = ir_unit_new(fixture->arena, fixture->names);
	struct ir_type type = {.kind = IR_INT};
	char record[] = "conn";
	const struct ir_field *fd = ir_unit_field(unit, record, "fd", type);
	assert_ptr_equal(fd, ir_unit_field(unit, "conn", "fd", (struct ir_type){.kind = IR_PTR}));
	assert_int_equal(fd->type.kind, IR_INT);
	assert_ptr_not_equal(fd, ir_unit_field(unit, "conn", "next", type));
	assert_ptr_not_equal(fd, ir_unit_field(unit, "sock", "fd", type));
	assert_int_equal(unit->fields.n, 3);
	assert_ptr_equal(fd->record, intern(fixture->names, "conn"));
	assert_int_equal(ir_unit_file(unit, "a.c"), 0);
	assert_int_equal(ir_unit_file(unit, "b.h"), 1);
	assert_int_equal(ir_unit_file(unit, "a.c"), 0);
	assert_int_equal(unit->files.n, 2);
}

static void units_share_names(void **state) {
	static const char text[] = "unit \"a\" field s:x int";
	const struct ir_unit *one = read_valid(*state, text), *two = read_valid(*state, text);
	assert_ptr_equal(one->fields.items[0]->record, two->fields.items[0]->record);
	assert_ptr_not_equal(one->fields.items[0], two->fields.items[0]);
}

static void a_record_is_shown_without_its_file(void **state) {
	(void)state;
	assert_int_equal(ir_record_display_length("conn@src/conn.c"), 4);
	assert_int_equal(ir_record_display_length("conn::u"), 7);
	assert_string_equal(ir_op_name(IR_OP_container), "container");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(prints_the_unit_of_the_page),
		TEST(prints_every_operation),
		TEST(prints_every_exit),
		TEST(prints_every_type_and_flag),
		TEST(prints_a_record_named_like_a_word),
		TEST(prints_every_location),
		TEST(prints_every_place),
		TEST(prints_every_byte_of_a_text),
		TEST(blank_space_and_comments_mean_nothing),
		TEST(reads_what_it_says),
		TEST(says_what_is_wrong_with_a_unit),
		TEST(says_what_is_wrong_with_a_zero_byte),
		TEST(says_what_is_wrong_with_a_text),
		TEST(says_what_is_wrong_with_a_location),
		TEST(says_what_is_wrong_with_a_function),
		TEST(says_what_is_wrong_with_an_instruction),
		TEST(says_what_is_wrong_with_an_exit),
		TEST(every_cut_of_a_text_is_read_without_harm),
		TEST(rejects_what_passes_may_not_see),
		TEST(rejects_what_no_text_says),
		TEST(a_unit_has_one_of_each_field_and_file),
		TEST(units_share_names),
		TEST(a_record_is_shown_without_its_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
