/* One function. */
#include <string.h>

#include "front/lower.h"

void body_incomplete(struct body *b, const char *reason) {
	if (!b->incomplete) b->incomplete = reason;
}

bool enter_level(struct body *b) {
	if (b->depth < b->l->depth_limit) {
		b->depth++;
		return true;
	}
	body_incomplete(b, "nested too deeply");
	return false;
}

void leave_level(struct body *b) {
	b->depth--;
}

/* Parameters are declared as they are written: an array or function is a pointer. */
static struct ir_type parameter_type(const struct type_note *t) {
	struct ir_type type = t->type;
	if (type.kind == IR_ARRAY || type.kind == IR_FUNC) type.kind = IR_PTR;
	return type;
}

static void lower_parameters(struct body *b, struct ir_function *f) {
	struct lower *l = b->l;
	int n = clang_Cursor_getNumArguments(b->function);
	for (int i = 0; i < n; i++) {
		CXCursor parameter = clang_Cursor_getArgument(b->function, (unsigned)i);
		uint32_t var = new_var(b, cursor_name(l->names, parameter),
		                       parameter_type(type_of(l, parameter)), locate(l, parameter));
		map_put(l->scratch, &b->var_index, cursor_key(parameter), (void *)((uintptr_t)var + 1));
	}
	f->param_count = (uint32_t)b->vars.n;
}

static CXCursor function_body(struct lower *l, CXCursor function) {
	struct kids kids = cursor_kids(l->scratch, function);
	for (uint32_t i = kids.n; i > 0; i--)
		if (kids.at[i - 1].kind == CXCursor_CompoundStmt) return kids.at[i - 1];
	return clang_getNullCursor();
}

/* The statements of the outermost block; its variables end with the function. */
static void lower_body(struct body *b, CXCursor compound) {
	struct kids kids = cursor_kids(b->l->scratch, compound);
	place_block(b, new_block(b));
	for (uint32_t i = 0; i < kids.n; i++) lower_statement(b, kids.at[i]);
	struct ir_loc loc = locate_end(b->l, compound);
	run_cleanups(b, loc);
	struct ir_value v = strcmp(b->name, "main") == 0 ? constant(0) : UNKNOWN;
	if (b->result->kind == CXType_Void) v = UNKNOWN;
	emit_exit(b, (struct ir_exit){.kind = IR_RETURN, .left = v, .loc = loc});
	resolve_gotos(b);
}

static void move_vars(struct body *b, struct ir_function *f) {
	for (size_t i = 0; i < b->vars.n; i++) VEC_PUSH(b->l->arena, &f->vars, b->vars.items[i]);
}

void lower_function(struct lower *l, CXCursor function, struct ir_function *f) {
	const struct decl_note *note = decl_note(l, function);
	struct body b = {.l = l,
	                 .function = function,
	                 .name = note->name,
	                 .block = NO_BLOCK,
	                 .result = type_note(l, clang_getCursorResultType(function))};
	const char *fault = faults_in(l, function);
	if (fault) body_incomplete(&b, fault);
	f->name = b.name;
	f->is_static = clang_getCursorLinkage(function) == CXLinkage_Internal;
	f->is_variadic = clang_getCursorType(function).kind == CXType_FunctionProto &&
	                 clang_Cursor_isVariadic(function);
	f->is_noreturn = note->is_noreturn;
	f->type = b.result->type;
	f->loc = locate_definition(l, function);
	lower_parameters(&b, f);
	lower_body(&b, function_body(l, function));
	f->incomplete = b.incomplete;
	move_vars(&b, f);
	tidy(&b, f);
}
