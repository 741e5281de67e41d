/* Which functions lie side by side in tables. Part of the facts. Floor 3. */
#include "link/facts.h"
#include "link/facts_graph.h"

static uint64_t key_of(const struct ir_field *field, const char *function) {
	return hash_mix(MAP_KEY(field), MAP_KEY(function));
}

static void note_entry(struct facts *g, const struct ir_global *global,
                       const struct ir_init *init) {
	const struct ir_step *last = init->step_count ? &init->steps[init->step_count - 1] : NULL;
	if (!last || last->kind != IR_STEP_FIELD || init->value.kind != IR_SYMBOL) return;
	uint64_t key = key_of(last->field, init->value.text);
	struct table_list *tables = map_get(&g->tables, key);
	if (!tables) {
		tables = ARENA_NEW(g->arena, struct table_list);
		map_put(g->arena, &g->tables, key, tables);
	}
	VEC_PUSH(g->arena, &tables->list, (struct table){global, init->steps, init->step_count - 1});
}

void graph_note_tables(struct facts *g, const struct ir_global *global) {
	for (size_t i = 0; i < global->inits.n; i++) note_entry(g, global, &global->inits.items[i]);
}

static bool is_same_step(const struct ir_step *a, const struct ir_step *b) {
	return a->kind == b->kind && a->field == b->field && a->index == b->index;
}

static bool is_same_table(const struct table *a, const struct table *b) {
	if (a->global != b->global || a->step_count != b->step_count) return false;
	for (uint32_t i = 0; i < a->step_count; i++)
		if (!is_same_step(&a->steps[i], &b->steps[i])) return false;
	return true;
}

bool facts_share_table(const struct facts *g, const struct ir_field *a, const char *in_a,
                       const struct ir_field *b, const char *in_b) {
	const struct table_list *x = map_get(&g->tables, key_of(a, in_a));
	const struct table_list *y = map_get(&g->tables, key_of(b, in_b));
	if (!x || !y) return true; /* it got there by another way */
	for (size_t i = 0; i < x->list.n; i++)
		for (size_t k = 0; k < y->list.n; k++)
			if (is_same_table(&x->list.items[i], &y->list.items[k])) return true;
	return false;
}
