/* From comments to suppressions. */
#include <ctype.h>
#include <string.h>

#include "cli/catalogue.h"
#include "cli/suppress.h"
#include "report/comments.h"

static const char prefix[] = "closewait-";
enum { PREFIX = sizeof prefix - 1 };

/* A source that is read. */
struct reader {
	struct arena *arena;
	const char *path;
	struct comments comments;
	struct suppressions *list;
	VEC(size_t) open; /* NOLINTBEGIN in the list that wait for their end */
};

/* A comment that is read: [start, end) without what ends it. */
struct cursor {
	const char *p, *start, *end;
	const struct comment *comment;
};

/* --- text ------------------------------------------------------------------------------------- */

static bool is_word_char(char c) {
	return isalnum((unsigned char)c) || c == '_';
}

static void skip_blanks(struct cursor *c) {
	while (c->p < c->end && isspace((unsigned char)*c->p)) c->p++;
}

static bool take(struct cursor *c, const char *text) {
	size_t n = strlen(text);
	if ((size_t)(c->end - c->p) < n || memcmp(c->p, text, n) != 0) return false;
	c->p += n;
	return true;
}

/* Goes to the next place in the comment where the word begins. */
static bool find_word(struct cursor *c, const char *word) {
	for (size_t n = strlen(word); (size_t)(c->end - c->p) >= n; c->p++) {
		if (memcmp(c->p, word, n) == 0 && (c->p == c->start || !is_word_char(c->p[-1])))
			return true;
	}
	return false;
}

/* The rest of the comment, with single blanks; NULL when there is none. */
static const char *rest_text(struct arena *a, const char *p, const char *end) {
	struct buf text = BUF_IN(a);
	while (p < end && (isspace((unsigned char)*p) || strchr(":-", *p))) p++;
	for (; p < end; p++) {
		if (!isspace((unsigned char)*p)) buf_add_char(&text, *p);
		else if (text.s[text.n - 1] != ' ') buf_add_char(&text, ' ');
	}
	while (text.n && text.s[text.n - 1] == ' ') text.s[--text.n] = '\0';
	return text.n ? buf_text(&text) : NULL;
}

/* --- lists of rules --------------------------------------------------------------------------- */

/* What stands between parentheses, or NULL when there are none. before stands before each name. */
static const char *take_names(struct arena *a, struct cursor *c, const char *before) {
	const char *close =
		c->p < c->end && *c->p == '(' ? memchr(c->p, ')', (size_t)(c->end - c->p)) : NULL;
	if (!close) return NULL;
	struct buf names = BUF_IN(a);
	bool begins = true;
	for (c->p++; c->p < close; c->p++) {
		if (isspace((unsigned char)*c->p)) continue;
		if (begins && *c->p != ',') buf_add(&names, before);
		buf_add_char(&names, *c->p);
		begins = *c->p == ',';
	}
	c->p++;
	return buf_text(&names);
}

/* The name at *list without its `-`, in a; *list goes behind it. NULL: that was the last. */
static const char *next_name(struct arena *a, const char **list) {
	if (!**list) return NULL;
	size_t n = strcspn(*list, ",");
	const char *name = arena_copy(a, *list + (**list == '-'), n - (**list == '-'));
	*list += n + ((*list)[n] == ',');
	return name;
}

static bool is_of_closewait(const char *name) {
	return strncmp(name, prefix, PREFIX) == 0;
}

/* Looks at the names: whose they are, and what is wrong with ours. */
static void judge_names(struct arena *a, struct suppression *s) {
	const char *rest = s->names ? s->names : "", *name;
	while ((name = next_name(a, &rest))) {
		if (!is_of_closewait(name)) continue;
		s->is_ours = true;
		if (!s->wrong && !catalogue_has(name + PREFIX))
			s->wrong = catalogue_has_no(a, name + PREFIX);
	}
}

/* --- suppressions ----------------------------------------------------------------------------- */

static struct source_range place(const struct reader *r, const struct cursor *c, const char *from) {
	uint32_t line = c->comment->line;
	const char *start = c->comment->text;
	for (const char *p = start; p < from; p++) {
		if (*p != '\n' && (*p != '\r' || p[1] == '\n')) continue;
		line++;
		start = p + 1;
	}
	uint32_t before = line == c->comment->line ? c->comment->column : 1;
	uint32_t column = before + (uint32_t)(from - start);
	return (struct source_range){r->path, line, column, line, column + (uint32_t)(c->p - from)};
}

