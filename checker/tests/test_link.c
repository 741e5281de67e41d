/* The link: names of several units, and summaries across them. */
#include "flow_fixture.h"

#include "link/facts.h"

/* --- names ------------------------------------------------------------------------------------ */

static void static_names_belong_to_their_file(void **state) {
	struct program *p = new_program(*state);
	add_file(
		p, "a.c",
		"func @stop($fd int) void static !0:3:1 {\n  b0:\n    %0 = load $fd\n    call @close(%0)\n    ret\n}\n"
		"func @a_stop($fd int) void {\n  b0:\n    %0 = load $fd\n    call @stop(%0)\n    ret\n}\n");
	add_file(
		p, "b.c",
		"func @stop($fd int) void static !0:3:1 {\n  b0:\n    ret\n}\n"
		"func @b_stop($fd int) void {\n  b0:\n    %0 = load $fd\n    call @stop(%0)\n    ret\n}\n");
	join_and_link(p);
	has_summary(p, "a_stop", "a_stop(fd) : closes fd\n");
	has_summary(p, "b_stop", "b_stop(fd) :\n");
	assert_null(program_find(p, intern(p->names, "stop")));
	assert_string_equal(program_display_name(p->arena, function_of(p, "stop@b.c")->f->name),
	                    "stop");
}

static void a_call_reaches_the_other_unit(void **state) {
	struct program *p = new_program(*state);
	add_file(
		p, "a.c",
		"func @use() void {\n  b0:\n    %0 = call @socket(2, 1, 0) !0:4:1\n    call @stop(%0)\n    ret\n}\n");
	add_file(
		p, "b.c",
		"func @stop($fd int) void {\n  b0:\n    %0 = load $fd\n    call @close(%0)\n    ret\n}\n");
	join_and_link(p);
	assert_int_equal(losses_of(p, "use"), 0);
	assert_int_equal(result_of(p, "use")->blind_spots.n, 0);
}

static void fields_of_two_units_are_one(void **state) {
	struct program *p = new_program(*state);
	add_file(
		p, "a.c",
		"field conn:flags int\nfield conn:fd int\n"
		"func @open_it($c ptr conn) void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    %1 = load $c\n"
		"    store *%1.conn:fd, %0\n    ret\n}\n");
	add_file(
		p, "b.c",
		"field conn:fd int\n"
		"func @stop($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:fd\n    call @close(%1)\n"
		"    ret\n}\n");
	join_and_link(p);
	const struct ir_field *fd = field_of(p, "conn", "fd");
	assert_true(facts_field_holds_socket(p->facts, fd));
	assert_true(facts_field_is_closed(p->facts, fd));
	assert_ptr_equal(
		p->units.items[0]->functions.items[0].blocks.items[0].instrs.items[2].place.steps[0].field,
		fd);
	assert_ptr_equal(
		p->units.items[1]->functions.items[0].blocks.items[0].instrs.items[1].place.steps[0].field,
		fd);
}

/* Two programs, or one that is configured in two ways: a record of theirs has one name and two forms. */
static void units_that_disagree_say_not_where_members_lie(void **state) {
	struct program *p = new_program(*state);
	add_file(
		p, "a.c",
		"field conn:fd int at 0+32\nfield conn:port int at 32+16\nfield sock:fd int at 0+32\n");
	add_file(
		p, "b.c",
		"field conn:fd int at 64+32\nfield conn:flags int at 32+32\nfield sock:fd int\nfield sock:up int at 32+8\n");
	join_and_link(p);
	assert_int_equal(field_of(p, "conn", "fd")->bits, 0);
	assert_int_equal(field_of(p, "conn", "port")->bits, 0);
	assert_int_equal(field_of(p, "conn", "flags")->bits, 0);
	assert_int_equal(field_of(p, "sock", "fd")->bits, 32);
	assert_int_equal(field_of(p, "sock", "up")->bit, 32);
}

