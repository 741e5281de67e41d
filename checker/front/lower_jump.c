/* Leaving: scopes, break, continue, return, goto and labels. */
#include <ctype.h>
#include <string.h>

#include "front/lower.h"

/* --- scopes ----------------------------------------------------------------------------------- */

void enter_scope(struct body *b, uint32_t var, const char *cleanup) {
	struct scope *scope = ARENA_NEW(b->l->scratch, struct scope);
	uint32_t depth = b->scope ? b->scope->depth + 1 : 1;
	*scope = (struct scope){var, cleanup, b->scope, depth};
	b->scope = scope;
}

static void leave_between(struct body *b, const struct scope *from, const struct scope *to,
                          struct ir_loc loc) {
	for (const struct scope *s = from; s && s != to; s = s->outer) {
		if (s->cleanup) emit_cleanup(b, s->cleanup, s->var, loc);
		else emit_place_op(b, IR_OP_end, var_place(s->var), loc);
	}
}

void leave_scope(struct body *b, const struct scope *to, struct ir_loc loc) {
	leave_between(b, b->scope, to, loc);
}

void close_scope(struct body *b, const struct scope *to, struct ir_loc loc) {
	leave_scope(b, to, loc);
	b->scope = to;
}

void run_cleanups(struct body *b, struct ir_loc loc) {
	for (const struct scope *s = b->scope; s; s = s->outer)
		if (s->cleanup) emit_cleanup(b, s->cleanup, s->var, loc);
}

/* --- break, continue, return ------------------------------------------------------------------ */

/* The label in C2y's `break outer;`, which has no cursor; "" without one. */
static const char *jump_label(struct body *b, CXCursor s) {
	size_t length, i = strlen(first_word(b->l, s)), n = 0;
	const char *text = spelled_text(b->l, s, &length);
	if (!text || !i) return "";
	while (i < length && (text[i] == ' ' || text[i] == '\t')) i++;
	while (i + n < length && (isalnum((unsigned char)text[i + n]) || text[i + n] == '_')) n++;
	return intern_bytes(b->l->names, text + i, n);
}

static struct breakable *find_breakable(struct body *b, CXCursor s, bool is_continue) {
	const char *label = jump_label(b, s);
	struct breakable *nearest = NULL;
	for (struct breakable *at = b->breakable; at; at = at->outer) {
		if (is_continue && at->continue_to == NO_BLOCK) continue;
		if (!nearest) nearest = at;
		if (*label && at->label == label) return at;
	}
	return nearest;
}

void lower_break(struct body *b, CXCursor s) {
	struct breakable *to = find_breakable(b, s, false);
	struct ir_loc loc = locate(b->l, s);
	if (!to) return;
	leave_scope(b, to->scope, loc);
	emit_jump(b, to->break_to, loc);
}

void lower_continue(struct body *b, CXCursor s) {
	struct breakable *to = find_breakable(b, s, true);
	struct ir_loc loc = locate(b->l, s);
	if (!to) return;
	leave_scope(b, to->scope, loc);
	emit_jump(b, to->continue_to, loc);
}

void lower_return(struct body *b, CXCursor s) {
	CXCursor e = cursor_first_kid(s);
	struct ir_value v = UNKNOWN;
	if (b->result->kind == CXType_Void) lower_effect(b, e);
	else if (!clang_Cursor_isNull(e)) v = lower_value(b, e);
	struct ir_loc loc = locate(b->l, s);
	run_cleanups(b, loc);
	emit_exit(b, (struct ir_exit){.kind = IR_RETURN, .left = v, .loc = loc});
}

/* --- labels and goto -------------------------------------------------------------------------- */

/* The label of a LabelStmt; labels have no USR. */
static struct label *find_label(struct body *b, CXCursor statement) {
	struct label *label = map_get(&b->labels, cursor_key(statement));
	if (label) return label;
	label = ARENA_NEW(b->l->scratch, struct label);
	label->block = new_block(b);
	map_put(b->l->scratch, &b->labels, cursor_key(statement), label);
	VEC_PUSH(b->l->scratch, &b->label_list, label);
	return label;
}

