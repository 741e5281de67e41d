/* At the bounds of the analysis: units too large to write by hand. It ends, and what it no longer follows is no
 * finding. */
#include "flow_fixture.h"

#include "flow/bounds.h"

/* Adds the fields PREFIX0, PREFIX1… of the record. */
static void add_fields(struct buf *out, const char *record, const char *prefix, int n) {
	for (int i = 0; i < n; i++) buf_printf(out, "field %s:%s%d int\n", record, prefix, i);
}

static void has_no_loss(const struct program *p, const char *name) {
	const struct flow_result *r = result_of(p, name);
	if (r->losses.n)
		fail_msg("%s loses %s on line %u", name, r->losses.items[0]->resource,
		         (unsigned)r->losses.items[0]->loc.line);
}

/* --- effects ---------------------------------------------------------------------------------- */

/* Sets more members than a case has room for, and at last the descriptor and the flag that owns it. */
static void add_constructor(struct buf *out, const char *head, const char *allocate, int members) {
	buf_printf(out, "%s {\n  b0:\n    %s\n    br eq %%0, 0, b1, b2\n  b1:\n    ret 0\n  b2:\n",
	           head, allocate);
	buf_add(out, "    %1 = call @socket(2, 1, 0) !0:5:1\n    br lt %1, 0, b1, b3\n  b3:\n");
	for (int i = 0; i < members; i++) buf_printf(out, "    store *%%0.conn:m%d, %d\n", i, i + 1);
	buf_add(out, "    store *%0.conn:fd, %1\n    store *%0.conn:owns, 1\n    ret %0\n}\n");
}

static void add_destructor(struct buf *out) {
	buf_add(out,
	        "func @stop($c ptr conn) void {\n  b0:\n    %0 = load $c\n    %1 = load *%0.conn:owns\n"
	        "    br ne %1, 0, b1, b2\n  b1:\n    %2 = load *%0.conn:fd\n    call @close(%2)\n"
	        "    jump b2\n  b2:\n    call @free(%0)\n    ret\n}\n");
}

static void add_user(struct buf *out) {
	buf_add(out,
	        "func @use($n int) void {\n  var $c ptr conn\n  b0:\n    start $c\n"
	        "    %0 = call @make() !0:90:1\n    store $c, %0\n    br eq %0, 0, b1, b2\n  b1:\n"
	        "    ret\n  b2:\n    %1 = load $c\n    call @stop(%1) !0:93:1\n    ret !0:94:1\n}\n");
}

static void a_large_constructor(void **state) {
	struct buf text = BUF_IN(*state);
	add_fields(&text, "conn", "m", 2 * BOUND_EFFECTS_PER_CASE);
	buf_add(&text, "field conn:fd int\nfield conn:owns int\n");
	add_constructor(&text, "func @make() ptr conn", "%0 = call @malloc(64)",
	                2 * BOUND_EFFECTS_PER_CASE);
	add_destructor(&text);
	add_user(&text);
	has_no_loss(link_file(*state, buf_text(&text)), "use");
}

/* What was cut is not zero, although the object was. */
static void a_large_constructor_of_zeros(void **state) {
	struct buf text = BUF_IN(*state);
	add_fields(&text, "conn", "m", 2 * BOUND_EFFECTS_PER_CASE);
	buf_add(&text, "field conn:fd int\nfield conn:owns int\n");
	add_constructor(&text, "func @make() ptr conn", "%0 = call @calloc(1, 64)",
	                2 * BOUND_EFFECTS_PER_CASE);
	add_destructor(&text);
	add_user(&text);
	has_no_loss(link_file(*state, buf_text(&text)), "use");
}

/* Sets more members of the caller's than there is room for: the flag is another one afterwards. */
static void a_large_initialiser(void **state) {
	struct buf text = BUF_IN(*state);
	add_fields(&text, "conn", "m", 2 * BOUND_EFFECTS_PER_CASE);
	buf_add(&text, "field conn:fd int\nfield conn:owns int\nfunc @init($c ptr conn) void {\n  b0:\n"
	               "    %0 = load $c\n");
	for (int i = 0; i < 2 * BOUND_EFFECTS_PER_CASE; i++)
		buf_printf(&text, "    store *%%0.conn:m%d, %d\n", i, i + 1);
	buf_add(&text, "    store *%0.conn:owns, 1\n    ret\n}\n");
	add_destructor(&text);
	buf_add(&text, "func @use() void {\n  var $c rec conn\n  b0:\n    start $c\n    clear $c\n"
	               "    %0 = addr $c\n    call @init(%0)\n    %1 = call @socket(2, 1, 0)\n"
	               "    store $c.conn:fd, %1\n    call @stop(%0)\n    ret !0:9:1\n}\n");
	has_no_loss(link_file(*state, buf_text(&text)), "use");
}

