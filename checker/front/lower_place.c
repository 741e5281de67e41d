/* Places: what lvalues designate, what pointers point to, and container_of. */
#include <string.h>

#include "front/lower.h"

/* --- names ------------------------------------------------------------------------------------ */

/* A local of which the declaration was not lowered, because it stands where nothing is
 * evaluated. */
static struct ir_place missing_local(struct body *b, CXCursor declaration) {
	struct lower *l = b->l;
	uint32_t var = new_var(b, cursor_name(l->names, declaration), type_of(l, declaration)->type,
	                       locate(l, declaration));
	map_put(l->scratch, &b->var_index, cursor_key(declaration), (void *)((uintptr_t)var + 1));
	return var_place(var);
}

struct ir_place name_place(struct body *b, CXCursor e) {
	CXCursor declaration = clang_getCursorReferenced(e);
	uintptr_t index = (uintptr_t)map_get(&b->var_index, cursor_key(declaration));
	if (index) return var_place((uint32_t)index - 1);
	if (declaration.kind == CXCursor_ParmDecl) return missing_local(b, declaration);
	if (declaration.kind == CXCursor_VarDecl &&
	    !clang_Cursor_hasVarDeclGlobalStorage(declaration) &&
	    !clang_Cursor_hasVarDeclExternalStorage(declaration))
		return missing_local(b, declaration);
	if (declaration.kind != CXCursor_VarDecl && declaration.kind != CXCursor_FunctionDecl)
		return place_at(b, UNKNOWN, e);
	return global_place(use_decl(b->l, declaration)->name);
}

/* --- members and elements --------------------------------------------------------------------- */

/* libclang shows some of the anonymous structs and unions on the way to a field; none is a step. */
static struct ir_place member_place(struct body *b, CXCursor e) {
	CXCursor base = cursor_first_kid(e);
	const struct ir_field *field = field_of(b->l, clang_getCursorReferenced(e));
	if (!clang_isExpression(base.kind)) return place_at(b, UNKNOWN, e);
	bool is_arrow = type_of(b->l, base)->kind == CXType_Pointer;
	struct ir_place place = is_arrow ? lower_pointee(b, base) : lower_place(b, base);
	return field ? with_field(b, place, field) : place;
}

static struct ir_place moved(struct body *b, struct ir_place place, CXCursor index, int sign) {
	int64_t n;
	if (constant_of(b, index, &n)) return with_index(b, place, sign * n);
	if (sign > 0) return with_at(b, place, lower_value(b, index));
	lower_effect(b, index);
	return with_any(b, place);
}

static struct ir_place element_place(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	if (kids.n != 2) return place_at(b, UNKNOWN, e);
	bool is_swapped = type_of(b->l, kid(kids, 0))->kind != CXType_Pointer;
	if (is_swapped && type_of(b->l, kid(kids, 1))->kind != CXType_Pointer) {
		struct ir_place vector = lower_place(b, kid(kids, 0));
		lower_effect(b, kid(kids, 1));
		return with_step(b->l->arena, vector, (struct ir_step){.kind = IR_STEP_ELEMENT});
	}
	struct ir_place place = lower_pointee(b, kid(kids, is_swapped ? 1 : 0));
	return moved(b, place, kid(kids, is_swapped ? 0 : 1), 1);
}

/* --- pointer arithmetic ----------------------------------------------------------------------- */

/* Is p a record's address seen as bytes? Then p + n is no element of anything. */
static bool is_record_as_bytes(struct body *b, CXCursor p) {
	while (p.kind == CXCursor_ParenExpr) p = cursor_first_kid(p);
	if (p.kind != CXCursor_CStyleCastExpr) return false;
	struct kids kids = cursor_kids(b->l->scratch, p);
	const struct type_note *from = type_of(b->l, last_kid(kids)), *to = type_of(b->l, p);
	return from->kind == CXType_Pointer && to->kind == CXType_Pointer &&
	       pointee_note(b->l, from)->kind == CXType_Record &&
	       pointee_note(b->l, to)->kind != CXType_Record;
}

static void add_path_field(struct body *b, struct field_path *path, CXCursor reference) {
	const struct ir_field *field = field_of(b->l, clang_getCursorReferenced(reference));
	if (field && path->n < sizeof path->at / sizeof *path->at) path->at[path->n++] = field;
}

