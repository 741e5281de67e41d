/* What comes behind a wait that came to an end: whether the code that called it asks anything before it waits again. Part of
 * the flow engine. Floor 2. */
#include "flow/thread.h"

/* What a variable or temporary holds on the way: a number, or a pointer to that of the last error. */
struct held {
	bool is_var, is_error;
	uint32_t index;
	int64_t number;
};

/* One way from the wait on. */
struct way {
	VEC(struct held) held;
	int64_t error; /* 0: some call since may have changed it */
	uint32_t block, instr;
};

struct seen {
	uint32_t block;
	const struct way *way;
};

struct search {
	struct walk *w;
	struct wait_expiry found;
	bool returns; /* some way does */
	VEC(struct way *) queue;
	VEC(struct seen) seen;
};

/* --- what is held ----------------------------------------------------------------------------- */

static const struct held *find(const struct way *way, bool is_var, uint32_t index) {
	for (size_t i = 0; i < way->held.n; i++)
		if (way->held.items[i].is_var == is_var && way->held.items[i].index == index)
			return &way->held.items[i];
	return NULL;
}

static void forget(struct way *way, bool is_var, uint32_t index) {
	size_t kept = 0;
	for (size_t i = 0; i < way->held.n; i++) {
		struct held h = way->held.items[i];
		if (h.is_var != is_var || h.index != index) way->held.items[kept++] = h;
	}
	way->held.n = kept;
}

static void hold(struct search *s, struct way *way, struct held h) {
	forget(way, h.is_var, h.index);
	VEC_PUSH(s->w->arena, &way->held, h);
}

static void hold_result(struct search *s, struct way *way, const struct ir_instr *i,
                        int64_t number) {
	if (i->result == IR_NO_TEMP) return;
	hold(s, way, (struct held){.index = i->result, .number = number});
}

static bool number_of(const struct way *way, const struct ir_value *v, int64_t *number) {
	if (v->kind == IR_CONST) *number = v->number;
	if (v->kind != IR_TEMP) return v->kind == IR_CONST;
	const struct held *h = find(way, false, v->temp);
	if (h && !h->is_error) *number = h->number;
	return h && !h->is_error;
}

static bool is_variable(const struct ir_place *place) {
	return place->base == IR_BASE_VAR && !place->step_count;
}

/* Whether somebody may change it by its address. */
static bool is_pointed_to(const struct walk *w, uint32_t var) {
	for (size_t b = 0; b < w->f->blocks.n; b++)
		for (size_t k = 0; k < w->f->blocks.items[b].instrs.n; k++) {
			const struct ir_instr *i = &w->f->blocks.items[b].instrs.items[k];
			if (i->op == IR_OP_addr && i->place.base == IR_BASE_VAR && i->place.var == var)
				return true;
		}
	return false;
}

/* --- one instruction -------------------------------------------------------------------------- */

/* A library function that gives the pointer to the number of the last error. */
static bool tells_error(const struct summary *model) {
	for (size_t i = 0; i < model->cases.n; i++)
		for (size_t k = 0; k < model->cases.items[i].effects.n; k++)
			if (model->cases.items[i].effects.items[k].verb == VERB_errors) return true;
	return false;
}

bool thread_may_end(const struct summary *callee) {
	bool ends = callee->may_end || (callee->is_model && !callee->cases.n);
	for (size_t i = 0; callee->is_model && i < callee->cases.n; i++)
		for (size_t k = 0; k < callee->cases.items[i].effects.n; k++)
			ends |= callee->cases.items[i].effects.items[k].verb == VERB_exits;
	return ends;
}

/* Returns whether the call comes back, for all that is known. */
static bool pass_call(struct search *s, struct way *way, const struct ir_instr *call) {
	const struct walk *w = s->w;
	const struct summary *callee = call->callee.kind == IR_SYMBOL
	                                   ? w->env->summary(w->env->data, w->unit, call->callee.text)
	                                   : NULL;
	if (callee && (thread_may_end(callee) || !callee->cases.n)) return false;
	bool is_error = callee && callee->is_model && tells_error(callee);
	if (is_error && call->result != IR_NO_TEMP)
		hold(s, way, (struct held){.index = call->result, .is_error = true});
	if (!is_error) way->error = 0;
	return true;
}

static void pass_load(struct search *s, struct way *way, const struct ir_instr *i) {
	const struct ir_place *place = &i->place;
	bool through = place->base == IR_BASE_TEMP && !place->step_count;
	const struct held *h = through              ? find(way, false, place->temp)
	                       : is_variable(place) ? find(way, true, place->var)
	                                            : NULL;
	if (!h) return;
	if (through && h->is_error && way->error) hold_result(s, way, i, way->error);
	if (through) return;
	hold(s, way, (struct held){.index = i->result, .is_error = h->is_error, .number = h->number});
}

static void pass_store(struct search *s, struct way *way, const struct ir_instr *i) {
	int64_t number;
	if (i->place.base == IR_BASE_TEMP) way->error = 0;
	if (!is_variable(&i->place)) return;
	bool known = number_of(way, &i->args[0], &number) && !is_pointed_to(s->w, i->place.var);
	forget(way, true, i->place.var);
	if (known) hold(s, way, (struct held){.is_var = true, .index = i->place.var, .number = number});
}

static void pass_negation(struct search *s, struct way *way, const struct ir_instr *i) {
	int64_t number;
	if (number_of(way, &i->args[0], &number) && number != INT64_MIN)
		hold_result(s, way, i, -number);
}

static void pass_copy(struct search *s, struct way *way, const struct ir_instr *i) {
	int64_t number;
	if (number_of(way, &i->args[0], &number)) hold_result(s, way, i, number);
}