/* --- objects ---------------------------------------------------------------------------------- */

/* A ring of objects, linked both ways; the first holds a socket and a variable one of the others. */
static void add_ring(struct buf *out, const char *head, int n, const char *end) {
	buf_add(out, head);
	buf_add(out, " {\n  var $held ptr node\n  b0:\n    start $held\n");
	for (int i = 0; i < n; i++) buf_printf(out, "    %%%d = call @tls_new()\n", i);
	buf_printf(out, "    %%%d = call @socket(2, 1, 0) !0:7:1\n", n);
	for (int i = 0; i < n; i++) {
		buf_printf(out, "    store *%%%d.node:next, %%%d\n", i, (i + 1) % n);
		buf_printf(out, "    store *%%%d.node:previous, %%%d\n", (i + 1) % n, i);
	}
	buf_printf(out, "    store *%%0.node:fd, %%%d\n    store $held, %%%d\n", n, n / 2);
	buf_printf(out, "    call @puts(\"x\")\n    %%%d = load $held\n    %s\n}\n", n + 1, end);
}

static const char *ring_program(struct arena *a, int n) {
	struct buf text = BUF_IN(a);
	buf_add(&text, "field node:next ptr node\nfield node:previous ptr node\nfield node:fd int\n"
	               "global @kept ptr node\n");
	add_ring(&text, "func @lost() void", n, "ret !0:20:1");
	add_ring(&text, "func @returned() ptr node", n, arena_printf(a, "ret %%%d", n + 1));
	add_ring(&text, "func @stored() void", n, arena_printf(a, "store @kept, %%%d\n    ret", n + 1));
	return buf_text(&text);
}

static void a_ring_of_objects(void **state) {
	struct program *p = link_file(*state, ring_program(*state, 5));
	assert_int_equal(losses_of(p, "lost"), 1);
	has_no_loss(p, "returned");
	has_no_loss(p, "stored");
}

static void a_ring_of_many_objects(void **state) {
	struct program *p = link_file(*state, ring_program(*state, 60));
	assert_int_equal(losses_of(p, "lost"), 1);
	has_no_loss(p, "returned");
	has_no_loss(p, "stored");
}

/* --- states ----------------------------------------------------------------------------------- */

/* Sockets that are each open or not: more situations than there are states. All are closed in the end. */
static void many_situations(void **state) {
	enum { COUNT = 12 };
	struct buf text = BUF_IN(*state);
	buf_add(&text, "func @f($n int) void {\n");
	for (int i = 0; i < COUNT; i++) buf_printf(&text, "  var $fd%d int\n", i);
	buf_add(&text, "  b0:\n");
	for (int i = 0; i < COUNT; i++)
		buf_printf(&text, "    start $fd%d\n    store $fd%d, -1\n", i, i);
	buf_add(&text, "    jump b1\n");
	for (int i = 0; i < COUNT; i++) {
		buf_printf(&text, "  b%d:\n    %%%d = call @rand()\n", 2 * i + 1, 2 * i);
		buf_printf(&text, "    br eq %%%d, 0, b%d, b%d\n  b%d:\n", 2 * i, 2 * i + 2, 2 * i + 3,
		           2 * i + 2);
		buf_printf(&text, "    %%%d = call @socket(2, 1, 0) !0:%d:1\n", 2 * i + 1, i + 10);
		buf_printf(&text, "    store $fd%d, %%%d\n    jump b%d\n", i, 2 * i + 1, 2 * i + 3);
	}
	for (int i = 0; i < COUNT; i++) {
		int block = 2 * COUNT + 1 + 2 * i, temp = 2 * COUNT + i;
		buf_printf(&text, "  b%d:\n    %%%d = load $fd%d\n", block, temp, i);
		buf_printf(&text, "    br ge %%%d, 0, b%d, b%d\n", temp, block + 1, block + 2);
		buf_printf(&text, "  b%d:\n    call @close(%%%d)\n    jump b%d\n", block + 1, temp,
		           block + 2);
	}
	buf_printf(&text, "  b%d:\n    ret !0:90:1\n}\n", 4 * COUNT + 1);
	struct program *p = link_file(*state, buf_text(&text));
	has_no_loss(p, "f");
	assert_true(result_of(p, "f")->merged_states > 0);
	assert_false(result_of(p, "f")->gave_up);
}

