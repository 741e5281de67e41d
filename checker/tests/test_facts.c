/* What the link knows of the whole program: what fields may hold, and who calls whom. */
#include "flow_fixture.h"

#include "link/callgraph.h"
#include "link/facts.h"

/* The atoms as text: "1 7 @f socket ?". */
static const char *atoms_text(struct arena *a, struct atom_list atoms) {
	struct buf out = BUF_IN(a);
	for (size_t i = 0; i < atoms.n; i++) {
		const struct atom *atom = atoms.items[i];
		if (i) buf_add_char(&out, ' ');
		switch (atom->kind) {
		case ATOM_UNKNOWN: buf_add_char(&out, '?'); break;
		case ATOM_CONST: buf_printf(&out, "%lld", (long long)atom->number); break;
		case ATOM_FUNCTION: buf_printf(&out, "@%s", atom->text); break;
		case ATOM_ADDRESS: buf_add(&out, "&"); break;
		case ATOM_OBJECT: buf_add(&out, "object"); break;
		case ATOM_OPENED: buf_add(&out, atom->text); break;
		}
	}
	return buf_text(&out);
}

static void field_holds(struct program *p, const char *record, const char *name,
                        const char *wanted) {
	assert_string_equal(atoms_text(p->arena, facts_of_field(p->facts, field_of(p, record, name))),
	                    wanted);
}

static bool may_hold(struct program *p, const char *record, const char *name, int64_t number) {
	struct atom_list atoms = facts_of_field(p->facts, field_of(p, record, name));
	for (size_t i = 0; i < atoms.n; i++)
		if (atoms.items[i]->kind == ATOM_CONST && atoms.items[i]->number == number) return true;
	return false;
}

/* --- facts ------------------------------------------------------------------------------------ */

static void a_field_holds_what_is_stored(void **state) {
	struct program *p = link_file(
		*state, "field conn:mode int\nfield conn:fd int\n"
				"func @f($c ptr conn) void {\n  b0:\n    %0 = load $c\n"
				"    store *%0.conn:mode, 1 !0:5:1\n    store *%0.conn:mode, 4 !0:6:1\n"
				"    %1 = call @socket(2, 1, 0) !0:7:1\n    store *%0.conn:fd, %1\n    ret\n}\n");
	field_holds(p, "conn", "mode", "1 4");
	struct field_stores stores = facts_stores(p->facts, field_of(p, "conn", "mode"));
	assert_int_equal(stores.n, 2);
	assert_int_equal(stores.items[1].instr->loc.line, 6);
	assert_string_equal(stores.items[0].in->f->name, "f");
	assert_true(facts_field_holds_socket(p->facts, field_of(p, "conn", "fd")));
	assert_false(facts_field_holds_socket(p->facts, field_of(p, "conn", "mode")));
}

static void a_parameter_holds_what_callers_pass(void **state) {
	struct program *p = link_file(
		*state,
		"field conn:own int\n"
		"func @init($c ptr conn, $own int) void {\n  b0:\n    %0 = load $c\n    %1 = load $own\n"
		"    store *%0.conn:own, %1\n    ret\n}\n"
		"func @a($c ptr conn) void {\n  b0:\n    %0 = load $c\n    call @init(%0, 0)\n    ret\n}\n"
		"func @b($c ptr conn) void {\n  b0:\n    %0 = load $c\n    call @init(%0, 8)\n    ret\n}\n");
	assert_int_equal(facts_of_field(p->facts, field_of(p, "conn", "own")).n, 2);
	assert_true(may_hold(p, "conn", "own", 0) && may_hold(p, "conn", "own", 8));
}

/* Nobody calls it: it may be called from anywhere with anything. */
static void a_roots_parameter_is_unknown(void **state) {
	struct program *p =
		link_file(*state, "field conn:own int\n"
	                      "func @init($c ptr conn, $own int) void {\n  b0:\n    %0 = load $c\n"
	                      "    %1 = load $own\n    store *%0.conn:own, %1\n    ret\n}\n");
	field_holds(p, "conn", "own", "?");
}

