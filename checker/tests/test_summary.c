/* The text of summaries: what is read and what is printed. */
#include "summary_fixture.h"

static const struct summary *find(const struct models *models, const char *name) {
	return models_find(models, intern(models->names, name));
}

/* What text says is printed as that. */
static void prints(struct arena *a, const char *text, const char *wanted) {
	const char *once = printed(a, read_models(a, text));
	assert_string_equal(once, wanted);
	assert_string_equal(printed(a, read_models(a, once)), wanted);
}

static void prints_itself(struct arena *a, const char *text) {
	prints(a, text, text);
}

/* The effect is the only one of a function with these parameters. */
static const struct effect *effect_of(struct arena *a, const char *effect) {
	const char *text = arena_printf(a, "f(a, b, c) : %s\n", effect);
	struct models *models = read_models(a, text);
	prints_itself(a, text);
	const struct summary *f = find(models, "f");
	assert_int_equal(f->cases.n, 1);
	assert_int_equal(f->cases.items[0].effects.n, 1);
	return &f->cases.items[0].effects.items[0];
}

static struct path place_of(struct arena *a, const char *place) {
	return effect_of(a, arena_printf(a, "closes %s", place))->place;
}

static struct term value_of(struct arena *a, const char *value) {
	return effect_of(a, arena_printf(a, "a = %s", value))->value;
}

/* The kinds of a path's steps: D a pointer, F a field, I an index, E any element. */
static const char *steps_of(struct arena *a, const struct path *p) {
	char *kinds = arena_alloc(a, p->step_count + 1);
	for (uint32_t i = 0; i < p->step_count; i++) kinds[i] = "DFIAEO"[p->steps[i].kind];
	return kinds;
}

static void has_steps(struct arena *a, const char *place, const char *kinds) {
	struct path p = place_of(a, place);
	assert_string_equal(steps_of(a, &p), kinds);
}

/* --- functions and cases ---------------------------------------------------------------------- */

static void reads_the_examples_of_the_page(void **state) {
	prints_itself(
		*state,
		"socket(domain, type, protocol)\n"
		"  ret >= 0 : opens ret\n"
		"  ret == -1 :\n"
		"fdopen(fd, mode)\n"
		"  ret != 0 : allocs ret ; owns ret -> fd\n"
		"  ret == 0 :\n"
		"close(fd) : closes fd\n"
		"stream_close(s)\n"
		"  s->stream:close_fd != 0 : closes s->stream:sock->socket:fd ; s->stream:sock = 0\n"
		"  s->stream:close_fd == 0 : s->stream:sock = 0\n"
		"nothing strlen\n");
}

static void keeps_names_and_cases(void **state) {
	struct models *models =
		read_models(*state, "f(a, b, ...)\n\ta < 0, b >= a : closes a ; closes b\n\t:\n");
	const struct summary *f = find(models, "f");
	assert_string_equal(f->name, "f");
	assert_true(f->is_model);
	assert_int_equal(f->params.n, 3);
	assert_string_equal(f->params.items[1], "b");
	assert_string_equal(f->params.items[2], "...");
	assert_int_equal(f->cases.n, 2);
	const struct summary_case *c = &f->cases.items[0];
	assert_int_equal(c->guards.n, 2);
	assert_int_equal(c->guards.items[0].compare, IR_LT);
	assert_int_equal(c->guards.items[1].compare, IR_GE);
	assert_int_equal(c->guards.items[1].right.kind, TERM_PATH);
	assert_int_equal(c->effects.n, 2);
	assert_int_equal(c->effects.items[1].place.number, 1);
	assert_null(c->effects.items[1].origin);
	assert_int_equal(f->cases.items[1].guards.n, 0);
	assert_null(find(models, "g"));
}

static void nothing_is_one_empty_case(void **state) {
	struct models *models = read_models(*state, "nothing f g # and h\nnothing h\n");
	const struct summary *g = find(models, "g");
	assert_int_equal(g->params.n, 0);
	assert_int_equal(g->cases.n, 1);
	assert_int_equal(g->cases.items[0].effects.n, 0);
	prints(*state, "nothing f g\n", "nothing f\nnothing g\n");
	prints(*state, "g() :", "nothing g\n");
	prints(*state, "g(a) :", "g(a) :\n");
	prints(*state, "nothing(a) : closes a", "nothing(a) : closes a\n");
}

