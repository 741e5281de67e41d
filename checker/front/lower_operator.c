/* Unary and binary operators, and the assignments that compute. */
#include <string.h>

#include "front/lower.h"

enum ir_op binary_op(enum CXBinaryOperatorKind kind) {
	switch ((int)kind) {
	case CXBinaryOperator_Mul: return IR_OP_mul;
	case CXBinaryOperator_Div: return IR_OP_div;
	case CXBinaryOperator_Rem: return IR_OP_rem;
	case CXBinaryOperator_Add: return IR_OP_add;
	case CXBinaryOperator_Sub: return IR_OP_sub;
	case CXBinaryOperator_Shl: return IR_OP_shl;
	case CXBinaryOperator_Shr: return IR_OP_shr;
	case CXBinaryOperator_And: return IR_OP_and;
	case CXBinaryOperator_Xor: return IR_OP_xor;
	case CXBinaryOperator_Or: return IR_OP_or;
	default: return IR_OP_opaque;
	}
}

/* The two series of enumerators run in parallel. */
enum CXBinaryOperatorKind plain_operator(enum CXBinaryOperatorKind kind) {
	switch ((int)kind) {
	case CXBinaryOperator_MulAssign: return CXBinaryOperator_Mul;
	case CXBinaryOperator_DivAssign: return CXBinaryOperator_Div;
	case CXBinaryOperator_RemAssign: return CXBinaryOperator_Rem;
	case CXBinaryOperator_AddAssign: return CXBinaryOperator_Add;
	case CXBinaryOperator_SubAssign: return CXBinaryOperator_Sub;
	case CXBinaryOperator_ShlAssign: return CXBinaryOperator_Shl;
	case CXBinaryOperator_ShrAssign: return CXBinaryOperator_Shr;
	case CXBinaryOperator_AndAssign: return CXBinaryOperator_And;
	case CXBinaryOperator_XorAssign: return CXBinaryOperator_Xor;
	case CXBinaryOperator_OrAssign: return CXBinaryOperator_Or;
	default: return CXBinaryOperator_Invalid;
	}
}

/* --- unary ------------------------------------------------------------------------------------ */

/* ++ and --. Returns the old value for the postfix forms. */
static struct ir_value step(struct body *b, CXCursor e, enum CXUnaryOperatorKind op) {
	const struct type_note *t = type_of(b->l, e);
	bool is_up = op == CXUnaryOperator_PostInc || op == CXUnaryOperator_PreInc;
	bool is_post = op == CXUnaryOperator_PostInc || op == CXUnaryOperator_PostDec;
	struct ir_place place = lower_place(b, cursor_first_kid(e));
	struct ir_value old = emit_load(b, place, e), new;
	if (t->kind == CXType_Pointer)
		new = emit_addr(b, with_index(b, place_at(b, old, e), is_up ? 1 : -1), e);
	else new = emit_binary(b, is_up ? IR_OP_add : IR_OP_sub, old, constant(1), t, e);
	emit_store(b, place, new, e);
	return is_post ? old : new;
}

void lower_step_effect(struct body *b, CXCursor e) {
	step(b, e, clang_getCursorUnaryOperatorKind(e));
}

/* The address of an array is that of its first element, as what it decays to is. */
static struct ir_value address_value(struct body *b, CXCursor e, CXCursor operand) {
	const struct type_note *t = type_of(b->l, operand);
	if (is_function(t)) return lower_value(b, operand);
	struct ir_place place = lower_place(b, operand);
	return emit_addr(b, is_array(t) ? with_first(b, place) : place, e);
}

static struct ir_value deref_value(struct body *b, CXCursor e, CXCursor operand) {
	const struct type_note *t = type_of(b->l, e);
	if (is_function(t)) return lower_value(b, operand);
	return place_value(b, lower_pointee(b, operand), t, e);
}

static struct ir_value computed(struct body *b, enum ir_op op, CXCursor e, CXCursor operand) {
	struct ir_value v = lower_value(b, operand);
	return emit_unary(b, op, v, type_of(b->l, e), e);
}

struct ir_value lower_unary(struct body *b, CXCursor e) {
	CXCursor operand = cursor_first_kid(e);
	enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(e);
	switch ((int)op) {
	case CXUnaryOperator_PostInc:
	case CXUnaryOperator_PostDec:
	case CXUnaryOperator_PreInc:
	case CXUnaryOperator_PreDec: return step(b, e, op);
	case CXUnaryOperator_AddrOf: return address_value(b, e, operand);
	case CXUnaryOperator_Deref: return deref_value(b, e, operand);
	case CXUnaryOperator_Minus: return computed(b, IR_OP_neg, e, operand);
	case CXUnaryOperator_Not: return computed(b, IR_OP_inv, e, operand);
	case CXUnaryOperator_LNot: return lower_truth(b, e);
	case CXUnaryOperator_Real:
	case CXUnaryOperator_Imag: {
		struct ir_value v = lower_value(b, operand);
		return emit_opaque(b, &v, 1, e);
	}
	default: /* +x, __extension__ x */ return lower_value(b, operand);
	}
}

/* --- binary ----------------------------------------------------------------------------------- */

static struct ir_place assign_record(struct body *b, CXCursor e, struct kids kids) {
	struct ir_place source = lower_place(b, kid(kids, 1)), place = lower_place(b, kid(kids, 0));
	emit_blit(b, place, source, e);
	return place;
}

void lower_assign_effect(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	if (kids.n == 2 && type_of(b->l, kid(kids, 0))->kind == CXType_Record)
		assign_record(b, e, kids);
	else lower_binary(b, e);
}

