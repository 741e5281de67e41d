/* What a path, a term and a guard of the callee mean in the caller. */
#include <string.h>

#include "flow/call.h"
#include "flow/guards.h"

const struct val *call_made(struct call *c, uint32_t number) {
	if (number > BOUND_EFFECTS_PER_CASE) return val_unknown(c->w->values);
	if (c->made[number]) return c->made[number];
	c->made[number] = eval_make(c->w, c->s, number + 1);
	VEC_PUSH(c->w->arena, &c->w->pending, c->made[number]);
	return c->made[number];
}

static const struct val *root_value(struct call *c, const struct path *p) {
	switch (p->root) {
	case PATH_PARAM:
		return p->number < c->arg_count ? c->args[p->number] : val_unknown(c->w->values);
	case PATH_RETURN: return c->result;
	case PATH_NEW: return call_made(c, p->number);
	case PATH_GLOBAL: break;
	}
	return NULL;
}

struct state *call_state(const struct call *c, const struct path *p) {
	return p->root == PATH_PARAM || p->root == PATH_GLOBAL ? c->before : c->s;
}

/* An element of r, which is an element itself where it is what a pointer points to. */
static const struct region *path_element(struct call *c, const struct region *r,
                                         const struct path_step *step, bool pointed_to) {
	struct values *values = c->w->values;
	const struct val *at = NULL;
	if (step->kind == PATH_INDEX)
		return pointed_to ? eval_index(c->w, r, step->index)
		                  : region_inner_index(values, r, step->index);
	if (step->kind == PATH_AT && step->index < c->arg_count) at = c->args[step->index];
	if (!pointed_to) return region_inner_at(values, r, at);
	return at ? region_at(values, r, at) : region_element(values, r);
}

const struct region *call_spot(struct call *c, const struct path *p, const struct val **value) {
	struct values *values = c->w->values;
	struct state *s = call_state(c, p);
	const struct val *v = root_value(c, p);
	const struct region *r = v ? NULL : region_global(values, p->global);
	for (uint32_t i = 0; i < p->step_count; i++) {
		const struct path_step *step = &p->steps[i];
		if (step->kind == PATH_DEREF) {
			if (r) v = eval_load(c->w, s, r);
			if (v->kind == VAL_UNKNOWN) v = val_made(values, walk_site(c->w), 0, NULL);
			bool names_record = i + 1 < p->step_count && p->steps[i + 1].kind == PATH_FIELD;
			if (names_record && p->steps[i + 1].field->record[0])
				eval_note_record(c->w, v, p->steps[i + 1].field->record);
			r = region_pointee(values, v);
		} else if (step->kind == PATH_OWNER) {
			v = eval_owner(c->w, r ? eval_load(c->w, s, r) : v, step->field);
			r = NULL;
		} else if (!r) {
			r = region_pointee(values, v); /* a struct that was passed by value: its address */
			i--;
		} else if (step->kind == PATH_FIELD) {
			r = eval_field(c->w, r, step->field);
		} else {
			r = path_element(c, r, step, i > 0 && step[-1].kind == PATH_DEREF);
		}
	}
	*value = v;
	return r;
}

const struct region *call_region(struct call *c, const struct path *p) {
	const struct val *v;
	return call_spot(c, p, &v);
}

const struct val *call_value(struct call *c, const struct path *p) {
	const struct val *v;
	const struct region *r = call_spot(c, p, &v);
	return r ? eval_load(c->w, call_state(c, p), r) : v;
}

const struct val *call_term(struct call *c, const struct term *t) {
	struct values *values = c->w->values;
	switch (t->kind) {
	case TERM_UNKNOWN:
	case TERM_RANGE:
	case TERM_SPAN: return val_unknown(values);
	case TERM_CONST: return val_const(values, t->number);
	case TERM_PATH: return call_value(c, &t->path);
	case TERM_ADDRESS: {
		const struct region *r = call_region(c, &t->path);
		return r ? val_address(values, r) : val_unknown(values);
	}
	case TERM_SYMBOL:
		if (c->w->env->global(c->w->env->data, t->symbol))
			return val_address(values, region_global(values, t->symbol));
		return val_function(values, t->symbol);
	case TERM_BITS: return val_bits(values, call_value(c, &t->path), t->number);
	case TERM_SET: return val_set(values, call_value(c, &t->path), t->number);
	case TERM_SUM: return val_sum(values, call_value(c, &t->path), t->number);
	}
	return val_unknown(values);
}

