#include "link/callgraph.h"

#include "link/facts.h"
#include "link/ids.h"

/* --- edges ------------------------------------------------------------------------------------ */

static void add_edge(struct program *p, uint32_t from, const char *name) {
	const struct program_function *to = program_find(p, name);
	if (to) VEC_PUSH(p->arena, &p->functions.items[from].callees, to->id);
}

static void add_call(struct program *p, struct program_function *f, const struct ir_instr *i) {
	if (i->callee.kind == IR_SYMBOL) {
		add_edge(p, f->id, i->callee.text);
		return;
	}
	if (i->callee.kind != IR_TEMP) return;
	struct atom_list targets = facts_of_temp(p->facts, f, i->callee.temp);
	for (size_t k = 0; k < targets.n; k++)
		if (targets.items[k]->kind == ATOM_FUNCTION) add_edge(p, f->id, targets.items[k]->text);
}

void callgraph_build(struct program *p) {
	for (size_t k = 0; k < p->functions.n; k++) {
		struct program_function *f = &p->functions.items[k];
		for (size_t b = 0; b < f->f->blocks.n; b++)
			for (size_t i = 0; i < f->f->blocks.items[b].instrs.n; i++)
				if (f->f->blocks.items[b].instrs.items[i].op == IR_OP_call)
					add_call(p, f, &f->f->blocks.items[b].instrs.items[i]);
		ids_sort(f->callees.items, &f->callees.n);
	}
	for (size_t k = 0; k < p->functions.n; k++)
		for (size_t i = 0; i < p->functions.items[k].callees.n; i++)
			VEC_PUSH(p->arena, &p->functions.items[p->functions.items[k].callees.items[i]].callers,
			         (uint32_t)k);
}

/* --- components: Tarjan's algorithm, with a stack of its own since call chains are long ------- */

struct frame {
	uint32_t node, next;
};

struct tarjan {
	const struct program *program;
	struct arena *arena;
	uint32_t *index, *low; /* index is 0 before the visit */
	bool *on_stack;
	uint32_t counter;
	VEC(uint32_t) stack;
	VEC(struct frame) frames;
	struct components out;
};

static void enter(struct tarjan *t, uint32_t node) {
	t->index[node] = t->low[node] = ++t->counter;
	VEC_PUSH(t->arena, &t->stack, node);
	t->on_stack[node] = true;
	VEC_PUSH(t->arena, &t->frames, (struct frame){node, 0});
}

static void emit(struct tarjan *t, uint32_t node) {
	uint32_t at = t->out.start[t->out.count], member;
	do {
		member = t->stack.items[--t->stack.n];
		t->on_stack[member] = false;
		t->out.members[at++] = member;
	} while (member != node);
	size_t n = at - t->out.start[t->out.count];
	ids_sort(&t->out.members[at - n], &n);
	t->out.start[++t->out.count] = at;
}

static void advance(struct tarjan *t) {
	struct frame *frame = &t->frames.items[t->frames.n - 1];
	uint32_t node = frame->node;
	const struct program_function *f = &t->program->functions.items[node];
	if (frame->next < f->followed.n) {
		uint32_t callee = f->followed.items[frame->next++];
		if (!t->index[callee]) enter(t, callee);
		else if (t->on_stack[callee] && t->index[callee] < t->low[node])
			t->low[node] = t->index[callee];
		return;
	}
	t->frames.n--;
	if (t->frames.n) {
		uint32_t parent = t->frames.items[t->frames.n - 1].node;
		if (t->low[node] < t->low[parent]) t->low[parent] = t->low[node];
	}
	if (t->low[node] == t->index[node]) emit(t, node);
}

struct components callgraph_components(struct arena *a, const struct program *program) {
	size_t n = program->functions.n;
	struct tarjan t = {.program = program, .arena = a};
	t.index = ARENA_ARRAY(a, uint32_t, n);
	t.low = ARENA_ARRAY(a, uint32_t, n);
	t.on_stack = ARENA_ARRAY(a, bool, n);
	t.out.members = ARENA_ARRAY(a, uint32_t, n);
	t.out.start = ARENA_ARRAY(a, uint32_t, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		if (t.index[i]) continue;
		enter(&t, i);
		while (t.frames.n) advance(&t);
	}
	return t.out;
}
