#include <string.h>

#include "flow/summary_reader.h"

/* --- effects ---------------------------------------------------------------------------------- */

static bool is_among(struct lex_word word, const char *list) {
	while (list) {
		const char *blank = strchr(list, ' ');
		size_t n = blank ? (size_t)(blank - list) : strlen(list);
		if (n == word.n && memcmp(list, word.s, n) == 0) return true;
		list = blank ? blank + 1 : NULL;
	}
	return false;
}

/* The word of the verb, NULL when there is none. */
static const char *read_word(struct reader *r, enum verb verb, bool is_needed) {
	struct lex_word word = reader_peek_name(r, false);
	const char *known = verb_words(verb);
	if (!word.n && !is_needed) return NULL;
	if (!word.n || (known && !is_among(word, known))) {
		const char *what = known ? arena_printf(r->models->arena, "one of: %s", known) : "a word";
		reader_expected(r, what);
		return NULL;
	}
	r->lex.p += word.n;
	return intern_bytes(r->models->names, word.s, word.n);
}

static struct term read_how(struct reader *r) {
	for (size_t i = 0; i < SHUT_WORDS; i++)
		if (reader_take_word(r, shut_word(i)))
			return (struct term){.kind = TERM_CONST, .number = (int64_t)i};
	if (reader_at_end(r)) reader_expected(r, "rd, wr, rdwr or a value");
	return reader_term(r);
}

static void read_args(struct reader *r, struct effect *e) {
	VEC(struct term) args = {0};
	reader_expect(r, "(");
	if (!reader_take(r, ")")) {
		do VEC_PUSH(r->models->arena, &args, reader_term(r));
		while (reader_take(r, ","));
		reader_expect(r, ")");
	}
	if (args.n > MOST_PARAMS) lex_fail(&r->lex, "a call has more than %d arguments", MOST_PARAMS);
	e->args = args.items;
	e->arg_count = (uint32_t)args.n;
}

/* Without a condition a wrapper owns always. */
static struct term read_condition(struct reader *r) {
	if (reader_take_word(r, "if")) return reader_term(r);
	return (struct term){.kind = TERM_CONST, .number = 1};
}

static void read_two(struct reader *r, struct effect *e, const char *between) {
	e->place = reader_place(r);
	bool is_word = between && name_may_begin(*between);
	if (is_word && !reader_take_word(r, between))
		reader_expected(r, arena_printf(r->models->arena, "'%s'", between));
	else if (between && !is_word) reader_expect(r, between);
	e->other = reader_place(r);
}

static void read_operands(struct reader *r, struct effect *e) {
	switch (verb_shape(e->verb)) {
	case SHAPE_P: e->place = reader_place(r); break;
	case SHAPE_PK:
		e->place = reader_place(r);
		e->word = read_word(r, e->verb, true);
		break;
	case SHAPE_P_K:
		e->place = reader_place(r);
		e->word = read_word(r, e->verb, false);
		break;
	case SHAPE_PQ_K:
		read_two(r, e, NULL);
		e->word = read_word(r, e->verb, false);
		break;
	case SHAPE_P_Q: read_two(r, e, "from"); break;
	case SHAPE_P_Q_K:
		read_two(r, e, "from");
		e->word = read_word(r, e->verb, false);
		break;
	case SHAPE_W_P: read_two(r, e, "->"); break;
	case SHAPE_W_P_V:
		read_two(r, e, "->");
		e->value = read_condition(r);
		break;
	case SHAPE_P_V:
		e->place = reader_place(r);
		e->value = read_how(r);
		break;
	case SHAPE_P_BY_V:
		e->place = reader_place(r);
		if (!reader_take_word(r, "by")) reader_expected(r, "'by' and a value");
		e->value = reader_term(r);
		break;
	case SHAPE_CALL:
	case SHAPE_CALL_P:
		e->value = reader_term(r);
		read_args(r, e);
		if (verb_shape(e->verb) == SHAPE_CALL) break;
		if (!reader_take_word(r, "as")) reader_expected(r, "'as' and the thread's handle");
		e->place = reader_place(r);
		break;
	case SHAPE_K: e->word = read_word(r, e->verb, false); break;
	case SHAPE_NONE:
	case SHAPE_ASSIGN: break;
	}
}

/* One part of a range: `1..9`, `1..`, `..9` or `5`; first is what stands before its `..`. */
static struct range read_part(struct reader *r, bool has_first, int64_t first) {
	struct range part = range_of(has_first ? first : INT64_MIN, has_first ? first : INT64_MAX);
	if (!reader_take(r, "..")) {
		if (!has_first) reader_expected(r, "a number or '..'");
		return part;
	}
	part.high = reader_at_number(r) ? lex_number(&r->lex) : INT64_MAX;
	if (part.high <= part.low) lex_fail(&r->lex, "the second number is not above the first");
	return part;
}

