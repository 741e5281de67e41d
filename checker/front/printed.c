/* What only text tells: which parts of a `for` header are there, the function of a cleanup
 * attribute, the types of a _Generic. Where no macro is involved that is the source; else what
 * clang prints for the whole function, in which the n-th `for` is the n-th of the body. */
#include <ctype.h>
#include <string.h>

#include "front/lower.h"

/* --- reading C text --------------------------------------------------------------------------- */

struct text {
	const char *at, *end;
};

static bool is_word_char(char c) {
	return isalnum((unsigned char)c) || c == '_';
}

static void skip_quoted(struct text *t) {
	char quote = *t->at++;
	while (t->at < t->end && *t->at != quote) t->at += *t->at == '\\' && t->at + 1 < t->end ? 2 : 1;
	if (t->at < t->end) t->at++;
}

/* Skips one comment; false when there is none. */
static bool skip_comment(struct text *t) {
	if (t->end - t->at < 2 || t->at[0] != '/' || (t->at[1] != '/' && t->at[1] != '*')) return false;
	bool is_line = t->at[1] == '/';
	for (t->at += 2; t->at < t->end; t->at++) {
		if (is_line && *t->at == '\n') return true;
		if (!is_line && t->at[0] == '/' && t->at[-1] == '*') {
			t->at++;
			return true;
		}
	}
	return true;
}

/* Skips a comment, literal, bracketed group or single character. */
static void skip_item(struct text *t) {
	if (skip_comment(t)) return;
	if (*t->at == '"' || *t->at == '\'') {
		skip_quoted(t);
		return;
	}
	bool opens = strchr("([{", *t->at) && *t->at;
	t->at++;
	if (!opens) return;
	while (t->at < t->end && !(*t->at && strchr(")]}", *t->at))) skip_item(t);
	if (t->at < t->end) t->at++;
}

/* Goes to behind the next `word(` that is no part of another word. With shallow, one in braces
 * does not count. */
static bool find_word(struct text *t, const char *word, bool is_shallow) {
	size_t n = strlen(word);
	while (t->at < t->end) {
		if (skip_comment(t)) continue;
		if (*t->at == '"' || *t->at == '\'') {
			skip_quoted(t);
		} else if (is_shallow && *t->at == '{') {
			skip_item(t);
		} else if (is_word_char(*t->at)) {
			const char *start = t->at;
			while (t->at < t->end && is_word_char(*t->at)) t->at++;
			bool found = (size_t)(t->at - start) == n && memcmp(start, word, n) == 0;
			while (found && t->at < t->end && isspace((unsigned char)*t->at)) t->at++;
			if (found && t->at < t->end && *t->at == '(') {
				t->at++;
				return true;
			}
		} else {
			t->at++;
		}
	}
	return false;
}

static bool read_to(struct text *t, const char *stops, bool *is_blank) {
	*is_blank = true;
	while (t->at < t->end && !(*t->at && strchr(stops, *t->at))) {
		bool is_space = isspace((unsigned char)*t->at);
		if (skip_comment(t)) continue;
		if (!is_space) *is_blank = false;
		skip_item(t);
	}
	return t->at < t->end;
}

/* Reads `init; condition; increment)`. A preprocessor line in it is too much for us. */
static bool read_header(struct text t, struct for_header *header) {
	bool no_init, no_condition, no_increment;
	const char *start = t.at;
	if (!read_to(&t, ";)", &no_init) || *t.at++ != ';') return false;
	if (!read_to(&t, ";)", &no_condition) || *t.at++ != ';') return false;
	if (!read_to(&t, ";)", &no_increment) || *t.at != ')') return false;
	if (memchr(start, '#', (size_t)(t.at - start))) return false;
	*header = (struct for_header){!no_init, !no_condition, !no_increment};
	return true;
}

/* --- clang's text of the function ------------------------------------------------------------- */

struct printed {
	VEC(struct for_header) headers; /* as printed */
	VEC(struct text) generics;      /* behind each `_Generic(` */
	struct map for_number;          /* ForStmt -> its number, plus 1, in the order of the text */
	struct map generic_number;
	uint32_t for_count, generic_count;
};

static void number_nodes(struct body *b, struct printed *p, CXCursor c) {
	struct arena *scratch = b->l->scratch;
	if (c.kind == CXCursor_ForStmt)
		map_put(scratch, &p->for_number, cursor_key(c), (void *)(uintptr_t)++p->for_count);
	if (c.kind == CXCursor_GenericSelectionExpr)
		map_put(scratch, &p->generic_number, cursor_key(c), (void *)(uintptr_t)++p->generic_count);
	struct kids kids = cursor_kids(scratch, c);
	bool repeats = cursor_is_elvis(c, kids);
	for (uint32_t i = 0; i < kids.n; i++)
		if (!repeats || i == 0 || i == 3) number_nodes(b, p, kids.at[i]);
}