static struct suppression *add(struct reader *r, const struct suppression *s) {
	VEC_PUSH(r->arena, r->list, *s);
	struct suppression *added = &r->list->items[r->list->n - 1];
	judge_names(r->arena, added);
	return added;
}

static bool same_names(const char *x, const char *y) {
	return x && y ? strcmp(x, y) == 0 : x == y;
}

/* The end of the last beginning that has the same list. */
static void end_region(struct reader *r, const struct suppression *end) {
	for (size_t i = r->open.n; i-- > 0;) {
		struct suppression *begin = &r->list->items[r->open.items[i]];
		if (!same_names(begin->names, end->names)) continue;
		begin->last = end->at.line;
		memmove(&r->open.items[i], &r->open.items[i + 1],
		        (r->open.n - i - 1) * sizeof *r->open.items);
		r->open.n--;
		return;
	}
	struct suppression *added = add(r, end);
	if (!added->wrong) added->wrong = "no NOLINTBEGIN before it has the same list";
}

/* What lasts to the end of the file was not meant to. */
static void close_regions(struct reader *r) {
	for (size_t i = 0; i < r->open.n; i++) {
		struct suppression *begin = &r->list->items[r->open.items[i]];
		begin->first = 0;
		if (!begin->wrong) begin->wrong = "no NOLINTEND behind it has the same list";
	}
}

static void read_nolint(struct reader *r, struct cursor *c) {
	const char *from = c->p;
	take(c, "NOLINT");
	bool next = take(c, "NEXTLINE"), begin = !next && take(c, "BEGIN");
	bool end = !next && !begin && take(c, "END");
	if (c->p < c->end && is_word_char(*c->p)) return;
	struct suppression s = {.names = take_names(r->arena, c, "")};
	s.at = place(r, c, from);
	s.reason = rest_text(r->arena, c->p, c->end);
	if (end) {
		end_region(r, &s);
		return;
	}
	s.first = s.last = s.at.line + next;
	if (begin) VEC_PUSH(r->arena, &r->open, r->list->n);
	add(r, &s);
}

static void read_allow(struct reader *r, struct cursor *c) {
	const char *from = c->p;
	take(c, "closewait:");
	skip_blanks(c);
	if (!take(c, "allow") || (c->p < c->end && is_word_char(*c->p))) return;
	skip_blanks(c);
	struct suppression s = {.names = take_names(r->arena, c, prefix)};
	s.at = place(r, c, from);
	s.reason = rest_text(r->arena, c->p, c->end);
	if (!s.names || !s.names[0]) s.wrong = "it names no rule: write `closewait: allow(RULE): why`";
	else if (!s.reason) s.wrong = "it gives no reason: write `closewait: allow(RULE): why`";
	uint32_t line = s.at.line;
	s.first = s.last = comments_code_line(&r->comments, line);
	add(r, &s)->is_ours = true;
}

/* --- comments --------------------------------------------------------------------------------- */

static struct cursor cursor_of(const struct comment *comment) {
	struct cursor c = {.comment = comment, .p = comment->text + 2};
	c.start = c.p;
	c.end = comment->text + comment->length;
	if (comment->text[1] == '*' && c.end - c.p >= 2) c.end -= 2;
	return c;
}

static void read_comment(struct reader *r, const struct comment *comment) {
	for (struct cursor c = cursor_of(comment); find_word(&c, "NOLINT");) read_nolint(r, &c);
	for (struct cursor c = cursor_of(comment); find_word(&c, "closewait:");) read_allow(r, &c);
}

/* Most files have none, and are not worth a closer look. */
static bool may_have_one(const char *text, size_t n) {
	return memmem(text, n, "NOLINT", 6) || memmem(text, n, "closewait:", 10);
}

void suppressions_read(struct arena *a, struct suppressions *list, const char *path,
                       const char *text, size_t n) {
	if (!may_have_one(text, n)) return;
	struct reader r = {
		.arena = a, .path = path, .list = list, .comments = comments_find(a, text, n)};
	for (size_t i = 0; i < r.comments.n; i++) read_comment(&r, &r.comments.items[i]);
	close_regions(&r);
}