static void a_later_definition_replaces(void **state) {
	struct models *models = read_models(*state, "nothing f\nf(a) : closes a\n");
	assert_int_equal(models->by_name.n, 1);
	assert_int_equal(find(models, "f")->params.n, 1);
	const char *more = "nothing f\n";
	assert_null(models_read(models, "u.model", more, strlen(more)));
	assert_int_equal(find(models, "f")->params.n, 0);
}

static void what_stands_before_an_error_is_kept(void **state) {
	struct models *models = models_new(*state, intern_new(*state));
	const char *text = "nothing f\ng(a)\n  a == 0 :\n  a = :\n";
	assert_non_null(models_read(models, "t.model", text, strlen(text)));
	assert_non_null(find(models, "f"));
	assert_null(find(models, "g"));
}

static void a_function_without_cases_never_returns(void **state) {
	prints_itself(*state, "f(a)\ng(a)\n  a > 0 : exits\n  a <= 0 :\n");
	assert_int_equal(find(read_models(*state, "f(a)"), "f")->cases.n, 0);
}

static void blanks_and_comments_mean_nothing(void **state) {
	prints(*state, "# a\n\nf ( a ,b )\r\n#x\n \t\n   a==0:closes a;b=3#c\n  a != 0 :   # d\n",
	       "f(a, b)\n  a == 0 : closes a ; b = 3\n  a != 0 :\n");
	prints(*state, "", "");
}

static void odd_names_are_quoted(void **state) {
	prints_itself(*state, "f@src/my-file.c(a) : a->r@src/my-file.c:x = 0\n");
	prints_itself(*state, "\"f g\"(a) : a->\"u::v\":x = @\"f.count\" ; @\"f.count\".x = &@g@a.c\n");
	prints_itself(*state, "\"a\\\"\\\\\\n\\x01\"(b) : closes b\n");
	prints(*state, "\"plain\"(\"b\") : closes \"b\"", "plain(b) : closes b\n");
}

static void parameters_may_be_named_like_words(void **state) {
	prints_itself(
		*state,
		"f(\"ret\", \"new1\", \"closes\", \"rd\", from, as, if)\n"
		"  \"ret\" == ret : \"closes\" = 1 ; \"ret\" = new1 ; shuts \"new1\" \"rd\" ; dups from from as\n"
		"  ret != 0 : owns as -> if if if\n");
	const char *text = "f(\"ret\") : closes \"ret\"";
	assert_int_equal(
		find(read_models(*state, text), "f")->cases.items[0].effects.items[0].place.root,
		PATH_PARAM);
}

static void parameters_without_names_are_numbered(void **state) {
	prints_itself(*state, "f($0, a, $2) : closes $0 ; closes $2 ; closes $7\n");
	const struct summary *f = find(read_models(*state, "f($0, a) : closes $0\n"), "f");
	assert_string_equal(f->params.items[0], "");
	prints(*state, "f(a) : closes $0", "f(a) : closes a\n");
}

/* --- places ----------------------------------------------------------------------------------- */

static void every_root(void **state) {
	assert_int_equal(place_of(*state, "b").root, PATH_PARAM);
	assert_int_equal(place_of(*state, "b").number, 1);
	assert_int_equal(place_of(*state, "ret").root, PATH_RETURN);
	assert_int_equal(place_of(*state, "@g").root, PATH_GLOBAL);
	assert_string_equal(place_of(*state, "@g").global, "g");
	assert_int_equal(place_of(*state, "new12").root, PATH_NEW);
	assert_int_equal(place_of(*state, "new12").number, 12);
}

