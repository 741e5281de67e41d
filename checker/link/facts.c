#include "link/facts.h"

#include <string.h>

#include "link/facts_graph.h"

/* --- building: one pass over all instructions ------------------------------------------------- */

struct build {
	struct facts *g;
	const struct program_function *f;
	const struct ir_instr *instr;
};

static bool is_global(const struct build *b, const char *name) {
	return program_global(b->g->program, name) != NULL;
}

static bool is_scalar(const struct ir_type *type) {
	return type->kind == IR_INT || type->kind == IR_PTR ||
	       (type->kind == IR_ARRAY && !type->record);
}

/* The node of a place that is reached without reading through a pointer, or NO_NODE. */
static uint32_t place_node(struct build *b, const struct ir_place *place, struct ir_type *type) {
	for (uint32_t i = place->step_count; i-- > 0;) {
		if (place->steps[i].kind != IR_STEP_FIELD) continue;
		*type = place->steps[i].field->type;
		return graph_field_node(b->g, place->steps[i].field);
	}
	*type = (struct ir_type){.kind = IR_VOID};
	if (place->base == IR_BASE_VAR) {
		*type = b->f->f->vars.items[place->var].type;
		return graph_var_node(b->g, b->f, place->var);
	}
	if (place->base == IR_BASE_TEMP) return NO_NODE;
	const struct ir_global *g = program_global(b->g->program, place->global);
	if (g) *type = g->type;
	return graph_global_node(b->g, place->global);
}

static const struct atom *value_atom(struct build *b, const struct ir_value *v) {
	const struct ir_loc *loc = b->instr ? &b->instr->loc : NULL;
	switch (v->kind) {
	case IR_CONST: return graph_atom(b->g, ATOM_CONST, v->number, NULL, b->f, loc);
	case IR_SYMBOL: {
		if (!is_global(b, v->text)) return graph_atom(b->g, ATOM_FUNCTION, 0, v->text, b->f, loc);
		const struct ir_global *g = program_global(b->g->program, v->text);
		if (!is_scalar(&g->type)) return NULL;
		return graph_atom(b->g, ATOM_ADDRESS, graph_global_node(b->g, v->text), NULL, b->f, loc);
	}
	case IR_UNKNOWN: return graph_atom(b->g, ATOM_UNKNOWN, 0, NULL, NULL, NULL);
	case IR_STRING:
	case IR_TEMP: break;
	}
	return NULL;
}

static uint32_t value_node(struct build *b, const struct ir_value *v) {
	if (v->kind == IR_TEMP) return graph_temp_node(b->g, b->f, v->temp);
	uint32_t node = graph_node(b->g);
	const struct atom *atom = value_atom(b, v);
	if (atom) graph_add_atom(b->g, node, atom);
	return node;
}

static void value_into(struct build *b, const struct ir_value *v, uint32_t node) {
	if (v->kind == IR_TEMP) {
		graph_copy(b->g, graph_temp_node(b->g, b->f, v->temp), node);
		return;
	}
	const struct atom *atom = value_atom(b, v);
	if (atom) graph_add_atom(b->g, node, atom);
}

static void remember_store(struct build *b, const struct ir_place *place) {
	if (!place->step_count || place->steps[place->step_count - 1].kind != IR_STEP_FIELD) return;
	const struct ir_field *field = place->steps[place->step_count - 1].field;
	struct store_list *stores = map_get(&b->g->stores, MAP_KEY(field));
	if (!stores) {
		stores = ARENA_NEW(b->g->arena, struct store_list);
		map_put(b->g->arena, &b->g->stores, MAP_KEY(field), stores);
	}
	VEC_PUSH(b->g->arena, &stores->list, (struct field_store){b->f, b->instr});
}

static void build_store(struct build *b) {
	struct ir_type type;
	uint32_t node = place_node(b, &b->instr->place, &type);
	remember_store(b, &b->instr->place);
	if (node != NO_NODE) value_into(b, &b->instr->args[0], node);
	else
		graph_store(b->g, graph_temp_node(b->g, b->f, b->instr->place.temp),
		            value_node(b, &b->instr->args[0]));
}

static void build_load(struct build *b, uint32_t result) {
	struct ir_type type;
	uint32_t node = place_node(b, &b->instr->place, &type);
	if (node != NO_NODE) graph_copy(b->g, node, result);
	else graph_load(b->g, graph_temp_node(b->g, b->f, b->instr->place.temp), result);
}

