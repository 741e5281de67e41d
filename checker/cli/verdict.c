#include "cli/verdict.h"

#include "base/intern.h"
#include "base/lex.h"

/* The text has a line for each thing; a finding's steps follow its line. Numbers stand before texts.
 *
 *     counts 4 0 0 1
 *     program 5 12 7 130 0 0 0 0
 *     given-up "f"                       functions whose walk was ended by a bound
 *     cut "f"                            functions whose summary was
 *     blind 2 0 3 5 3 9 "a.c" "unknown" "unknown(fd) : escapes fd"      how often; has a body or not
 *     loss 1 0 0 0 0 "a.c" "why"         whole unit or not; line, column, end line, end column
 *     incomplete 3 1 0 0 "a.c" "f" "why"
 *     body 3 1 7 2 "a.c"
 *     suppression 9 9 1 3 5 3 40 "a.c" "names" "reason" "wrong"         its lines; ours or not
 *     finding 2 3 5 0 0 "a.c" "rule" "function" "resource" "message" "why" "cure"
 *     step 3 5 3 9 "a.c" "message"
 *
 * A text that there is not is `-`.
 */

/* --- printing --------------------------------------------------------------------------------- */

static void add_text(struct buf *out, const char *text) {
	buf_add(out, text ? " " : " -");
	if (text) lex_add_quoted(out, text);
}

static void add_range(struct buf *out, const struct source_range *at) {
	buf_printf(out, " %u %u %u %u", (unsigned)at->line, (unsigned)at->column,
	           (unsigned)at->end_line, (unsigned)at->end_column);
	add_text(out, at->path);
}

static void add_stats(struct buf *out, const struct verdict_stats *s) {
	buf_printf(out, "program %zu %zu %zu %zu %zu %zu %zu %zu %zu\n", s->units, s->functions,
	           s->walks, s->states, s->merged_states, s->blurred_states, s->unfinished_recursions,
	           s->cut_calls, s->full_facts);
	for (size_t i = 0; i < s->given_up.n; i++) {
		buf_add(out, "given-up");
		add_text(out, s->given_up.items[i]);
		buf_add_char(out, '\n');
	}
	for (size_t i = 0; i < s->cut.n; i++) {
		buf_add(out, "cut");
		add_text(out, s->cut.items[i]);
		buf_add_char(out, '\n');
	}
	for (size_t i = 0; i < s->blind.n; i++) {
		const struct blind_count *b = &s->blind.items[i];
		buf_printf(out, "blind %zu %d", b->n, b->has_body);
		add_range(out, &b->at);
		add_text(out, b->callee);
		add_text(out, b->model);
		buf_add_char(out, '\n');
	}
}

static void add_loss(struct buf *out, const struct report_loss *loss) {
	buf_printf(out, "loss %d", loss->whole_unit);
	add_range(out, &loss->at);
	add_text(out, loss->reason);
	buf_add_char(out, '\n');
}

static void add_incomplete(struct buf *out, const struct incomplete *f) {
	buf_add(out, "incomplete");
	add_range(out, &f->at);
	add_text(out, f->function);
	add_text(out, f->reason);
	buf_add_char(out, '\n');
}

static void add_suppression(struct buf *out, const struct suppression *s) {
	buf_printf(out, "suppression %u %u %d", (unsigned)s->first, (unsigned)s->last, s->is_ours);
	add_range(out, &s->at);
	add_text(out, s->names);
	add_text(out, s->reason);
	add_text(out, s->wrong);
	buf_add_char(out, '\n');
}

static void add_finding(struct buf *out, const struct finding *f) {
	const char *texts[] = {f->rule, f->function, f->resource, f->message, f->why, f->cure};
	buf_printf(out, "finding %d", (int)f->level);
	add_range(out, &f->at);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) add_text(out, texts[i]);
	buf_add_char(out, '\n');
	for (size_t i = 0; i < f->steps.n; i++) {
		buf_add(out, "step");
		add_range(out, &f->steps.items[i].at);
		add_text(out, f->steps.items[i].message);
		buf_add_char(out, '\n');
	}
}