static void every_step(void **state) {
	has_steps(*state, "a", "");
	has_steps(*state, "*a", "D");
	has_steps(*state, "**a", "DD");
	has_steps(*state, "a->x", "DF");
	has_steps(*state, "a.x", "F");
	has_steps(*state, "a->x.y", "DFF");
	has_steps(*state, "a->x->y", "DFDF");
	has_steps(*state, "*a->x", "DFD");
	has_steps(*state, "(*a)->x", "DDF");
	has_steps(*state, "*(*a)->x", "DDFD");
	has_steps(*state, "(**a)->x", "DDDF");
	has_steps(*state, "a[1]", "DI");
	has_steps(*state, "a[-1]", "DI");
	has_steps(*state, "a[]", "DE");
	has_steps(*state, "a[b]", "DA");
	has_steps(*state, "a->x[b].y", "DFAF");
	has_steps(*state, "a[$4]", "DA");
	has_steps(*state, "a[].x", "DEF");
	has_steps(*state, "a[]->x", "DEDF");
	has_steps(*state, "a[2][3]", "DII");
	has_steps(*state, "a->x[2]", "DFI");
	has_steps(*state, "a->x[0]", "DFI");
	has_steps(*state, "(*a->x)[2]", "DFDI");
	has_steps(*state, "(*a->x)[]", "DFDE");
	has_steps(*state, "(**a)[2]", "DDI");
	has_steps(*state, "*a[1]", "DID");
	has_steps(*state, "@g.x", "F");
	has_steps(*state, "@g[1]", "I");
	has_steps(*state, "@g[0]", "I");
	has_steps(*state, "(*@g)[1]", "DI");
	has_steps(*state, "@g->x", "DF");
	has_steps(*state, "ret->x", "DF");
	has_steps(*state, "new0[]", "DE");
	has_steps(*state, "a<-r:x", "O");
	has_steps(*state, "a->x<-r:y->z", "DFODF");
	has_steps(*state, "a<-r:x<-s:y", "OO");
	has_steps(*state, "(*a)<-r:x", "DO");
	has_steps(*state, "*a<-r:x", "OD");
}

static void index_0_behind_a_pointer_is_left_out(void **state) {
	prints(*state, "f(a) : pairs a[0] a[1]", "f(a) : pairs *a a[1]\n");
	prints(*state, "f(a) : closes (*a->x)[0]", "f(a) : closes *a->x\n");
	prints(*state, "f(a) : closes ((a))->x", "f(a) : closes a->x\n");
	prints(*state, "f(a) : closes (*a).x", "f(a) : closes a->x\n");
	prints(*state, "f(a) : closes (*a)[1]", "f(a) : closes a[1]\n");
}

static void the_way_back_is_no_comparison(void **state) {
	prints_itself(*state, "f(a, b)\n  a < -1 : frees a<-r:x ; closes (*b)<-r:x->y\n  a >= -1 :\n");
	prints(*state, "f(a)\n  a<-1 : closes a<-\"r s\":x->y\n",
	       "f(a)\n  a < -1 : closes a<-\"r s\":x->y\n");
}

static void fields_have_one_identity(void **state) {
	struct models *models =
		read_models(*state, "f(a) : closes a->r:x ; closes a->x ; closes a->r:x\n");
	const struct summary_case *c = &find(models, "f")->cases.items[0];
	const struct ir_field *first = c->effects.items[0].place.steps[1].field;
	const struct ir_field *second = c->effects.items[1].place.steps[1].field;
	assert_ptr_equal(first, c->effects.items[2].place.steps[1].field);
	assert_ptr_not_equal(first, second);
	assert_string_equal(first->record, "r");
	assert_string_equal(first->name, "x");
	assert_string_equal(second->record, "");
	assert_ptr_equal(first,
	                 models_field(models, intern(models->names, "r"), intern(models->names, "x")));
}

/* --- values ----------------------------------------------------------------------------------- */

