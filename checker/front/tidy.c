/* From the drafts of a body to the blocks of its function.
 *
 * Jumps to a block that only jumps go where that goes; so do those to a block that only tests a
 * constant which the jumping block has just made, as `if ((a == b) != 0)` does. A block that one
 * jump alone reaches is joined to where it comes from; what control does not reach is dropped.
 * The order stays. */
#include <string.h>

#include "front/lower.h"

struct tidier {
	struct body *b;
	uint32_t *references; /* by block: exits that lead there from blocks that are reached */
	bool *is_reached;
	bool *is_joined;  /* its instructions have moved to another block */
	uint32_t *number; /* of the block in the function */
};

static struct draft *draft(struct tidier *t, uint32_t block) {
	return &t->b->blocks.items[block];
}

/* --- jumps ------------------------------------------------------------------------------------ */

static uint32_t final_target(struct tidier *t, uint32_t block) {
	for (size_t hops = 0; hops < t->b->blocks.n; hops++) {
		const struct draft *d = draft(t, block);
		if (d->instrs.n || d->exit.kind != IR_JUMP || d->exit.targets[0] == block) break;
		block = d->exit.targets[0];
	}
	return block;
}

static void thread(struct tidier *t, struct ir_exit *exit) {
	for (uint32_t i = 0; i < exit->target_count; i++)
		exit->targets[i] = final_target(t, exit->targets[i]);
	if (exit->kind != IR_BRANCH || exit->targets[0] != exit->targets[1]) return;
	exit->kind = IR_JUMP;
	exit->target_count = 1;
}

/* Does the block only end scopes and then test temp against a constant? */
static bool only_tests(const struct draft *d, uint32_t temp) {
	for (size_t i = 0; i < d->instrs.n; i++)
		if (d->instrs.items[i].op != IR_OP_end) return false;
	return d->exit.kind == IR_BRANCH && d->exit.left.kind == IR_TEMP && d->exit.left.temp == temp &&
	       d->exit.right.kind == IR_CONST;
}

/* Takes a jump behind `%t = copy 1` to where the test of %t goes. False when there is nothing to
 * do. */
static bool skip_test(struct tidier *t, uint32_t block) {
	struct draft *d = draft(t, block);
	if (d->exit.kind != IR_JUMP) return false;
	size_t n = d->instrs.n;
	while (n && d->instrs.items[n - 1].op == IR_OP_end) n--;
	const struct ir_instr *last = n ? &d->instrs.items[n - 1] : NULL;
	if (!last || last->op != IR_OP_copy || last->args[0].kind != IR_CONST) return false;
	const struct draft *test = draft(t, final_target(t, d->exit.targets[0]));
	if (!only_tests(test, last->result)) return false;
	const struct ir_exit *exit = &test->exit;
	bool holds =
		compare_holds(exit->compare, exit->is_unsigned, last->args[0].number, exit->right.number);
	struct ir_loc loc = d->exit.loc;
	for (size_t i = 0; i < test->instrs.n; i++)
		VEC_PUSH(t->b->l->scratch, &d->instrs, test->instrs.items[i]);
	uint32_t *target = ARENA_NEW(t->b->l->arena, uint32_t);
	*target = exit->targets[holds ? 0 : 1];
	d->exit = (struct ir_exit){.kind = IR_JUMP, .targets = target, .target_count = 1, .loc = loc};
	return true;
}

static void skip_tests(struct tidier *t) {
	for (uint32_t block = 0; block < t->b->blocks.n; block++)
		for (size_t hops = 0; hops < t->b->blocks.n && skip_test(t, block);) hops++;
}

static void reach(struct tidier *t) {
	VEC(uint32_t) work = {0};
	struct arena *scratch = t->b->l->scratch;
	VEC_PUSH(scratch, &work, 0);
	t->is_reached[0] = true;
	t->references[0] = 1;
	while (work.n) {
		struct ir_exit *exit = &draft(t, work.items[--work.n])->exit;
		thread(t, exit);
		for (uint32_t i = 0; i < exit->target_count; i++) {
			uint32_t to = exit->targets[i];
			t->references[to]++;
			if (t->is_reached[to]) continue;
			t->is_reached[to] = true;
			VEC_PUSH(scratch, &work, to);
		}
	}
}