/* Returns false where the way ends behind it. */
static bool pass(struct search *s, struct way *way, const struct ir_instr *i) {
	if (i->result != IR_NO_TEMP) forget(way, false, i->result);
	if (i->op == IR_OP_call) return pass_call(s, way, i);
	if (i->op == IR_OP_load) pass_load(s, way, i);
	else if (i->op == IR_OP_store) pass_store(s, way, i);
	else if (i->op == IR_OP_neg) pass_negation(s, way, i);
	else if (i->op == IR_OP_copy) pass_copy(s, way, i);
	else if (i->op == IR_OP_start || i->op == IR_OP_end || i->op == IR_OP_clear ||
	         i->op == IR_OP_blit)
		if (i->place.base == IR_BASE_VAR) forget(way, true, i->place.var);
	return true;
}

/* --- where it goes ---------------------------------------------------------------------------- */

/* The next way is one that was gone through if it holds the same at the same block. */
static bool is_same(const struct way *a, const struct way *b) {
	if (a->held.n != b->held.n || a->error != b->error) return false;
	for (size_t i = 0; i < a->held.n; i++) {
		const struct held *h = &a->held.items[i], *other = find(b, h->is_var, h->index);
		if (!other || other->number != h->number || other->is_error != h->is_error) return false;
	}
	return true;
}

static void go_to(struct search *s, const struct way *way, uint32_t block) {
	for (size_t i = 0; i < s->seen.n; i++)
		if (s->seen.items[i].block == block && is_same(s->seen.items[i].way, way)) return;
	struct way *next = ARENA_NEW(s->w->arena, struct way);
	*next = (struct way){.error = way->error, .block = block};
	for (size_t i = 0; i < way->held.n; i++) VEC_PUSH(s->w->arena, &next->held, way->held.items[i]);
	VEC_PUSH(s->w->arena, &s->queue, next);
	VEC_PUSH(s->w->arena, &s->seen, ((struct seen){block, next}));
}

static void branch(struct search *s, const struct way *way, const struct ir_exit *exit) {
	int64_t left, right;
	bool known = number_of(way, &exit->left, &left) && number_of(way, &exit->right, &right);
	bool equality = exit->compare == IR_EQ || exit->compare == IR_NE;
	if (known && exit->is_unsigned && !equality) known = left >= 0 && right >= 0;
	bool taken = known && compare_numbers(left, exit->compare, right);
	if (!known || taken) go_to(s, way, exit->targets[0]);
	if (!known || !taken) go_to(s, way, exit->targets[1]);
}

static void choose(struct search *s, const struct way *way, const struct ir_exit *exit) {
	int64_t number;
	bool known = number_of(way, &exit->left, &number), found = false;
	for (uint32_t i = 0; i < exit->case_count; i++) {
		bool is_it = known && number >= exit->cases[i].low && number <= exit->cases[i].high;
		found |= is_it;
		if (!known || is_it) go_to(s, way, exit->targets[i]);
	}
	if (!found) go_to(s, way, exit->targets[exit->case_count]);
}

static void give(struct search *s, const struct way *way, const struct ir_value *result) {
	struct wait_expiry e = {.kind = EXPIRY_RETURNS, .error = way->error};
	e.is_known = number_of(way, result, &e.result);
	if (!e.is_known) e.result = 0;
	bool same = !s->returns || (s->found.is_known == e.is_known && s->found.result == e.result);
	if (s->returns && s->found.error != e.error) e.error = 0;
	if (!same) e.is_known = false, e.result = 0;
	s->found = e;
	s->returns = true;
}

/* Returns false where it leaves the thread, or nobody knows. */
static bool leave_block(struct search *s, const struct way *way) {
	const struct ir_exit *exit = &s->w->f->blocks.items[way->block].exit;
	switch (exit->kind) {
	case IR_UNREACHABLE: return false;
	case IR_RETURN: give(s, way, &exit->left); break;
	case IR_BRANCH: branch(s, way, exit); break;
	case IR_SWITCH: choose(s, way, exit); break;
	case IR_JUMP:
	case IR_ANY:
		for (uint32_t i = 0; i < exit->target_count; i++) go_to(s, way, exit->targets[i]);
		break;
	}
	return true;
}

/* The same for the way to the next block. */
static bool follow(struct search *s, struct way *way) {
	const struct ir_block *block = &s->w->f->blocks.items[way->block];
	for (uint32_t i = way->instr; i < block->instrs.n; i++) {
		if (way->block == s->w->block && i == s->w->instr) return true; /* it waits again */
		if (!pass(s, way, &block->instrs.items[i])) return false;
	}
	return leave_block(s, way);
}

struct wait_expiry thread_follow_expiry(struct walk *w, const struct wait_expiry *call) {
	struct wait_expiry again = {.kind = EXPIRY_AGAIN}, leaves = {.kind = EXPIRY_LEAVES};
	if (call->kind != EXPIRY_RETURNS) return *call;
	struct search s = {.w = w, .found = again};
	const struct ir_instr *i = &w->f->blocks.items[w->block].instrs.items[w->instr];
	struct way *first = ARENA_NEW(w->arena, struct way);
	*first = (struct way){.error = call->error, .block = w->block, .instr = w->instr + 1};
	if (call->is_known) hold_result(&s, first, i, call->result);
	VEC_PUSH(w->arena, &s.queue, first);
	for (uint32_t n = 0; s.queue.n; n++)
		if (n == BOUND_BLOCKS_BEHIND_WAIT || !follow(&s, s.queue.items[--s.queue.n])) return leaves;
	return s.found;
}