static void build_addr(struct build *b, uint32_t result) {
	struct ir_type type;
	uint32_t node = place_node(b, &b->instr->place, &type);
	if (node == NO_NODE)
		graph_copy(b->g, graph_temp_node(b->g, b->f, b->instr->place.temp), result);
	else if (is_scalar(&type))
		graph_add_atom(b->g, result,
		               graph_atom(b->g, ATOM_ADDRESS, node, NULL, b->f, &b->instr->loc));
}

static void note_copied_over(struct build *b, const char *global) {
	map_put(b->g->arena, &b->g->copied_over, MAP_KEY(global), b->g);
}

/* Who gets a global's address, and is not seen, may write there. */
static void note_handed_out(struct build *b) {
	const struct ir_value *callee = &b->instr->callee;
	if (callee->kind != IR_SYMBOL || program_find(b->g->program, callee->text)) return;
	for (uint32_t i = 0; i < b->instr->arg_count; i++) {
		const struct ir_value *v = &b->instr->args[i];
		if (v->kind == IR_SYMBOL && is_global(b, v->text)) note_copied_over(b, v->text);
	}
}

static void build_call(struct build *b, uint32_t result) {
	note_handed_out(b);
	struct flow_call c = {
		.in = b->f, .instr = b->instr, .arg_count = b->instr->arg_count, .result = result};
	c.args = ARENA_ARRAY(b->g->flow, uint32_t, c.arg_count + 1);
	for (uint32_t i = 0; i < c.arg_count; i++) c.args[i] = value_node(b, &b->instr->args[i]);
	VEC_PUSH(b->g->flow, &b->g->calls, c);
	uint32_t call = (uint32_t)b->g->calls.n - 1;
	const struct ir_value *callee = &b->instr->callee;
	if (callee->kind == IR_SYMBOL) graph_connect(b->g, call, callee->text);
	else if (callee->kind == IR_TEMP)
		VEC_PUSH(b->g->flow, &graph_uses(b->g, graph_temp_node(b->g, b->f, callee->temp))->calls,
		         call);
}

/* Whether one of the instructions behind the clear stores to the field before the object is used otherwise. */
static bool is_stored_behind(const struct ir_block *block, size_t clear,
                             const struct ir_field *field) {
	for (size_t i = clear + 1; i < block->instrs.n; i++) {
		const struct ir_instr *instr = &block->instrs.items[i];
		bool same = instr->op == IR_OP_store && instr->place.step_count &&
		            instr->place.steps[instr->place.step_count - 1].field == field;
		if (same) return true;
		if (instr->op == IR_OP_blit) return false;
	}
	return false;
}

/* An initialiser leaves the members that it does not name zero. */
static void build_clear(struct build *b, const struct ir_block *block, size_t at) {
	struct ir_type type;
	place_node(b, &b->instr->place, &type);
	const struct member_list *members =
		type.kind == IR_RECORD ? map_get(&b->g->members, MAP_KEY(type.record)) : NULL;
	for (size_t i = 0; members && i < members->list.n; i++) {
		const struct ir_field *field = members->list.items[i];
		if (field->type.kind != IR_INT || is_stored_behind(block, at, field)) continue;
		struct ir_value zero = {.kind = IR_CONST};
		value_into(b, &zero, graph_field_node(b->g, field));
	}
}

static void build_operands(struct build *b, uint32_t result) {
	for (uint32_t i = 0; i < b->instr->arg_count; i++) value_into(b, &b->instr->args[i], result);
}

static void build_instr(struct build *b) {
	const struct ir_instr *i = b->instr;
	uint32_t result = i->result == IR_NO_TEMP ? NO_NODE : graph_temp_node(b->g, b->f, i->result);
	switch (i->op) {
	case IR_OP_store: build_store(b); break;
	case IR_OP_load: build_load(b, result); break;
	case IR_OP_addr: build_addr(b, result); break;
	case IR_OP_call: build_call(b, result); break;
	/* The bits of the result are among those of the operands. */
	case IR_OP_and:
	case IR_OP_copy:
	case IR_OP_or:
	case IR_OP_container: build_operands(b, result); break;
	case IR_OP_add:
	case IR_OP_div:
	case IR_OP_inv:
	case IR_OP_mul:
	case IR_OP_neg:
	case IR_OP_opaque:
	case IR_OP_rem:
	case IR_OP_shl:
	case IR_OP_shr:
	case IR_OP_sub:
	case IR_OP_xor:
		if (result != NO_NODE)
			graph_add_atom(b->g, result, graph_atom(b->g, ATOM_UNKNOWN, 0, NULL, NULL, NULL));
		break;
	case IR_OP_escape:
		for (uint32_t k = 0; k < i->arg_count; k++)
			b->g->nodes.items[value_node(b, &i->args[k])].escaped = true;
		break;
	case IR_OP_blit:
	case IR_OP_clear:
		if (i->place.base == IR_BASE_GLOBAL) note_copied_over(b, i->place.global);
		break;
	case IR_OP_end:
	case IR_OP_start: break;
	}
}