static void append(struct tidier *t, struct draft *to, const struct draft *from) {
	for (size_t i = 0; i < from->instrs.n; i++)
		VEC_PUSH(t->b->l->scratch, &to->instrs, from->instrs.items[i]);
}

static void join(struct tidier *t, uint32_t block) {
	struct draft *d = draft(t, block);
	while (d->exit.kind == IR_JUMP) {
		uint32_t to = d->exit.targets[0];
		if (to == block || t->references[to] != 1) return;
		append(t, d, draft(t, to));
		d->exit = draft(t, to)->exit;
		t->is_joined[to] = true;
	}
}

/* --- copies that nobody reads ----------------------------------------------------------------- */

struct reads {
	uint32_t *count; /* by temporary */
};

static void count_value(struct reads *r, const struct ir_value *v) {
	if (v->kind == IR_TEMP) r->count[v->temp]++;
}

static void count_place(struct reads *r, const struct ir_place *place) {
	if (place->base == IR_BASE_TEMP) r->count[place->temp]++;
	for (uint32_t i = 0; i < place->step_count; i++)
		if (place->steps[i].kind == IR_STEP_AT) r->count[place->steps[i].temp]++;
}

static void count_block(struct reads *r, const struct draft *d) {
	for (size_t i = 0; i < d->instrs.n; i++) {
		const struct ir_instr *instr = &d->instrs.items[i];
		count_place(r, &instr->place);
		count_place(r, &instr->source);
		count_value(r, &instr->callee);
		for (uint32_t j = 0; j < instr->arg_count; j++) count_value(r, &instr->args[j]);
	}
	count_value(r, &d->exit.left);
	count_value(r, &d->exit.right);
}

static void drop_unread(const struct reads *r, struct draft *d) {
	size_t kept = 0;
	for (size_t i = 0; i < d->instrs.n; i++) {
		const struct ir_instr *instr = &d->instrs.items[i];
		if (instr->op == IR_OP_copy && !r->count[instr->result]) continue;
		d->instrs.items[kept++] = *instr;
	}
	d->instrs.n = kept;
}

static void drop_unread_copies(struct tidier *t) {
	struct reads reads = {ARENA_ARRAY(t->b->l->scratch, uint32_t, t->b->temp_count)};
	for (uint32_t i = 0; i < t->b->blocks.n; i++)
		if (t->is_reached[i]) count_block(&reads, draft(t, i));
	for (uint32_t i = 0; i < t->b->blocks.n; i++) drop_unread(&reads, draft(t, i));
}

/* --- temporaries ------------------------------------------------------------------------------ */

struct renaming {
	struct body *b;
	uint32_t *number; /* of each temporary, plus 1 */
	uint32_t n;
	bool *is_written;
	uint32_t unwritten; /* how many are read and never written */
};

static uint32_t renamed(struct renaming *r, uint32_t temp) {
	if (!r->number[temp]) r->number[temp] = ++r->n;
	return r->number[temp] - 1;
}

static void rename_value(struct renaming *r, struct ir_value *v) {
	if (v->kind == IR_TEMP) v->temp = renamed(r, v->temp);
}

static bool has_index(const struct ir_place *place) {
	for (uint32_t i = 0; i < place->step_count; i++)
		if (place->steps[i].kind == IR_STEP_AT) return true;
	return false;
}

static void rename_place(struct renaming *r, struct ir_place *place) {
	if (place->base == IR_BASE_TEMP) place->temp = renamed(r, place->temp);
	if (!has_index(place)) return;
	/* A load and the store behind it may share their steps. */
	struct ir_step *steps = ARENA_ARRAY(r->b->l->arena, struct ir_step, place->step_count);
	memcpy(steps, place->steps, place->step_count * sizeof *steps);
	for (uint32_t i = 0; i < place->step_count; i++)
		if (steps[i].kind == IR_STEP_AT) steps[i].temp = renamed(r, steps[i].temp);
	place->steps = steps;
}

/* The fields that an operation does not have are zero: a place that is a variable, a callee that
 * is unknown. */
