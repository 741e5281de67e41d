/* Constants that libclang computes, and the bytes of strings. */
#include <string.h>

#include "front/lower.h"

/* The bytes of a string literal that the unit keeps. Models ask for modes and commands, not for
 * usage texts. */
enum { MOST_STRING_BYTES = 256 };

/* Only for expressions without side effects: libclang folds them away. InitListExpr kills it,
 * and a statement answers for its first expression. */
bool evaluate(CXCursor e, int64_t *number) {
	if (!clang_isExpression(e.kind) || e.kind == CXCursor_InitListExpr) return false;
	CXEvalResult result = clang_Cursor_Evaluate(e);
	bool is_int = clang_EvalResult_getKind(result) == CXEval_Int;
	if (is_int)
		*number = clang_EvalResult_isUnsignedInt(result)
		              ? (int64_t)clang_EvalResult_getAsUnsigned(result)
		              : (int64_t)clang_EvalResult_getAsLongLong(result);
	clang_EvalResult_dispose(result);
	return is_int;
}

static char simple_escape(char c) {
	switch (c) {
	case 'n': return '\n';
	case 't': return '\t';
	case 'r': return '\r';
	case 'a': return '\a';
	case 'b': return '\b';
	case 'f': return '\f';
	case 'v': return '\v';
	default: return c;
	}
}

/* Reads the escape behind a backslash; sets *used to its length. */
static char read_escape(const char *s, size_t *used) {
	if (*s < '0' || *s > '7') {
		*used = 1;
		return simple_escape(*s);
	}
	unsigned value = 0;
	for (*used = 0; *used < 3 && s[*used] >= '0' && s[*used] <= '7'; ++*used)
		value = value * 8 + (unsigned)(s[*used] - '0');
	return (char)value;
}

/* libclang spells a literal as it would be written again: `L"a\n\000b"`. A string ends at its
 * first zero. */
const char *string_bytes(struct lower *l, CXCursor literal) {
	char bytes[MOST_STRING_BYTES];
	size_t n = 0;
	CXString spelling = clang_getCursorSpelling(literal);
	const char *s = clang_getCString(spelling);
	s = s ? strchr(s, '"') : NULL;
	for (s = s ? s + 1 : ""; *s && *s != '"' && n < sizeof bytes; n++) {
		size_t used = 1;
		bytes[n] = *s == '\\' ? read_escape(s + 1, &used) : *s;
		if (!bytes[n]) break;
		s += *s == '\\' ? used + 1 : 1;
	}
	clang_disposeString(spelling);
	return intern_bytes(l->names, bytes, n);
}

static bool wraps_one(CXCursor e) {
	return e.kind == CXCursor_ParenExpr || e.kind == CXCursor_UnexposedExpr ||
	       (e.kind == CXCursor_UnaryOperator &&
	        clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_Extension);
}

bool find_string(CXCursor e, CXCursor *literal) {
	while (wraps_one(e)) e = cursor_first_kid(e);
	*literal = e;
	return e.kind == CXCursor_StringLiteral;
}
