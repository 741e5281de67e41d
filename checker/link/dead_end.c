#include "link/dead_end.h"

struct dead_ends {
	const struct program *program;
	struct arena *scratch;
	bool *functions;
	VEC(uint32_t) queue; /* of functions that call one of them */
};

static bool comes_through(const struct dead_ends *d, const struct ir_block *b) {
	for (size_t i = 0; i < b->instrs.n; i++) {
		const struct program_function *callee = program_callee(d->program, &b->instrs.items[i]);
		if (callee && d->functions[callee->id]) return false;
	}
	return true;
}

static bool may_return(const struct dead_ends *d, const struct ir_function *f) {
	struct arena_mark mark = arena_mark(d->scratch);
	bool *seen = ARENA_ARRAY(d->scratch, bool, f->blocks.n + 1);
	VEC(uint32_t) queue = {0};
	VEC_PUSH(d->scratch, &queue, 0);
	bool returns = false;
	while (queue.n && !returns) {
		uint32_t at = queue.items[--queue.n];
		const struct ir_block *b = &f->blocks.items[at];
		if (seen[at] || !comes_through(d, b)) continue;
		seen[at] = true;
		returns = b->exit.kind == IR_RETURN;
		for (uint32_t i = 0; i < b->exit.target_count; i++)
			VEC_PUSH(d->scratch, &queue, b->exit.targets[i]);
	}
	arena_reset(d->scratch, mark);
	return returns;
}

bool *dead_end_functions(struct arena *a, const struct program *p) {
	size_t n = p->functions.n;
	struct dead_ends d = {.program = p, .scratch = arena_new("dead ends")};
	struct arena *lists = arena_new("dead ends to look at");
	d.functions = ARENA_ARRAY(a, bool, n + 1);
	for (uint32_t i = 0; i < n; i++) VEC_PUSH(lists, &d.queue, i);
	while (d.queue.n) {
		const struct program_function *f = &p->functions.items[d.queue.items[--d.queue.n]];
		if (d.functions[f->id] || !f->f->blocks.n || f->f->incomplete || may_return(&d, f->f))
			continue;
		d.functions[f->id] = true;
		for (size_t i = 0; i < f->callers.n; i++) VEC_PUSH(lists, &d.queue, f->callers.items[i]);
	}
	arena_free(lists);
	arena_free(d.scratch);
	return d.functions;
}

/* Whether nothing is called behind the instruction, and the code does not go on behind the block. */
static bool is_at_end(const struct ir_block *b, size_t instr) {
	for (size_t i = instr + 1; i < b->instrs.n; i++)
		if (b->instrs.items[i].op == IR_OP_call) return false;
	return b->exit.kind == IR_UNREACHABLE;
}

bool dead_end_call(const struct program *p, const bool *functions, const struct program_function *f,
                   const struct program_function *callee) {
	bool calls = false;
	for (size_t b = 0; b < f->f->blocks.n; b++)
		for (size_t i = 0; i < f->f->blocks.items[b].instrs.n; i++) {
			if (program_callee(p, &f->f->blocks.items[b].instrs.items[i]) != callee) continue;
			calls = true;
			if (!functions[callee->id] && !is_at_end(&f->f->blocks.items[b], i)) return false;
		}
	return calls;
}
