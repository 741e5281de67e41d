#include "link/facts_graph.h"

#include "flow/bounds.h"

uint32_t graph_node(struct facts *g) {
	VEC_PUSH(g->arena, &g->nodes, (struct node){.spread = 0});
	return (uint32_t)g->nodes.n - 1;
}

uint32_t graph_var_node(const struct facts *g, const struct program_function *f, uint32_t var) {
	return g->first_node[f->id] + var;
}

uint32_t graph_temp_node(const struct facts *g, const struct program_function *f, uint32_t temp) {
	return g->first_node[f->id] + (uint32_t)f->f->vars.n + temp;
}

uint32_t graph_result_node(const struct facts *g, const struct program_function *f) {
	return graph_temp_node(g, f, f->f->temp_count);
}

struct uses *graph_uses(struct facts *g, uint32_t pointer) {
	struct node *n = &g->nodes.items[pointer];
	if (!n->uses) n->uses = ARENA_NEW(g->flow, struct uses);
	return n->uses;
}

static uint32_t named_node(struct facts *g, struct map *names, const void *name) {
	uintptr_t known = (uintptr_t)map_get(names, MAP_KEY(name));
	if (known) return (uint32_t)known - 1;
	uint32_t node = graph_node(g);
	map_put(g->arena, names, MAP_KEY(name), (void *)(uintptr_t)(node + 1));
	return node;
}

uint32_t graph_field_node(struct facts *g, const struct ir_field *field) {
	return named_node(g, &g->field_nodes, field);
}

uint32_t graph_global_node(struct facts *g, const char *name) {
	return named_node(g, &g->global_nodes, name);
}

static uint32_t print_of(const struct atom *a) {
	switch (a->kind) {
	case ATOM_UNKNOWN: return 0;
	case ATOM_FUNCTION: return (uint32_t)hash_mix(a->kind, MAP_KEY(a->text));
	case ATOM_ADDRESS: return (uint32_t)hash_mix(a->kind, (uint64_t)a->number);
	default: return (uint32_t)hash_mix(a->kind, MAP_KEY(a));
	}
}

const struct atom *graph_atom(struct facts *g, enum atom_kind kind, int64_t number,
                              const char *text, const struct program_function *f,
                              const struct ir_loc *loc) {
	struct atom *a = ARENA_NEW(g->arena, struct atom);
	*a = (struct atom){.kind = kind, .number = number, .text = text};
	a->print = print_of(a);
	if (f) {
		a->function = f->f->name;
		a->file = loc->file < f->unit->files.n ? f->unit->files.items[loc->file] : f->unit->source;
	}
	if (loc) a->loc = *loc;
	return a;
}

static void enqueue(struct facts *g, uint32_t node) {
	if (g->nodes.items[node].queued) return;
	g->nodes.items[node].queued = true;
	VEC_PUSH(g->flow, &g->queue, node);
}

static bool same_atom(const struct atom *a, const struct atom *b) {
	if (a == b) return true;
	if (a->kind != b->kind) return false;
	if (a->kind == ATOM_UNKNOWN) return true;
	return (a->kind == ATOM_FUNCTION && a->text == b->text) ||
	       (a->kind == ATOM_ADDRESS && a->number == b->number);
}

void graph_add_atom(struct facts *g, uint32_t node, const struct atom *atom) {
	struct node *n = &g->nodes.items[node];
	if (n->full && atom->kind != ATOM_OPENED) return;
	for (size_t i = 0; i < n->atoms.n; i++)
		if (n->prints.items[i] == atom->print && same_atom(n->atoms.items[i], atom)) return;
	if (n->atoms.n >= BOUND_FACTS_PER_NODE) {
		if (n->full) return;
		n->full = true;
		g->program->full_facts++;
		atom = graph_atom(g, ATOM_UNKNOWN, 0, NULL, NULL, NULL);
	}
	VEC_PUSH(g->arena, &n->atoms, atom);
	VEC_PUSH(g->flow, &n->prints, atom->print);
	enqueue(g, node);
}

