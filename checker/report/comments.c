#include "report/comments.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

struct scanner {
	struct arena *arena;
	const char *p, *end;
	const char *line_start;
	uint32_t line;
	struct comments comments;
};

static char next(const struct scanner *s, size_t ahead) {
	return (size_t)(s->end - s->p) > ahead ? s->p[ahead] : '\0';
}

/* Takes one character; a line ends at LF, CR LF or CR, as for the compiler. */
static void take(struct scanner *s) {
	char c = *s->p++;
	if (c != '\n' && (c != '\r' || next(s, 0) == '\n')) return;
	s->line++;
	s->line_start = s->p;
}

static bool at_line_end(const struct scanner *s) {
	return next(s, 0) == '\n' || next(s, 0) == '\r';
}

/* A backslash and what it quotes, which may be the end of a line. */
static void take_quoted(struct scanner *s) {
	take(s);
	if (next(s, 0) == '\r' && next(s, 1) == '\n') take(s);
	if (s->p < s->end) take(s);
}

static void take_line_comment(struct scanner *s) {
	while (s->p < s->end && !at_line_end(s)) {
		if (*s->p == '\\') take_quoted(s);
		else take(s);
	}
}

static void take_block_comment(struct scanner *s) {
	take(s);
	take(s);
	while (s->p < s->end && !(next(s, 0) == '*' && next(s, 1) == '/')) take(s);
	for (int i = 0; i < 2 && s->p < s->end; i++) take(s);
}

static void take_comment(struct scanner *s) {
	struct comment c = {
		.text = s->p, .line = s->line, .column = (uint32_t)(s->p - s->line_start) + 1};
	if (next(s, 1) == '/') take_line_comment(s);
	else take_block_comment(s);
	c.length = (size_t)(s->p - c.text);
	VEC_PUSH(s->arena, &s->comments, c);
}

/* Up to the same quote; one that is missing (`#error don't`) ends with the line. */
static void take_literal(struct scanner *s) {
	char quote = *s->p;
	take(s);
	while (s->p < s->end && *s->p != quote && !at_line_end(s)) {
		if (*s->p == '\\') take_quoted(s);
		else take(s);
	}
	if (next(s, 0) == quote) take(s);
}

/* A number or a name: in a number an apostrophe separates digits (C23). */
static void take_word(struct scanner *s) {
	bool is_number = isdigit((unsigned char)*s->p);
	while (isalnum((unsigned char)next(s, 0)) || next(s, 0) == '_' ||
	       (is_number && next(s, 0) == '\'' && isalnum((unsigned char)next(s, 1))))
		take(s);
}

static void mark_code(struct scanner *s) {
	struct comments *c = &s->comments;
	if (c->code_lines.n && c->code_lines.items[c->code_lines.n - 1] == s->line) return;
	VEC_PUSH(s->arena, &c->code_lines, s->line);
}

static void take_code(struct scanner *s) {
	mark_code(s);
	if (*s->p == '"' || *s->p == '\'') take_literal(s);
	else if (isalnum((unsigned char)*s->p) || *s->p == '_') take_word(s);
	else take(s);
}

struct comments comments_find(struct arena *a, const char *text, size_t n) {
	struct scanner s = {.arena = a, .p = text, .end = text + n, .line_start = text, .line = 1};
	while (s.p < s.end) {
		char c = *s.p, after = next(&s, 1);
		if (c == '/' && (after == '/' || after == '*')) take_comment(&s);
		else if (isspace((unsigned char)c)) take(&s);
		else take_code(&s);
	}
	return s.comments;
}

uint32_t comments_code_line(const struct comments *comments, uint32_t line) {
	for (size_t i = 0; i < comments->code_lines.n; i++)
		if (comments->code_lines.items[i] >= line) return comments->code_lines.items[i];
	return 0;
}
