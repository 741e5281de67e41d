#include <inttypes.h>
#include <string.h>

#include "base/trouble.h"
#include "flow/summary.h"
#include "flow/summary_text.h"

/* --- names ------------------------------------------------------------------------------------ */

static void print_quoted(struct buf *out, const char *s) {
	buf_add_char(out, '"');
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '"' || c == '\\') buf_printf(out, "\\%c", c);
		else if (c == '\n') buf_add(out, "\\n");
		else if (c < ' ' || c == 0x7f) buf_printf(out, "\\x%02x", c);
		else buf_add_char(out, (char)c);
	}
	buf_add_char(out, '"');
}

static void print_name(struct buf *out, const char *name, bool with_file) {
	size_t len = strlen(name);
	if (len && name_length(name, len, with_file) == len) buf_add(out, name);
	else print_quoted(out, name);
}

static bool is_shut_word(const char *name) {
	for (size_t i = 0; i < SHUT_WORDS; i++)
		if (strcmp(name, shut_word(i)) == 0) return true;
	return false;
}

/* Would the bare name of a parameter be read as something else? */
static bool is_reserved(const char *name) {
	size_t len = strlen(name);
	return name_is_root(name, len) || verb_find(name, len) != VERB_assign || is_shut_word(name) ||
	       name[0] == '$';
}

static void print_param(struct buf *out, const struct summary *summary, uint32_t number) {
	const char *name = summary && number < summary->params.n ? summary->params.items[number] : NULL;
	if (!name || !*name || strcmp(name, "...") == 0) buf_printf(out, "$%" PRIu32, number);
	else if (is_reserved(name)) print_quoted(out, name);
	else print_name(out, name, false);
}

/* --- places ----------------------------------------------------------------------------------- */

static void print_root(struct buf *out, const struct path *path, const struct summary *summary) {
	switch (path->root) {
	case PATH_PARAM: print_param(out, summary, path->number); break;
	case PATH_RETURN: buf_add(out, "ret"); break;
	case PATH_GLOBAL:
		buf_add_char(out, '@');
		print_name(out, path->global, false);
		break;
	case PATH_NEW: buf_printf(out, "new%" PRIu32, path->number); break;
	}
}

static void print_field(struct buf *out, const struct ir_field *field) {
	if (*field->record) {
		print_name(out, field->record, true);
		buf_add_char(out, ':');
	}
	print_name(out, field->name, false);
}

static bool is_deref(const struct path *path, uint32_t step) {
	return step < path->step_count && path->steps[step].kind == PATH_DEREF;
}

/* `p[3]` is the text of both DEREF INDEX and INDEX behind a root that is always a pointer. */
static bool index_implies_deref(const struct path *path) {
	return path->root != PATH_GLOBAL && is_deref(path, 0);
}

/* Whether step is said by the step before it or behind it: the DEREF of `->` and of `p[3]`. */
static bool is_implied(const struct path *path, uint32_t step) {
	if (!is_deref(path, step) || step + 1 == path->step_count) return false;
	switch (path->steps[step + 1].kind) {
	case PATH_DEREF:
	case PATH_OWNER: return false;
	case PATH_FIELD: return true;
	case PATH_INDEX:
	case PATH_AT:
	case PATH_ELEMENT: return step == 0 && index_implies_deref(path);
	}
	return false;
}

/* Everything that stands before the root: the stars, and the brackets that keep the steps behind them
 * off. A star binds looser than what follows a name, so the last one that is written stands first. */
static void print_stars(struct buf *out, const struct path *path) {
	for (uint32_t i = path->step_count; i-- > 0;) {
		if (!is_deref(path, i) || is_implied(path, i)) continue;
		if (i + 1 < path->step_count && !is_deref(path, i + 1)) buf_add_char(out, '(');
		else if (i + 1 < path->step_count && is_implied(path, i + 1)) buf_add_char(out, '(');
		buf_add_char(out, '*');
	}
}

