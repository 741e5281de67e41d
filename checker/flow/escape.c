#include "flow/walk.h"

/* What is handed to functions that nobody has seen: they may keep it, change it and close what is in it. */

enum { ESCAPE_DEPTH = 4 };

static void escape_within(struct walk *w, struct state *s, const struct region *r,
                          const char *unseen, int depth);

static void escape_deep(struct walk *w, struct state *s, const struct val *v, const char *unseen,
                        int depth) {
	const struct descriptor *d = state_descriptor(s, v);
	if (d && d->state == DESCRIPTOR_OPEN) {
		state_touch_descriptor(w->arena, s, v)->state = DESCRIPTOR_HANDED;
		if (unseen) VEC_PUSH(w->out, &w->result->blind_spots, (struct blind_spot){unseen, w->loc});
	}
	if (v->kind == VAL_CONST || v->kind == VAL_UNKNOWN || v->kind == VAL_STRING ||
	    v->kind == VAL_FUNCTION)
		return;
	state_settle_element(w->arena, s, w->values, v);
	if (eval_is_number(w, v)) return;
	const struct region *pointee = region_pointee(w->values, v);
	/* Who gets the first element gets the array. */
	if (pointee->kind == REGION_INDEX && pointee->index == 0) pointee = pointee->parent;
	/* Who gets a node of a list gets the object around it. */
	while (pointee->kind == REGION_FIELD && pointee->field->type.kind == IR_RECORD)
		pointee = pointee->parent;
	effect_event(w, s, VERB_escapes, val_address(w->values, pointee), unseen, false);
	if (depth < ESCAPE_DEPTH) escape_within(w, s, pointee, unseen, depth);
}

/* Whether other lies in the object that was found by way of the member r. */
static bool is_around(const struct region *other, const struct region *r) {
	const struct region *root = region_root(other);
	if (root->kind != REGION_POINTEE || r->kind != REGION_POINTEE) return false;
	const struct val *v = root->pointer;
	while (v->kind == VAL_OWNER) v = v->base;
	return v != root->pointer && v == r->pointer;
}

/* Whoever gets a region can do as it likes with all that it holds. */
static void escape_within(struct walk *w, struct state *s, const struct region *r,
                          const char *unseen, int depth) {
	VEC(const struct val *) held = {0};
	for (size_t i = 0; i < s->bindings.n; i++)
		if (region_within(s->bindings.items[i].region, r) ||
		    is_around(s->bindings.items[i].region, r))
			VEC_PUSH(w->arena, &held, s->bindings.items[i].value);
	if (!held.n && r->kind == REGION_POINTEE && !state_find_fill(s, r) &&
	    r->pointer->kind != VAL_ENTRY)
		return;
	state_fill(w->arena, s, r, FILL_SHARED, walk_site(w));
	for (size_t i = 0; i < held.n; i++) escape_deep(w, s, held.items[i], unseen, depth + 1);
}

void escape_value(struct walk *w, struct state *s, const struct val *v, const char *unseen) {
	escape_deep(w, s, v, unseen, 0);
}