/* `P = ..-1|1..9`: a number that is not known but for this; else a term. */
static struct term read_assigned(struct reader *r) {
	struct term t = {.kind = TERM_UNKNOWN};
	bool has_first = !reader_next_is(r, "..");
	if (has_first) t = reader_term(r);
	bool is_range =
		!has_first || (t.kind == TERM_CONST && (reader_next_is(r, "..") || reader_next_is(r, "|")));
	if (!is_range) return t;
	struct range all = read_part(r, has_first, t.number);
	while (!r->lex.error && reader_take(r, "|")) {
		has_first = reader_at_number(r);
		struct range part = read_part(r, has_first, has_first ? lex_number(&r->lex) : 0);
		if (part.low <= all.high || part.low - 1 == all.high)
			lex_fail(&r->lex, "the parts of a range are in order and do not touch");
		all = range_join(&all, &part);
	}
	struct range *kept = ARENA_NEW(r->models->arena, struct range);
	*kept = all;
	return (struct term){.kind = TERM_RANGE, .range = kept};
}

/* How much of a word an error shows. */
static int shown(struct lex_word word) {
	return word.n < SHOWN_NAME ? (int)word.n : SHOWN_NAME;
}

static struct effect read_effect(struct reader *r) {
	struct effect e = {.verb = VERB_assign};
	struct lex_word word = reader_peek_name(r, false);
	e.verb = verb_find(word.s, word.n);
	if (e.verb != VERB_assign) {
		r->lex.p += word.n;
		read_operands(r, &e);
		return e;
	}
	if (reader_at_end(r)) {
		reader_expected(r, "an effect");
		return e;
	}
	/* A misspelt verb stands before something other than `=`, and would be reported as an odd place. */
	struct lex ahead = r->lex;
	ahead.p += word.n;
	char next = lex_peek(&ahead);
	if (word.n && (next == '*' || next == '"' || next == '@' || name_may_begin(next))) {
		lex_fail(&r->lex, "'%.*s' is no verb", shown(word), word.s);
		return e;
	}
	e.place = reader_place(r);
	if (reader_next_is(r, "==")) lex_fail(&r->lex, "'=' expected, not '=='");
	reader_expect(r, "=");
	e.value = read_assigned(r);
	return e;
}

/* --- cases ------------------------------------------------------------------------------------ */

static enum ir_compare read_compare(struct reader *r) {
	if (reader_take(r, "==")) return IR_EQ;
	if (reader_take(r, "!=")) return IR_NE;
	if (reader_take(r, "<=")) return IR_LE;
	if (reader_take(r, ">=")) return IR_GE;
	if (reader_take(r, "<")) return IR_LT;
	if (reader_take(r, ">")) return IR_GT;
	reader_expected(r, "a comparison (== != < <= > >=)");
	return IR_EQ;
}

/* `P != 1..9`: what stands behind the first number. */
static void read_span(struct reader *r, struct guard *g) {
	if (g->right.kind != TERM_CONST || !reader_take(r, "..")) return;
	g->right.kind = TERM_SPAN;
	g->right.last = lex_number(&r->lex);
	if (g->compare != IR_NE)
		lex_fail(&r->lex, "numbers from one to another stand behind '!=' only");
	if (g->right.last <= g->right.number)
		lex_fail(&r->lex, "the second number is not above the first");
}

static struct guard read_guard(struct reader *r) {
	struct guard g = {0};
	g.left = reader_term(r);
	g.compare = read_compare(r);
	g.right = reader_term(r);
	read_span(r, &g);
	return g;
}

/* `: EFFECT ; EFFECT` to the end of the line. */
static void read_effects(struct reader *r, struct summary_case *c) {
	reader_expect(r, ":");
	if (reader_at_end(r)) return;
	do VEC_PUSH(r->models->arena, &c->effects, read_effect(r));
	while (reader_take(r, ";"));
	if (!reader_at_end(r)) reader_expected(r, "';' or the end of the line");
}

static void add_case(struct reader *r, struct summary_case c) {
	if (!r->lex.error) VEC_PUSH(r->models->arena, &r->summary->cases, c);
}

