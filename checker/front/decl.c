/* What the declarations are that expressions refer to. */
#include <string.h>

#include "front/lower.h"

/* --- functions -------------------------------------------------------------------------------- */

static bool says_noreturn(struct lower *l, CXCursor attribute) {
	if (attribute.kind != CXCursor_UnexposedAttr) return false;
	const char *word = first_word(l, attribute);
	return strcmp(word, "_Noreturn") == 0 || strcmp(word, "noreturn") == 0 ||
	       strcmp(word, "__noreturn__") == 0;
}

static bool has_noreturn_attribute(struct lower *l, CXCursor function) {
	if (clang_Cursor_isNull(function) || !clang_Cursor_hasAttrs(function)) return false;
	struct kids kids = cursor_kids(l->notes, function);
	for (uint32_t i = 0; i < kids.n; i++)
		if (says_noreturn(l, kids.at[i])) return true;
	return false;
}

/* GNU's attribute is part of the type; `_Noreturn` and `[[noreturn]]` are cursors without a
 * name. */
static bool is_noreturn(struct lower *l, CXCursor function) {
	return type_is_noreturn(type_of(l, function)) || has_noreturn_attribute(l, function) ||
	       has_noreturn_attribute(l, clang_getCanonicalCursor(function));
}

/* A system header's external function stands in for the library's own: `extern inline` of
 * glibc's fortified headers, which call other names. */
static bool is_worth_lowering(struct lower *l, CXCursor definition) {
	if (is_in_source(l, definition)) return true;
	return clang_getCursorLinkage(definition) == CXLinkage_Internal ||
	       !clang_Location_isInSystemHeader(clang_getCursorLocation(definition));
}

void enqueue_function(struct lower *l, CXCursor definition) {
	const char *name = cursor_name(l->names, definition);
	if (map_get(&l->lowered, MAP_KEY(name)) || !is_worth_lowering(l, definition)) return;
	map_put(l->notes, &l->lowered, MAP_KEY(name), l);
	VEC_PUSH(l->notes, &l->pending, definition);
}

void use_function_named(struct lower *l, const char *name) {
	CXCursor *definition = map_get(&l->definitions, MAP_KEY(name));
	if (definition) enqueue_function(l, *definition);
}

/* --- notes ------------------------------------------------------------------------------------ */

static int64_t enumerator_value(CXCursor enumerator) {
	CXType type = clang_getEnumDeclIntegerType(clang_getCursorSemanticParent(enumerator));
	type = clang_getCanonicalType(type);
	bool is_signed = type.kind == CXType_Int || type.kind == CXType_Long ||
	                 type.kind == CXType_LongLong || type.kind == CXType_Short ||
	                 type.kind == CXType_SChar || type.kind == CXType_Char_S;
	return is_signed ? (int64_t)clang_getEnumConstantDeclValue(enumerator)
	                 : (int64_t)clang_getEnumConstantDeclUnsignedValue(enumerator);
}

static void fill_note(struct lower *l, CXCursor declaration, struct decl_note *note) {
	note->name = cursor_name(l->names, declaration);
	switch ((int)declaration.kind) {
	case CXCursor_EnumConstantDecl:
		note->kind = DECL_CONSTANT;
		note->number = enumerator_value(declaration);
		return;
	case CXCursor_FunctionDecl:
		note->kind = DECL_FUNCTION;
		note->is_noreturn = is_noreturn(l, declaration);
		return;
	case CXCursor_VarDecl: note->kind = DECL_VARIABLE; return;
	default: note->kind = DECL_OTHER;
	}
}

static struct decl_note *find_note(struct lower *l, CXCursor declaration) {
	uint64_t key = cursor_key(declaration);
	struct decl_note *note = map_get(&l->decls, key);
	if (note) return note;
	note = ARENA_NEW(l->notes, struct decl_note);
	map_put(l->notes, &l->decls, key, note);
	fill_note(l, declaration, note);
	return note;
}

const struct decl_note *decl_note(struct lower *l, CXCursor declaration) {
	return find_note(l, declaration);
}

void name_decl(struct lower *l, CXCursor declaration, const char *name) {
	struct decl_note *note = find_note(l, declaration);
	note->name = name;
	note->is_used = true;
}

static void use_variable(struct lower *l, CXCursor declaration, const char *name) {
	CXCursor first = clang_getCanonicalCursor(declaration);
	struct global_note *global = map_get(&l->globals, cursor_key(first));
	struct global_note fallback = {.declaration = declaration};
	lower_global(l, NULL, name, global ? global : &fallback);
}

const struct decl_note *use_decl(struct lower *l, CXCursor declaration) {
	struct decl_note *note = find_note(l, declaration);
	if (note->is_used) return note;
	note->is_used = true;
	if (note->kind == DECL_VARIABLE) use_variable(l, declaration, note->name);
	if (note->kind != DECL_FUNCTION) return note;
	CXCursor definition = clang_getCursorDefinition(declaration);
	if (!clang_Cursor_isNull(definition)) enqueue_function(l, definition);
	return note;
}
