/* What the reader of summaries and models says of what is wrong, and that nothing harms it. */
#include "summary_fixture.h"

static void refuses_what_is_no_line(void **state) {
	refuses(
		*state, "  a == 0 :",
		"t.model:1: a case stands behind no function (a function at the line's start expected)");
	refuses(
		*state, "\nnothing f\n  :",
		"t.model:3: a case stands behind no function (a function at the line's start expected)");
	refuses(*state, "f(a) : closes a\n  a == 0 :",
	        "t.model:2: 'f' has its one case on its own line already (a function expected)");
	refuses(*state, "(a)", "t.model:1: a function expected, not '('");
	refuses(*state, "f", "t.model:1: the line ends where '(' is expected");
	refuses(*state, "f(a", "t.model:1: the line ends where ')' is expected");
	refuses(*state, "f(a,)", "t.model:1: the name of a parameter expected, not ')'");
	refuses(*state, "f(..., a)", "t.model:1: ')' expected, not ','");
	refuses(*state, "f(a, a)", "t.model:1: two parameters of 'f' have the name 'a'");
	refuses(*state, "f(ret)",
	        "t.model:1: 'ret' is no parameter's name (\"ret\" in double quotes is)");
	refuses(*state, "f(\"\")", "t.model:1: a parameter's name is empty");
	refuses(*state, "f(a) x", "t.model:1: ':' or the end of the line expected, not 'x'");
	refuses(*state, "nothing", "t.model:1: the line ends where the name of a function is expected");
	refuses(*state, "nothing a, b", "t.model:1: the name of a function expected, not ','");
	refuses(*state, "\"f", "t.model:1: the text does not end on its line");
}

static void refuses_what_is_no_case(void **state) {
	refuses(*state, "f(a)\n  a == 0", "t.model:2: the line ends where ',' or ':' is expected");
	refuses(*state, "f(a)\n  a : closes a",
	        "t.model:2: a comparison (== != < <= > >=) expected, not ':'");
	refuses(*state,
	        "f(a)\n  a = 0 :", "t.model:2: a comparison (== != < <= > >=) expected, not '='");
	refuses(*state, "f(a)\n  a == :", "t.model:2: a place expected, not ':'");
	refuses(*state, "f(a)\n  a == 0, : closes a", "t.model:2: a place expected, not ':'");
	refuses(*state, "f(a)\n  a == 0 : closes a, a = 0",
	        "t.model:2: ';' or the end of the line expected, not ','");
	refuses(*state, "f(a)\n  a == 0 : closes a ;",
	        "t.model:2: the line ends where an effect is expected");
	refuses(*state,
	        "f(a)\n  a == 99999999999999999999 :", "t.model:2: a number does not fit in 64 bits");
	refuses(*state,
	        "f(a)\n  a == 1..9 :", "t.model:2: numbers from one to another stand behind '!=' only");
	refuses(*state, "f(a)\n  a != 9..9 :", "t.model:2: the second number is not above the first");
	refuses(*state, "f(a)\n  a != 9.. :", "t.model:2: a number expected, not ':'");
	refuses(*state, "f(a)\n  a == \x01 :", "t.model:2: a place expected, not the byte 0x01");
}

static void refuses_what_is_no_place(void **state) {
	refuses(*state, "f(a) : closes b",
	        "t.model:1: 'b' is no parameter of 'f' (a global is written @b)");
	refuses(*state, "f(a) : closes a->",
	        "t.model:1: the line ends where the name of a field is expected");
	refuses(*state, "f(a) : closes a[x]",
	        "t.model:1: 'x' is no parameter of 'f' (a global is written @x)");
	refuses(*state, "f(a) : closes a[1", "t.model:1: the line ends where ']' is expected");
	refuses(*state, "f(a) : closes (a", "t.model:1: the line ends where ')' is expected");
	refuses(*state, "f(a) : closes @",
	        "t.model:1: the line ends where the name of a global is expected");
	refuses(*state, "f(a) : closes new99999", "t.model:1: a number is larger than 65535");
	refuses(*state, "f(a) : closes", "t.model:1: the line ends where a place is expected");
	refuses(*state, "f(a) : closes \"b\"",
	        "t.model:1: 'b' is no parameter of 'f' (a global is written @b)");
	const char *stars = "************************************************************************";
	refuses(*state, arena_printf(*state, "f(a) : closes %sa", stars),
	        "t.model:1: a place is nested more than 32 deep");
	struct buf text = BUF_IN(*state);
	buf_add(&text, "f(a) : closes a");
	for (int i = 0; i < 40; i++) buf_add(&text, "->x");
	refuses(*state, buf_text(&text), "t.model:1: a place has more than 64 steps");
}

static void refuses_what_is_no_value(void **state) {
	refuses(*state, "f(a) : a = ", "t.model:1: the line ends where a place is expected");
	refuses(*state, "f(a) : a = a & a", "t.model:1: a number expected, not 'a'");
	refuses(*state, "f(a) : a = a - -1", "t.model:1: a number without a sign expected, not '-1'");
	refuses(*state, "f(a) : a = &", "t.model:1: the line ends where a place is expected");
	refuses(*state, "f(a) : a = &3", "t.model:1: a place expected, not '3'");
	refuses(*state, "f(a) : a = -x", "t.model:1: a number expected, not 'x'");
	refuses(*state, "f(a) : a == 3", "t.model:1: '=' expected, not '=='");
}

