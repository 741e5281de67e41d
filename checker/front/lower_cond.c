/* Conditions, and the operators that choose. Truth exists in branches only. */
#include <string.h>

#include "front/lower.h"

static bool find_compare(CXCursor e, enum ir_compare *compare) {
	switch ((int)clang_getCursorBinaryOperatorKind(e)) {
	case CXBinaryOperator_LT: *compare = IR_LT; return true;
	case CXBinaryOperator_GT: *compare = IR_GT; return true;
	case CXBinaryOperator_LE: *compare = IR_LE; return true;
	case CXBinaryOperator_GE: *compare = IR_GE; return true;
	case CXBinaryOperator_EQ: *compare = IR_EQ; return true;
	case CXBinaryOperator_NE: *compare = IR_NE; return true;
	default: return false;
	}
}

/* --- conditions ------------------------------------------------------------------------------- */

static void test_value(struct body *b, CXCursor e, uint32_t yes, uint32_t no) {
	struct ir_value v = lower_value(b, e);
	emit_branch(b, IR_NE, false, v, constant(0), yes, no, e);
}

/* Places block unless nothing leads to it. */
static bool place_if_referenced(struct body *b, uint32_t block) {
	if (!is_referenced(b, block)) return false;
	place_block(b, block);
	return true;
}

static void binary_condition(struct body *b, CXCursor e, uint32_t yes, uint32_t no) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(e);
	enum ir_compare compare;
	if (kids.n != 2) {
		test_value(b, e, yes, no);
	} else if (kind == CXBinaryOperator_LAnd || kind == CXBinaryOperator_LOr) {
		bool is_and = kind == CXBinaryOperator_LAnd;
		uint32_t second = new_block(b);
		lower_condition(b, kid(kids, 0), is_and ? second : yes, is_and ? no : second);
		if (place_if_referenced(b, second)) lower_condition(b, kid(kids, 1), yes, no);
	} else if (kind == CXBinaryOperator_Comma) {
		lower_effect(b, kid(kids, 0));
		lower_condition(b, kid(kids, 1), yes, no);
	} else if (find_compare(e, &compare)) {
		struct ir_value left = lower_value(b, kid(kids, 0)), right = lower_value(b, kid(kids, 1));
		emit_branch(b, compare, type_of(b->l, kid(kids, 0))->is_unsigned, left, right, yes, no, e);
	} else {
		test_value(b, e, yes, no);
	}
}

static void choice_condition(struct body *b, CXCursor e, uint32_t yes, uint32_t no) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	uint32_t first = new_block(b), second = new_block(b);
	lower_condition(b, kid(kids, 0), first, second);
	if (place_if_referenced(b, first)) lower_condition(b, kid(kids, 1), yes, no);
	if (place_if_referenced(b, second)) lower_condition(b, kid(kids, 2), yes, no);
}

static void unexposed_condition(struct body *b, CXCursor e, uint32_t yes, uint32_t no) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	enum unexposed_kind kind = unexposed_kind(b, e, kids);
	if (kind == UNEXPOSED_INNER && !is_array(type_of(b->l, kid(kids, 0)))) {
		lower_condition(b, kid(kids, 0), yes, no);
	} else if (kind == UNEXPOSED_ELVIS) {
		uint32_t second = new_block(b);
		lower_condition(b, kid(kids, 0), yes, second);
		if (place_if_referenced(b, second)) lower_condition(b, kid(kids, 3), yes, no);
	} else {
		test_value(b, e, yes, no);
	}
}

/* `__builtin_expect(x, y)` is x, and x may be a condition. */
static bool is_expect(struct body *b, CXCursor call) {
	CXCursor function = clang_getCursorReferenced(call);
	if (function.kind != CXCursor_FunctionDecl || clang_Cursor_getNumArguments(call) < 2)
		return false;
	return strncmp(decl_note(b->l, function)->name, "__builtin_expect",
	               strlen("__builtin_expect")) == 0;
}

static void unary_condition(struct body *b, CXCursor e, uint32_t yes, uint32_t no) {
	enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(e);
	if (op == CXUnaryOperator_LNot) lower_condition(b, cursor_first_kid(e), no, yes);
	else if (op == CXUnaryOperator_Extension) lower_condition(b, cursor_first_kid(e), yes, no);
	else test_value(b, e, yes, no);
}

static void cast_condition(struct body *b, CXCursor e, uint32_t yes, uint32_t no) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	CXCursor operand = last_kid(kids);
	if (is_array(type_of(b->l, operand))) test_value(b, e, yes, no);
	else lower_condition(b, operand, yes, no);
}

static void condition(struct body *b, CXCursor e, uint32_t yes, uint32_t no) {
	switch ((int)e.kind) {
	case CXCursor_ParenExpr: lower_condition(b, cursor_first_kid(e), yes, no); return;
	case CXCursor_UnexposedExpr: unexposed_condition(b, e, yes, no); return;
	case CXCursor_CStyleCastExpr: cast_condition(b, e, yes, no); return;
	case CXCursor_UnaryOperator: unary_condition(b, e, yes, no); return;
	case CXCursor_BinaryOperator: binary_condition(b, e, yes, no); return;
	case CXCursor_ConditionalOperator: choice_condition(b, e, yes, no); return;
	case CXCursor_CallExpr:
		if (is_expect(b, e)) lower_condition(b, clang_Cursor_getArgument(e, 0), yes, no);
		else test_value(b, e, yes, no);
		return;
	default: test_value(b, e, yes, no);
	}
}