/* The fields of `&((T *)0)->f.g`, the old spelling of offsetof. */
static bool null_member_path(struct body *b, CXCursor e, struct field_path *path) {
	e = strip(b, e);
	if (e.kind == CXCursor_ArraySubscriptExpr)
		return null_member_path(b, cursor_first_kid(e), path);
	if (e.kind == CXCursor_MemberRefExpr) {
		if (!null_member_path(b, cursor_first_kid(e), path)) return false;
		add_path_field(b, path, e);
		return true;
	}
	int64_t number;
	return e.kind == CXCursor_IntegerLiteral && evaluate(e, &number) && number == 0;
}

/* The fields that e is the offset of, outermost first. */
static bool offset_path(struct body *b, CXCursor e, struct field_path *path) {
	e = strip(b, e);
	path->n = 0;
	if (e.kind == CXCursor_UnaryOperator &&
	    clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_AddrOf)
		return null_member_path(b, cursor_first_kid(e), path) && path->n;
	if (e.kind != CXCursor_UnexposedExpr) return false;
	struct kids kids = cursor_kids(b->l->scratch, e);
	if (unexposed_kind(b, e, kids) != UNEXPOSED_OFFSETOF) return false;
	for (uint32_t i = 0; i < kids.n; i++)
		if (kids.at[i].kind == CXCursor_MemberRef) add_path_field(b, path, kids.at[i]);
	return path->n > 0;
}

/* A pointer, perhaps as a number. */
static bool is_address(struct body *b, CXCursor e) {
	if (type_of(b->l, e)->kind == CXType_Pointer) return true;
	CXCursor inner = strip(b, e);
	return type_of(b->l, inner)->kind == CXType_Pointer;
}

bool lower_container(struct body *b, CXCursor e, struct ir_value *v) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	struct field_path path;
	if (kids.n != 2 || !offset_path(b, kid(kids, 1), &path) || !is_address(b, kid(kids, 0)))
		return false;
	*v = lower_value(b, kid(kids, 0));
	for (uint32_t i = path.n; i > 0; i--) *v = emit_container(b, *v, path.at[i - 1], e);
	return true;
}

struct ir_place lower_pointer_sum(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	bool is_swapped = type_of(b->l, kid(kids, 0))->kind != CXType_Pointer;
	CXCursor pointer = kid(kids, is_swapped ? 1 : 0), offset = kid(kids, is_swapped ? 0 : 1);
	bool is_minus = clang_getCursorBinaryOperatorKind(e) == CXBinaryOperator_Sub;
	struct field_path path;
	if (!is_minus && offset_path(b, offset, &path)) {
		struct ir_place place = lower_pointee(b, pointer);
		for (uint32_t i = 0; i < path.n; i++) place = with_field(b, place, path.at[i]);
		return place;
	}
	if (is_record_as_bytes(b, pointer)) {
		struct ir_value values[] = {lower_value(b, pointer), lower_value(b, offset)};
		return place_at(b, emit_opaque(b, values, 2, e), e);
	}
	return moved(b, lower_pointee(b, pointer), offset, is_minus ? -1 : 1);
}

/* --- what pointers point to ------------------------------------------------------------------- */

static struct ir_place value_pointee(struct body *b, CXCursor e) {
	return place_at(b, lower_value(b, e), e);
}

static struct ir_place inner_pointee(struct body *b, CXCursor e, CXCursor inner) {
	const struct type_note *t = type_of(b->l, inner);
	CXCursor literal;
	if (is_array(t) && !find_string(inner, &literal)) return with_first(b, lower_place(b, inner));
	struct ir_place place;
	if (lower_record_cast(b, inner, type_of(b->l, e), &place)) return place;
	return t->kind == CXType_Pointer ? lower_pointee(b, inner) : value_pointee(b, e);
}

static struct ir_place unexposed_pointee(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	if (unexposed_kind(b, e, kids) != UNEXPOSED_INNER) return value_pointee(b, e);
	return inner_pointee(b, e, kid(kids, 0));
}

static struct ir_place binary_pointee(struct body *b, CXCursor e) {
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(e);
	struct ir_value v;
	if (kind == CXBinaryOperator_Sub && lower_container(b, e, &v)) return place_at(b, v, e);
	if (kind == CXBinaryOperator_Add || kind == CXBinaryOperator_Sub)
		return lower_pointer_sum(b, e);
	return value_pointee(b, e);
}