/* Numbers of the caller's that are each closed or not, and in the midst of them a socket that some paths keep in
 * place, which holds nothing at last. */
static const char *socket_among_many_situations(struct arena *a, const char *place) {
	enum { BEFORE = 6, COUNT = 2 * BEFORE };
	struct buf text = BUF_IN(a);
	buf_add(&text, "global @held int\nfunc @f(");
	for (int i = 0; i < COUNT; i++) buf_printf(&text, "%s$p%d int", i ? ", " : "", i);
	buf_printf(&text,
	           ") void {\n  var $fd int\n  b0:\n    start $fd\n    store %s, -1\n    jump b1\n",
	           place);
	int block = 1, temp = 0;
	for (int i = 0; i <= COUNT; i++, block += 2, temp += 2) {
		buf_printf(&text, "  b%d:\n    %%%d = call @rand()\n", block, temp);
		buf_printf(&text, "    br eq %%%d, 0, b%d, b%d\n  b%d:\n", temp, block + 1, block + 2,
		           block + 1);
		if (i == BEFORE)
			buf_printf(&text, "    %%%d = call @socket(2, 1, 0) !0:10:1\n    store %s, %%%d\n",
			           temp + 1, place, temp + 1);
		else
			buf_printf(&text, "    %%%d = load $p%d\n    call @close(%%%d)\n", temp + 1,
			           i < BEFORE ? i : i - 1, temp + 1);
		buf_printf(&text, "    jump b%d\n", block + 2);
	}
	buf_printf(&text, "  b%d:\n    store %s, -1 !0:90:1\n    ret\n}\n", block, place);
	return buf_text(&text);
}

/* The situations in which it is not open make way. */
static void a_socket_among_many_situations(void **state) {
	struct program *p = link_file(*state, socket_among_many_situations(*state, "$fd"));
	assert_true(result_of(p, "f")->merged_states > 0);
	assert_int_equal(result_of(p, "f")->losses.n, 1);
	assert_false(result_of(p, "f")->losses.items[0]->is_doubtful);
}

/* What else was asked of memory may be forgotten by then. */
static void a_socket_in_memory_among_many_situations(void **state) {
	struct program *p = link_file(*state, socket_among_many_situations(*state, "@held"));
	assert_int_equal(result_of(p, "f")->losses.n, 1);
	assert_true(result_of(p, "f")->losses.items[0]->is_doubtful);
}

/* A switch of many cases with a return each: not all of them have a case of the summary, and all close. */
static void many_returns(void **state) {
	enum { COUNT = 100 };
	struct buf text = BUF_IN(*state);
	buf_add(&text, "func @f($n int, $fd int) int {\n  b0:\n    %0 = load $n\n    switch %0 [");
	for (int i = 0; i < COUNT; i++) buf_printf(&text, "%d: b%d, ", i * 3, i + 2);
	buf_add(&text, "else: b1]\n");
	for (int i = 0; i <= COUNT; i++)
		buf_printf(&text, "  b%d:\n    %%%d = load $fd\n    call @close(%%%d)\n    ret %d\n", i + 1,
		           i + 1, i + 1, i * 3);
	buf_add(
		&text,
		"}\nfunc @use() void {\n  b0:\n    %0 = call @socket(2, 1, 0)\n    %1 = call @f(297, %0)\n"
		"    ret !0:9:1\n}\n");
	struct program *p = link_file(*state, buf_text(&text));
	has_no_loss(p, "use");
}

/* --- calls ------------------------------------------------------------------------------------ */

/* A member that may be any of more functions than are tried: all of them close. */
static void many_targets(void **state) {
	enum { COUNT = 2 * BOUND_CALL_TARGETS };
	struct buf text = BUF_IN(*state);
	buf_add(&text, "field conn:close ptr\nfield conn:fd int\n");
	for (int i = 0; i < COUNT; i++) {
		buf_printf(&text, "func @close%d($c ptr conn) void {\n  b0:\n    %%0 = load $c\n", i);
		buf_add(&text, "    %1 = load *%0.conn:fd\n    call @close(%1)\n    ret\n}\n");
		buf_printf(&text, "func @set%d($c ptr conn) void {\n  b0:\n    %%0 = load $c\n", i);
		buf_printf(&text, "    store *%%0.conn:close, @close%d\n    ret\n}\n", i);
	}
	buf_add(&text,
	        "func @use($x ptr conn) void {\n  var $c rec conn\n  b0:\n    start $c\n"
	        "    %0 = call @socket(2, 1, 0)\n    store $c.conn:fd, %0\n    %1 = addr $c\n"
	        "    %2 = load $x\n    %3 = load *%2.conn:close\n    call *%3(%1)\n    ret\n}\n");
	has_no_loss(link_file(*state, buf_text(&text)), "use");
}