void graph_copy(struct facts *g, uint32_t from, uint32_t to) {
	if (from == to || from == NO_NODE || to == NO_NODE) return;
	uint64_t edge = (uint64_t)from << 32 | to;
	if (map_get(&g->edges, edge)) return;
	map_put(g->flow, &g->edges, edge, g);
	VEC_PUSH(g->flow, &g->nodes.items[from].out, to);
	VEC_PUSH(g->flow, &g->nodes.items[to].in, from);
	for (size_t i = 0; i < g->nodes.items[from].spread; i++)
		graph_add_atom(g, to, g->nodes.items[from].atoms.items[i]);
}

void graph_derive(struct facts *g, uint32_t from, uint32_t to) {
	VEC_PUSH(g->flow, &g->nodes.items[from].out, to);
	for (size_t i = 0; i < g->nodes.items[from].spread; i++)
		graph_add_atom(g, to, g->nodes.items[from].atoms.items[i]);
}

/* Lets one more atom of a pointer act on what is read and written through it. */
static void spread_pointer(struct facts *g, uint32_t node, const struct atom *atom) {
	const struct uses *uses = g->nodes.items[node].uses;
	if (!uses) return;
	if (atom->kind == ATOM_FUNCTION)
		for (size_t i = 0; i < uses->calls.n; i++)
			graph_connect(g, uses->calls.items[i], atom->text);
	if (atom->kind != ATOM_ADDRESS) return;
	for (size_t i = 0; i < uses->loads.n; i++)
		graph_copy(g, (uint32_t)atom->number, uses->loads.items[i]);
	for (size_t i = 0; i < uses->stores.n; i++)
		graph_copy(g, uses->stores.items[i], (uint32_t)atom->number);
}

void graph_load(struct facts *g, uint32_t pointer, uint32_t to) {
	VEC_PUSH(g->flow, &graph_uses(g, pointer)->loads, to);
	for (size_t i = 0; i < g->nodes.items[pointer].spread; i++) {
		const struct atom *a = g->nodes.items[pointer].atoms.items[i];
		if (a->kind == ATOM_ADDRESS) graph_copy(g, (uint32_t)a->number, to);
	}
}

void graph_store(struct facts *g, uint32_t pointer, uint32_t from) {
	VEC_PUSH(g->flow, &graph_uses(g, pointer)->stores, from);
	for (size_t i = 0; i < g->nodes.items[pointer].spread; i++) {
		const struct atom *a = g->nodes.items[pointer].atoms.items[i];
		if (a->kind == ATOM_ADDRESS) graph_copy(g, from, (uint32_t)a->number);
	}
}

void graph_solve(struct facts *g) {
	while (g->queue.n) {
		uint32_t node = g->queue.items[--g->queue.n];
		g->nodes.items[node].queued = false;
		while (g->nodes.items[node].spread < g->nodes.items[node].atoms.n) {
			const struct atom *atom =
				g->nodes.items[node].atoms.items[g->nodes.items[node].spread++];
			for (size_t i = 0; i < g->nodes.items[node].out.n; i++)
				graph_add_atom(g, g->nodes.items[node].out.items[i], atom);
			spread_pointer(g, node, atom);
		}
	}
}

/* What flows into the node has what becomes of it. Returns whether that is new. */
static bool mark_source(struct node *from, const struct node *n) {
	bool known = (!n->closed || from->closed) && (!n->escaped || from->escaped) &&
	             (!n->woken || from->woken);
	from->closed |= n->closed;
	from->escaped |= n->escaped;
	from->woken |= n->woken;
	return !known;
}

void graph_mark_backwards(struct facts *g) {
	for (uint32_t i = 0; i < g->nodes.n; i++)
		if (g->nodes.items[i].closed || g->nodes.items[i].escaped || g->nodes.items[i].woken)
			enqueue(g, i);
	while (g->queue.n) {
		uint32_t node = g->queue.items[--g->queue.n];
		struct node *n = &g->nodes.items[node];
		n->queued = false;
		for (size_t i = 0; i < n->in.n; i++)
			if (mark_source(&g->nodes.items[n->in.items[i]], n)) enqueue(g, n->in.items[i]);
	}
}
