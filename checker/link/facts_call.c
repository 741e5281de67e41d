#include "link/facts_graph.h"

#include <string.h>

#include "ir/format.h"

/* Calls: into bodies, into models, into the unknown. */

static void enter_function(struct facts *g, const struct flow_call *c,
                           const struct program_function *callee) {
	g->is_called[callee->id] = true;
	for (uint32_t i = 0; i < c->arg_count && i < callee->f->param_count; i++)
		graph_copy(g, c->args[i], graph_var_node(g, callee, i));
	if (c->result != NO_NODE) graph_copy(g, graph_result_node(g, callee), c->result);
}

/* Whatever the pointer points to may be written. */
static void write_unknown(struct facts *g, uint32_t pointer) {
	uint32_t source = graph_node(g);
	graph_add_atom(g, source, graph_atom(g, ATOM_UNKNOWN, 0, NULL, NULL, NULL));
	graph_store(g, pointer, source);
}

static void enter_unseen(struct facts *g, const struct flow_call *c) {
	uint32_t given =
		c->arg_count == c->instr->arg_count ? format_first_value(c->instr) : c->arg_count;
	for (uint32_t i = 0; i < given; i++) {
		g->nodes.items[c->args[i]].escaped = true;
		write_unknown(g, c->args[i]);
	}
	if (c->result != NO_NODE)
		graph_add_atom(g, c->result, graph_atom(g, ATOM_UNKNOWN, 0, NULL, NULL, NULL));
}

/* --- models ----------------------------------------------------------------------------------- */

/* The node of an argument or of the result, when the path is that itself. */
static uint32_t plain_node(const struct flow_call *c, const struct path *p) {
	if (p->step_count) return NO_NODE;
	if (p->root == PATH_RETURN) return c->result;
	return p->root == PATH_PARAM && p->number < c->arg_count ? c->args[p->number] : NO_NODE;
}

/* The argument whose target the path names: `*out`, `sv[1]`. */
static uint32_t pointer_node(const struct flow_call *c, const struct path *p) {
	bool through = p->step_count >= 1 && p->steps[0].kind == PATH_DEREF && p->root == PATH_PARAM;
	for (uint32_t i = 1; i < p->step_count; i++)
		through &= p->steps[i].kind != PATH_FIELD && p->steps[i].kind != PATH_DEREF;
	return through && p->number < c->arg_count ? c->args[p->number] : NO_NODE;
}

static void give(struct facts *g, const struct flow_call *c, const struct path *p,
                 enum atom_kind kind, int64_t number, const char *text) {
	const struct atom *atom = graph_atom(g, kind, number, text, c->in, &c->instr->loc);
	uint32_t node = plain_node(c, p), pointer = pointer_node(c, p);
	if (node != NO_NODE) graph_add_atom(g, node, atom);
	if (pointer == NO_NODE) return;
	uint32_t source = graph_node(g);
	graph_add_atom(g, source, atom);
	graph_store(g, pointer, source);
}

static void duplicate(struct facts *g, const struct flow_call *c, const struct effect *e) {
	uint32_t from = plain_node(c, &e->other), to = plain_node(c, &e->place);
	if (e->word || from == NO_NODE || to == NO_NODE) {
		give(g, c, &e->place, ATOM_OPENED, 0, e->word ? e->word : "socket");
		return;
	}
	graph_derive(g, from, to);
	const struct atom *opened = graph_atom(g, ATOM_OPENED, 0, "socket", c->in, &c->instr->loc);
	VEC_PUSH(g->flow, &g->duplicates, (struct duplicate){from, opened, to});
}

/* The node of what lies there; NO_NODE: nobody knows where that is. */
static uint32_t node_at(struct facts *g, const struct flow_call *c, const struct path *p) {
	uint32_t node = plain_node(c, p), pointer = pointer_node(c, p);
	if (pointer == NO_NODE) return node;
	node = graph_node(g);
	graph_load(g, pointer, node);
	return node;
}

static void mark_closed(struct facts *g, const struct flow_call *c, const struct path *p) {
	uint32_t node = node_at(g, c, p);
	if (node != NO_NODE) g->nodes.items[node].closed = true;
}

static void mark_woken(struct facts *g, const struct flow_call *c, const struct path *p) {
	uint32_t node = node_at(g, c, p);
	if (node != NO_NODE) g->nodes.items[node].woken = true;
}

