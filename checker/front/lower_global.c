/* File-scope and static local variables. Their initialisers are constants, addresses and
 * strings. */
#include <string.h>

#include "front/lower.h"

struct global_sink {
	struct init_sink sink;
	uint32_t global; /* index: the vector grows while initialisers refer to other globals */
};

static struct ir_value value_of(struct global_sink *to, CXCursor e);

const char *new_global_name(struct lower *l, const char *name) {
	for (int i = 1;; i++) {
		const char *tried =
			i == 1 ? name : intern(l->names, arena_printf(l->notes, "%s.%d", name, i));
		if (!map_get(&l->global_names, MAP_KEY(tried))) return tried;
	}
}

/* `&(struct ops){ … }` at file scope is a variable without a name. */
static struct ir_value literal_address(struct global_sink *to, CXCursor e) {
	struct lower *l = to->sink.l;
	const char *name = new_global_name(l, intern(l->names, "literal"));
	struct global_note note = {.declaration = e, .is_defined = true, .has_initialiser = true};
	lower_global(l, to->sink.body, name, &note);
	return symbol(name);
}

/* The address of what e designates: known when it is a whole variable, its first element, or a
 * function. */
static struct ir_value address_of(struct global_sink *to, CXCursor e) {
	struct lower *l = to->sink.l;
	struct kids kids = cursor_kids(to->sink.arena, e);
	switch ((int)e.kind) {
	case CXCursor_ParenExpr: return address_of(to, kid(kids, 0));
	case CXCursor_UnexposedExpr: return kids.n == 1 ? address_of(to, kid(kids, 0)) : UNKNOWN;
	case CXCursor_DeclRefExpr: return symbol(use_decl(l, clang_getCursorReferenced(e))->name);
	case CXCursor_CompoundLiteralExpr: return literal_address(to, e);
	case CXCursor_StringLiteral:
		return (struct ir_value){.kind = IR_STRING, .text = string_bytes(l, e)};
	case CXCursor_ArraySubscriptExpr: {
		int64_t index;
		if (kids.n == 2 && evaluate(kid(kids, 1), &index) && index == 0)
			return value_of(to, kid(kids, 0));
		return UNKNOWN;
	}
	default: return UNKNOWN;
	}
}

static struct ir_value number_of(CXCursor e) {
	int64_t number;
	return evaluate(e, &number) ? constant(number) : UNKNOWN;
}

static struct ir_value unary_value(struct global_sink *to, CXCursor e, CXCursor operand) {
	enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(e);
	if (op == CXUnaryOperator_AddrOf) return address_of(to, operand);
	if (op == CXUnaryOperator_Extension) return value_of(to, operand);
	if (op == CXUnaryOperator_Deref && is_function(type_of(to->sink.l, e)))
		return value_of(to, operand);
	return number_of(e);
}

/* Casts are kept out of libclang's hands: (unsigned)-1 stays -1. */
static struct ir_value converted(struct global_sink *to, const struct type_note *t,
                                 CXCursor operand) {
	struct ir_value v = value_of(to, operand);
	if (v.kind != IR_CONST) return v;
	return constant(t->kind == CXType_Bool ? v.number != 0 : wrap_constant(t, v.number));
}

static struct ir_value unexposed_value(struct global_sink *to, CXCursor e, struct kids kids) {
	struct lower *l = to->sink.l;
	if (kids.n != 1) return number_of(e);
	const struct type_note *outer = type_of(l, e), *inner = type_of(l, kid(kids, 0));
	if (outer->kind == CXType_Pointer && is_array(inner)) return address_of(to, kid(kids, 0));
	if (is_function(inner)) return address_of(to, kid(kids, 0));
	if (outer->kind == CXType_Pointer) return value_of(to, kid(kids, 0));
	return converted(to, outer, kid(kids, 0));
}

static struct ir_value take_label(struct global_sink *to, CXCursor e) {
	if (to->sink.body) take_label_address(to->sink.body, e);
	return UNKNOWN;
}

