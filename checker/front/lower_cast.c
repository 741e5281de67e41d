/* Casts between pointers to a record and to its first member: C's way to derive one from the
 * other. */
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