/* A thread or callback: the arguments flow into whatever the function value turns out to be. */
static void call_back(struct facts *g, const struct flow_call *c, const struct effect *e) {
	uint32_t function = e->value.kind == TERM_PATH ? plain_node(c, &e->value.path) : NO_NODE;
	if (function == NO_NODE) return;
	struct flow_call inner = {
		.in = c->in, .instr = c->instr, .arg_count = e->arg_count, .result = NO_NODE};
	inner.args = ARENA_ARRAY(g->flow, uint32_t, e->arg_count + 1);
	for (uint32_t i = 0; i < e->arg_count; i++) {
		uint32_t arg = e->args[i].kind == TERM_PATH ? plain_node(c, &e->args[i].path) : NO_NODE;
		inner.args[i] = arg == NO_NODE ? graph_node(g) : arg;
	}
	VEC_PUSH(g->flow, &g->calls, inner);
	uint32_t call = (uint32_t)g->calls.n - 1;
	VEC_PUSH(g->flow, &graph_uses(g, function)->calls, call);
	for (size_t i = 0; i < g->nodes.items[function].spread; i++) {
		const struct atom *a = g->nodes.items[function].atoms.items[i];
		if (a->kind == ATOM_FUNCTION) graph_connect(g, call, a->text);
	}
}

/* Whether what the case makes is over a file, as fopen's stream. */
static bool opens_file(const struct summary_case *k) {
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		if (e->verb == VERB_opens && e->word && strcmp(e->word, "file") == 0) return true;
	}
	return false;
}

static void apply_model_effect(struct facts *g, const struct flow_call *c,
                               const struct summary_case *k, const struct effect *e) {
	switch (e->verb) {
	case VERB_dups: duplicate(g, c, e); break;
	case VERB_opens: give(g, c, &e->place, ATOM_OPENED, 0, e->word ? e->word : "socket"); break;
	case VERB_pairs:
		give(g, c, &e->place, ATOM_OPENED, 1, e->word ? e->word : "socket");
		give(g, c, &e->other, ATOM_OPENED, 1, e->word ? e->word : "socket");
		break;
	case VERB_allocs: give(g, c, &e->place, ATOM_OBJECT, 0, opens_file(k) ? "file" : NULL); break;
	case VERB_closes: mark_closed(g, c, &e->place); break;
	case VERB_owns: mark_closed(g, c, &e->other); break;
	case VERB_shuts:
	case VERB_cancels:
	case VERB_interrupts: mark_woken(g, c, &e->place); break;
	case VERB_escapes: {
		uint32_t node = plain_node(c, &e->place);
		if (node != NO_NODE) g->nodes.items[node].escaped = true;
		break;
	}
	case VERB_assign: {
		uint32_t from = e->value.kind == TERM_PATH ? plain_node(c, &e->value.path) : NO_NODE;
		uint32_t pointer = pointer_node(c, &e->place);
		graph_copy(g, from, plain_node(c, &e->place));
		bool is_unknown = e->value.kind == TERM_UNKNOWN || e->value.kind == TERM_RANGE;
		if (is_unknown && pointer != NO_NODE) write_unknown(g, pointer);
		break;
	}
	case VERB_calls:
	case VERB_starts: call_back(g, c, e); break;
	case VERB_borrows:
	case VERB_bounds:
	case VERB_types:
	case VERB_watches:
	case VERB_copies:
	case VERB_defers:
	case VERB_drops:
	case VERB_execs:
	case VERB_errors:
	case VERB_exits:
	case VERB_forgets:
	case VERB_forks:
	case VERB_frees:
	case VERB_handles:
	case VERB_heeds:
	case VERB_signals:
	case VERB_joins:
	case VERB_moves:
	case VERB_refs:
	case VERB_releases:
	case VERB_replaces:
	case VERB_unrefs:
	case VERB_waits:
	case VERB_zeros: break;
	}
}

/* scanf() and its like write through the arguments behind the named ones. */
static void enter_variable_arguments(struct facts *g, const struct flow_call *c,
                                     const struct summary *model) {
	size_t named = model->params.n;
	if (!named || strcmp(model->params.items[named - 1], "...") != 0) return;
	for (size_t i = named - 1; i < c->arg_count; i++) write_unknown(g, c->args[i]);
}

static void enter_model(struct facts *g, const struct flow_call *c, const struct summary *model) {
	enter_variable_arguments(g, c, model);
	for (size_t k = 0; k < model->cases.n; k++)
		for (size_t i = 0; i < model->cases.items[k].effects.n; i++)
			apply_model_effect(g, c, &model->cases.items[k],
			                   &model->cases.items[k].effects.items[i]);
	if (c->result != NO_NODE)
		graph_add_atom(g, c->result, graph_atom(g, ATOM_UNKNOWN, 0, NULL, NULL, NULL));
}

void graph_connect(struct facts *g, uint32_t call, const char *callee) {
	struct flow_call c = g->calls.items[call];
	const struct program_function *f = program_find(g->program, callee);
	const struct summary *model = f ? NULL : models_find(g->program->models, callee);
	if (f) enter_function(g, &c, f);
	else if (model) enter_model(g, &c, model);
	else enter_unseen(g, &c);
}