static void print_step(struct buf *out, const struct path *path, uint32_t i,
                       const struct summary *summary) {
	const struct path_step *step = &path->steps[i];
	switch (step->kind) {
	case PATH_DEREF:
		/* `(*p)->x` and `(*p)[1]`: closes what print_stars() opened. */
		if (!is_implied(path, i) && i + 1 < path->step_count &&
		    (!is_deref(path, i + 1) || is_implied(path, i + 1)))
			buf_add_char(out, ')');
		break;
	case PATH_FIELD:
		buf_add(out, i > 0 && is_deref(path, i - 1) ? "->" : ".");
		print_field(out, step->field);
		break;
	case PATH_INDEX: buf_printf(out, "[%" PRId64 "]", step->index); break;
	case PATH_AT:
		buf_add_char(out, '[');
		print_param(out, summary, (uint32_t)step->index);
		buf_add_char(out, ']');
		break;
	case PATH_ELEMENT: buf_add(out, "[]"); break;
	case PATH_OWNER:
		buf_add(out, "<-");
		print_field(out, step->field);
		break;
	}
}

void path_print(struct buf *out, const struct path *path, const struct summary *summary) {
	print_stars(out, path);
	print_root(out, path, summary);
	for (uint32_t i = 0; i < path->step_count; i++) print_step(out, path, i, summary);
}

/* --- values ----------------------------------------------------------------------------------- */

/* `P + 1` and `P - 1`. The least number has no opposite and keeps its sign: `P + -9223372036854775808`. */
static void print_sum(struct buf *out, int64_t number) {
	if (number < 0 && number != INT64_MIN) buf_printf(out, " - %" PRId64, -number);
	else buf_printf(out, " + %" PRId64, number);
}

/* The ends of all numbers are left out. */
static void print_part(struct buf *out, int64_t low, int64_t high) {
	if (low > INT64_MIN) buf_printf(out, "%" PRId64, low);
	if (low == high) return;
	buf_add(out, "..");
	if (high < INT64_MAX) buf_printf(out, "%" PRId64, high);
}

static void print_range(struct buf *out, const struct range *r) {
	int64_t low = r->low;
	for (uint32_t i = 0; i < r->gap_count; i++) {
		print_part(out, low, r->gaps[i].low - 1);
		buf_add_char(out, '|');
		low = r->gaps[i].high + 1;
	}
	print_part(out, low, r->high);
}

void term_print(struct buf *out, const struct term *term, const struct summary *summary) {
	switch (term->kind) {
	case TERM_UNKNOWN: buf_add_char(out, '?'); break;
	case TERM_CONST: buf_printf(out, "%" PRId64, term->number); break;
	case TERM_SPAN: buf_printf(out, "%" PRId64 "..%" PRId64, term->number, term->last); break;
	case TERM_RANGE: print_range(out, term->range); break;
	case TERM_PATH: path_print(out, &term->path, summary); break;
	case TERM_ADDRESS:
		buf_add_char(out, '&');
		path_print(out, &term->path, summary);
		break;
	case TERM_SYMBOL:
		buf_add(out, "&@");
		print_name(out, term->symbol, true);
		break;
	case TERM_BITS:
		path_print(out, &term->path, summary);
		buf_printf(out, " & %" PRId64, term->number);
		break;
	case TERM_SET:
		path_print(out, &term->path, summary);
		buf_printf(out, " | %" PRId64, term->number);
		break;
	case TERM_SUM:
		path_print(out, &term->path, summary);
		print_sum(out, term->number);
		break;
	}
}

/* --- effects ---------------------------------------------------------------------------------- */

static void print_word(struct buf *out, const char *word) {
	if (word) buf_printf(out, " %s", word);
}

static void print_call(struct buf *out, const struct effect *e, const struct summary *summary) {
	term_print(out, &e->value, summary);
	buf_add_char(out, '(');
	for (uint32_t i = 0; i < e->arg_count; i++) {
		if (i > 0) buf_add(out, ", ");
		term_print(out, &e->args[i], summary);
	}
	buf_add_char(out, ')');
}

static void print_how(struct buf *out, const struct term *how, const struct summary *summary) {
	if (how->kind == TERM_CONST && how->number >= 0 && how->number < SHUT_WORDS)
		buf_add(out, shut_word((size_t)how->number));
	else term_print(out, how, summary);
}

static void print_pair(struct buf *out, const struct effect *e, const char *between,
                       const struct summary *summary) {
	path_print(out, &e->place, summary);
	buf_add(out, between);
	path_print(out, &e->other, summary);
}