static void rename_instr(struct renaming *r, struct ir_instr *instr) {
	rename_place(r, &instr->place);
	rename_place(r, &instr->source);
	rename_value(r, &instr->callee);
	for (uint32_t i = 0; i < instr->arg_count; i++) rename_value(r, &instr->args[i]);
	if (instr->result == IR_NO_TEMP) return;
	instr->result = renamed(r, instr->result);
}

static void rename_block(struct renaming *r, struct ir_block *block) {
	for (size_t i = 0; i < block->instrs.n; i++) {
		struct ir_instr *instr = &block->instrs.items[i];
		rename_instr(r, instr);
		if (instr->result != IR_NO_TEMP) r->is_written[instr->result] = true;
	}
	rename_value(r, &block->exit.left);
	rename_value(r, &block->exit.right);
}

/* A value that is only computed where control does not come is unknown where it is read: a jump
 * into a statement expression. */
static void define_unwritten(struct renaming *r, struct ir_block *entry) {
	struct lower *l = r->b->l;
	for (uint32_t temp = 0; temp < r->n; temp++) {
		if (r->is_written[temp]) continue;
		struct ir_instr instr = {.op = IR_OP_opaque, .result = temp};
		VEC_PUSH(l->arena, &entry->instrs, instr);
		memmove(entry->instrs.items + 1, entry->instrs.items, (entry->instrs.n - 1) * sizeof instr);
		entry->instrs.items[0] = instr;
	}
}

static void rename_temps(struct body *b, struct ir_function *f) {
	struct arena *scratch = b->l->scratch;
	struct renaming r = {.b = b,
	                     .number = ARENA_ARRAY(scratch, uint32_t, b->temp_count),
	                     .is_written = ARENA_ARRAY(scratch, bool, b->temp_count)};
	for (size_t i = 0; i < f->blocks.n; i++) rename_block(&r, &f->blocks.items[i]);
	define_unwritten(&r, &f->blocks.items[0]);
	f->temp_count = r.n;
}

/* --- the function ----------------------------------------------------------------------------- */

static void move_block(struct tidier *t, uint32_t block, struct ir_function *f) {
	struct lower *l = t->b->l;
	const struct draft *d = draft(t, block);
	struct ir_block moved = {.exit = d->exit};
	moved.instrs.items = ARENA_ARRAY(l->arena, struct ir_instr, d->instrs.n);
	moved.instrs.n = moved.instrs.cap = d->instrs.n;
	if (d->instrs.n)
		memcpy(moved.instrs.items, d->instrs.items, d->instrs.n * sizeof *d->instrs.items);
	VEC_PUSH(l->arena, &f->blocks, moved);
}

static void number_targets(struct tidier *t, struct ir_function *f) {
	for (size_t i = 0; i < f->blocks.n; i++) {
		struct ir_exit *exit = &f->blocks.items[i].exit;
		for (uint32_t j = 0; j < exit->target_count; j++)
			exit->targets[j] = t->number[exit->targets[j]];
	}
}

void tidy(struct body *b, struct ir_function *f) {
	struct arena *scratch = b->l->scratch;
	size_t n = b->blocks.n;
	struct tidier t = {b, ARENA_ARRAY(scratch, uint32_t, n), ARENA_ARRAY(scratch, bool, n),
	                   ARENA_ARRAY(scratch, bool, n), ARENA_ARRAY(scratch, uint32_t, n)};
	skip_tests(&t);
	reach(&t);
	drop_unread_copies(&t);
	memset(t.references, 0, n * sizeof *t.references);
	memset(t.is_reached, 0, n * sizeof *t.is_reached);
	reach(&t);
	for (size_t i = 0; i < b->order.n; i++) {
		uint32_t block = b->order.items[i];
		if (t.is_reached[block] && !t.is_joined[block]) join(&t, block);
	}
	for (size_t i = 0; i < b->order.n; i++) {
		uint32_t block = b->order.items[i];
		if (!t.is_reached[block] || t.is_joined[block]) continue;
		t.number[block] = (uint32_t)f->blocks.n;
		move_block(&t, block, f);
	}
	number_targets(&t, f);
	rename_temps(b, f);
}