static struct label *referenced_label(struct body *b, CXCursor e) {
	CXCursor reference = cursor_first_kid(e);
	if (reference.kind != CXCursor_LabelRef) return NULL;
	CXCursor statement = clang_getCursorReferenced(reference);
	return statement.kind == CXCursor_LabelStmt ? find_label(b, statement) : NULL;
}

static bool takes_label(CXCursor s) {
	return s.kind == CXCursor_WhileStmt || s.kind == CXCursor_DoStmt ||
	       s.kind == CXCursor_ForStmt || s.kind == CXCursor_SwitchStmt;
}

void lower_label(struct body *b, CXCursor s) {
	struct label *label = find_label(b, s);
	place_block(b, label->block);
	b->blocks.items[label->block].references++;
	label->scope = b->scope;
	label->is_placed = true;
	b->pending_label = takes_label(cursor_first_kid(s)) ? cursor_name(b->l->names, s) : NULL;
}

/* The scopes to leave are known when the label has been seen: the block waits for its exit. */
void lower_goto(struct body *b, CXCursor s) {
	struct label *label = referenced_label(b, s);
	if (!label) body_incomplete(b, "a goto has no label");
	if (label && b->block != NO_BLOCK) {
		struct pending_goto pending = {b->block, b->scope, label, s};
		VEC_PUSH(b->l->scratch, &b->gotos, pending);
	}
	b->block = NO_BLOCK;
}

void take_label_address(struct body *b, CXCursor e) {
	struct label *label = referenced_label(b, e);
	if (label) label->has_address = true;
}

void emit_any_label(struct body *b, uint32_t here, CXCursor at) {
	if (b->block == NO_BLOCK) return;
	VEC_PUSH(b->l->scratch, &b->any_blocks, b->block);
	struct ir_exit exit = {.kind = IR_ANY, .loc = locate(b->l, at)};
	if (here != NO_BLOCK) {
		exit.targets = ARENA_NEW(b->l->arena, uint32_t);
		*exit.targets = here;
		exit.target_count = 1;
	}
	emit_exit(b, exit);
}

void lower_computed_goto(struct body *b, CXCursor s) {
	lower_effect(b, cursor_first_kid(s));
	emit_any_label(b, NO_BLOCK, s);
}

static const struct scope *common_scope(const struct scope *a, const struct scope *c) {
	while (a != c) {
		uint32_t depth_a = a ? a->depth : 0, depth_c = c ? c->depth : 0;
		if (depth_a >= depth_c) a = a->outer;
		if (depth_c >= depth_a) c = c->outer;
	}
	return a;
}

static void resolve_goto(struct body *b, const struct pending_goto *pending) {
	const struct label *label = pending->label;
	struct ir_loc loc = locate(b->l, pending->at);
	b->block = pending->block;
	if (!label->is_placed) {
		body_incomplete(b, "the label of a goto is missing");
		emit_unreachable(b, pending->at);
		return;
	}
	leave_between(b, pending->scope, common_scope(pending->scope, label->scope), loc);
	emit_jump(b, label->block, loc);
}

/* asm goto may go to each label, a computed goto to those whose address is taken. */
static void resolve_any(struct body *b, uint32_t block) {
	struct ir_exit *exit = &b->blocks.items[block].exit;
	bool is_asm = exit->target_count > 0, any_address = false;
	uint32_t *targets = ARENA_ARRAY(b->l->arena, uint32_t, b->label_list.n + 1), n = 0;
	for (size_t i = 0; i < b->label_list.n; i++) any_address |= b->label_list.items[i]->has_address;
	if (is_asm) targets[n++] = exit->targets[0];
	for (size_t i = 0; i < b->label_list.n; i++) {
		const struct label *label = b->label_list.items[i];
		if (label->is_placed && (is_asm || !any_address || label->has_address))
			targets[n++] = label->block;
	}
	exit->targets = targets;
	exit->target_count = n;
	if (!n) exit->kind = IR_UNREACHABLE;
}

void resolve_gotos(struct body *b) {
	for (size_t i = 0; i < b->gotos.n; i++) resolve_goto(b, &b->gotos.items[i]);
	for (size_t i = 0; i < b->any_blocks.n; i++) resolve_any(b, b->any_blocks.items[i]);
	b->block = NO_BLOCK;
}
