/* Statements, and the variables that they declare. */
#include <string.h>

#include "front/lower.h"

/* --- variables -------------------------------------------------------------------------------- */

static void lower_static(struct body *b, CXCursor declaration) {
	struct lower *l = b->l;
	const char *plain =
		arena_printf(l->notes, "%s.%s", b->name, cursor_name(l->names, declaration));
	const char *name = new_global_name(l, intern(l->names, plain));
	name_decl(l, declaration, name);
	bool has_initialiser = !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(declaration));
	struct global_note note = {declaration, true, has_initialiser};
	lower_global(l, b, name, &note);
}

/* The sizes of a variable-length array are evaluated where it is declared. They are children of
 * the declaration, as its initialiser is, and so is the operand of a typeof. */
static void evaluate_sizes(struct body *b, CXCursor declaration, CXCursor init) {
	struct kids kids = cursor_kids(b->l->scratch, declaration);
	for (uint32_t i = 0; i < kids.n; i++)
		if (clang_isExpression(kids.at[i].kind) && !clang_equalCursors(kids.at[i], init))
			lower_effect(b, kids.at[i]);
}

static void name_local_record(struct body *b, CXType type, const char *name) {
	record_name_after(b->l, type, arena_printf(b->l->notes, "%s::%s", b->name, name));
}

static void lower_local(struct body *b, CXCursor declaration) {
	struct lower *l = b->l;
	CXType type = clang_getCursorType(declaration);
	const char *name = cursor_name(l->names, declaration);
	name_local_record(b, type, name);
	const struct type_note *t = type_note(l, type);
	CXCursor init = clang_Cursor_getVarDeclInitializer(declaration);
	if (t->kind == CXType_VariableArray) evaluate_sizes(b, declaration, init);
	struct ir_loc loc = locate(l, declaration);
	uint32_t var = new_var(b, name, t->type, loc);
	map_put(l->scratch, &b->var_index, cursor_key(declaration), (void *)((uintptr_t)var + 1));
	emit_place_op(b, IR_OP_start, var_place(var), loc);
	enter_scope(b, var, NULL);
	if (!clang_Cursor_isNull(init)) lower_local_init(b, var_place(var), type, init);
	const char *cleanup = cleanup_of(l, declaration);
	if (cleanup) enter_scope(b, var, cleanup);
}

void lower_variable(struct body *b, CXCursor declaration) {
	enum CX_StorageClass storage = clang_Cursor_getStorageClass(declaration);
	if (storage == CX_SC_Extern) return;
	if (storage == CX_SC_Static || clang_Cursor_hasVarDeclGlobalStorage(declaration))
		lower_static(b, declaration);
	else lower_local(b, declaration);
}

static void lower_declarations(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	for (uint32_t i = 0; i < kids.n; i++)
		if (kids.at[i].kind == CXCursor_VarDecl) lower_variable(b, kids.at[i]);
}

/* --- blocks ----------------------------------------------------------------------------------- */

static void lower_compound(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	const struct scope *outer = b->scope;
	for (uint32_t i = 0; i < kids.n; i++) lower_statement(b, kids.at[i]);
	if (b->scope != outer) close_scope(b, outer, locate_end(b->l, s));
}

void lower_block(struct body *b, CXCursor s) {
	const struct scope *outer = b->scope;
	lower_statement(b, s);
	if (b->scope != outer) close_scope(b, outer, locate_end(b->l, s));
}

static struct ir_value last_value(struct body *b, CXCursor s) {
	if (clang_isExpression(s.kind)) return lower_value(b, s);
	if (s.kind == CXCursor_LabelStmt) {
		struct kids kids = cursor_kids(b->l->scratch, s);
		CXCursor inner = kid(kids, 0);
		if (clang_isExpression(inner.kind)) {
			lower_label(b, s);
			return last_value(b, inner);
		}
	}
	lower_statement(b, s);
	return UNKNOWN;
}

