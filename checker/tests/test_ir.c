/* The text form of the IR: reading and printing. */
#include "ir_fixture.h"

/* --- round trips ------------------------------------------------------------------------------ */

static void prints_the_unit_of_the_page(void **state) {
	check_round_trip(*state, "unit \"src/conn.c\"\n"
	                         "file 0 \"src/conn.c\"\n"
	                         "file 1 \"/usr/include/stdio.h\"\n"
	                         "loss \"'zlib.h' file not found\" !0:3:10\n"
	                         "field conn:fd int at 0+32\n"
	                         "field conn:next ptr conn at 64+64\n"
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
	check_round_trip(*state,
	                 "unit \"a.c\"\n"
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
	check_round_trip(*state,
	                 "unit \"a.c\"\n"
	                 "field \"conn::u\":fd int\n"
	                 "field \"conn::u\":in rec at first at 0+32\n"
	                 "field \"conn::u\":out ptr \"at\" at 4294967294+1\n"
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
	check_prints(
		*state,
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
	check_prints(
		*state,
		"# head # \"\nunit\t\"a.c\"#\r\n field s : x int \n field t:y ptr\nfunc @f ( $p ptr s,$q\nint ) void {var $x ptr\nb0 :\n"
		"%0=load $p .s:x [ 4 ] [ ]\nstore $x,%0 call @f ( %0 , -1 )\nswitch %0[1..2:b0,else:b0]}#end",
		"unit \"a.c\"\nfield s:x int\nfield t:y ptr\nfunc @f($p ptr s, $q int) void {\n  var $x ptr\n  b0:\n"
		"    %0 = load $p.s:x[4][]\n    store $x, %0\n    call @f(%0, -1)\n    switch %0 [1..2: b0, else: b0]\n}\n");
}

static void reads_what_it_says(void **state) {
	const struct ir_unit *unit =
		read_valid(*state, "unit \"dir/a.c\" file 0 \"a.c\" field s:fd int\n"
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

/* --- units ------------------------------------------------------------------------------------ */

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
		TEST(a_unit_has_one_of_each_field_and_file),
		TEST(units_share_names),
		TEST(a_record_is_shown_without_its_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