static struct ir_place pointee(struct body *b, CXCursor e) {
	switch ((int)e.kind) {
	case CXCursor_ParenExpr: return lower_pointee(b, cursor_first_kid(e));
	case CXCursor_UnexposedExpr: return unexposed_pointee(b, e);
	case CXCursor_CStyleCastExpr: {
		struct kids kids = cursor_kids(b->l->scratch, e);
		return inner_pointee(b, e, last_kid(kids));
	}
	case CXCursor_UnaryOperator: {
		enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(e);
		if (op == CXUnaryOperator_AddrOf) return lower_place(b, cursor_first_kid(e));
		if (op == CXUnaryOperator_Extension) return lower_pointee(b, cursor_first_kid(e));
		return value_pointee(b, e);
	}
	case CXCursor_BinaryOperator: return binary_pointee(b, e);
	default: return value_pointee(b, e);
	}
}

struct ir_place lower_pointee(struct body *b, CXCursor e) {
	if (!enter_level(b)) return place_at(b, UNKNOWN, e);
	struct ir_place place = pointee(b, e);
	leave_level(b);
	return place;
}

/* --- lvalues and objects ---------------------------------------------------------------------- */

static struct ir_place unexposed_place(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	switch (unexposed_kind(b, e, kids)) {
	case UNEXPOSED_INNER: return lower_place(b, kid(kids, 0));
	case UNEXPOSED_CHOOSE: {
		CXCursor arm = chosen_arm(kids);
		return clang_Cursor_isNull(arm) ? place_at(b, UNKNOWN, e) : lower_place(b, arm);
	}
	case UNEXPOSED_ELVIS:
	case UNEXPOSED_OFFSETOF:
	case UNEXPOSED_VA_ARG:
	case UNEXPOSED_ATOMIC:
	case UNEXPOSED_CONSTANT:
	case UNEXPOSED_OTHER: break;
	}
	return value_pointee(b, e);
}

static struct ir_place unary_place(struct body *b, CXCursor e) {
	CXCursor operand = cursor_first_kid(e);
	enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(e);
	if (op == CXUnaryOperator_Deref) return lower_pointee(b, operand);
	if (op == CXUnaryOperator_Extension || op == CXUnaryOperator_Real || op == CXUnaryOperator_Imag)
		return lower_place(b, operand);
	return value_pointee(b, e);
}

/* An assignment of a record's value is its address; so is that of a comma. */
static struct ir_place binary_place(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	if (clang_getCursorBinaryOperatorKind(e) != CXBinaryOperator_Comma || kids.n != 2)
		return value_pointee(b, e);
	lower_effect(b, kid(kids, 0));
	return lower_place(b, kid(kids, 1));
}

static struct ir_place cast_place(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	CXCursor operand = last_kid(kids);
	if (type_of(b->l, operand)->kind == CXType_Record) return lower_place(b, operand);
	struct ir_value v = lower_value(b, operand);
	return place_at(b, emit_opaque(b, &v, 1, e), e);
}

static struct ir_place place_of(struct body *b, CXCursor e) {
	switch ((int)e.kind) {
	case CXCursor_DeclRefExpr: return name_place(b, e);
	case CXCursor_MemberRefExpr: return member_place(b, e);
	case CXCursor_ArraySubscriptExpr: return element_place(b, e);
	case CXCursor_ParenExpr: return lower_place(b, cursor_first_kid(e));
	case CXCursor_UnexposedExpr: return unexposed_place(b, e);
	case CXCursor_UnaryOperator: return unary_place(b, e);
	case CXCursor_BinaryOperator: return binary_place(b, e);
	case CXCursor_CStyleCastExpr: return cast_place(b, e);
	case CXCursor_ConditionalOperator: return lower_choice_object(b, e);
	case CXCursor_CompoundLiteralExpr: return lower_compound_literal(b, e);
	case CXCursor_GenericSelectionExpr: {
		CXCursor arm = selected_arm(b, e, cursor_kids(b->l->scratch, e));
		return clang_Cursor_isNull(arm) ? place_at(b, UNKNOWN, e) : lower_place(b, arm);
	}
	default: return value_pointee(b, e);
	}
}

struct ir_place lower_place(struct body *b, CXCursor e) {
	if (!enter_level(b)) return place_at(b, UNKNOWN, e);
	struct ir_place place = place_of(b, e);
	leave_level(b);
	return place;
}