static void an_initialiser_is_a_store(void **state) {
	struct program *p = link_file(
		*state, "field ops:close ptr\nfield ops:flags int\n"
				"global @table const rec ops {\n  .ops:close = @stop\n  .ops:flags = 3\n}\n"
				"func @stop()" VOID_BODY);
	field_holds(p, "ops", "close", "@stop");
	field_holds(p, "ops", "flags", "3");
}

static void functions_lie_side_by_side_in_tables(void **state) {
	struct program *p =
		link_file(*state, "field ops:open ptr\nfield ops:close ptr\n"
	                      "global @a rec ops {\n  .ops:open = @open_a\n  .ops:close = @close_a\n}\n"
	                      "global @b rec ops {\n  .ops:open = @open_b\n  .ops:close = @close_b\n}\n"
	                      "func @open_a()" VOID_BODY "func @close_a()" VOID_BODY
	                      "func @open_b()" VOID_BODY "func @close_b()" VOID_BODY);
	const struct ir_field *open = field_of(p, "ops", "open"), *close = field_of(p, "ops", "close");
	const char *open_a = intern(p->names, "open_a"), *close_a = intern(p->names, "close_a");
	const char *close_b = intern(p->names, "close_b");
	assert_true(facts_share_table(p->facts, open, open_a, close, close_a));
	assert_false(facts_share_table(p->facts, open, open_a, close, close_b));
	/* What is in no table got there by another way. */
	assert_true(facts_share_table(p->facts, open, close_b, close, close_a));
}

static void a_global_is_copied_over(void **state) {
	struct program *p = link_file(
		*state,
		"field ops:close ptr\n"
		"global @now rec ops {\n  .ops:close = @stop\n}\n"
		"global @late rec ops {\n  .ops:close = @stop\n}\n"
		"global @tcp rec ops {\n  .ops:close = @stop\n}\n"
		"func @stop()" VOID_BODY
		"func @f() void {\n  b0:\n    blit @now, @tcp\n    call @memcpy(@late, 8, 8)\n    ret\n}\n");
	assert_true(facts_is_copied_over(p->facts, intern(p->names, "now")));
	assert_true(facts_is_copied_over(p->facts, intern(p->names, "late")));
	assert_false(facts_is_copied_over(p->facts, intern(p->names, "tcp")));
}

/* Only what is stored where objects are made says of what kind they are; what others set is a state. */
static void a_kind_is_what_objects_are_made_with(void **state) {
	struct program *p = link_file(
		*state, "field conn:type int\nfield conn:state int\n"
				"func @a() ptr conn {\n  var $c ptr conn\n  b0:\n    %0 = call @malloc(8)\n"
				"    store $c, %0\n    %1 = load $c\n    store *%1.conn:type, 1\n"
				"    store *%1.conn:state, 1\n    ret %1\n}\n"
				"func @b() ptr conn {\n  var $c ptr conn\n  b0:\n    %0 = call @malloc(8)\n"
				"    store $c, %0\n    %1 = load $c\n    store *%1.conn:type, 2\n    ret %1\n}\n"
				"func @stop($c ptr conn) void {\n  b0:\n    %0 = load $c\n"
				"    store *%0.conn:state, 2\n    ret\n}\n");
	assert_true(facts_is_kind(p->facts, field_of(p, "conn", "type")));
	assert_false(facts_is_kind(p->facts, field_of(p, "conn", "state")));
}

static void results_flow_back(void **state) {
	struct program *p = link_file(
		*state, "field conn:fd int\n"
				"func @dial() int {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    ret %0\n}\n"
				"func @f($c ptr conn) void {\n  b0:\n    %0 = call @dial()\n    %1 = load $c\n"
				"    store *%1.conn:fd, %0\n    ret\n}\n");
	field_holds(p, "conn", "fd", "socket ?");
}

/* conn:copy gets a duplicate of what conn:fd holds. */
#define DUPLICATES                                                                                 \
	"field conn:fd int\nfield conn:copy int\n"                                                     \
	"func @copy($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:fd\n"         \
	"    %2 = call @dup(%1)\n    store *%0.conn:copy, %2\n    %3 = load *%0.conn:copy\n"           \
	"    call @close(%3)\n    ret\n}\n"