/* A unit with a function that opens a socket in the record of that header. */
static void add_opener(struct program *p, const char *source, const char *header,
                       const char *name) {
	add_file(p, source,
	         arena_printf(p->arena,
	                      "record conn \"%s\"\nfield conn:fd int\n"
	                      "func @%s($c ptr conn) void {\n  b0:\n    %%0 = call @socket(2, 1, 0)\n"
	                      "    %%1 = load $c\n    store *%%1.conn:fd, %%0\n    ret\n}\n",
	                      header, name));
}

/* Two programs of a build: a close function of the one says nothing of the other's record. */
static void a_record_belongs_to_its_header(void **state) {
	static const char STOPS[] =
		"field conn:fd int\n"
		"func @stop($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:fd\n    call @close(%1)\n"
		"    ret\n}\n";
	struct program *p = new_program(*state);
	add_opener(p, "one/open.c", "one/one.h", "open_one");
	add_opener(p, "two/open.c", "two/two.h", "open_two");
	add_opener(p, "inst/open.c", "inst/two.h", "open_copy");
	add_file(p, "two/stop.c", STOPS);
	join_and_link(p);
	const struct ir_field *one = field_of(p, "conn", "fd");
	const struct ir_field *two = field_of(p, "conn@two/two.h", "fd");
	assert_true(facts_field_holds_socket(p->facts, one));
	assert_true(facts_field_holds_socket(p->facts, two));
	assert_false(facts_field_is_closed(p->facts, one));
	assert_true(facts_field_is_closed(p->facts, two));
	has_summary(p, "open_copy",
	            "open_copy(c)\n"
	            "  c != 0 : opens new0 socket ; drops c->conn@two/two.h:fd overwritten ; "
	            "c->conn@two/two.h:fd = new0\n"
	            "  c != 0 : drops c->conn@two/two.h:fd overwritten ; c->conn@two/two.h:fd = -1\n");
}

/* An inline function of a header stands in many units. */
static void one_definition_in_two_units_counts_once(void **state) {
	struct program *p = new_program(*state);
	const char *lines = "file 1 \"conn.h\"\nfunc @stop($fd int) void !1:7:1 {\n  b0:\n    ret\n}\n"
						"func @quiet($fd int) void static !1:9:1 {\n  b0:\n    ret\n}\n";
	add_file(p, "a.c", lines);
	add_file(p, "b.c", lines);
	join_and_link(p);
	assert_int_equal(p->functions.n, 2);
	assert_non_null(program_find(p, intern(p->names, "quiet@conn.h")));
}

/* Two programs in one build: two functions named main. */
static void another_definition_gets_its_files_name(void **state) {
	struct program *p = new_program(*state);
	add_file(
		p, "a.c",
		"func @run() void !0:1:1 {\n  b0:\n    call @helper()\n    ret\n}\nfunc @helper()" VOID_BODY);
	add_file(p, "b.c",
	         "func @run() void !0:1:1 {\n  b0:\n    call @helper()\n    ret\n}\n"
	         "func @helper() void !0:9:1 {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    ret\n}\n");
	join_and_link(p);
	assert_int_equal(p->functions.n, 4);
	assert_string_equal(callees_text(p, "run"), "helper");
	assert_string_equal(callees_text(p, "run@b.c"), "helper@b.c");
}

#define STOP(body)                                                                                 \
	"func @stop($fd int) void !0:1:1 {\n  b0:\n    %0 = load $fd\n" body "    ret\n}\n"
#define CLOSE "    call @close(%0)\n"

/* A file that is compiled for two programs, with an #ifdef in its stop(): each program has its own. What calls it is
 * the same text in both, and has two meanings. */