static void note_first(struct facts *g, const struct ir_field *field) {
	struct first_list *l = map_get(&g->firsts, MAP_KEY(field->type.record));
	if (!l) {
		l = ARENA_NEW(g->arena, struct first_list);
		map_put(g->arena, &g->firsts, MAP_KEY(field->type.record), l);
	}
	VEC_PUSH(g->arena, &l->list, field);
}

static void collect_members(struct facts *g) {
	struct map seen = {0};
	for (size_t i = 0; i < g->program->units.n; i++)
		for (size_t k = 0; k < g->program->units.items[i]->fields.n; k++) {
			const struct ir_field *own = g->program->units.items[i]->fields.items[k];
			const struct ir_field *field = models_field(g->program->models, own->record, own->name);
			if (map_get(&seen, MAP_KEY(field))) continue;
			map_put(g->arena, &seen, MAP_KEY(field), g);
			if (field->is_first) note_first(g, field);
			struct member_list *members = map_get(&g->members, MAP_KEY(field->record));
			if (!members) {
				members = ARENA_NEW(g->arena, struct member_list);
				map_put(g->arena, &g->members, MAP_KEY(field->record), members);
			}
			VEC_PUSH(g->arena, &members->list, field);
		}
}

static void build_function(struct facts *g, const struct program_function *f) {
	struct build b = {.g = g, .f = f};
	for (size_t k = 0; k < f->f->blocks.n; k++) {
		const struct ir_block *block = &f->f->blocks.items[k];
		for (size_t i = 0; i < block->instrs.n; i++) {
			b.instr = &block->instrs.items[i];
			build_instr(&b);
			if (b.instr->op == IR_OP_clear) build_clear(&b, block, i);
		}
		if (block->exit.kind != IR_RETURN) continue;
		struct ir_instr at = {.loc = block->exit.loc};
		b.instr = &at;
		value_into(&b, &block->exit.left, graph_result_node(g, f));
	}
}

static void build_global(struct facts *g, const struct ir_global *global) {
	struct build b = {.g = g};
	graph_note_tables(g, global);
	for (size_t i = 0; i < global->inits.n; i++) {
		const struct ir_init *init = &global->inits.items[i];
		struct ir_place place = {.base = IR_BASE_GLOBAL,
		                         .global = global->name,
		                         .steps = init->steps,
		                         .step_count = init->step_count};
		struct ir_type type;
		value_into(&b, &init->value, place_node(&b, &place, &type));
	}
}

/* --- results ---------------------------------------------------------------------------------- */

/* Nobody in the program calls it: its parameters may be anything. */
static void open_roots(struct facts *g) {
	for (size_t k = 0; k < g->program->functions.n; k++) {
		const struct program_function *f = &g->program->functions.items[k];
		if (g->is_called[k]) continue;
		for (uint32_t i = 0; i < f->f->param_count; i++)
			graph_add_atom(g, graph_var_node(g, f, i),
			               graph_atom(g, ATOM_UNKNOWN, 0, NULL, NULL, NULL));
	}
}

static bool is_opened(const struct node *n) {
	for (size_t i = 0; i < n->atoms.n; i++)
		if (n->atoms.items[i]->kind == ATOM_OPENED) return true;
	return false;
}

/* Nobody in the program opens what is duplicated: then it is what somebody may be waiting for, a connection. */
static void open_duplicates(struct facts *g) {
	for (size_t i = 0; i < g->duplicates.n; i++) {
		const struct duplicate *d = &g->duplicates.items[i];
		if (!is_opened(&g->nodes.items[d->from])) graph_add_atom(g, d->to, d->opened);
	}
}