static void a_duplicate_is_of_the_same_kind(void **state) {
	struct program *p = link_file(
		*state, DUPLICATES
		"func @f($c ptr conn) void {\n  b0:\n    %0 = call @open(\"x\", 0)\n    %1 = load $c\n"
		"    store *%1.conn:fd, %0\n    ret\n}\n");
	assert_false(facts_field_holds_socket(p->facts, field_of(p, "conn", "copy")));
	assert_true(facts_field_is_closed(p->facts, field_of(p, "conn", "copy")));
	assert_false(facts_field_is_closed(p->facts, field_of(p, "conn", "fd")));
}

static void a_duplicate_of_something_unknown_may_be_a_socket(void **state) {
	struct program *p = link_file(*state, DUPLICATES);
	assert_true(facts_field_holds_socket(p->facts, field_of(p, "conn", "copy")));
	assert_false(facts_field_holds_socket(p->facts, field_of(p, "conn", "fd")));
}

static void out_parameters_flow_back(void **state) {
	struct program *p = link_file(
		*state,
		"field conn:fd int\n"
		"func @dial($out ptr) void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    %1 = load $out\n"
		"    store *%1, %0\n    ret\n}\n"
		"func @f($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = addr *%0.conn:fd\n    call @dial(%1)\n"
		"    ret\n}\n");
	assert_true(facts_field_holds_socket(p->facts, field_of(p, "conn", "fd")));
}

static void pairs_fill_both(void **state) {
	struct program *p = link_file(
		*state,
		"field conn:a int\nfield conn:b int\n"
		"func @f($c ptr conn) void {\n  var $sv arr\n  b0:\n    start $sv\n    %0 = addr $sv[0]\n"
		"    %1 = call @socketpair(1, 1, 0, %0)\n    %2 = load $sv[0]\n    %3 = load $sv[1]\n    %4 = load $c\n"
		"    store *%4.conn:a, %2\n    store *%4.conn:b, %3\n    ret\n}\n");
	assert_true(facts_field_holds_socket(p->facts, field_of(p, "conn", "a")));
	assert_true(facts_field_holds_socket(p->facts, field_of(p, "conn", "b")));
	const struct ir_field *fields[1];
	assert_int_equal(facts_socket_fields(p->facts, intern(p->names, "conn"), fields, 1), 1);
	assert_int_equal(facts_all_socket_fields(p->facts).n, 2);
}

/* The descriptor of a regular file is no connection. */
static void a_file_is_no_socket(void **state) {
	struct program *p =
		link_file(*state, "field log:fd int\n"
	                      "func @f($l ptr log) void {\n  b0:\n    %0 = call @open(\"x\", 1)\n"
	                      "    %1 = load $l\n    store *%1.log:fd, %0\n    ret\n}\n");
	assert_false(facts_field_holds_socket(p->facts, field_of(p, "log", "fd")));
}

static void closed_through_a_chain_of_calls(void **state) {
	struct program *p = link_file(
		*state,
		"field conn:fd int\nfield conn:other int\n"
		"func @stop($fd int) void {\n  b0:\n    %0 = load $fd\n    call @close(%0)\n    ret\n}\n"
		"func @stop_it($fd int) void {\n  b0:\n    %0 = load $fd\n    call @stop(%0)\n    ret\n}\n"
		"func @f($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:fd\n    call @stop_it(%1)\n"
		"    %2 = load *%0.conn:other\n    call @puts(%2)\n    ret\n}\n");
	assert_true(facts_field_is_closed(p->facts, field_of(p, "conn", "fd")));
	assert_false(facts_field_is_closed(p->facts, field_of(p, "conn", "other")));
	assert_false(facts_field_escapes(p->facts, field_of(p, "conn", "other")));
}

