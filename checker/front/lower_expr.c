/* Expressions as values, and for their effects alone. */
#include <string.h>

#include "front/lower.h"

struct ir_value place_value(struct body *b, struct ir_place place, const struct type_note *t,
                            CXCursor at) {
	if (is_array(t)) return emit_addr(b, with_first(b, place), at);
	if (t->kind == CXType_Record || is_function(t)) return emit_addr(b, place, at);
	return emit_load(b, place, at);
}

void lower_store(struct body *b, struct ir_place place, CXCursor e, CXCursor at) {
	if (type_of(b->l, e)->kind == CXType_Record) {
		struct ir_place source = lower_place(b, e);
		emit_blit(b, place, source, at);
	} else {
		struct ir_value v = lower_value(b, e);
		emit_store(b, place, v, at);
	}
}

static struct ir_value value_of_place(struct body *b, CXCursor e) {
	return place_value(b, lower_place(b, e), type_of(b->l, e), e);
}

/* --- names and literals ----------------------------------------------------------------------- */

static struct ir_value name_value(struct body *b, CXCursor e) {
	CXCursor referenced = clang_getCursorReferenced(e);
	if (referenced.kind == CXCursor_VarDecl || referenced.kind == CXCursor_ParmDecl)
		return value_of_place(b, e);
	const struct decl_note *note = use_decl(b->l, referenced);
	if (note->kind == DECL_CONSTANT) return constant(note->number);
	return note->kind == DECL_FUNCTION ? symbol(note->name) : UNKNOWN;
}

static struct ir_value evaluated(CXCursor e) {
	int64_t number;
	return evaluate(e, &number) ? constant(number) : UNKNOWN;
}

/* --- casts ------------------------------------------------------------------------------------ */

static struct ir_value cast_value(struct body *b, CXCursor operand, const struct type_note *t) {
	if (t->kind == CXType_Void) {
		lower_effect(b, operand);
		return UNKNOWN;
	}
	if (t->kind == CXType_Bool && type_of(b->l, operand)->kind != CXType_Bool)
		return lower_truth(b, operand);
	struct ir_value v = lower_value(b, operand);
	return v.kind == IR_CONST ? constant(wrap_constant(t, v.number)) : v;
}

static struct ir_value inner_value(struct body *b, CXCursor e, CXCursor inner) {
	const struct type_note *t = type_of(b->l, e);
	if (t->kind != CXType_Pointer) return cast_value(b, inner, t);
	const struct type_note *from = type_of(b->l, inner);
	CXCursor literal;
	if (is_array(from) && find_string(inner, &literal))
		return (struct ir_value){.kind = IR_STRING, .text = string_bytes(b->l, literal)};
	if (is_array(from)) return emit_addr(b, with_first(b, lower_place(b, inner)), e);
	struct ir_place pointee;
	if (lower_record_cast(b, inner, t, &pointee)) return emit_addr(b, pointee, e);
	struct ir_value v = lower_value(b, inner);
	if (from->kind != CXType_Pointer) lower_hidden_number(b, inner, v);
	return v;
}

/* --- what has no kind of its own -------------------------------------------------------------- */

static void effects_of(struct body *b, struct kids kids) {
	for (uint32_t i = 0; i < kids.n; i++)
		if (clang_isExpression(kids.at[i].kind)) lower_effect(b, kids.at[i]);
}

/* Unknown, made of the values of the children. */
static struct ir_value opaque_value(struct body *b, CXCursor e, struct kids kids) {
	struct ir_value *values = ARENA_ARRAY(b->l->scratch, struct ir_value, kids.n);
	uint32_t n = 0;
	for (uint32_t i = 0; i < kids.n; i++)
		if (clang_isExpression(kids.at[i].kind) && kids.at[i].kind != CXCursor_InitListExpr)
			values[n++] = lower_value(b, kids.at[i]);
	return emit_opaque(b, values, n, e);
}

static struct ir_value chosen_value(struct body *b, CXCursor arm) {
	if (!clang_Cursor_isNull(arm)) return lower_value(b, arm);
	body_incomplete(b, "which arm of a _Generic is meant is not known");
	return UNKNOWN;
}

static struct ir_value unexposed_value(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	switch (unexposed_kind(b, e, kids)) {
	case UNEXPOSED_INNER: return inner_value(b, e, kid(kids, 0));
	case UNEXPOSED_ELVIS: return lower_elvis(b, e, kids);
	case UNEXPOSED_CHOOSE: return chosen_value(b, chosen_arm(kids));
	case UNEXPOSED_ATOMIC: return lower_atomic(b, e, kids);
	case UNEXPOSED_OFFSETOF:
	case UNEXPOSED_CONSTANT: return evaluated(e);
	case UNEXPOSED_VA_ARG:
	case UNEXPOSED_OTHER: return opaque_value(b, e, kids);
	}
	return UNKNOWN;
}

/* --- values ----------------------------------------------------------------------------------- */