bool facts_is_connection(const struct atom *atom) {
	return atom->kind == ATOM_OPENED &&
	       (strcmp(atom->text, "socket") == 0 || strcmp(atom->text, "pipe") == 0);
}

static bool add_member(struct facts *g, const struct ir_field *field) {
	struct record_fields *r = map_get(&g->records, MAP_KEY(field->record));
	if (!r) {
		r = ARENA_NEW(g->arena, struct record_fields);
		map_put(g->arena, &g->records, MAP_KEY(field->record), r);
	}
	for (size_t i = 0; i < r->sockets.n; i++)
		if (r->sockets.items[i] == field) return false;
	VEC_PUSH(g->arena, &r->sockets, field);
	return true;
}

/* Records that hold a record with sockets hold them too. */
static bool add_nested(struct facts *g) {
	bool added = false;
	for (size_t i = 0; i < g->program->units.n; i++)
		for (size_t k = 0; k < g->program->units.items[i]->fields.n; k++) {
			const struct ir_field *own = g->program->units.items[i]->fields.items[k];
			if (own->type.kind != IR_RECORD || !map_get(&g->records, MAP_KEY(own->type.record)))
				continue;
			added |= add_member(g, models_field(g->program->models, own->record, own->name));
		}
	return added;
}

/* What these records of system headers name, somebody else owns; and the numbers of an address are no descriptors, even
 * where a program hides one among them. */
static bool only_mentions(const struct ir_field *field) {
	static const char *const RECORDS[] = {
		"GPollFD", "_GPollFD", "epoll_data",  "epoll_data_t", "in_addr",          "io_uring_sqe",
		"pollfd",  "sockaddr", "sockaddr_in", "sockaddr_in6", "sockaddr_storage", "sockaddr_un"};
	for (size_t i = 0; i < sizeof RECORDS / sizeof *RECORDS; i++)
		if (strcmp(RECORDS[i], field->record) == 0) return true;
	return false;
}

static void collect_records(struct facts *g) {
	for (size_t i = 0; i < g->field_nodes.n; i++) {
		const struct ir_field *field =
			(const struct ir_field *)(uintptr_t)g->field_nodes.entries[i].key;
		if (!field->record[0]) continue;
		if (only_mentions(field)) {
			if (facts_field_is_closed(g, field)) VEC_PUSH(g->arena, &g->closed_mentions, field);
			continue;
		}
		if (!facts_field_holds_socket(g, field)) continue;
		add_member(g, field);
		VEC_PUSH(g->arena, &g->sockets, field);
	}
	while (add_nested(g)) {
	}
}

/* Records that point to a record that matters do too. */
static bool add_carriers(struct facts *g) {
	bool added = false;
	for (size_t i = 0; i < g->program->units.n; i++)
		for (size_t k = 0; k < g->program->units.items[i]->fields.n; k++) {
			const struct ir_field *own = g->program->units.items[i]->fields.items[k];
			if (!own->type.record || map_get(&g->carriers, MAP_KEY(own->record))) continue;
			if (!map_get(&g->carriers, MAP_KEY(own->type.record))) continue;
			map_put(g->arena, &g->carriers, MAP_KEY(own->record), g);
			added = true;
		}
	return added;
}

static void collect_carriers(struct facts *g) {
	for (size_t i = 0; i < g->records.n; i++)
		map_put(g->arena, &g->carriers, g->records.entries[i].key, g);
	while (add_carriers(g)) {
	}
}

/* A state, a kind, an ownership flag: what such a field holds tells situations apart. */
static bool is_flag(const struct facts *g, const struct ir_field *field) {
	enum { FLAG_STORES = 16 };
	struct atom_list atoms = facts_of_field(g, field);
	if (field->type.kind != IR_INT || !atoms.n || atoms.n > FLAG_STORES) return false;
	for (size_t i = 0; i < atoms.n; i++)
		if (atoms.items[i]->kind != ATOM_CONST) return false;
	return true;
}

static void find_flag_range(const struct facts *g, struct ir_field *field) {
	struct atom_list atoms = facts_of_field(g, field);
	field->flag_low = field->flag_high = 0;
	for (size_t i = 0; i < atoms.n; i++) {
		if (atoms.items[i]->number < field->flag_low) field->flag_low = atoms.items[i]->number;
		if (atoms.items[i]->number > field->flag_high) field->flag_high = atoms.items[i]->number;
	}
}