void lower_condition(struct body *b, CXCursor e, uint32_t yes, uint32_t no) {
	if (!enter_level(b)) return;
	condition(b, e, yes, no);
	leave_level(b);
}

/* --- truth as a value ------------------------------------------------------------------------- */

static struct ir_value join_truth(struct body *b, uint32_t yes, uint32_t no, CXCursor at) {
	bool may_hold = is_referenced(b, yes), may_fail = is_referenced(b, no);
	if (!may_hold || !may_fail) {
		place_if_referenced(b, may_hold ? yes : no);
		return may_hold || may_fail ? constant(may_hold) : UNKNOWN;
	}
	uint32_t join = new_block(b), temp = new_temp(b);
	place_block(b, yes);
	emit_copy(b, temp, constant(1), at);
	emit_jump(b, join, (struct ir_loc){0});
	place_block(b, no);
	emit_copy(b, temp, constant(0), at);
	place_block(b, join);
	return temp_value(temp);
}

struct ir_value lower_truth(struct body *b, CXCursor e) {
	uint32_t yes = new_block(b), no = new_block(b);
	lower_condition(b, e, yes, no);
	return join_truth(b, yes, no, e);
}

struct ir_value truth_of(struct body *b, struct ir_value v, CXCursor at) {
	uint32_t yes = new_block(b), no = new_block(b);
	emit_branch(b, IR_NE, false, v, constant(0), yes, no, at);
	return join_truth(b, yes, no, at);
}

/* --- choices ---------------------------------------------------------------------------------- */

static void copy_arm(struct body *b, uint32_t temp, CXCursor e) {
	struct ir_value v = lower_value(b, e);
	emit_copy(b, temp, v, e);
}

static struct ir_value value_choice(struct body *b, struct kids kids) {
	uint32_t yes = new_block(b), no = new_block(b);
	lower_condition(b, kid(kids, 0), yes, no);
	bool may_hold = is_referenced(b, yes), may_fail = is_referenced(b, no);
	if (!may_hold || !may_fail) {
		if (!may_hold && !may_fail) return UNKNOWN;
		place_block(b, may_hold ? yes : no);
		return lower_value(b, kid(kids, may_hold ? 1 : 2));
	}
	uint32_t join = new_block(b), temp = new_temp(b);
	place_block(b, yes);
	copy_arm(b, temp, kid(kids, 1));
	emit_jump(b, join, (struct ir_loc){0});
	place_block(b, no);
	copy_arm(b, temp, kid(kids, 2));
	place_block(b, join);
	return temp_value(temp);
}

struct ir_value lower_choice(struct body *b, CXCursor e) {
	const struct type_note *t = type_of(b->l, e);
	if (t->kind == CXType_Void) {
		lower_choice_effect(b, e);
		return UNKNOWN;
	}
	if (t->kind == CXType_Record) return emit_addr(b, lower_choice_object(b, e), e);
	return value_choice(b, cursor_kids(b->l->scratch, e));
}

struct ir_place lower_choice_object(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	struct ir_place object = new_object(b, "tmp", type_of(b->l, e)->type, e);
	uint32_t yes = new_block(b), no = new_block(b), join = new_block(b);
	lower_condition(b, kid(kids, 0), yes, no);
	if (place_if_referenced(b, yes)) lower_store(b, object, kid(kids, 1), kid(kids, 1));
	emit_jump(b, join, (struct ir_loc){0});
	if (place_if_referenced(b, no)) lower_store(b, object, kid(kids, 2), kid(kids, 2));
	continue_at(b, join);
	return object;
}

struct ir_value lower_elvis(struct body *b, CXCursor e, struct kids kids) {
	struct ir_value v = lower_value(b, kid(kids, 0));
	if (v.kind == IR_CONST) return v.number ? v : lower_value(b, kid(kids, 3));
	uint32_t no = new_block(b), join = new_block(b), temp = new_temp(b);
	emit_copy(b, temp, v, e);
	emit_branch(b, IR_NE, false, v, constant(0), join, no, e);
	if (place_if_referenced(b, no)) copy_arm(b, temp, kid(kids, 3));
	continue_at(b, join);
	return temp_value(temp);
}

void lower_choice_effect(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	uint32_t join = new_block(b), yes = join, no = join;
	CXCursor first = clang_getNullCursor(), second = first;
	if (e.kind == CXCursor_ConditionalOperator) {
		first = kid(kids, 1);
		second = kid(kids, 2);
	} else if (clang_getCursorBinaryOperatorKind(e) == CXBinaryOperator_LAnd) {
		first = kid(kids, 1);
	} else {
		second = kid(kids, 1);
	}
	if (!clang_Cursor_isNull(first)) yes = new_block(b);
	if (!clang_Cursor_isNull(second)) no = new_block(b);
	lower_condition(b, kid(kids, 0), yes, no);
	if (yes != join && place_if_referenced(b, yes)) {
		lower_effect(b, first);
		emit_jump(b, join, (struct ir_loc){0});
	}
	if (no != join && place_if_referenced(b, no)) lower_effect(b, second);
	continue_at(b, join);
}