static void refuses_what_is_no_range(void **state) {
	refuses(*state, "f(a) : *a = 9..1", "t.model:1: the second number is not above the first");
	refuses(*state, "f(a) : *a = 1..3|2..",
	        "t.model:1: the parts of a range are in order and do not touch");
	refuses(*state, "f(a) : *a = 1..3|4..",
	        "t.model:1: the parts of a range are in order and do not touch");
	refuses(*state, "f(a) : *a = 1|",
	        "t.model:1: the line ends where a number or '..' is expected");
}

static void refuses_what_is_no_effect(void **state) {
	refuses(*state, "f(a) : opened a", "t.model:1: 'opened' is no verb");
	refuses(*state, "f(a) : a", "t.model:1: the line ends where '=' is expected");
	refuses(*state, "f(a) : allocs a emptied", "t.model:1: one of: zeroed expected, not 'emptied'");
	refuses(*state, "f(a) : opens a tty",
	        "t.model:1: one of: socket pipe file event expected, not 'tty'");
	refuses(
		*state, "f(a) : waits a",
		"t.model:1: the line ends where one of: read accept answer write connect poll look child lock locks is expected");
	refuses(
		*state, "f(a) : waits a long",
		"t.model:1: one of: read accept answer write connect poll look child lock locks expected, not 'long'");
	refuses(*state, "f(a) : drops a", "t.model:1: the line ends where a word is expected");
	refuses(*state, "f(a) : exits loudly", "t.model:1: one of: flushing expected, not 'loudly'");
	refuses(*state, "f(a) : execs a", "t.model:1: ';' or the end of the line expected, not 'a'");
	refuses(*state, "f(a) : owns a", "t.model:1: the line ends where '->' is expected");
	refuses(*state, "f(a) : owns a -> a if", "t.model:1: the line ends where a place is expected");
	refuses(*state, "f(a) : borrows a -> a if a",
	        "t.model:1: ';' or the end of the line expected, not 'if'");
	refuses(*state, "f(a) : dups a a", "t.model:1: 'from' expected, not 'a'");
	refuses(*state, "f(a) : copies a", "t.model:1: the line ends where 'from' is expected");
	refuses(*state, "f(a) : pairs a", "t.model:1: the line ends where a place is expected");
	refuses(*state, "f(a) : shuts a",
	        "t.model:1: the line ends where rd, wr, rdwr or a value is expected");
	refuses(*state, "f(a) : calls a", "t.model:1: the line ends where '(' is expected");
	refuses(*state, "f(a) : calls a(a", "t.model:1: the line ends where ')' is expected");
	refuses(*state, "f(a) : calls a(a) as a",
	        "t.model:1: ';' or the end of the line expected, not 'as'");
	refuses(*state, "f(a) : starts a(a)",
	        "t.model:1: the line ends where 'as' and the thread's handle is expected");
	refuses(*state, "f(a) : starts a(a) as", "t.model:1: the line ends where a place is expected");
}

static void refuses_endless_lists(void **state) {
	struct buf params = BUF_IN(*state), args = BUF_IN(*state);
	for (int i = 0; i < 300; i++) buf_printf(&params, "%sp%d", i ? ", " : "", i);
	for (int i = 0; i < 300; i++) buf_printf(&args, "%s%d", i ? ", " : "", i);
	refuses(*state, arena_printf(*state, "f(%s) :", buf_text(&params)),
	        "t.model:1: a function has more than 256 parameters");
	refuses(*state, arena_printf(*state, "f(a) : calls a(%s)", buf_text(&args)),
	        "t.model:1: a call has more than 256 arguments");
}

/* Every prefix of a text, and the text with any byte changed, is read without harm; what is accepted is
 * printed and read again. */
static void survives_any_bytes(void **state) {
	static const char text[] =
		"f@a.c(a, \"ret\", ...)\n  a->r:x & 4 != 0, ret == -1 : owns a -> *a[1] if \"ret\" ; a = &@g\n"
		"  : starts a(?, 3) as (*a)->y ; shuts a rd # x\nnothing g \"h\\x07\"\n";
	for (size_t i = 0; i < sizeof text; i++) {
		for (int c = 0; c < 256; c += 3) {
			struct arena *a = arena_new("mutant");
			char *mutant = arena_copy(a, text, sizeof text - 1);
			mutant[i] = (char)c;
			struct models *models = models_new(a, intern_new(a));
			models_read(models, "t.model", mutant, c == 0 ? i : sizeof text - 1);
			const char *once = printed(a, models);
			assert_string_equal(printed(a, read_models(a, once)), once);
			arena_free(a);
		}
	}
	(void)state;
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(refuses_what_is_no_line),  TEST(refuses_what_is_no_case),
		TEST(refuses_what_is_no_place), TEST(refuses_what_is_no_value),
		TEST(refuses_what_is_no_range), TEST(refuses_what_is_no_effect),
		TEST(refuses_endless_lists),    TEST(survives_any_bytes),
	};
#undef TEST
	return cmocka_run_group_tests(tests, NULL, NULL);
}