static struct ir_value value_of(struct body *b, CXCursor e) {
	struct arena *scratch = b->l->scratch;
	switch ((int)e.kind) {
	case CXCursor_UnexposedExpr: return unexposed_value(b, e);
	case CXCursor_ParenExpr: return lower_value(b, cursor_first_kid(e));
	case CXCursor_DeclRefExpr: return name_value(b, e);
	case CXCursor_MemberRefExpr:
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_CompoundLiteralExpr: return value_of_place(b, e);
	case CXCursor_CallExpr: return lower_call(b, e);
	case CXCursor_IntegerLiteral:
	case CXCursor_CharacterLiteral:
	case CXCursor_CXXBoolLiteralExpr:
	case CXCursor_UnaryExpr: /* sizeof and _Alignof: the operand is not evaluated */
		return evaluated(e);
	case CXCursor_GNUNullExpr:
	case CXCursor_CXXNullPtrLiteralExpr: return constant(0);
	case CXCursor_StringLiteral:
		return (struct ir_value){.kind = IR_STRING, .text = string_bytes(b->l, e)};
	case CXCursor_UnaryOperator: return lower_unary(b, e);
	case CXCursor_BinaryOperator: return lower_binary(b, e);
	case CXCursor_CompoundAssignOperator: return lower_compound_assign(b, e);
	case CXCursor_ConditionalOperator: return lower_choice(b, e);
	case CXCursor_CStyleCastExpr: return inner_value(b, e, last_kid(cursor_kids(scratch, e)));
	case CXCursor_StmtExpr: return lower_statement_expression(b, e, true);
	case CXCursor_GenericSelectionExpr:
		return chosen_value(b, selected_arm(b, e, cursor_kids(scratch, e)));
	case CXCursor_AddrLabelExpr: take_label_address(b, e); return UNKNOWN;
	case CXCursor_InitListExpr:
	case CXCursor_BlockExpr:
	case CXCursor_FloatingLiteral:
	case CXCursor_ImaginaryLiteral: return UNKNOWN;
	default: return opaque_value(b, e, cursor_kids(scratch, e));
	}
}

struct ir_value lower_value(struct body *b, CXCursor e) {
	if (!enter_level(b)) return UNKNOWN;
	struct ir_value v = value_of(b, e);
	leave_level(b);
	return v;
}

/* --- effects ---------------------------------------------------------------------------------- */

static void unexposed_effect(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	switch (unexposed_kind(b, e, kids)) {
	case UNEXPOSED_INNER: lower_effect(b, kid(kids, 0)); return;
	case UNEXPOSED_CHOOSE: lower_effect(b, chosen_arm(kids)); return;
	case UNEXPOSED_ELVIS: lower_elvis(b, e, kids); return;
	case UNEXPOSED_ATOMIC: lower_atomic(b, e, kids); return;
	case UNEXPOSED_OFFSETOF:
	case UNEXPOSED_CONSTANT: return;
	case UNEXPOSED_VA_ARG:
	case UNEXPOSED_OTHER: effects_of(b, kids);
	}
}

static void binary_effect(struct body *b, CXCursor e) {
	switch ((int)clang_getCursorBinaryOperatorKind(e)) {
	case CXBinaryOperator_Assign: lower_assign_effect(b, e); return;
	case CXBinaryOperator_LAnd:
	case CXBinaryOperator_LOr: lower_choice_effect(b, e); return;
	default: effects_of(b, cursor_kids(b->l->scratch, e));
	}
}

static void unary_effect(struct body *b, CXCursor e) {
	enum CXUnaryOperatorKind kind = clang_getCursorUnaryOperatorKind(e);
	bool steps = kind == CXUnaryOperator_PostInc || kind == CXUnaryOperator_PostDec ||
	             kind == CXUnaryOperator_PreInc || kind == CXUnaryOperator_PreDec;
	if (steps) lower_step_effect(b, e);
	else effects_of(b, cursor_kids(b->l->scratch, e));
}

static void effect_of(struct body *b, CXCursor e) {
	struct arena *scratch = b->l->scratch;
	switch ((int)e.kind) {
	case CXCursor_UnexposedExpr: unexposed_effect(b, e); return;
	case CXCursor_ParenExpr:
	case CXCursor_MemberRefExpr:
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_CStyleCastExpr: effects_of(b, cursor_kids(scratch, e)); return;
	case CXCursor_DeclRefExpr: return;
	case CXCursor_UnaryOperator: unary_effect(b, e); return;
	case CXCursor_BinaryOperator: binary_effect(b, e); return;
	case CXCursor_ConditionalOperator: lower_choice_effect(b, e); return;
	case CXCursor_StmtExpr: lower_statement_expression(b, e, false); return;
	case CXCursor_GenericSelectionExpr:
		lower_effect(b, selected_arm(b, e, cursor_kids(scratch, e)));
		return;
	default: value_of(b, e);
	}
}

void lower_effect(struct body *b, CXCursor e) {
	if (clang_Cursor_isNull(e) || !enter_level(b)) return;
	effect_of(b, e);
	leave_level(b);
}
