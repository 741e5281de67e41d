/* What stands behind libclang's cursors without a kind, and which of several children is meant. */
#include <string.h>

#include "front/lower.h"

static bool covers(CXCursor outer, CXCursor inner) {
	return clang_equalLocations(clang_getCursorLocation(outer), clang_getCursorLocation(inner)) ||
	       clang_equalRanges(clang_getCursorExtent(outer), clang_getCursorExtent(inner));
}

static enum unexposed_kind kind_by_word(const char *word, enum unexposed_kind otherwise) {
	if (strcmp(word, "__builtin_va_arg") == 0) return UNEXPOSED_VA_ARG;
	if (strcmp(word, "__builtin_choose_expr") == 0) return UNEXPOSED_CHOOSE;
	if (strcmp(word, "__builtin_types_compatible_p") == 0) return UNEXPOSED_CONSTANT;
	if (text_begins(word, "__atomic_") || text_begins(word, "__c11_atomic_") ||
	    text_begins(word, "__scoped_atomic_"))
		return UNEXPOSED_ATOMIC;
	return otherwise;
}

enum unexposed_kind unexposed_kind(struct body *b, CXCursor e, struct kids kids) {
	if (!kids.n) return UNEXPOSED_CONSTANT;
	for (uint32_t i = 0; i < kids.n; i++)
		if (kids.at[i].kind == CXCursor_MemberRef) return UNEXPOSED_OFFSETOF;
	if (kids.n == 1 && !clang_isExpression(kid(kids, 0).kind))
		return kind_by_word(first_word(b->l, e), UNEXPOSED_CONSTANT);
	if (kids.n == 1 && covers(e, kid(kids, 0))) return UNEXPOSED_INNER;
	if (cursor_is_elvis(e, kids)) return UNEXPOSED_ELVIS;
	return kind_by_word(first_word(b->l, e), kids.n == 1 ? UNEXPOSED_INNER : UNEXPOSED_OTHER);
}

CXCursor chosen_arm(struct kids kids) {
	int64_t number;
	if (kids.n != 3 || !evaluate(kid(kids, 0), &number)) return clang_getNullCursor();
	return kid(kids, number ? 1 : 2);
}

/* --- _Generic --------------------------------------------------------------------------------- */

static bool same_type(CXType a, CXType c) {
	return clang_equalTypes(clang_getCanonicalType(clang_getUnqualifiedType(a)),
	                        clang_getCanonicalType(clang_getUnqualifiedType(c)));
}

/* The one arm of the type of the whole; the null cursor when there are several. */
static CXCursor only_arm_of_type(CXCursor e, struct kids arms) {
	CXCursor found = clang_getNullCursor();
	for (uint32_t i = 0; i < arms.n; i++) {
		if (!same_type(clang_getCursorType(arms.at[i]), clang_getCursorType(e))) continue;
		if (!clang_Cursor_isNull(found)) return clang_getNullCursor();
		found = arms.at[i];
	}
	return found;
}

/* The controlling expression's type as the associations are compared with it: decayed, without
 * qualifiers. */
static CXType controlling_type(CXCursor control) {
	return clang_getUnqualifiedType(clang_getCursorType(control));
}

static bool is_type_named(CXType type, const char *text) {
	CXString spelling = clang_getTypeSpelling(type);
	const char *name = clang_getCString(spelling);
	bool same = name && strcmp(name, text) == 0;
	clang_disposeString(spelling);
	return same;
}

/* The typedef that is named text among those that the type is made of, or the type itself. */
static bool matches(CXType control, const char *text) {
	if (is_type_named(control, text)) return true;
	CXType canonical = clang_getUnqualifiedType(clang_getCanonicalType(control));
	if (is_type_named(canonical, text)) return true;
	for (int hops = 0; control.kind == CXType_Typedef || control.kind == CXType_Elaborated;
	     hops++) {
		CXCursor declaration = clang_getTypeDeclaration(control);
		if (declaration.kind != CXCursor_TypedefDecl || hops > 64) break;
		control = clang_getTypedefDeclUnderlyingType(declaration);
		if (is_type_named(control, text)) return true;
	}
	return false;
}

/* By the types that clang prints for the associations. */
static CXCursor arm_by_text(struct body *b, CXCursor e, CXCursor control, struct kids arms) {
	struct association_types types = association_types(b, e);
	CXCursor fallback = clang_getNullCursor(), found = fallback;
	if (types.n != arms.n) return fallback;
	CXType type = controlling_type(control);
	for (uint32_t i = 0; i < arms.n; i++) {
		if (strcmp(types.at[i], "default") == 0) fallback = arms.at[i];
		else if (matches(type, types.at[i])) found = arms.at[i];
	}
	return clang_Cursor_isNull(found) ? fallback : found;
}

CXCursor selected_arm(struct body *b, CXCursor e, struct kids kids) {
	if (kids.n < 2) return clang_getNullCursor();
	struct kids arms = {kids.at + 1, kids.n - 1};
	CXCursor found = only_arm_of_type(e, arms);
	if (!clang_Cursor_isNull(found)) return found;
	return arm_by_text(b, e, kid(kids, 0), arms);
}

/* --- designators ------------------------------------------------------------------------------ */

static CXCursor strip_unexposed(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	enum unexposed_kind kind = unexposed_kind(b, e, kids);
	if (kind == UNEXPOSED_INNER) return kid(kids, 0);
	return kind == UNEXPOSED_CHOOSE ? chosen_arm(kids) : clang_getNullCursor();
}

/* `*f` and `&f` are f when it is a function. */
static CXCursor strip_unary(struct body *b, CXCursor e) {
	enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(e);
	CXCursor operand = cursor_first_kid(e);
	bool is_same = op == CXUnaryOperator_Extension ||
	               (op == CXUnaryOperator_AddrOf && is_function(type_of(b->l, operand))) ||
	               (op == CXUnaryOperator_Deref && is_function(type_of(b->l, e)));
	return is_same ? operand : clang_getNullCursor();
}

static CXCursor strip_once(struct body *b, CXCursor e) {
	switch ((int)e.kind) {
	case CXCursor_ParenExpr: return cursor_first_kid(e);
	case CXCursor_CStyleCastExpr: {
		struct kids kids = cursor_kids(b->l->scratch, e);
		return last_kid(kids);
	}
	case CXCursor_UnexposedExpr: return strip_unexposed(b, e);
	case CXCursor_GenericSelectionExpr: return selected_arm(b, e, cursor_kids(b->l->scratch, e));
	case CXCursor_UnaryOperator: return strip_unary(b, e);
	default: return clang_getNullCursor();
	}
}

CXCursor strip(struct body *b, CXCursor e) {
	for (;;) {
		CXCursor inner = strip_once(b, e);
		if (clang_Cursor_isNull(inner)) return e;
		e = inner;
	}
}
