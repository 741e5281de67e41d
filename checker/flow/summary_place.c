#include <stdint.h>
#include <string.h>

#include "flow/summary_reader.h"

/* --- characters and names --------------------------------------------------------------------- */

bool reader_at_end(struct reader *r) {
	return lex_peek(&r->lex) == '\0' && r->lex.p == r->lex.end;
}

void reader_expected(struct reader *r, const char *what) {
	if (reader_at_end(r)) lex_fail(&r->lex, "the line ends where %s is expected", what);
	else lex_fail_expected(&r->lex, what);
}

/* Does text stand here, behind blank space? */
bool reader_next_is(struct reader *r, const char *text) {
	lex_space(&r->lex);
	size_t n = strlen(text);
	return (size_t)(r->lex.end - r->lex.p) >= n && memcmp(r->lex.p, text, n) == 0;
}

bool reader_take(struct reader *r, const char *text) {
	if (!reader_next_is(r, text)) return false;
	r->lex.p += strlen(text);
	return true;
}

void reader_expect(struct reader *r, const char *text) {
	if (!reader_take(r, text)) reader_expected(r, arena_printf(r->models->arena, "'%s'", text));
}

/* The bare name that stands here. */
struct lex_word reader_peek_name(struct reader *r, bool with_file) {
	lex_space(&r->lex);
	size_t left = (size_t)(r->lex.end - r->lex.p);
	return (struct lex_word){r->lex.p, name_length(r->lex.p, left, with_file)};
}

bool reader_take_word(struct reader *r, const char *word) {
	struct lex_word here = reader_peek_name(r, false);
	if (!lex_word_is(here, word)) return false;
	r->lex.p += here.n;
	return true;
}

static const char *intern_word(struct reader *r, struct lex_word word) {
	return intern_bytes(r->models->names, word.s, word.n);
}

/* A name, bare or quoted. */
const char *reader_name(struct reader *r, bool with_file, const char *what) {
	if (lex_peek(&r->lex) == '"') return lex_quoted(&r->lex);
	struct lex_word word = reader_peek_name(r, with_file);
	if (!word.n) {
		reader_expected(r, what);
		return "";
	}
	r->lex.p += word.n;
	return intern_word(r, word);
}

/* --- places ----------------------------------------------------------------------------------- */

/* The steps are collected in r->steps. */
static void add_step(struct reader *r, struct path *path, struct path_step step) {
	if (path->step_count == MOST_STEPS)
		lex_fail(&r->lex, "a place has more than %d steps", MOST_STEPS);
	else r->steps[path->step_count++] = step;
}

static void add_deref(struct reader *r, struct path *path) {
	add_step(r, path, (struct path_step){.kind = PATH_DEREF});
}

/* The number of a root such as `new3` or `$3`, whose digits are the n bytes at s. */
static uint32_t root_number(struct reader *r, const char *s, size_t n) {
	uint32_t number = 0;
	for (size_t i = 0; i < n; i++) {
		number = number * 10 + (uint32_t)(s[i] - '0');
		if (number > UINT16_MAX) {
			lex_fail(&r->lex, "a number is larger than %d", UINT16_MAX);
			return 0;
		}
	}
	return number;
}

/* `$3`: the parameter of that number. */
bool reader_is_numbered(struct lex_word word) {
	if (word.n < 2 || word.s[0] != '$') return false;
	for (size_t i = 1; i < word.n; i++)
		if (word.s[i] < '0' || word.s[i] > '9') return false;
	return true;
}

static uint32_t find_param(struct reader *r, const char *name) {
	for (size_t i = 0; i < r->summary->params.n; i++)
		if (r->summary->params.items[i] == name) return (uint32_t)i;
	lex_fail(&r->lex, "'%s' is no parameter of '%s' (a global is written @%s)", name,
	         r->summary->name, name);
	return 0;
}

static uint32_t read_param(struct reader *r) {
	if (lex_peek(&r->lex) == '"') return find_param(r, lex_quoted(&r->lex));
	struct lex_word word = reader_peek_name(r, false);
	r->lex.p += word.n;
	return reader_is_numbered(word) ? root_number(r, word.s + 1, word.n - 1)
	                                : find_param(r, intern_word(r, word));
}

static void read_bare_root(struct reader *r, struct path *path) {
	struct lex_word word = reader_peek_name(r, false);
	if (!word.n) {
		reader_expected(r, "a place");
		return;
	}
	if (lex_word_is(word, "ret")) {
		r->lex.p += word.n;
		path->root = PATH_RETURN;
	} else if (name_is_root(word.s, word.n)) {
		r->lex.p += word.n;
		path->root = PATH_NEW;
		path->number = root_number(r, word.s + 3, word.n - 3);
	} else {
		path->root = PATH_PARAM;
		path->number = read_param(r);
	}
}

static void read_root(struct reader *r, struct path *path) {
	if (reader_take(r, "@")) {
		path->root = PATH_GLOBAL;
		path->global = reader_name(r, false, "the name of a global");
	} else if (lex_peek(&r->lex) == '"') {
		path->root = PATH_PARAM;
		path->number = read_param(r);
	} else {
		read_bare_root(r, path);
	}
}