void verdict_print(struct buf *out, const struct verdict *v) {
	buf_printf(out, "counts %zu %zu %zu %zu\n", v->files, v->lost, v->headers, v->errors);
	add_stats(out, &v->stats);
	for (size_t i = 0; i < v->losses.n; i++) add_loss(out, &v->losses.items[i]);
	for (size_t i = 0; i < v->incomplete.n; i++) add_incomplete(out, &v->incomplete.items[i]);
	for (size_t i = 0; i < v->bodies.n; i++) {
		buf_add(out, "body");
		add_range(out, &v->bodies.items[i]);
		buf_add_char(out, '\n');
	}
	for (size_t i = 0; i < v->suppressions.n; i++) add_suppression(out, &v->suppressions.items[i]);
	for (size_t i = 0; i < v->findings.list.n; i++) add_finding(out, &v->findings.list.items[i]);
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool take_word(struct lex *lex, const char *word) {
	if (!lex_word_is(lex_peek_word(lex), word)) return false;
	lex_word(lex);
	return true;
}

static size_t take_size(struct lex *lex) {
	int64_t n = lex_number(lex);
	if (n < 0) lex_fail_expected(lex, "a count");
	return (size_t)n;
}

static uint32_t take_place(struct lex *lex) {
	int64_t n = lex_number(lex);
	if (n < 0 || n > UINT32_MAX) lex_fail_expected(lex, "a line or column");
	return (uint32_t)n;
}

static const char *take_optional(struct lex *lex) {
	return take_word(lex, "-") ? NULL : lex_quoted(lex);
}

static struct source_range take_range(struct lex *lex) {
	struct source_range at = {0};
	at.line = take_place(lex);
	at.column = take_place(lex);
	at.end_line = take_place(lex);
	at.end_column = take_place(lex);
	at.path = lex_quoted(lex);
	return at;
}

static void take_stats(struct lex *lex, struct verdict_stats *s) {
	size_t *const numbers[] = {&s->units,
	                           &s->functions,
	                           &s->walks,
	                           &s->states,
	                           &s->merged_states,
	                           &s->blurred_states,
	                           &s->unfinished_recursions,
	                           &s->cut_calls,
	                           &s->full_facts};
	if (!take_word(lex, "program")) lex_fail_expected(lex, "'program'");
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) *numbers[i] = take_size(lex);
	while (take_word(lex, "given-up")) VEC_PUSH(lex->arena, &s->given_up, lex_quoted(lex));
	while (take_word(lex, "cut")) VEC_PUSH(lex->arena, &s->cut, lex_quoted(lex));
	while (take_word(lex, "blind")) {
		struct blind_count count = {.n = take_size(lex)};
		count.has_body = take_size(lex) != 0;
		count.at = take_range(lex);
		count.callee = lex_quoted(lex);
		count.model = take_optional(lex);
		VEC_PUSH(lex->arena, &s->blind, count);
	}
}

static struct report_loss take_loss(struct lex *lex) {
	struct report_loss loss = {.whole_unit = take_size(lex) != 0};
	loss.at = take_range(lex);
	loss.reason = lex_quoted(lex);
	return loss;
}

static struct incomplete take_incomplete(struct lex *lex) {
	struct incomplete f = {.at = take_range(lex)};
	f.function = lex_quoted(lex);
	f.reason = lex_quoted(lex);
	return f;
}

static struct suppression take_suppression(struct lex *lex) {
	struct suppression s = {.first = take_place(lex)};
	s.last = take_place(lex);
	s.is_ours = take_size(lex) != 0;
	s.at = take_range(lex);
	s.names = take_optional(lex);
	s.reason = take_optional(lex);
	s.wrong = take_optional(lex);
	return s;
}

static struct finding take_finding(struct lex *lex) {
	size_t level = take_size(lex);
	if (level > LEVEL_CERTAIN) lex_fail_expected(lex, "a level");
	struct finding f = {.level = (enum level)level, .at = take_range(lex)};
	f.rule = lex_quoted(lex);
	f.function = take_optional(lex);
	f.resource = take_optional(lex);
	f.message = lex_quoted(lex);
	f.why = take_optional(lex);
	f.cure = take_optional(lex);
	while (take_word(lex, "step")) {
		struct finding_step step = {.at = take_range(lex)};
		step.message = lex_quoted(lex);
		VEC_PUSH(lex->arena, &f.steps, step);
	}
	return f;
}

bool verdict_read(struct arena *a, const char *text, size_t n, struct verdict *v) {
	struct lex lex = lex_begin(a, intern_new(a), "verdict", text, n);
	*v = (struct verdict){.findings = {.arena = a}};
	if (!take_word(&lex, "counts")) return false;
	v->files = take_size(&lex);
	v->lost = take_size(&lex);
	v->headers = take_size(&lex);
	v->errors = take_size(&lex);
	take_stats(&lex, &v->stats);
	while (take_word(&lex, "loss")) VEC_PUSH(a, &v->losses, take_loss(&lex));
	while (take_word(&lex, "incomplete")) VEC_PUSH(a, &v->incomplete, take_incomplete(&lex));
	while (take_word(&lex, "body")) VEC_PUSH(a, &v->bodies, take_range(&lex));
	while (take_word(&lex, "suppression")) VEC_PUSH(a, &v->suppressions, take_suppression(&lex));
	while (take_word(&lex, "finding")) VEC_PUSH(a, &v->findings.list, take_finding(&lex));
	return !lex.error && !lex_peek(&lex);
}