static void every_value(void **state) {
	assert_int_equal(value_of(*state, "?").kind, TERM_UNKNOWN);
	struct term number = value_of(*state, "-7");
	assert_int_equal(number.kind, TERM_CONST);
	assert_int_equal(number.number, -7);
	assert_true(value_of(*state, "-9223372036854775808").number == INT64_MIN);
	assert_int_equal(value_of(*state, "b->x").kind, TERM_PATH);
	assert_int_equal(value_of(*state, "ret").path.root, PATH_RETURN);
	assert_int_equal(value_of(*state, "@g").kind, TERM_PATH);
	assert_int_equal(value_of(*state, "&b->x").kind, TERM_ADDRESS);
	assert_int_equal(value_of(*state, "&@g.x").kind, TERM_ADDRESS);
	assert_int_equal(value_of(*state, "&@g->x").kind, TERM_ADDRESS);
	assert_int_equal(value_of(*state, "&@g[1]").kind, TERM_ADDRESS);
	struct term symbol = value_of(*state, "&@on_close");
	assert_int_equal(symbol.kind, TERM_SYMBOL);
	assert_string_equal(symbol.symbol, "on_close");
	assert_string_equal(value_of(*state, "&@f@a.c").symbol, "f@a.c");
	assert_int_equal(value_of(*state, "b & 4").kind, TERM_BITS);
	assert_int_equal(value_of(*state, "b->x | -8").kind, TERM_SET);
	assert_int_equal(value_of(*state, "b->x | -8").number, -8);
	assert_int_equal(value_of(*state, "b + 1").kind, TERM_SUM);
	struct term difference = value_of(*state, "b->x - 2");
	assert_int_equal(difference.kind, TERM_SUM);
	assert_int_equal(difference.number, -2);
	assert_true(value_of(*state, "b + -9223372036854775808").number == INT64_MIN);
}

static void every_comparison(void **state) {
	prints_itself(*state, "f(a, b)\n  a == 0 :\n  a != b :\n  a < 0 :\n  a <= 0 :\n  a > 0 :\n"
	                      "  a >= 0, ret == a & 4 :\n  a & 4 == 0 :\n  0 == a->x :\n  a == &@g :\n"
	                      "  a != 1..9 :\n  a->x & 12 != -5..-1, b != 0 :\n");
	prints(*state, "f(a)\n  a!=1 .. 9:", "f(a)\n  a != 1..9 :\n");
}

static void ranges_of_what_is_assigned(void **state) {
	prints_itself(*state, "f(a)\n  : *a = 1..\n  : *a = ..-1\n  : *a = 3..9\n"
	                      "  : *a = ..-1|1.. ; a->x = -1|3..9|12 ; *a = ?\n");
	prints(*state, "f(a) : *a = .. -1 | 1 ..", "f(a) : *a = ..-1|1..\n");
	struct range r = *value_of(*state, "-1|3..").range;
	assert_true(r.low == -1 && r.high == INT64_MAX && r.gap_count == 1);
	assert_true(r.gaps[0].low == 0 && r.gaps[0].high == 2);
}

/* --- verbs ------------------------------------------------------------------------------------ */

static void every_verb(void **state) {
	static const char *const effects[] = {
		"allocs ret",
		"allocs *a zeroed",
		"borrows ret -> a",
		"bounds a",
		"calls a(b, ?, 3)",
		"calls a->x()",
		"calls &@g(b)",
		"cancels a",
		"closes a->fd",
		"closes a upward",
		"copies a from b",
		"defers cancellation",
		"drops a freed",
		"dups ret from a",
		"dups ret from a pipe",
		"errors ret",
		"escapes a",
		"execs",
		"exits",
		"exits flushing",
		"forgets a",
		"forks ret",
		"frees a",
		"handles a by b->x",
		"heeds cancellation",
		"interrupts a by b",
		"interrupts a by 10",
		"joins a",
		"moves a -> ret",
		"opens ret",
		"opens ret socket",
		"opens *a pipe",
		"opens ret->fd file",
		"opens ret event",
		"owns ret -> a",
		"owns ret -> a if b",
		"owns ret -> a if b & 1",
		"pairs a b",
		"pairs *a a[1] socket",
		"refs a",
		"releases a->x",
		"replaces a",
		"shuts a rd",
		"shuts a wr",
		"shuts a rdwr",
		"shuts a b",
		"shuts a 7",
		"signals a",
		"starts a(b) as *c",
		"starts ?() as c",
		"types a by b",
		"unrefs a",
		"waits a read",
		"waits a accept",
		"waits a write",
		"waits a connect",
		"waits a poll",
		"waits a look",
		"waits a child",
		"waits a lock",
		"waits a locks",
		"watches a -> b",
		"zeros a",
		"a->x = b",
	};
	bool seen[VERB_assign + 1] = {false};
	for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
		const struct effect *e = effect_of(*state, effects[i]);
		seen[e->verb] = true;
		if (e->verb != VERB_assign)
			assert_memory_equal(effects[i], verb_name(e->verb), strlen(verb_name(e->verb)));
	}
	for (size_t i = 0; i <= VERB_assign; i++) assert_true(seen[i]);
}

