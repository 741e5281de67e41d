/* Values that stand for several of the caller's, which it has names for, since paths met. Part of the flow engine. Floor 2. */
#include "flow/walk.h"

struct search {
	VEC(const struct val *) joins; /* those that v leads to, each marked */
	VEC(const struct val *) met;   /* what met there, marked too */
};

static void look_behind(struct walk *w, struct search *q, const struct val *v) {
	const struct val *join = val_found_by_join(v);
	if (!join || join->is_marked) return;
	val_mark(join, true);
	VEC_PUSH(w->arena, &q->joins, join);
}

static void look_at_part(struct walk *w, struct search *q, const struct val *part) {
	look_behind(w, q, part);
	if (part->is_marked) return;
	val_mark(part, true);
	VEC_PUSH(w->arena, &q->met, part);
}

/* A list is walked when one was found by way of another, or of where they met: what happens to its elements, the first turn
 * tells. */
static bool is_walk_over_list(const struct search *q) {
	bool found = false;
	for (size_t i = 0; i < q->met.n && !found; i++) {
		val_mark(q->met.items[i], false);
		found = val_depends_on_marked(q->met.items[i]);
		val_mark(q->met.items[i], true);
	}
	return found;
}

static void clear_marks(const struct search *q) {
	for (size_t i = 0; i < q->joins.n; i++) val_mark(q->joins.items[i], false);
	for (size_t i = 0; i < q->met.n; i++) val_mark(q->met.items[i], false);
}

void parts_hand_out(struct walk *w, struct state *s, const struct val *v) {
	struct search q = {{0}, {0}};
	look_behind(w, &q, v);
	for (size_t i = 0; i < q.joins.n; i++)
		for (const struct val_part *p = q.joins.items[i]->parts; p; p = p->next)
			look_at_part(w, &q, p->val);
	bool is_list = is_walk_over_list(&q);
	clear_marks(&q);
	for (size_t i = 0; i < q.met.n && !is_list; i++)
		if (path_is_entry(w, q.met.items[i]))
			effect_event(w, s, VERB_escapes, q.met.items[i], NULL, false);
}

void parts_hand_out_kept(struct walk *w, struct state *s) {
	VEC(const struct val *) kept = {0};
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (b->value->kind != VAL_JOIN || region_root(b->region)->kind == REGION_VAR) continue;
		for (const struct val_part *p = b->value->parts; p; p = p->next)
			if (p->val->kind == VAL_ENTRY && p->val->region->kind == REGION_VAR &&
			    p->val->may_hold_line)
				VEC_PUSH(w->arena, &kept, p->val);
	}
	for (size_t i = 0; i < kept.n; i++)
		effect_event(w, s, VERB_escapes, kept.items[i], NULL, false);
}

/* Whether the binding is a parameter's, which was given another pointer that callers have a name for. Elements of lists do
 * not count: there is one more in each turn of a loop. */
static bool is_moved_parameter(const struct walk *w, const struct binding *b) {
	if (b->region->kind != REGION_VAR || b->region->var >= w->f->param_count) return false;
	const struct ir_type *type = &w->f->vars.items[b->region->var].type;
	const struct val *passed = val_entry(w->values, b->region);
	return type->kind == IR_PTR && type->record && passed->may_hold_line && b->value != passed &&
	       path_is_entry(w, b->value) && !path_is_behind_link(b->value);
}

uint64_t parts_key(const struct walk *w, const struct state *s) {
	uint64_t key = 0;
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (is_moved_parameter(w, b)) key += hash_mix(hash_mix(6, b->region->id), b->value->id);
	}
	return key;
}