static struct text printed_text(struct body *b) {
	const char *text = cursor_pretty(b->l->scratch, b->function, false);
	return (struct text){text, text + strlen(text)};
}

static struct printed *printed(struct body *b) {
	struct arena *scratch = b->l->scratch;
	if (b->printed) return b->printed;
	struct printed *p = b->printed = ARENA_NEW(scratch, struct printed);
	number_nodes(b, p, b->function);
	struct text all = printed_text(b);
	for (struct text t = all; find_word(&t, "for", false);) {
		struct for_header header = {0};
		read_header(t, &header);
		VEC_PUSH(scratch, &p->headers, header);
	}
	for (struct text t = all; find_word(&t, "_Generic", false);) VEC_PUSH(scratch, &p->generics, t);
	return p;
}

/* --- for -------------------------------------------------------------------------------------- */

static bool fits(struct for_header header, struct kids kids) {
	uint32_t parts = (uint32_t)header.has_init + header.has_condition + header.has_increment;
	bool declares = kid(kids, 0).kind == CXCursor_DeclStmt;
	return parts == kids.n - 1 && (!declares || header.has_init);
}

/* From the source, when the header begins and ends outside of macros. */
static bool header_from_source(struct body *b, CXCursor s, struct kids kids,
                               struct for_header *header) {
	CXSourceRange range;
	size_t length;
	if (!plain_extent(b->l, s, &range) || !plain_extent(b->l, last_kid(kids), &range)) return false;
	const char *text = spelled_text(b->l, s, &length);
	if (!text) return false;
	struct text t = {text, text + length};
	return find_word(&t, "for", false) && read_header(t, header) && fits(*header, kids);
}

static bool header_from_print(struct body *b, CXCursor s, struct kids kids,
                              struct for_header *header) {
	const struct printed *p = printed(b);
	uintptr_t number = (uintptr_t)map_get(&p->for_number, cursor_key(s));
	if (!number || p->headers.n != p->for_count) return false;
	*header = p->headers.items[number - 1];
	return fits(*header, kids);
}

struct for_header for_header(struct body *b, CXCursor s, struct kids kids) {
	bool declares = kid(kids, 0).kind == CXCursor_DeclStmt;
	struct for_header header = {kids.n > 3, kids.n > 3, kids.n > 3};
	if (kids.n == 1 || kids.n > 3) return header;
	if (kids.n == 2 && declares) return (struct for_header){.has_init = true};
	if (header_from_source(b, s, kids, &header) || header_from_print(b, s, kids, &header))
		return header;
	body_incomplete(b, "the header of a for loop could not be read");
	return (struct for_header){.has_init = true, .has_increment = kids.n == 3};
}

/* --- cleanup ---------------------------------------------------------------------------------- */

static bool has_unexposed_attribute(struct lower *l, CXCursor variable) {
	struct kids kids = cursor_kids(l->scratch, variable);
	for (uint32_t i = 0; i < kids.n; i++)
		if (kids.at[i].kind == CXCursor_UnexposedAttr) return true;
	return false;
}

const char *cleanup_of(struct lower *l, CXCursor variable) {
	if (!clang_Cursor_hasAttrs(variable) || !has_unexposed_attribute(l, variable)) return NULL;
	const char *text = cursor_pretty(l->scratch, variable, false);
	struct text t = {text, text + strlen(text)};
	if (!find_word(&t, "cleanup", true)) return NULL;
	size_t n = 0;
	while (t.at + n < t.end && is_word_char(t.at[n])) n++;
	const char *name = intern_bytes(l->names, t.at, n);
	use_function_named(l, name);
	return name;
}

/* --- _Generic --------------------------------------------------------------------------------- */

static const char *trimmed(struct lower *l, const char *from, const char *to) {
	while (from < to && isspace((unsigned char)*from)) from++;
	while (to > from && isspace((unsigned char)to[-1])) to--;
	return intern_bytes(l->names, from, (size_t)(to - from));
}

struct association_types association_types(struct body *b, CXCursor generic) {
	const struct printed *p = printed(b);
	struct arena *scratch = b->l->scratch;
	uintptr_t number = (uintptr_t)map_get(&p->generic_number, cursor_key(generic));
	VEC(const char *) types = {0};
	bool is_blank;
	if (!number || p->generics.n != p->generic_count) return (struct association_types){0};
	struct text t = p->generics.items[number - 1];
	while (read_to(&t, ",)", &is_blank) && *t.at == ',') {
		const char *from = ++t.at;
		if (!read_to(&t, ":,)", &is_blank) || *t.at != ':') break;
		VEC_PUSH(scratch, &types, trimmed(b->l, from, t.at));
	}
	return (struct association_types){types.items, (uint32_t)types.n};
}
