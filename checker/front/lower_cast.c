/* Casts between pointers to a record and to its first member, C's way to derive one from the
 * other, and of sums to pointers, its way to keep a number in a table of pointers. */
#include "front/lower.h"

/* False for records of which the definition is not known, and for one and the same. */
static bool are_records(const struct type_note *from, const struct type_note *to) {
	return from->kind == CXType_Record && to->kind == CXType_Record &&
	       !clang_equalCursors(clang_getTypeDeclaration(from->canonical),
	                           clang_getTypeDeclaration(to->canonical));
}

bool lower_record_cast(struct body *b, CXCursor inner, const struct type_note *to,
                       struct ir_place *pointee) {
	const struct type_note *from = type_of(b->l, inner);
	if (from->kind != CXType_Pointer || to->kind != CXType_Pointer) return false;
	struct field_path path = {.n = 0};
	const struct type_note *outer = pointee_note(b->l, from), *other = pointee_note(b->l, to);
	if (!are_records(outer, other)) return false;
	if (first_members(b->l, outer, other, &path)) {
		*pointee = lower_pointee(b, inner);
		for (uint32_t i = 0; i < path.n; i++) *pointee = with_field(b, *pointee, path.at[i]);
		return true;
	}
	if (!first_members(b->l, other, outer, &path)) return false;
	struct ir_value v = lower_value(b, inner);
	for (uint32_t i = path.n; i > 0 && v.kind == IR_TEMP; i--)
		v = emit_container(b, v, path.at[i - 1], inner);
	*pointee = place_at(b, v, inner);
	return true;
}

/* The instruction that made v, the last one, when it adds; else NULL. */
static const struct ir_instr *sum_behind(const struct body *b, struct ir_value v) {
	if (v.kind != IR_TEMP || b->block == NO_BLOCK) return NULL;
	const struct draft *block = &b->blocks.items[b->block];
	const struct ir_instr *last =
		block->instrs.n ? &block->instrs.items[block->instrs.n - 1] : NULL;
	bool is_sum =
		last && last->result == v.temp && (last->op == IR_OP_add || last->op == IR_OP_sub);
	return is_sum ? last : NULL;
}

void lower_hidden_number(struct body *b, CXCursor inner, struct ir_value v) {
	CXCursor sum = strip(b, inner);
	const struct ir_instr *i = sum_behind(b, v);
	if (sum.kind != CXCursor_BinaryOperator || !i) return;
	struct kids operands = cursor_kids(b->l->scratch, sum);
	const struct ir_value *values = i->args; /* emitting moves the instruction */
	for (uint32_t k = 0; k < operands.n; k++) {
		bool is_address = type_of(b->l, strip(b, kid(operands, k)))->kind == CXType_Pointer;
		if (values[k].kind == IR_TEMP && !is_address) emit_escape(b, &values[k], 1, inner);
	}
}
