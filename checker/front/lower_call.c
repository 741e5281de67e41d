/* Calls. */
#include <string.h>

#include "front/lower.h"

/* The argument of a transparent union (glibc's `__SOCKADDR_ARG`) is a literal of the union that
 * nobody wrote: it stands where its only member does. Returns the member, or e. */
static CXCursor transparent(struct body *b, CXCursor e) {
	if (e.kind != CXCursor_CompoundLiteralExpr) return e;
	struct kids kids = cursor_kids(b->l->scratch, e);
	CXCursor list = kids.n ? last_kid(kids) : e;
	if (list.kind != CXCursor_InitListExpr || !cursor_same_extent(e, list)) return e;
	CXCursor member = cursor_first_kid(list);
	return clang_Cursor_isNull(member) ? e : member;
}

/* A record is passed as the address of a copy. What a call returns is already one. */
static struct ir_value record_argument(struct body *b, CXCursor e, const struct type_note *t) {
	struct ir_place source = lower_place(b, e);
	if (strip(b, e).kind == CXCursor_CallExpr) return emit_addr(b, source, e);
	struct ir_place copy = new_object(b, "arg", t->type, e);
	emit_blit(b, copy, source, e);
	return emit_addr(b, copy, e);
}

static struct ir_value argument(struct body *b, CXCursor e) {
	e = transparent(b, e);
	const struct type_note *t = type_of(b->l, e);
	return t->kind == CXType_Record ? record_argument(b, e, t) : lower_value(b, e);
}

static struct ir_value *lower_arguments(struct body *b, CXCursor e, uint32_t *n) {
	int count = clang_Cursor_getNumArguments(e);
	*n = count > 0 ? (uint32_t)count : 0;
	struct ir_value *values = ARENA_ARRAY(b->l->scratch, struct ir_value, *n);
	for (uint32_t i = 0; i < *n; i++) values[i] = argument(b, clang_Cursor_getArgument(e, i));
	return values;
}

/* The function that is called by name, or NULL. The spelling of a CallExpr will not do: that of
 * `get(1)(x)` is `get`. */
static const struct decl_note *direct_callee(struct body *b, CXCursor callee) {
	CXCursor designated = strip(b, callee);
	if (designated.kind != CXCursor_DeclRefExpr) return NULL;
	CXCursor function = clang_getCursorReferenced(designated);
	return function.kind == CXCursor_FunctionDecl ? use_decl(b->l, function) : NULL;
}

static struct ir_value indirect_callee(struct body *b, CXCursor callee) {
	struct ir_value v = lower_value(b, callee);
	if (v.kind != IR_CONST && v.kind != IR_STRING) return v;
	return UNKNOWN; /* a fixed address */
}

static struct ir_value finish_call(struct body *b, CXCursor e, struct ir_value callee,
                                   struct ir_value *args, uint32_t n, bool returns) {
	bool has_result = type_of(b->l, e)->kind != CXType_Void;
	struct ir_value v = emit_call(b, callee, args, n, has_result, locate(b->l, e));
	if (!returns) emit_unreachable(b, e);
	return v;
}

struct ir_value lower_call(struct body *b, CXCursor e) {
	CXCursor callee = cursor_first_kid(e);
	if (clang_Cursor_isNull(callee)) return UNKNOWN;
	const struct decl_note *function = direct_callee(b, callee);
	struct ir_value result;
	uint32_t n;
	if (!function) {
		struct ir_value v = indirect_callee(b, callee);
		struct ir_value *args = lower_arguments(b, e, &n);
		return finish_call(b, e, v, args, n, !type_is_noreturn(type_of(b->l, callee)));
	}
	if (lower_builtin(b, e, function->name, &result)) return result;
	struct ir_value *args = lower_arguments(b, e, &n);
	const char *name = library_name(b->l, function->name, args, &n);
	return finish_call(b, e, symbol(name), args, n, !function->is_noreturn);
}