static void read_guards(struct reader *r, struct summary_case *c) {
	if (reader_next_is(r, ":")) return;
	do VEC_PUSH(r->models->arena, &c->guards, read_guard(r));
	while (reader_take(r, ","));
	if (!reader_next_is(r, ":")) reader_expected(r, "',' or ':'");
}

static void read_case(struct reader *r) {
	if (!r->summary) {
		lex_fail(&r->lex,
		         "a case stands behind no function (a function at the line's start expected)");
		return;
	}
	if (r->is_closed) {
		lex_fail(&r->lex, "'%s' has its one case on its own line already (a function expected)",
		         r->summary->name);
		return;
	}
	struct summary_case c = {0};
	read_guards(r, &c);
	read_effects(r, &c);
	add_case(r, c);
}

/* --- functions -------------------------------------------------------------------------------- */

/* The function that was being read is complete. */
static void finish(struct reader *r) {
	if (r->summary && !r->lex.error)
		map_put(r->models->arena, &r->models->by_name, MAP_KEY(r->summary->name), r->summary);
	r->summary = NULL;
}

static void begin(struct reader *r, const char *name) {
	r->summary = ARENA_NEW(r->models->arena, struct summary);
	r->summary->name = name;
	r->summary->is_model = true;
	r->summary->library = intern(r->models->names, r->lex.file);
	r->is_closed = false;
}

static void read_nothing(struct reader *r) {
	do {
		begin(r, reader_name(r, true, "the name of a function"));
		add_case(r, (struct summary_case){0});
		finish(r);
	} while (!reader_at_end(r));
}

static void add_param(struct reader *r, const char *name) {
	for (size_t i = 0; *name && i < r->summary->params.n; i++)
		if (r->summary->params.items[i] == name)
			lex_fail(&r->lex, "two parameters of '%s' have the name '%s'", r->summary->name, name);
	if (r->summary->params.n == MOST_PARAMS)
		lex_fail(&r->lex, "a function has more than %d parameters", MOST_PARAMS);
	if (!r->lex.error) VEC_PUSH(r->models->arena, &r->summary->params, name);
}

/* A parameter's name; `$3` stands where one has no name, which is kept as "". */
static const char *param_name(struct reader *r) {
	bool is_quoted = lex_peek(&r->lex) == '"';
	struct lex_word word = reader_peek_name(r, false);
	if (!is_quoted && name_is_root(word.s, word.n)) {
		lex_fail(&r->lex, "'%.*s' is no parameter's name (\"%.*s\" in double quotes is)",
		         shown(word), word.s, shown(word), word.s);
		return "";
	}
	const char *name = reader_name(r, false, "the name of a parameter");
	if (is_quoted && !*name) lex_fail(&r->lex, "a parameter's name is empty");
	return !is_quoted && reader_is_numbered(word) ? intern(r->models->names, "") : name;
}

static void read_params(struct reader *r) {
	reader_expect(r, "(");
	if (reader_take(r, ")")) return;
	do {
		if (reader_take(r, "...")) {
			add_param(r, intern(r->models->names, "..."));
			break;
		}
		add_param(r, param_name(r));
	} while (reader_take(r, ","));
	reader_expect(r, ")");
}

static void read_function(struct reader *r) {
	begin(r, reader_name(r, true, "a function"));
	read_params(r);
	if (reader_at_end(r)) return;
	r->is_closed = true;
	if (!reader_next_is(r, ":")) reader_expected(r, "':' or the end of the line");
	struct summary_case c = {0};
	read_effects(r, &c);
	add_case(r, c);
}

/* Blank space at its start makes a line a case. */
static void read_line(struct reader *r) {
	bool is_case = r->lex.p < r->lex.end && (*r->lex.p == ' ' || *r->lex.p == '\t');
	if (reader_at_end(r)) return;
	if (is_case) {
		read_case(r);
		return;
	}
	finish(r);
	struct lex before = r->lex;
	if (reader_take_word(r, "nothing") && !reader_next_is(r, "(")) {
		read_nothing(r);
		return;
	}
	r->lex.p = before.p;
	read_function(r);
}

const char *models_read(struct models *models, const char *name, const char *text, size_t len) {
	struct reader r = {.models = models};
	uint32_t line = 1;
	for (const char *p = text, *end = text + len; p < end; line++) {
		const char *newline = memchr(p, '\n', (size_t)(end - p));
		const char *stop = newline ? newline : end;
		r.lex = lex_begin(models->arena, models->names, name, p, (size_t)(stop - p));
		r.lex.line = line;
		read_line(&r);
		if (r.lex.error) return r.lex.error;
		p = newline ? newline + 1 : end;
	}
	finish(&r);
	return NULL;
}