static void mark_flags(struct facts *g) {
	for (size_t i = 0; i < g->field_nodes.n; i++) {
		struct ir_field *field = (struct ir_field *)(uintptr_t)g->field_nodes.entries[i].key;
		field->is_flag = is_flag(g, field);
		if (field->is_flag) find_flag_range(g, field);
	}
}

/* Those of all functions, at one go: most nodes are. */
static void make_nodes(struct facts *g) {
	const struct program *p = g->program;
	g->first_node = ARENA_ARRAY(g->arena, uint32_t, p->functions.n + 1);
	for (size_t k = 0; k < p->functions.n; k++) {
		const struct ir_function *f = p->functions.items[k].f;
		g->first_node[k] = (uint32_t)g->nodes.n;
		g->nodes.n += f->vars.n + f->temp_count + 1;
	}
	g->nodes.cap = g->nodes.n + g->nodes.n / 8;
	g->nodes.items = (void *)ARENA_ARRAY(g->arena, struct node, g->nodes.cap);
}

struct facts *facts_new(struct program *p) {
	struct facts *g = ARENA_NEW(p->arena, struct facts);
	g->arena = p->arena;
	g->flow = arena_new("the flow of facts");
	g->program = p;
	g->is_called = ARENA_ARRAY(g->arena, bool, p->functions.n + 1);
	make_nodes(g);
	collect_members(g);
	for (size_t i = 0; i < p->global_index.n; i++)
		build_global(g, p->global_index.entries[i].value);
	for (size_t k = 0; k < p->functions.n; k++) build_function(g, &p->functions.items[k]);
	graph_solve(g);
	open_roots(g);
	open_duplicates(g);
	graph_solve(g);
	graph_mark_backwards(g);
	collect_records(g);
	collect_carriers(g);
	mark_flags(g);
	arena_free(g->flow);
	return g;
}

static const struct node *field_node(const struct facts *g, const struct ir_field *field) {
	uintptr_t node = (uintptr_t)map_get(&g->field_nodes, MAP_KEY(field));
	return node ? &g->nodes.items[node - 1] : NULL;
}

static struct atom_list atoms_of(const struct node *n) {
	return n ? (struct atom_list){n->atoms.items, n->atoms.n} : (struct atom_list){NULL, 0};
}

struct atom_list facts_of_field(const struct facts *facts, const struct ir_field *field) {
	return atoms_of(field_node(facts, field));
}

struct atom_list facts_of_temp(const struct facts *facts, const struct program_function *f,
                               uint32_t temp) {
	return atoms_of(&facts->nodes.items[graph_temp_node(facts, f, temp)]);
}

struct atom_list facts_of_var(const struct facts *facts, const struct program_function *f,
                              uint32_t var) {
	return atoms_of(&facts->nodes.items[graph_var_node(facts, f, var)]);
}

bool facts_record_matters(const struct facts *facts, const char *record) {
	return map_get(&facts->carriers, MAP_KEY(record)) != NULL;
}

bool facts_share_line(const struct facts *g, const struct ir_field *a, const struct ir_field *b) {
	struct atom_list x = facts_of_field(g, a), y = facts_of_field(g, b);
	size_t opened = 0, known = 0;
	for (size_t k = 0; k < y.n; k++) known += y.items[k]->kind == ATOM_OPENED;
	for (size_t i = 0; i < x.n; i++) {
		if (x.items[i]->kind != ATOM_OPENED) continue;
		opened++;
		for (size_t k = 0; k < y.n; k++)
			if (x.items[i] == y.items[k]) return true;
	}
	return !opened || !known;
}

bool facts_is_end_of_pair(const struct facts *g, const struct ir_field *field) {
	struct atom_list atoms = facts_of_field(g, field);
	size_t ends = 0;
	for (size_t i = 0; i < atoms.n; i++) {
		if (atoms.items[i]->kind != ATOM_OPENED) continue;
		if (!atoms.items[i]->number) return false;
		ends++;
	}
	return ends > 0;
}

static const struct node *node_at(const struct facts *g, const struct home *home) {
	if (home->field) return field_node(g, home->field);
	uintptr_t node = (uintptr_t)map_get(&g->global_nodes, MAP_KEY(home->global));
	return node ? &g->nodes.items[node - 1] : NULL;
}

bool facts_is_woken(const struct facts *g, const struct home *home) {
	const struct node *n = home->field || home->global ? node_at(g, home) : NULL;
	return !n || n->woken || n->escaped;
}