static void handed_to_somebody_unseen(void **state) {
	struct program *p =
		link_file(*state, "field conn:fd int\n"
	                      "func @f($c ptr conn) void {\n  b0:\n    %0 = load $c\n"
	                      "    %1 = load *%0.conn:fd\n    call @unseen(%1)\n    ret\n}\n");
	assert_true(facts_field_escapes(p->facts, field_of(p, "conn", "fd")));
	assert_false(facts_field_is_closed(p->facts, field_of(p, "conn", "fd")));
}

static void a_stream_that_owns_will_close(void **state) {
	struct program *p = link_file(
		*state, "field conn:fd int\n"
				"func @f($c ptr conn) ptr {\n  b0:\n    %0 = load $c\n"
				"    %1 = load *%0.conn:fd\n    %2 = call @fdopen(%1, \"r\")\n    ret %2\n}\n");
	assert_true(facts_field_is_closed(p->facts, field_of(p, "conn", "fd")));
}

/* Beyond the bound a set is unknown, but a socket still gets in. */
static void a_full_set_is_unknown(void **state) {
	struct arena *a = *state;
	struct buf lines = BUF_IN(a);
	buf_add(&lines, "field conn:x int\nfunc @f($c ptr conn) void {\n  b0:\n    %0 = load $c\n");
	for (int i = 0; i < 200; i++) buf_printf(&lines, "    store *%%0.conn:x, %d\n", i);
	buf_add(&lines, "    %1 = call @socket(2, 1, 0)\n    store *%0.conn:x, %1\n    ret\n}\n");
	struct program *p = link_file(a, buf_text(&lines));
	struct atom_list atoms = facts_of_field(p->facts, field_of(p, "conn", "x"));
	bool unknown = false;
	for (size_t i = 0; i < atoms.n; i++) unknown |= atoms.items[i]->kind == ATOM_UNKNOWN;
	assert_true(unknown);
	assert_int_equal(facts_stores(p->facts, field_of(p, "conn", "x")).n, 201);
}

/* --- the call graph --------------------------------------------------------------------------- */

static void callees_are_each_there_once(void **state) {
	struct program *p = link_file(
		*state,
		"func @g()" VOID_BODY "func @h()" VOID_BODY
		"func @f() void {\n  b0:\n    call @h()\n    call @g()\n    call @h()\n    ret\n}\n");
	assert_string_equal(callees_text(p, "f"), "g h");
	assert_int_equal(function_of(p, "h")->callers.n, 1);
}

/* Every function that is stored in the member is called, and no other. */
static void a_call_through_a_member_reaches_all(void **state) {
	struct program *p = link_file(
		*state,
		"field conn:close ptr\nfield ops:close ptr\n"
		"global @ops const rec ops {\n  .ops:close = @other\n}\n"
		"func @one($c ptr conn)" VOID_BODY "func @two($c ptr conn)" VOID_BODY
		"func @other($c ptr conn)" VOID_BODY
		"func @set($c ptr conn) void {\n  b0:\n    %0 = load $c\n    store *%0.conn:close, @one\n    ret\n}\n"
		"func @reset($c ptr conn) void {\n  b0:\n    %0 = load $c\n    store *%0.conn:close, @two\n    ret\n}\n"
		"func @stop($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:close\n"
		"    call *%1(%0)\n    ret\n}\n");
	assert_string_equal(callees_text(p, "stop"), "one two");
}

static void a_callback_reaches_what_callers_pass(void **state) {
	struct program *p = link_file(
		*state,
		"func @with($fn ptr, $fd int) void {\n  b0:\n    %0 = load $fn\n    %1 = load $fd\n    call *%0(%1)\n"
		"    ret\n}\n"
		"func @stop($fd int) void {\n  b0:\n    %0 = load $fd\n    call @close(%0)\n    ret\n}\n"
		"func @use($fd int) void {\n  b0:\n    %0 = load $fd\n    call @with(@stop, %0)\n    ret\n}\n");
	assert_string_equal(callees_text(p, "with"), "stop");
	has_summary(p, "use", "use(fd) : closes fd\n");
}

