/* The declarations of a translation unit: what the main file defines is lowered, what headers
 * define when something lowered refers to it. */
#include <string.h>

#include "front/lower.h"

static void note_function(struct lower *l, CXCursor c) {
	if (!clang_isCursorDefinition(c)) return;
	CXCursor *definition = ARENA_NEW(l->notes, CXCursor);
	*definition = c;
	map_put(l->notes, &l->definitions, MAP_KEY(cursor_name(l->names, c)), definition);
}

/* A tentative definition is none for libclang: what has no storage class is one. */
static void note_variable(struct lower *l, CXCursor c) {
	uint64_t key = cursor_key(clang_getCanonicalCursor(c));
	struct global_note *note = map_get(&l->globals, key);
	bool has_initialiser = !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(c));
	bool is_defined = has_initialiser || clang_Cursor_getStorageClass(c) != CX_SC_Extern;
	if (!note) {
		note = ARENA_NEW(l->notes, struct global_note);
		note->declaration = c;
		map_put(l->notes, &l->globals, key, note);
	}
	bool is_better = has_initialiser ? !note->has_initialiser : is_defined && !note->is_defined;
	if (is_better) note->declaration = c;
	note->has_initialiser |= has_initialiser;
	note->is_defined |= is_defined;
}

static enum CXChildVisitResult note_declaration(CXCursor c, CXCursor parent, CXClientData data) {
	(void)parent;
	struct lower *l = data;
	if (c.kind == CXCursor_FunctionDecl) note_function(l, c);
	if (c.kind == CXCursor_VarDecl) note_variable(l, c);
	if (l->faults) faults_taint(l, c);
	return CXChildVisit_Continue;
}

static void lower_globals(struct lower *l) {
	for (size_t i = 0; i < l->globals.n; i++) {
		const struct global_note *note = l->globals.entries[i].value;
		if (note->is_defined && is_in_source(l, note->declaration)) use_decl(l, note->declaration);
	}
}

static void enqueue_own_functions(struct lower *l) {
	for (size_t i = 0; i < l->definitions.n; i++) {
		const CXCursor *definition = l->definitions.entries[i].value;
		if (is_in_source(l, *definition)) enqueue_function(l, *definition);
	}
}

void lower_unit(struct lower *l) {
	clang_visitChildren(clang_getTranslationUnitCursor(l->tu), note_declaration, l);
	enqueue_own_functions(l);
	lower_globals(l);
	for (size_t i = 0; i < l->pending.n; i++) {
		struct arena_mark mark = arena_mark(l->scratch);
		struct ir_function f = {0};
		lower_function(l, l->pending.items[i], &f);
		VEC_PUSH(l->arena, &l->unit->functions, f);
		arena_reset(l->scratch, mark);
	}
}