/* NAME or RECORD:NAME. A colon that ends guards has blank space on one of its sides. */
static const struct ir_field *read_field(struct reader *r) {
	const char *first = reader_name(r, true, "the name of a field");
	struct lex *lex = &r->lex;
	bool has_record = lex->end - lex->p >= 2 && lex->p[0] == ':' &&
	                  (lex->p[1] == '"' || name_may_begin(lex->p[1]));
	if (!has_record) return models_field(r->models, intern(r->models->names, ""), first);
	lex->p++;
	return models_field(r->models, first, reader_name(r, false, "the name of a field"));
}

static void read_index(struct reader *r, struct path *path) {
	/* A parameter, the result and a new object are never arrays: `p[1]` goes through the pointer. */
	if (path->step_count == 0 && path->root != PATH_GLOBAL) add_deref(r, path);
	if (reader_take(r, "]")) {
		add_step(r, path, (struct path_step){.kind = PATH_ELEMENT});
		return;
	}
	bool is_param = lex_peek(&r->lex) == '"' || reader_peek_name(r, false).n;
	int64_t index = is_param ? read_param(r) : lex_number(&r->lex);
	reader_expect(r, "]");
	if (is_param) {
		add_step(r, path, (struct path_step){.kind = PATH_AT, .index = index});
		return;
	}
	bool behind_deref = path->step_count && r->steps[path->step_count - 1].kind == PATH_DEREF;
	if (index != 0 || !behind_deref)
		add_step(r, path, (struct path_step){.kind = PATH_INDEX, .index = index});
}

/* An arrow that belongs to a place has no blank space before it; that of a verb has. */
static bool take_arrow(struct reader *r) {
	return r->lex.p < r->lex.end && *r->lex.p == '-' && reader_take(r, "->");
}

/* The arrow back, to the object around: `a <-1` compares. */
static bool take_back_arrow(struct reader *r) {
	const char *p = r->lex.p;
	bool here =
		r->lex.end - p > 2 && p[0] == '<' && p[1] == '-' && (p[2] == '"' || name_may_begin(p[2]));
	return here && reader_take(r, "<-");
}

static void read_steps(struct reader *r, struct path *path) {
	for (;;) {
		if (take_back_arrow(r)) {
			add_step(r, path, (struct path_step){.kind = PATH_OWNER, .field = read_field(r)});
			continue;
		}
		bool arrow = take_arrow(r);
		if (arrow) add_deref(r, path);
		if (arrow || reader_take(r, "."))
			add_step(r, path, (struct path_step){.kind = PATH_FIELD, .field = read_field(r)});
		else if (reader_take(r, "[")) read_index(r, path);
		else return;
	}
}

static void read_place(struct reader *r, struct path *path) {
	if (r->nesting == MOST_NESTING) {
		lex_fail(&r->lex, "a place is nested more than %d deep", MOST_NESTING);
		return;
	}
	r->nesting++;
	if (reader_take(r, "*")) {
		read_place(r, path);
		add_deref(r, path);
	} else {
		if (reader_take(r, "(")) {
			read_place(r, path);
			reader_expect(r, ")");
		} else {
			read_root(r, path);
		}
		read_steps(r, path);
	}
	r->nesting--;
}

struct path reader_place(struct reader *r) {
	struct path path = {0};
	r->nesting = 0;
	read_place(r, &path);
	path.steps = ARENA_ARRAY(r->models->arena, struct path_step, path.step_count);
	for (uint32_t i = 0; i < path.step_count; i++) path.steps[i] = r->steps[i];
	return path;
}

/* --- values ----------------------------------------------------------------------------------- */

bool reader_at_number(struct reader *r) {
	char c = lex_peek(&r->lex);
	return c == '-' || (c >= '0' && c <= '9');
}

static int64_t subtrahend(struct reader *r) {
	if (lex_peek(&r->lex) == '-') {
		reader_expected(r, "a number without a sign");
		return 0;
	}
	return -lex_number(&r->lex);
}

static struct term address(struct reader *r) {
	struct term term = {.kind = TERM_ADDRESS};
	lex_space(&r->lex);
	struct lex before = r->lex;
	if (reader_take(r, "@")) {
		/* `&@f` is a symbol, whose name may hold a file; `&@g.x` is the address of a place. */
		term.symbol = reader_name(r, true, "the name of a function or global");
		char next = lex_peek(&r->lex);
		if (next != '.' && next != '[' && !(next == '-' && reader_next_is(r, "->"))) {
			term.kind = TERM_SYMBOL;
			return term;
		}
		r->lex.p = before.p;
		term.symbol = NULL;
	}
	term.path = reader_place(r);
	return term;
}

struct term reader_term(struct reader *r) {
	if (reader_at_number(r))
		return (struct term){.kind = TERM_CONST, .number = lex_number(&r->lex)};
	if (reader_take(r, "?")) return (struct term){.kind = TERM_UNKNOWN};
	if (reader_take(r, "&")) return address(r);
	struct term term = {.kind = TERM_PATH, .path = reader_place(r)};
	if (reader_take(r, "&")) {
		term.kind = TERM_BITS;
		term.number = lex_number(&r->lex);
	} else if (reader_take(r, "|")) {
		term.kind = TERM_SET;
		term.number = lex_number(&r->lex);
	} else if (reader_take(r, "+")) {
		term.kind = TERM_SUM;
		term.number = lex_number(&r->lex);
	} else if (!reader_next_is(r, "->") && reader_take(r, "-")) {
		term.kind = TERM_SUM;
		term.number = subtrahend(r);
	}
	return term;
}