static bool is_always(const struct term *condition) {
	return condition->kind == TERM_CONST && condition->number == 1;
}

static void print_operands(struct buf *out, const struct effect *e, const struct summary *summary) {
	switch (verb_shape(e->verb)) {
	case SHAPE_P:
	case SHAPE_PK:
	case SHAPE_P_K: path_print(out, &e->place, summary); break;
	case SHAPE_PQ_K: print_pair(out, e, " ", summary); break;
	case SHAPE_P_Q:
	case SHAPE_P_Q_K: print_pair(out, e, " from ", summary); break;
	case SHAPE_W_P: print_pair(out, e, " -> ", summary); break;
	case SHAPE_W_P_V:
		print_pair(out, e, " -> ", summary);
		if (is_always(&e->value)) break;
		buf_add(out, " if ");
		term_print(out, &e->value, summary);
		break;
	case SHAPE_P_V:
		path_print(out, &e->place, summary);
		buf_add_char(out, ' ');
		print_how(out, &e->value, summary);
		break;
	case SHAPE_P_BY_V:
		path_print(out, &e->place, summary);
		buf_add(out, " by ");
		term_print(out, &e->value, summary);
		break;
	case SHAPE_CALL: print_call(out, e, summary); break;
	case SHAPE_CALL_P:
		print_call(out, e, summary);
		buf_add(out, " as ");
		path_print(out, &e->place, summary);
		break;
	case SHAPE_ASSIGN:
		path_print(out, &e->place, summary);
		buf_add(out, " = ");
		term_print(out, &e->value, summary);
		break;
	case SHAPE_K:
	case SHAPE_NONE: break;
	}
}

void effect_print(struct buf *out, const struct effect *effect, const struct summary *summary) {
	enum verb_shape shape = verb_shape(effect->verb);
	if (shape != SHAPE_ASSIGN) buf_add(out, verb_name(effect->verb));
	if (shape != SHAPE_ASSIGN && shape != SHAPE_NONE && shape != SHAPE_K) buf_add_char(out, ' ');
	print_operands(out, effect, summary);
	print_word(out, effect->word);
}

/* --- summaries -------------------------------------------------------------------------------- */

void guard_print(struct buf *out, const struct guard *g, const struct summary *summary) {
	term_print(out, &g->left, summary);
	buf_printf(out, " %s ", compare_text(g->compare));
	term_print(out, &g->right, summary);
}

static void print_case(struct buf *out, const struct summary_case *c,
                       const struct summary *summary) {
	for (size_t i = 0; i < c->guards.n; i++) {
		if (i > 0) buf_add(out, ", ");
		guard_print(out, &c->guards.items[i], summary);
	}
	if (c->guards.n) buf_add_char(out, ' ');
	buf_add_char(out, ':');
	for (size_t i = 0; i < c->effects.n; i++) {
		buf_add(out, i > 0 ? " ; " : " ");
		effect_print(out, &c->effects.items[i], summary);
	}
	buf_add_char(out, '\n');
}

static void print_head(struct buf *out, const struct summary *summary) {
	print_name(out, summary->name, true);
	buf_add_char(out, '(');
	for (size_t i = 0; i < summary->params.n; i++) {
		if (i > 0) buf_add(out, ", ");
		if (i + 1 == summary->params.n && strcmp(summary->params.items[i], "...") == 0)
			buf_add(out, "...");
		else print_param(out, summary, (uint32_t)i);
	}
	buf_add_char(out, ')');
}

void summary_print(struct buf *out, const struct summary *summary) {
	bool is_single = summary->cases.n == 1 && summary->cases.items[0].guards.n == 0;
	if (is_single && summary->params.n == 0 && summary->cases.items[0].effects.n == 0) {
		buf_add(out, "nothing ");
		print_name(out, summary->name, true);
		buf_add_char(out, '\n');
		return;
	}
	print_head(out, summary);
	if (is_single) {
		buf_add_char(out, ' ');
		print_case(out, &summary->cases.items[0], summary);
		return;
	}
	buf_add_char(out, '\n');
	for (size_t i = 0; i < summary->cases.n; i++) {
		buf_add(out, "  ");
		print_case(out, &summary->cases.items[i], summary);
	}
}