static void operands_stand_where_they_should(void **state) {
	const struct effect *e = effect_of(*state, "owns ret -> a if b");
	assert_int_equal(e->place.root, PATH_RETURN);
	assert_int_equal(e->other.number, 0);
	assert_int_equal(e->value.path.number, 1);
	e = effect_of(*state, "owns ret -> a");
	assert_int_equal(e->value.kind, TERM_CONST);
	assert_int_equal(e->value.number, 1);
	prints(*state, "f(a) : owns ret -> a if 1", "f(a) : owns ret -> a\n");
	e = effect_of(*state, "dups b from a");
	assert_int_equal(e->place.number, 1);
	assert_int_equal(e->other.number, 0);
	assert_null(e->word);
	assert_string_equal(effect_of(*state, "pairs a b pipe")->word, "pipe");
	e = effect_of(*state, "starts b(c, 3) as *a");
	assert_int_equal(e->value.path.number, 1);
	assert_int_equal(e->arg_count, 2);
	assert_int_equal(e->args[0].path.number, 2);
	assert_int_equal(e->args[1].kind, TERM_CONST);
	assert_int_equal(e->place.number, 0);
	assert_int_equal(e->place.step_count, 1);
	assert_int_equal(effect_of(*state, "shuts a wr")->value.number, 1);
}

static void an_arrow_with_blanks_is_the_verb_s(void **state) {
	prints(*state, "f(a, b) : owns a->b -> b", "f(a, b) : owns a->b -> b\n");
	prints(*state, "f(a, b) : owns a ->b", "f(a, b) : owns a -> b\n");
}

/* --- printing what no reader made ------------------------------------------------------------- */

static void prints_parts_alone(void **state) {
	struct arena *a = *state;
	const struct effect *e = effect_of(a, "a->x = b & 3");
	struct buf out = BUF_IN(a);
	path_print(&out, &e->place, NULL);
	buf_add(&out, ", ");
	term_print(&out, &e->value, NULL);
	buf_add(&out, ", ");
	effect_print(&out, e, NULL);
	assert_string_equal(buf_text(&out), "$0->x, $1 & 3, $0->x = $1 & 3");
	assert_string_equal(verb_name(VERB_assign), "assign");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(reads_the_examples_of_the_page),
		TEST(keeps_names_and_cases),
		TEST(nothing_is_one_empty_case),
		TEST(a_later_definition_replaces),
		TEST(what_stands_before_an_error_is_kept),
		TEST(a_function_without_cases_never_returns),
		TEST(blanks_and_comments_mean_nothing),
		TEST(odd_names_are_quoted),
		TEST(parameters_may_be_named_like_words),
		TEST(parameters_without_names_are_numbered),
		TEST(every_root),
		TEST(every_step),
		TEST(index_0_behind_a_pointer_is_left_out),
		TEST(the_way_back_is_no_comparison),
		TEST(fields_have_one_identity),
		TEST(every_value),
		TEST(every_comparison),
		TEST(ranges_of_what_is_assigned),
		TEST(every_verb),
		TEST(operands_stand_where_they_should),
		TEST(an_arrow_with_blanks_is_the_verb_s),
		TEST(prints_parts_alone),
	};
#undef TEST
	return cmocka_run_group_tests(tests, NULL, NULL);
}