static void each_program_means_its_own(void **state) {
	struct program *p = new_program(*state);
	const char *caller =
		"func @leave($fd int) void !0:9:1 {\n  b0:\n    %0 = load $fd\n    call @stop(%0)\n    ret\n}\n";
	add_object(p, "conn.c", "/b/client.dir/conn.o",
	           arena_printf(p->arena, "%s%s", STOP(""), caller));
	add_object(p, "conn.c", "/b/server.dir/conn.o",
	           arena_printf(p->arena, "%s%s", STOP(CLOSE), caller));
	add_object(
		p, "main.c", "/b/server.dir/main.o",
		"func @run($fd int) void !0:1:1 {\n  b0:\n    %0 = load $fd\n    call @leave(%0)\n    ret\n}\n");
	add_object(
		p, "use.c", "/b/client.dir/use.o",
		"func @use($fd int) void !0:1:1 {\n  b0:\n    %0 = load $fd\n    call @leave(%0)\n    ret\n}\n");
	join_and_link(p);
	assert_int_equal(p->functions.n, 6);
	has_summary(p, "run", "run(fd) : closes fd\n");
	has_summary(p, "use", "use(fd) :\n");
	assert_string_equal(callees_text(p, "run"), "leave@conn.c");
	assert_string_equal(callees_text(p, "leave@conn.c"), "stop@conn.c");
}

/* The plugin is no part of the tool with a main of its own, whose name begins with the same letter. */
static void what_stands_beside_a_main_is_its_own(void **state) {
	struct program *p = new_program(*state);
	add_object(p, "plugtool.c", "/b/plugtool.o",
	           STOP("") "func @main() int !0:5:1 {\n  b0:\n    call @stop(5)\n    ret 0\n}\n");
	add_object(p, "discovery.c", "/b/discovery.o", STOP(CLOSE));
	add_object(
		p, "plugin.c", "/b/plugin.o",
		"func @run($fd int) void !0:1:1 {\n  b0:\n    %0 = load $fd\n    call @stop(%0)\n    ret\n}\n");
	join_and_link(p);
	has_summary(p, "run", "run(fd) : closes fd\n");
}

/* The same for two programs that need no different code: each function counts once. */
static void what_is_compiled_twice_counts_once(void **state) {
	struct program *p = new_program(*state);
	add_object(p, "conn.c", "/b/a-conn.o", STOP(CLOSE));
	add_object(p, "conn.c", "/b/b-conn.o", STOP(CLOSE));
	join_and_link(p);
	assert_int_equal(p->functions.n, 1);
}

#define DROP "() void {\n  b0:\n    call @close(-1)\n    store @fd, -1\n    ret\n}\n"

/* Each of the two files has its own @fd: what one forgets is not what the other holds. */
static void static_globals_belong_to_their_file(void **state) {
	struct program *p = new_program(*state);
	add_file(
		p, "a.c",
		"global @fd static int !0:1:1\n"
		"func @set() void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    store @fd, %0\n    ret\n}\n"
		"func @drop_own" DROP
		"func @a() void {\n  b0:\n    call @set()\n    call @drop_own()\n    ret\n}\n");
	add_file(p, "b.c",
	         "global @fd int !0:1:1\n"
	         "func @drop_other" DROP
	         "func @b() void {\n  b0:\n    call @set()\n    call @drop_other()\n    ret\n}\n");
	join_and_link(p);
	assert_int_equal(losses_of(p, "a"), 1);
	assert_int_equal(losses_of(p, "b"), 0);
}

/* Closes fd if @limit is 7. */
#define LIMITED                                                                                    \
	"func @f($fd int) void {\n  b0:\n    %0 = load @limit\n    br eq %0, 7, b1, b2\n  b1:\n"       \
	"    %1 = load $fd\n    call @close(%1)\n    ret\n  b2:\n    ret\n}\n"

/* The definition counts, wherever a declaration came before it. */
static void a_definition_replaces_a_declaration(void **state) {
	struct program *p = new_program(*state);
	add_file(p, "a.c", "global @limit extern const int\n" LIMITED);
	add_file(p, "b.c", "global @limit const int {\n  = 7\n}\n");
	join_and_link(p);
	assert_true(program_global(p, intern(p->names, "limit"))->is_defined);
	has_summary(p, "f", "f(fd) : closes fd\n");
}