static struct ir_value assign(struct body *b, CXCursor e, struct kids kids) {
	if (type_of(b->l, kid(kids, 0))->kind == CXType_Record)
		return emit_addr(b, assign_record(b, e, kids), e);
	if (lower_set_clearing(b, e, kids)) return constant(0);
	struct ir_value v = lower_value(b, kid(kids, 1));
	emit_store(b, lower_place(b, kid(kids, 0)), v, e);
	return v;
}

static struct ir_value arithmetic(struct body *b, CXCursor e, struct kids kids) {
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(e);
	const struct type_note *t = type_of(b->l, e);
	struct ir_value v;
	if (kind == CXBinaryOperator_Sub && lower_container(b, e, &v)) return v;
	if (t->kind == CXType_Pointer) return emit_addr(b, lower_pointer_sum(b, e), e);
	if (kind == CXBinaryOperator_And && lower_set_test(b, e, kids, &v)) return v;
	v = lower_value(b, kid(kids, 0));
	struct ir_value w = lower_value(b, kid(kids, 1));
	return emit_binary(b, binary_op(kind), v, w, t, e);
}

struct ir_value lower_binary(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	if (kids.n != 2) return UNKNOWN;
	switch ((int)clang_getCursorBinaryOperatorKind(e)) {
	case CXBinaryOperator_Assign: return assign(b, e, kids);
	case CXBinaryOperator_Comma: lower_effect(b, kid(kids, 0)); return lower_value(b, kid(kids, 1));
	case CXBinaryOperator_LAnd:
	case CXBinaryOperator_LOr:
	case CXBinaryOperator_LT:
	case CXBinaryOperator_GT:
	case CXBinaryOperator_LE:
	case CXBinaryOperator_GE:
	case CXBinaryOperator_EQ:
	case CXBinaryOperator_NE: return lower_truth(b, e);
	default: return arithmetic(b, e, kids);
	}
}

/* --- compound assignment ---------------------------------------------------------------------- */

static struct ir_value assign_pointer(struct body *b, CXCursor e, struct kids kids, bool is_up) {
	int64_t n;
	bool is_constant = constant_of(b, kid(kids, 1), &n);
	if (!is_constant) lower_effect(b, kid(kids, 1));
	struct ir_place place = lower_place(b, kid(kids, 0));
	struct ir_place old = place_at(b, emit_load(b, place, e), e);
	struct ir_place moved = is_constant ? with_index(b, old, is_up ? n : -n) : with_any(b, old);
	struct ir_value v = emit_addr(b, moved, e);
	emit_store(b, place, v, e);
	return v;
}

struct ir_value lower_compound_assign(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	if (kids.n != 2) return UNKNOWN;
	if (lower_set_change(b, e, kids)) return UNKNOWN;
	const struct type_note *t = type_of(b->l, kid(kids, 0));
	enum CXBinaryOperatorKind kind = plain_operator(clang_getCursorBinaryOperatorKind(e));
	if (t->kind == CXType_Pointer) return assign_pointer(b, e, kids, kind == CXBinaryOperator_Add);
	struct ir_value w = lower_value(b, kid(kids, 1));
	struct ir_place place = lower_place(b, kid(kids, 0));
	struct ir_value v = emit_binary(b, binary_op(kind), emit_load(b, place, e), w, t, e);
	if (t->kind == CXType_Bool) v = truth_of(b, v, e);
	emit_store(b, place, v, e);
	return v;
}

/* --- constants -------------------------------------------------------------------------------- */

static bool constant_unary(struct body *b, CXCursor e, int64_t *number) {
	enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(e);
	bool computes = op == CXUnaryOperator_Minus || op == CXUnaryOperator_Plus ||
	                op == CXUnaryOperator_Not || op == CXUnaryOperator_Extension;
	if (!computes || !constant_of(b, cursor_first_kid(e), number)) return false;
	if (op == CXUnaryOperator_Minus) *number = (int64_t)(0 - (uint64_t)*number);
	if (op == CXUnaryOperator_Not) *number = ~*number;
	return true;
}

static bool constant_binary(struct body *b, CXCursor e, int64_t *number) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	int64_t left, right;
	enum ir_op op = binary_op(clang_getCursorBinaryOperatorKind(e));
	if (op == IR_OP_opaque || kids.n != 2) return false;
	if (!constant_of(b, kid(kids, 0), &left) || !constant_of(b, kid(kids, 1), &right)) return false;
	struct ir_value v = emit_binary(b, op, constant(left), constant(right), type_of(b->l, e), e);
	*number = v.number;
	return v.kind == IR_CONST;
}

bool constant_of(struct body *b, CXCursor e, int64_t *number) {
	switch ((int)e.kind) {
	case CXCursor_IntegerLiteral:
	case CXCursor_CharacterLiteral:
	case CXCursor_UnaryExpr: return evaluate(e, number);
	case CXCursor_ParenExpr: return constant_of(b, cursor_first_kid(e), number);
	case CXCursor_UnexposedExpr: {
		struct kids kids = cursor_kids(b->l->scratch, e);
		enum unexposed_kind kind = unexposed_kind(b, e, kids);
		if (kind == UNEXPOSED_OFFSETOF || kind == UNEXPOSED_CONSTANT) return evaluate(e, number);
		return kind == UNEXPOSED_INNER && constant_of(b, kid(kids, 0), number);
	}
	case CXCursor_DeclRefExpr: {
		CXCursor referenced = clang_getCursorReferenced(e);
		if (referenced.kind != CXCursor_EnumConstantDecl) return false;
		*number = decl_note(b->l, referenced)->number;
		return true;
	}
	case CXCursor_UnaryOperator: return constant_unary(b, e, number);
	case CXCursor_BinaryOperator: return constant_binary(b, e, number);
	default: return false;
	}
}
