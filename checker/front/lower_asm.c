/* Inline assembly: its inputs escape, its outputs become unknown. */
#include <ctype.h>
#include <string.h>

#include "front/lower.h"

/* libclang shows neither the labels of an `asm goto` nor, in 19, that it is one: the words
 * before the parenthesis do. */
static bool is_asm_goto(struct body *b, CXCursor s) {
	size_t length;
	const char *text = spelled_text(b->l, s, &length);
	for (size_t i = 0, n; text && i < length && text[i] != '('; i += n) {
		for (n = 0; i + n < length && (isalnum((unsigned char)text[i + n]) || text[i + n] == '_');)
			n++;
		if (n == 4 && memcmp(text + i, "goto", n) == 0) return true;
		if (!n) n = 1;
	}
	return false;
}

/* Outputs are lvalues. So are inputs in memory: that they may change is all that can be said. */
static bool is_lvalue(CXCursor e) {
	while (e.kind == CXCursor_ParenExpr) e = cursor_first_kid(e);
	if (e.kind == CXCursor_UnaryOperator)
		return clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_Deref;
	return e.kind == CXCursor_DeclRefExpr || e.kind == CXCursor_MemberRefExpr ||
	       e.kind == CXCursor_ArraySubscriptExpr;
}

static bool is_changed(struct body *b, CXCursor e) {
	const struct type_note *t = type_of(b->l, e);
	return is_lvalue(e) && !is_array(t) && t->kind != CXType_Record && !is_function(t);
}

void lower_asm(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	struct ir_value *inputs = ARENA_ARRAY(b->l->scratch, struct ir_value, kids.n);
	uint32_t n = 0;
	for (uint32_t i = 0; i < kids.n; i++)
		if (clang_isExpression(kids.at[i].kind) && !is_changed(b, kids.at[i]))
			inputs[n++] = lower_value(b, kids.at[i]);
	emit_escape(b, inputs, n, s);
	for (uint32_t i = 0; i < kids.n; i++)
		if (clang_isExpression(kids.at[i].kind) && is_changed(b, kids.at[i]))
			emit_store(b, lower_place(b, kids.at[i]), UNKNOWN, s);
	if (!is_asm_goto(b, s)) return;
	uint32_t here = new_block(b);
	emit_any_label(b, here, s);
	continue_at(b, here);
}