/* --- guards ----------------------------------------------------------------------------------- */

/* A flag holds one of the constants that the program stores in it. */
static bool assume_flag(struct call *c, const struct val *v) {
	const struct ir_field *field =
		v->region && v->region->kind == REGION_FIELD ? v->region->field : NULL;
	if (!field || !field->is_flag) return true;
	struct walk *w = c->w;
	return state_assume(w->arena, c->s, w->values, v, IR_GE, val_const(w->values, field->flag_low),
	                    false) &&
	       state_assume(w->arena, c->s, w->values, v, IR_LE, val_const(w->values, field->flag_high),
	                    false);
}

void call_note_chosen(struct walk *w, const struct val *function) {
	for (size_t i = 0; i < w->chosen.n; i++)
		if (w->chosen.items[i] == function) return;
	VEC_PUSH(w->arena, &w->chosen, function);
}

/* Restricts s to `left compare` what stands on the right of the guard. */
static bool assume_guard(struct call *c, struct state *s, const struct guard *g,
                         const struct val *left) {
	struct walk *w = c->w;
	const struct term *right = &g->right;
	if (right->kind == TERM_SPAN)
		return state_assume_outside(w->arena, s, left, right->number, right->last);
	const struct val *other = call_term(c, right);
	if (other->kind == VAL_FUNCTION) call_note_chosen(w, other);
	if (other->kind == VAL_FUNCTION && g->compare == IR_EQ &&
	    !call_fits_table(w, s, left, other->text))
		return false;
	return state_assume(w->arena, s, w->values, left, g->compare, other, false);
}

/* An argument that was some element of a list is the one that a guard says it is: what the case asks of it, and does to
 * it, is of that one. */
static void take_for_same(struct call *c, const struct guard *g) {
	const struct path *p = &g->left.path;
	bool says_same = g->compare == IR_EQ && g->left.kind == TERM_PATH && p->root == PATH_PARAM &&
	                 !p->step_count && g->right.kind == TERM_PATH;
	if (!says_same || p->number >= c->arg_count || c->args[p->number]->kind != VAL_JOIN) return;
	const struct val *same = call_term(c, &g->right);
	if (!state_object(c->s, same)) return;
	const struct val **args = ARENA_ARRAY(c->w->arena, const struct val *, c->arg_count + 1);
	memcpy(args, c->args, sizeof *args * c->arg_count);
	args[p->number] = same;
	c->args = args;
}

bool call_assume(struct call *c, const struct summary_case *k, bool of_result) {
	for (size_t i = 0; i < k->guards.n; i++) take_for_same(c, &k->guards.items[i]);
	for (size_t i = 0; i < k->guards.n; i++) {
		const struct guard *g = &k->guards.items[i];
		if (guard_is_about_result(g) != of_result) continue;
		const struct val *left = of_result ? c->result : call_term(c, &g->left);
		if (!of_result && !assume_flag(c, left)) return false;
		if (!assume_guard(c, c->s, g, left)) return false;
	}
	return true;
}

bool call_waits_on_nothing(struct call *c, const struct summary_case *k) {
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct path *p = &k->effects.items[i].place;
		if (k->effects.items[i].verb != VERB_waits || p->root != PATH_PARAM ||
		    p->number >= c->arg_count)
			continue;
		bool by_handle =
			p->step_count > 1 && p->steps[0].kind == PATH_DEREF && p->steps[1].kind == PATH_FIELD;
		struct range handle = state_range(c->before, c->args[p->number]);
		if (by_handle && handle.low == 0 && handle.high == 0) return true;
	}
	return false;
}