/* A callback that anybody may give: nothing is known of what it does. */
static void a_roots_callback_may_be_anything(void **state) {
	struct program *p =
		link_file(*state, "func @with($fn ptr, $fd int) void {\n  b0:\n    %0 = load $fn\n"
	                      "    %1 = load $fd\n    call *%0(%1)\n    ret\n}\n");
	has_summary(p, "with", "with(fn, fd) : escapes fd\n");
}

/* What a library calls back gets what the model says. */
static void a_model_calls_back(void **state) {
	struct program *p = link_file(
		*state,
		"field conn:fd int\nfield conn:used int\n"
		"func @worker($arg ptr) ptr {\n  b0:\n    %0 = load $arg\n    %1 = load *%0.conn:fd\n    call @close(%1)\n"
		"    ret 0\n}\n"
		"func @spawn($c ptr conn) void {\n  var $t int\n  b0:\n    %0 = load $c\n    %1 = addr $t\n"
		"    %2 = call @pthread_create(%1, 0, @worker, %0)\n    ret\n}\n");
	assert_true(facts_field_is_closed(p->facts, field_of(p, "conn", "fd")));
}

static void components_come_callees_first(void **state) {
	struct program *p = link_file(
		*state, "func @top() void {\n  b0:\n    call @even()\n    ret\n}\n"
				"func @even() void {\n  b0:\n    call @odd()\n    ret\n}\n"
				"func @odd() void {\n  b0:\n    call @even()\n    call @leaf()\n    ret\n}\n"
				"func @leaf()" VOID_BODY "func @alone()" VOID_BODY);
	struct components c = callgraph_components(*state, p);
	assert_int_equal(c.count, 4);
	uint32_t of[5] = {0};
	for (uint32_t i = 0; i < c.count; i++)
		for (uint32_t k = c.start[i]; k < c.start[i + 1]; k++) of[c.members[k]] = i;
	assert_int_equal(of[1], of[2]);
	assert_true(of[3] < of[1] && of[1] < of[0]);
	assert_int_equal(c.start[4], 5);
}

/* A chain of calls that is longer than any stack of our own should be. */
static void a_long_chain_of_calls(void **state) {
	enum { LENGTH = 20000 };
	struct buf lines = BUF_IN(*state);
	for (int i = 0; i < LENGTH; i++)
		buf_printf(
			&lines,
			"func @f%d($fd int) void {\n  b0:\n    %%0 = load $fd\n    call @f%d(%%0)\n    ret\n}\n",
			i, i + 1);
	buf_printf(
		&lines,
		"func @f%d($fd int) void {\n  b0:\n    %%0 = load $fd\n    call @close(%%0)\n    ret\n}\n",
		LENGTH);
	struct program *p = link_file(*state, buf_text(&lines));
	has_summary(p, "f0", "f0(fd) : closes fd\n");
	assert_int_equal(p->walks, LENGTH + 1);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_field_holds_what_is_stored),
		TEST(a_parameter_holds_what_callers_pass),
		TEST(a_roots_parameter_is_unknown),
		TEST(an_initialiser_is_a_store),
		TEST(functions_lie_side_by_side_in_tables),
		TEST(a_global_is_copied_over),
		TEST(a_kind_is_what_objects_are_made_with),
		TEST(results_flow_back),
		TEST(a_duplicate_is_of_the_same_kind),
		TEST(a_duplicate_of_something_unknown_may_be_a_socket),
		TEST(out_parameters_flow_back),
		TEST(pairs_fill_both),
		TEST(a_file_is_no_socket),
		TEST(closed_through_a_chain_of_calls),
		TEST(handed_to_somebody_unseen),
		TEST(a_stream_that_owns_will_close),
		TEST(a_full_set_is_unknown),
		TEST(callees_are_each_there_once),
		TEST(a_call_through_a_member_reaches_all),
		TEST(a_callback_reaches_what_callers_pass),
		TEST(a_roots_callback_may_be_anything),
		TEST(a_model_calls_back),
		TEST(components_come_callees_first),
		TEST(a_long_chain_of_calls),
	};
	return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
