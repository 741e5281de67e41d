/* switch: the cases are found where they stand, in whatever statement of the body. */
#include "front/lower.h"

struct dispatch {
	VEC(struct ir_case) cases;
	VEC(uint32_t) targets;
	uint32_t otherwise; /* NO_BLOCK without default */
};

static struct dispatch *innermost_dispatch(struct body *b) {
	for (struct breakable *breakable = b->breakable; breakable; breakable = breakable->outer)
		if (breakable->dispatch) return breakable->dispatch;
	return NULL;
}

static uint32_t begin_case(struct body *b) {
	uint32_t block = new_block(b);
	place_block(b, block);
	return block;
}

static void emit_constant(struct body *b, const struct dispatch *d, int64_t n, uint32_t otherwise,
                          CXCursor at) {
	for (size_t i = 0; i < d->cases.n; i++)
		if (n >= d->cases.items[i].low && n <= d->cases.items[i].high)
			otherwise = d->targets.items[i];
	emit_jump(b, otherwise, locate(b->l, at));
}

static void emit_switch(struct body *b, struct ir_value v, struct dispatch *d, uint32_t end,
                        CXCursor at) {
	uint32_t otherwise = d->otherwise == NO_BLOCK ? end : d->otherwise;
	if (v.kind == IR_CONST) {
		emit_constant(b, d, v.number, otherwise, at);
		return;
	}
	uint32_t n = (uint32_t)d->cases.n;
	if (!n) {
		emit_jump(b, otherwise, locate(b->l, at));
		return;
	}
	struct ir_exit exit = {.kind = IR_SWITCH, .left = v, .case_count = n, .target_count = n + 1};
	exit.cases = ARENA_ARRAY(b->l->arena, struct ir_case, n);
	exit.targets = ARENA_ARRAY(b->l->arena, uint32_t, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		exit.cases[i] = d->cases.items[i];
		exit.targets[i] = d->targets.items[i];
	}
	exit.targets[n] = otherwise;
	exit.loc = locate(b->l, at);
	emit_exit(b, exit);
}

void lower_switch(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	if (kids.n < 2) return;
	const struct scope *outer = b->scope;
	for (uint32_t i = 0; i + 2 < kids.n; i++) lower_statement(b, kids.at[i]);
	CXCursor selector = kids.at[kids.n - 2];
	struct ir_value v = lower_value(b, selector);
	struct dispatch dispatch = {.otherwise = NO_BLOCK};
	uint32_t from = b->block, end = new_block(b);
	struct breakable breakable;
	enter_breakable(b, &breakable, end, NO_BLOCK);
	breakable.dispatch = &dispatch;
	b->block = NO_BLOCK;
	lower_block(b, last_kid(kids));
	leave_breakable(b);
	uint32_t last = b->block;
	b->block = from;
	emit_switch(b, v, &dispatch, end, selector);
	b->block = last;
	continue_at(b, end);
	if (b->scope != outer) close_scope(b, outer, locate_end(b->l, s));
}

static bool case_value(struct body *b, CXCursor e, int64_t *number) {
	if (constant_of(b, e, number) || evaluate(e, number)) return true;
	body_incomplete(b, "the value of a case is not known");
	return false;
}

void lower_case(struct body *b, CXCursor s) {
	struct kids kids = cursor_kids(b->l->scratch, s);
	struct dispatch *dispatch = innermost_dispatch(b);
	struct ir_case values = {0};
	if (kids.n < 2) return;
	uint32_t block = begin_case(b);
	bool is_known = case_value(b, kid(kids, 0), &values.low);
	values.high = values.low;
	if (kids.n > 2 && is_known) is_known = case_value(b, kid(kids, 1), &values.high);
	if (dispatch && is_known && values.low <= values.high) {
		b->blocks.items[block].references++;
		VEC_PUSH(b->l->scratch, &dispatch->cases, values);
		VEC_PUSH(b->l->scratch, &dispatch->targets, block);
	}
	lower_statement(b, last_kid(kids));
}

void lower_default(struct body *b, CXCursor s) {
	CXCursor inner = cursor_first_kid(s);
	struct dispatch *dispatch = innermost_dispatch(b);
	uint32_t block = begin_case(b);
	if (dispatch) {
		b->blocks.items[block].references++;
		dispatch->otherwise = block;
	}
	if (!clang_Cursor_isNull(inner)) lower_statement(b, inner);
}
