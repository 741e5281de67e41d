/* while, do and for. The head is placed even where control does not come: a jump may lead into
 * the body. */
#include "front/lower.h"

void enter_breakable(struct body *b, struct breakable *breakable, uint32_t break_to,
                     uint32_t continue_to) {
	*breakable = (struct breakable){.break_to = break_to,
	                                .continue_to = continue_to,
	                                .scope = b->scope,
	                                .label = b->pending_label,
	                                .outer = b->breakable};
	b->pending_label = NULL;
	b->breakable = breakable;
}

void leave_breakable(struct body *b) {
	b->breakable = b->breakable->outer;
}

/* What conditions leave alive (compound literals) lives until the loop is left. */
static void finish_loop(struct body *b, CXCursor s, uint32_t end, const struct scope *outer) {
	leave_breakable(b);
	continue_at(b, end);
	if (b->scope != outer) close_scope(b, outer, locate_end(b->l, s));
}

void lower_while(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	if (kids.n < 2) return;
	const struct scope *outer = b->scope;
	uint32_t head = new_block(b), body = new_block(b), end = new_block(b);
	struct breakable loop;
	enter_breakable(b, &loop, end, head);
	place_block(b, head);
	for (uint32_t i = 0; i + 2 < kids.n; i++) lower_statement(b, kids.at[i]);
	lower_condition(b, kids.at[kids.n - 2], body, end);
	loop.scope = b->scope;
	continue_at(b, body);
	lower_block(b, last_kid(kids));
	emit_jump(b, head, (struct ir_loc){0});
	finish_loop(b, s, end, outer);
}

void lower_do(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	if (kids.n != 2) return;
	const struct scope *outer = b->scope;
	uint32_t body = new_block(b), test = new_block(b), end = new_block(b);
	struct breakable loop;
	enter_breakable(b, &loop, end, test);
	place_block(b, body);
	lower_block(b, kid(kids, 0));
	continue_at(b, test);
	lower_condition(b, kid(kids, 1), body, end);
	finish_loop(b, s, end, outer);
}

void lower_for(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	if (!kids.n) return;
	struct for_header header = for_header(b, s, kids);
	const struct scope *outer = b->scope;
	uint32_t next = 0, head = new_block(b), body = new_block(b), end = new_block(b);
	uint32_t increment = header.has_increment ? new_block(b) : head;
	struct breakable loop;
	enter_breakable(b, &loop, end, increment);
	if (header.has_init) lower_statement(b, kid(kids, next++));
	place_block(b, head);
	if (header.has_condition) lower_condition(b, kid(kids, next++), body, end);
	loop.scope = b->scope;
	continue_at(b, body);
	lower_block(b, last_kid(kids));
	if (header.has_increment) {
		continue_at(b, increment);
		lower_effect(b, kid(kids, next));
	}
	emit_jump(b, head, (struct ir_loc){0});
	finish_loop(b, s, end, outer);
}