static void a_constant_of_elsewhere_is_unknown(void **state) {
	struct program *p = link_file(*state, "global @limit extern const int\n" LIMITED);
	has_summary(p, "f", "f(fd)\n  @limit != 7 :\n  @limit == 7 : closes fd\n");
}

/* --- summaries -------------------------------------------------------------------------------- */

static void a_recursion_that_ends_is_finished(void **state) {
	struct program *p = link_file(
		*state,
		"func @f($n int, $fd int) void {\n  b0:\n    %0 = load $n\n    br le %0, 0, b1, b2\n  b1:\n"
		"    %1 = load $fd\n    call @close(%1)\n    ret\n  b2:\n    %2 = load $fd\n    %3 = call @rand()\n"
		"    call @f(%3, %2)\n    ret\n}\n");
	has_summary(p, "f", "f(n, fd)\n  n >= 1 : closes fd\n  n <= 0 : closes fd\n");
	assert_int_equal(p->unfinished_recursions, 0);
}

/* Whether the log opens its file again is for the log to look at twice, and not for all that write to it. */
static void what_a_callee_does_to_globals_is_no_decision(void **state) {
	struct program *p = link_file(
		*state,
		"global @log_fd int\n"
		"func @log() void {\n  b0:\n    %0 = load @log_fd\n    br lt %0, 0, b1, b2\n"
		"  b1:\n    %1 = call @socket(2, 1, 0)\n    store @log_fd, %1\n    jump b2\n  b2:\n    ret\n}\n"
		"func @work($n int) int {\n  b0:\n    call @log()\n    %0 = load $n\n    ret %0\n}\n");
	assert_int_equal(p->walks, 3);
}

static void what_never_returns_has_no_case(void **state) {
	struct program *p = link_file(
		*state,
		"func @die() void noreturn {\n  b0:\n    call @exit(1)\n    unreachable\n}\n"
		"func @f() void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    call @die()\n    ret\n}\n");
	assert_int_equal(result_of(p, "die")->summary->cases.n, 0);
	assert_int_equal(result_of(p, "f")->summary->cases.n, 0);
}

/* libclang lost a part of it: it is called as if it had no body. */
static void an_incomplete_function_is_not_trusted(void **state) {
	struct program *p = link_file(
		*state,
		"func @half($fd int) void incomplete \"why\" {\n  b0:\n    ret\n}\n"
		"func @f() void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    call @half(%0)\n    ret\n}\n");
	assert_int_equal(losses_of(p, "f"), 0);
	assert_int_equal(result_of(p, "f")->blind_spots.n, 1);
}

/* A body wins over the model of the same name. */
static void the_programs_own_function_counts(void **state) {
	struct program *p = link_file(
		*state,
		"func @close($fd int)" VOID_BODY
		"func @f() void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    call @close(%0)\n    ret\n}\n");
	assert_int_equal(losses_of(p, "f"), 1);
}

static const char *whole_program(struct arena *a, const char *const *files,
                                 const char *const *texts, int n) {
	struct program *p = new_program(a);
	for (int i = 0; i < n; i++) add_file(p, files[i], texts[i]);
	join_and_link(p);
	struct buf out = BUF_IN(a);
	for (size_t i = 0; i < p->functions.n; i++)
		summary_print(&out, p->functions.items[i].result->summary);
	return buf_text(&out);
}

/* The same input gives the same text. */
static void linking_is_deterministic(void **state) {
	static const char *const files[] = {"a.c", "b.c"};
	static const char *const texts[] = {
		"field conn:fd int\nfield conn:close ptr\n"
		"func @stop($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:fd\n    call @close(%1)\n    ret\n}\n",
		"field conn:close ptr\nfield conn:fd int\n"
		"func @none($c ptr conn)" VOID_BODY
		"func @set($c ptr conn, $n int) void {\n  b0:\n    %0 = load $c\n    %1 = load $n\n    br eq %1, 0, b1, b2\n"
		"  b1:\n    store *%0.conn:close, @stop\n    ret\n  b2:\n    store *%0.conn:close, @none\n    ret\n}\n"
		"func @run($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:close\n    call *%1(%0)\n    ret\n}\n"};
	const char *once = whole_program(*state, files, texts, 2);
	struct arena *other = arena_new("other");
	assert_string_equal(whole_program(other, files, texts, 2), once);
	arena_free(other);
}