/* Pointers are looked at, numbers are libclang's to compute. */
static struct ir_value value_of(struct global_sink *to, CXCursor e) {
	struct lower *l = to->sink.l;
	struct kids kids = cursor_kids(to->sink.arena, e);
	switch ((int)e.kind) {
	case CXCursor_ParenExpr: return value_of(to, kid(kids, 0));
	case CXCursor_UnexposedExpr: return unexposed_value(to, e, kids);
	case CXCursor_CStyleCastExpr: return converted(to, type_of(l, e), last_kid(kids));
	case CXCursor_UnaryOperator: return unary_value(to, e, kid(kids, 0));
	case CXCursor_DeclRefExpr: {
		const struct type_note *t = type_of(l, e);
		return is_function(t) || is_array(t) ? address_of(to, e) : number_of(e);
	}
	case CXCursor_StringLiteral: return address_of(to, e);
	case CXCursor_AddrLabelExpr: return take_label(to, e);
	case CXCursor_CompoundLiteralExpr:
		return is_array(type_of(l, e)) ? literal_address(to, e) : UNKNOWN;
	case CXCursor_InitListExpr: return UNKNOWN;
	default: return number_of(e);
	}
}

static void add_init(struct global_sink *to, struct ir_place place, struct ir_value v,
                     struct ir_loc loc) {
	struct lower *l = to->sink.l;
	struct ir_global *global = &l->unit->globals.items[to->global];
	struct ir_init init = {place.steps, place.step_count, v, loc};
	VEC_PUSH(l->arena, &global->inits, init);
}

static void take(struct init_sink *sink, struct ir_place place, const struct type_note *t,
                 CXCursor e) {
	struct global_sink *to = (struct global_sink *)sink;
	struct arena_mark mark = arena_mark(sink->arena);
	struct ir_value v = t->kind == CXType_Record ? UNKNOWN : value_of(to, e);
	if (is_array(t))
		place = with_step(sink->l->arena, place, (struct ir_step){.kind = IR_STEP_ELEMENT}),
		v = UNKNOWN;
	add_init(to, place, v, locate(sink->l, e));
	arena_reset(sink->arena, mark);
}

static void lower_initialiser(struct lower *l, struct body *b, uint32_t index, CXType type,
                              CXCursor init) {
	struct arena *scratch = arena_new("an initialiser");
	struct global_sink to = {{take, l, scratch, b, 0}, index};
	struct ir_place whole = {.base = IR_BASE_GLOBAL, .global = l->unit->globals.items[index].name};
	if (init.kind == CXCursor_InitListExpr) walk_initialiser(&to.sink, whole, type, init);
	else take(&to.sink, whole, type_note(l, type), init);
	if (to.sink.taken > MOST_MEMBERS)
		add_init(&to, rest_place(l, whole, type_note(l, type)), UNKNOWN, locate(l, init));
	arena_free(scratch);
}

/* The const of an array's elements stands at the array of the canonical type. */
static bool is_const(CXType type) {
	type = clang_getCanonicalType(type);
	while (!clang_isConstQualifiedType(type)) {
		CXType element = clang_getArrayElementType(type);
		if (element.kind == CXType_Invalid) return false;
		type = clang_getCanonicalType(element);
	}
	return true;
}

static CXCursor initialiser(CXCursor declaration, struct arena *scratch) {
	if (declaration.kind == CXCursor_VarDecl)
		return clang_Cursor_getVarDeclInitializer(declaration);
	struct kids kids = cursor_kids(scratch, declaration);
	return last_kid(kids);
}

void lower_global(struct lower *l, struct body *b, const char *name,
                  const struct global_note *note) {
	if (map_get(&l->global_names, MAP_KEY(name))) return;
	map_put(l->notes, &l->global_names, MAP_KEY(name), l);
	CXType type = clang_getCursorType(note->declaration);
	record_name_after(l, type, name);
	struct ir_global global = {
		.name = name,
		.is_static = b || note->declaration.kind != CXCursor_VarDecl ||
	                 clang_getCursorLinkage(note->declaration) == CXLinkage_Internal,
		.is_const = is_const(type),
		.is_defined = note->is_defined,
		.type = type_note(l, type)->type,
		.loc = locate(l, note->declaration),
	};
	uint32_t index = (uint32_t)l->unit->globals.n;
	VEC_PUSH(l->arena, &l->unit->globals, global);
	if (!note->has_initialiser) return;
	CXCursor init = initialiser(note->declaration, l->notes);
	if (!clang_Cursor_isNull(init)) lower_initialiser(l, b, index, type, init);
}