static struct atom_list facts_at(const struct facts *g, const struct home *home) {
	return atoms_of(node_at(g, home));
}

bool facts_may_block(const struct facts *g, const struct home *home) {
	struct atom_list atoms = facts_at(g, home);
	size_t files = 0, objects = 0;
	for (size_t i = 0; i < atoms.n; i++) {
		if (atoms.items[i]->kind != ATOM_OBJECT) continue;
		objects++;
		files += atoms.items[i]->text != NULL;
	}
	/* A global is where logs go, to standard streams and files, from threads and all. */
	return home->global ? objects && !files : !objects || files < objects;
}

bool facts_field_is_closed(const struct facts *facts, const struct ir_field *field) {
	const struct node *n = field_node(facts, field);
	return n && n->closed;
}

bool facts_field_escapes(const struct facts *facts, const struct ir_field *field) {
	const struct node *n = field_node(facts, field);
	return n && n->escaped;
}

static bool holds_socket(struct atom_list atoms, const struct ir_type *type) {
	for (size_t i = 0; i < atoms.n; i++)
		if (facts_is_connection(atoms.items[i]))
			return type->kind == IR_INT || type->kind == IR_ARRAY;
	return false;
}

bool facts_field_holds_socket(const struct facts *facts, const struct ir_field *field) {
	return !only_mentions(field) && holds_socket(facts_of_field(facts, field), &field->type);
}

bool facts_global_holds_socket(const struct facts *facts, const struct ir_global *global) {
	uintptr_t node = (uintptr_t)map_get(&facts->global_nodes, MAP_KEY(global->name));
	return node && holds_socket(atoms_of(&facts->nodes.items[node - 1]), &global->type);
}

bool facts_is_method(const struct facts *facts, const struct ir_field *field) {
	struct atom_list atoms = facts_of_field(facts, field);
	bool has_function = false;
	for (size_t i = 0; i < atoms.n; i++) has_function |= atoms.items[i]->kind == ATOM_FUNCTION;
	return has_function && !facts_stores(facts, field).n;
}

bool facts_is_copied_over(const struct facts *facts, const char *global) {
	return map_get(&facts->copied_over, MAP_KEY(global)) != NULL;
}

size_t facts_socket_fields(const struct facts *facts, const char *record,
                           const struct ir_field **out, size_t max) {
	const struct record_fields *r = map_get(&facts->records, MAP_KEY(record));
	size_t n = r ? (r->sockets.n < max ? r->sockets.n : max) : 0;
	for (size_t i = 0; i < n; i++) out[i] = r->sockets.items[i];
	return n;
}

struct field_list facts_all_socket_fields(const struct facts *facts) {
	return (struct field_list){facts->sockets.items, facts->sockets.n};
}

struct field_list facts_closed_mentions(const struct facts *facts) {
	return (struct field_list){facts->closed_mentions.items, facts->closed_mentions.n};
}

/* Nodes of lists: the head of a list may be one of them that is no part of a larger object. */
static bool links_to_its_kind(const struct facts *facts, const char *record) {
	const struct member_list *m = map_get(&facts->members, MAP_KEY(record));
	for (size_t i = 0; m && i < m->list.n; i++) {
		const struct ir_type *type = &m->list.items[i]->type;
		if (type->kind == IR_PTR && type->record == record) return true;
	}
	return false;
}

const struct ir_field *facts_derived(const struct facts *facts, const char *record) {
	const struct first_list *l = map_get(&facts->firsts, MAP_KEY(record));
	bool one = l && l->list.n == 1 && map_get(&facts->records, MAP_KEY(l->list.items[0]->record));
	return one && !links_to_its_kind(facts, record) ? l->list.items[0] : NULL;
}

size_t facts_members(const struct facts *facts, const char *record, const struct ir_field **out,
                     size_t max) {
	const struct member_list *m = map_get(&facts->members, MAP_KEY(record));
	size_t n = m ? (m->list.n < max ? m->list.n : max) : 0;
	for (size_t i = 0; i < n; i++) out[i] = m->list.items[i];
	return n;
}

struct field_stores facts_stores(const struct facts *facts, const struct ir_field *field) {
	const struct store_list *s = map_get(&facts->stores, MAP_KEY(field));
	return s ? (struct field_stores){s->list.items, s->list.n} : (struct field_stores){NULL, 0};
}
