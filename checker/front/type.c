/* Types, always by way of the canonical one: 19 has Elaborated, 22 has not, and sizeof is
 * Unexposed there. */
#include <string.h>

#include "front/lower.h"

static bool kind_is_signed_integer(enum CXTypeKind kind) {
	return kind == CXType_Char_S || kind == CXType_SChar || kind == CXType_Short ||
	       kind == CXType_Int || kind == CXType_Long || kind == CXType_LongLong ||
	       kind == CXType_Int128 || kind == CXType_WChar;
}

static bool kind_is_unsigned_integer(enum CXTypeKind kind) {
	return kind == CXType_Bool || kind == CXType_Char_U || kind == CXType_UChar ||
	       kind == CXType_Char16 || kind == CXType_Char32 || kind == CXType_UShort ||
	       kind == CXType_UInt || kind == CXType_ULong || kind == CXType_ULongLong ||
	       kind == CXType_UInt128;
}

static bool kind_is_array(enum CXTypeKind kind) {
	return kind == CXType_ConstantArray || kind == CXType_IncompleteArray ||
	       kind == CXType_VariableArray;
}

static bool kind_is_float(enum CXTypeKind kind) {
	return (kind >= CXType_Float && kind <= CXType_LongDouble) || kind == CXType_Float128 ||
	       kind == CXType_Half || kind == CXType_Float16 || kind == CXType_BFloat16 ||
	       kind == CXType_Ibm128 || kind == CXType_Complex || kind == CXType_Vector ||
	       kind == CXType_ExtVector;
}

static CXType value_type(CXType type) {
	CXType canonical = clang_getCanonicalType(type);
	while (canonical.kind == CXType_Atomic)
		canonical = clang_getCanonicalType(clang_Type_getValueType(canonical));
	return canonical;
}

static struct ir_type ir_type_of(struct lower *l, CXType canonical);

/* The record at the end of pointers and arrays. */
static const char *pointed_record(struct lower *l, CXType inner) {
	return ir_type_of(l, value_type(inner)).record;
}

static struct ir_type ir_type_of(struct lower *l, CXType canonical) {
	enum CXTypeKind kind = canonical.kind;
	if (kind == CXType_Pointer)
		return (struct ir_type){IR_PTR, pointed_record(l, clang_getPointeeType(canonical))};
	if (kind_is_array(kind))
		return (struct ir_type){IR_ARRAY, pointed_record(l, clang_getArrayElementType(canonical))};
	if (kind == CXType_Record) return (struct ir_type){IR_RECORD, record_name(l, canonical)};
	if (kind == CXType_FunctionProto || kind == CXType_FunctionNoProto)
		return (struct ir_type){.kind = IR_FUNC};
	if (kind == CXType_Void) return (struct ir_type){.kind = IR_VOID};
	if (kind == CXType_NullPtr || kind == CXType_BlockPointer)
		return (struct ir_type){.kind = IR_PTR};
	return (struct ir_type){.kind = kind_is_float(kind) ? IR_FLOAT : IR_INT};
}

static void note_integer(struct type_note *note) {
	CXType type = note->canonical;
	if (type.kind == CXType_Enum)
		type = value_type(clang_getEnumDeclIntegerType(clang_getTypeDeclaration(type)));
	note->is_unsigned = kind_is_unsigned_integer(type.kind);
	if (!note->is_unsigned && !kind_is_signed_integer(type.kind)) return;
	long long bytes = clang_Type_getSizeOf(type);
	if (bytes > 0) note->bits = (uint32_t)bytes * 8;
}

static struct type_note *find_note(struct lower *l, CXType type) {
	uint64_t key = hash_mix(MAP_KEY(type.data[0]), (uint64_t)type.kind);
	struct type_note *note = map_get(&l->types, key);
	if (note) return note;
	note = ARENA_NEW(l->notes, struct type_note);
	note->canonical = value_type(type);
	note->kind = note->canonical.kind;
	note->type = ir_type_of(l, note->canonical);
	note_integer(note);
	map_put(l->notes, &l->types, key, note);
	return note;
}

const struct type_note *type_note(struct lower *l, CXType type) {
	return find_note(l, type);
}

bool is_array(const struct type_note *t) {
	return kind_is_array(t->kind);
}

bool is_function(const struct type_note *t) {
	return t->kind == CXType_FunctionProto || t->kind == CXType_FunctionNoProto;
}

bool is_float(const struct type_note *t) {
	return kind_is_float(t->kind);
}

/* Is e an lvalue, so that an array type is its own? libclang answers the type as it was declared
 * for everything that is made of a parameter `int v[4]`, which is a pointer. */
static bool keeps_array(CXCursor e) {
	while (e.kind == CXCursor_ParenExpr || e.kind == CXCursor_UnexposedExpr)
		e = cursor_first_kid(e);
	switch ((int)e.kind) {
	case CXCursor_MemberRefExpr:
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_StringLiteral:
	case CXCursor_CompoundLiteralExpr:
	case CXCursor_InitListExpr:
	case CXCursor_GenericSelectionExpr: return true;
	case CXCursor_UnaryOperator: {
		enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(e);
		if (op == CXUnaryOperator_Extension) return keeps_array(cursor_first_kid(e));
		return op == CXUnaryOperator_Deref;
	}
	case CXCursor_DeclRefExpr: return clang_getCursorReferenced(e).kind != CXCursor_ParmDecl;
	default: return !clang_isExpression(e.kind);
	}
}

static const struct type_note *decayed(struct lower *l, struct type_note *t) {
	if (t->decayed) return t->decayed;
	struct type_note *pointer = ARENA_NEW(l->notes, struct type_note);
	*pointer = *t;
	pointer->kind = CXType_Pointer;
	pointer->type.kind = IR_PTR;
	return t->decayed = pointer;
}

const struct type_note *type_of(struct lower *l, CXCursor c) {
	struct type_note *t = find_note(l, clang_getCursorType(c));
	return (is_array(t) || is_function(t)) && !keeps_array(c) ? decayed(l, t) : t;
}

const struct type_note *pointee_note(struct lower *l, const struct type_note *pointer) {
	CXType type = pointer->canonical, element = clang_getArrayElementType(type);
	if (element.kind != CXType_Invalid) return type_note(l, element);
	return type_note(l, type.kind == CXType_Pointer ? clang_getPointeeType(type) : type);
}

bool type_is_noreturn(const struct type_note *t) {
	CXType type = t->canonical;
	if (type.kind == CXType_Pointer) type = clang_getPointeeType(type);
	CXString spelling = clang_getTypeSpelling(type);
	const char *text = clang_getCString(spelling);
	bool found = text && strstr(text, "__attribute__((noreturn))");
	clang_disposeString(spelling);
	return found;
}

int64_t wrap_constant(const struct type_note *t, int64_t n) {
	if (!t || !t->bits || t->bits >= 64) return n;
	uint64_t mask = ((uint64_t)1 << t->bits) - 1, low = (uint64_t)n & mask;
	if (t->is_unsigned) return n < 0 ? n : (int64_t)low;
	uint64_t sign = (uint64_t)1 << (t->bits - 1);
	return (int64_t)((low ^ sign) - sign);
}