/* --- what other files see --------------------------------------------------------------------- */

static const char LOGGER[] =
	"global @sock static int !0:1:1\n"
	"func @say($fd int) int {\n  b0:\n    %0 = load @sock\n    br ge %0, 0, b1, b2\n"
	"  b1:\n    call @close(%0)\n    jump b2\n"
	"  b2:\n    %1 = call @socket(2, 1, 0)\n    store @sock, %1\n    %2 = load $fd\n    ret %2\n}\n";

static void a_files_own_globals_stay_in_it(void **state) {
	struct program *p = new_program(*state);
	add_file(p, "a.c", LOGGER);
	add_file(
		p, "b.c",
		"func @use($fd int) int {\n  b0:\n    %0 = load $fd\n    %1 = call @say(%0)\n    ret %1\n}\n");
	join_and_link(p);
	has_summary(p, "use", "use(fd) : ret = fd\n");
	assert_true(function_of(p, "say")->outside != result_of(p, "say")->summary);
}

static void what_such_a_global_keeps_escapes(void **state) {
	struct program *p = new_program(*state);
	add_file(
		p, "a.c",
		"global @kept static int !0:1:1\n"
		"func @keep($fd int) void {\n  b0:\n    %0 = load $fd\n    store @kept, %0\n    ret\n}\n");
	add_file(
		p, "b.c",
		"func @use() void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    call @keep(%0)\n    ret\n}\n");
	join_and_link(p);
	assert_int_equal(losses_of(p, "use"), 0);
	assert_int_equal(result_of(p, "use")->blind_spots.n, 0);
}

#define KEEPS_A_SOCKET                                                                             \
	"  var $fd int\n  b0:\n    start $fd\n    %0 = call @socket(2, 1, 0)\n    store $fd, %0\n    ret 0 !0:9:1\n}\n"

/* The end of each main is the end of its process. */
static void every_program_has_a_main(void **state) {
	struct program *p = new_program(*state);
	const char *lines = "func @main() int !0:1:1 {\n" KEEPS_A_SOCKET
						"func @main_loop() int static !0:5:1 {\n" KEEPS_A_SOCKET;
	add_file(p, "a.c", lines);
	add_file(p, "b.c", lines);
	join_and_link(p);
	assert_int_equal(losses_of(p, "main"), 0);
	assert_int_equal(losses_of(p, "main@b.c"), 0);
	assert_int_equal(losses_of(p, "main_loop@b.c"), 1);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(static_names_belong_to_their_file),
		TEST(a_call_reaches_the_other_unit),
		TEST(fields_of_two_units_are_one),
		TEST(units_that_disagree_say_not_where_members_lie),
		TEST(a_record_belongs_to_its_header),
		TEST(one_definition_in_two_units_counts_once),
		TEST(another_definition_gets_its_files_name),
		TEST(each_program_means_its_own),
		TEST(what_stands_beside_a_main_is_its_own),
		TEST(what_is_compiled_twice_counts_once),
		TEST(static_globals_belong_to_their_file),
		TEST(a_definition_replaces_a_declaration),
		TEST(a_constant_of_elsewhere_is_unknown),
		TEST(a_recursion_that_ends_is_finished),
		TEST(what_a_callee_does_to_globals_is_no_decision),
		TEST(what_never_returns_has_no_case),
		TEST(an_incomplete_function_is_not_trusted),
		TEST(the_programs_own_function_counts),
		TEST(linking_is_deterministic),
		TEST(a_files_own_globals_stay_in_it),
		TEST(what_such_a_global_keeps_escapes),
		TEST(every_program_has_a_main),
	};
	return cmocka_run_group_tests_name("link", tests, NULL, NULL);
}