/* A list that is longer than any path: what hangs at its end was closed too. */
static void a_long_list(void **state) {
	enum { COUNT = 2 * BOUND_PATH_STEPS };
	struct buf text = BUF_IN(*state);
	buf_add(&text,
	        "field node:next ptr node\nfield node:fd int\n"
	        "func @stop($list ptr node) void {\n  var $next ptr node\n  b0:\n    jump b1\n  b1:\n"
	        "    %0 = load $list\n    br ne %0, 0, b2, b3\n  b2:\n    %1 = load *%0.node:next\n"
	        "    store $next, %1\n    %2 = load *%0.node:fd\n    call @close(%2)\n"
	        "    call @free(%0)\n    %3 = load $next\n    store $list, %3\n    jump b1\n  b3:\n"
	        "    ret\n}\nfunc @use() void {\n  var $list ptr node\n  b0:\n    start $list\n"
	        "    store $list, 0\n");
	for (int i = 0; i < COUNT; i++) {
		buf_printf(&text, "    %%%d = call @tls_new()\n    %%%d = load $list\n", 3 * i, 3 * i + 1);
		buf_printf(&text, "    store *%%%d.node:next, %%%d\n", 3 * i, 3 * i + 1);
		buf_printf(&text, "    %%%d = call @socket(2, 1, 0) !0:%d:1\n", 3 * i + 2, i + 40);
		buf_printf(&text, "    store *%%%d.node:fd, %%%d\n    store $list, %%%d\n", 3 * i,
		           3 * i + 2, 3 * i);
	}
	buf_printf(&text, "    %%%d = load $list\n    call @stop(%%%d) !0:80:1\n    ret\n}\n",
	           3 * COUNT, 3 * COUNT);
	has_no_loss(link_file(*state, buf_text(&text)), "use");
}

/* --- walks ------------------------------------------------------------------------------------ */

/* Two blocks for each test of a parameter, one of them with much to do, and at last a call of itself. */
static const char *long_recursion(struct arena *a, int tests) {
	struct buf text = BUF_IN(a);
	buf_add(&text, "func @f($n int) void {\n  b0:\n    %0 = load $n\n    jump b1\n");
	for (int i = 0; i < tests; i++) {
		buf_printf(&text, "  b%d:\n    br eq %%0, %d, b%d, b%d\n", 2 * i + 1, i, 2 * i + 2,
		           2 * i + 3);
		buf_printf(&text, "  b%d:\n", 2 * i + 2);
		for (int k = 0; k < 2 * BOUND_WORK_PER_BLOCK; k++)
			buf_add(&text, "    call @puts(\"x\")\n");
		buf_printf(&text, "    jump b%d\n", 2 * i + 3);
	}
	buf_printf(&text, "  b%d:\n    %%1 = call @socket(2, 1, 0)\n    call @f(%%1)\n    ret\n}\n",
	           2 * tests + 1);
	return buf_text(&text);
}

static void a_recursion_that_was_given_up_is_not_walked_again(void **state) {
	struct program *p =
		link_file(*state, long_recursion(*state, BOUND_WORK / BOUND_WORK_PER_BLOCK));
	assert_true(result_of(p, "f")->gave_up);
	assert_int_equal(p->walks, 1);
	p = link_file(*state, long_recursion(*state, 2));
	assert_false(result_of(p, "f")->gave_up);
	assert_true(p->walks > 1);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_large_constructor),
		TEST(a_large_constructor_of_zeros),
		TEST(a_large_initialiser),
		TEST(a_ring_of_objects),
		TEST(a_ring_of_many_objects),
		TEST(many_situations),
		TEST(a_socket_among_many_situations),
		TEST(a_socket_in_memory_among_many_situations),
		TEST(many_returns),
		TEST(many_targets),
		TEST(a_long_list),
		TEST(a_recursion_that_was_given_up_is_not_walked_again),
	};
	return cmocka_run_group_tests_name("bounds", tests, NULL, NULL);
}