/* A record's value is an object that outlives the scope. */
struct ir_value lower_statement_expression(struct body *b, CXCursor e, bool is_used) {
	const struct type_note *t = type_of(b->l, e);
	CXCursor compound = cursor_first_kid(e);
	struct kids kids = cursor_kids(b->l->scratch, compound);
	bool is_record = is_used && t->kind == CXType_Record;
	struct ir_place object = {0};
	struct ir_value v = UNKNOWN;
	if (is_record) object = new_object(b, "tmp", t->type, e);
	const struct scope *outer = b->scope;
	for (uint32_t i = 0; i < kids.n; i++) {
		bool is_value = is_used && i + 1 == kids.n && t->kind != CXType_Void;
		if (is_value && is_record) lower_store(b, object, kids.at[i], kids.at[i]);
		else if (is_value) v = last_value(b, kids.at[i]);
		else lower_statement(b, kids.at[i]);
	}
	close_scope(b, outer, locate_end(b->l, compound));
	return is_record ? emit_addr(b, object, e) : v;
}

/* --- statements ------------------------------------------------------------------------------- */

/* Leading declarations are C2y's `if (int x = f(); x)`. */
static void lower_if(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	const struct scope *outer = b->scope;
	uint32_t i = 0;
	for (; i + 2 < kids.n && kids.at[i].kind == CXCursor_DeclStmt; i++)
		lower_statement(b, kids.at[i]);
	if (kids.n - i < 2) return;
	bool has_else = kids.n - i > 2;
	uint32_t yes = new_block(b), no = new_block(b), end = has_else ? new_block(b) : no;
	lower_condition(b, kids.at[i], yes, no);
	continue_at(b, yes);
	lower_block(b, kids.at[i + 1]);
	if (has_else) {
		emit_jump(b, end, (struct ir_loc){0});
		continue_at(b, no);
		lower_block(b, kids.at[i + 2]);
	}
	continue_at(b, end);
	if (b->scope != outer) close_scope(b, outer, locate_end(b->l, s));
}

/* An AttributedStmt; 22's `_Defer` looks the same. */
static void lower_unexposed(struct body *b, CXCursor s) {
	const char *word = first_word(b->l, s);
	if (strcmp(word, "_Defer") == 0 || strcmp(word, "defer") == 0) {
		body_incomplete(b, "defer is not modelled");
		return;
	}
	CXCursor inner = cursor_first_kid(s);
	if (!clang_Cursor_isNull(inner)) lower_statement(b, inner);
}

static void statement(struct body *b, CXCursor s) {
	switch ((int)s.kind) {
	case CXCursor_CompoundStmt: lower_compound(b, s); return;
	case CXCursor_DeclStmt: lower_declarations(b, s); return;
	case CXCursor_IfStmt: lower_if(b, s); return;
	case CXCursor_WhileStmt: lower_while(b, s); return;
	case CXCursor_DoStmt: lower_do(b, s); return;
	case CXCursor_ForStmt: lower_for(b, s); return;
	case CXCursor_SwitchStmt: lower_switch(b, s); return;
	case CXCursor_CaseStmt: lower_case(b, s); return;
	case CXCursor_DefaultStmt: lower_default(b, s); return;
	case CXCursor_LabelStmt:
		lower_label(b, s);
		for (CXCursor inner = cursor_first_kid(s); !clang_Cursor_isNull(inner);
		     inner = clang_getNullCursor())
			lower_statement(b, inner);
		return;
	case CXCursor_GotoStmt: lower_goto(b, s); return;
	case CXCursor_IndirectGotoStmt: lower_computed_goto(b, s); return;
	case CXCursor_BreakStmt: lower_break(b, s); return;
	case CXCursor_ContinueStmt: lower_continue(b, s); return;
	case CXCursor_ReturnStmt: lower_return(b, s); return;
	case CXCursor_GCCAsmStmt:
	case CXCursor_MSAsmStmt: lower_asm(b, s); return;
	case CXCursor_UnexposedStmt: lower_unexposed(b, s); return;
	case CXCursor_NullStmt: return;
	default:
		if (clang_isExpression(s.kind)) lower_effect(b, s);
		else body_incomplete(b, "a statement is of a kind that is not modelled");
	}
}

void lower_statement(struct body *b, CXCursor s) {
	if (!enter_level(b)) return;
	statement(b, s);
	leave_level(b);
}
