#include <string.h>

#include "flow/export.h"

/* --- entry values ----------------------------------------------------------------------------- */

/* Whether the way to r goes through a member of the same record as the member itself: `list->next`. */
static bool is_link(const struct region *r) {
	return r->kind == REGION_FIELD && r->field->type.record &&
	       r->field->type.record == r->field->record;
}

static bool is_entry_region(const struct walk *w, const struct region *r, int depth, int links);

static bool is_entry_value(const struct walk *w, const struct val *v, int depth, int links) {
	if (v->kind == VAL_OWNER) return is_entry_value(w, v->base, depth + 1, links);
	return v->kind == VAL_ENTRY && is_entry_region(w, v->region, depth, links);
}

/* Deeper places than BOUND_PATH_STEPS, and those behind two links, are elements of lists and trees: callers do not
 * tell one from the other. */
static bool is_entry_region(const struct walk *w, const struct region *r, int depth, int links) {
	for (; r->parent; r = r->parent) {
		depth++;
		links += is_link(r);
	}
	if (depth > BOUND_PATH_STEPS || links > 1) return false;
	if (r->kind == REGION_GLOBAL) return true;
	if (r->kind == REGION_VAR) return r->var < w->f->param_count;
	return is_entry_value(w, r->pointer, depth + 1, links);
}

bool path_is_entry(const struct walk *w, const struct val *v) {
	return is_entry_value(w, v, 0, 0);
}

/* Where the pointer to an object was found: for one that a member led to, that of the member. */
const struct region *path_found_in(const struct val *v) {
	while (v->kind == VAL_OWNER) v = v->base;
	return v->region;
}

bool path_is_behind_link(const struct val *v) {
	for (const struct region *r = path_found_in(v); r; r = r->parent    ? r->parent
	                                                       : r->pointer ? path_found_in(r->pointer)
	                                                                    : NULL)
		if (is_link(r)) return true;
	return false;
}

const struct region *path_root(const struct val *v) {
	const struct region *r = path_found_in(v);
	while (r && region_root(r)->kind == REGION_POINTEE) r = path_found_in(region_root(r)->pointer);
	return r ? region_root(r) : NULL;
}

uint32_t path_hops(const struct val *v) {
	uint32_t hops = 0;
	for (const struct region *r = path_found_in(v); r; hops++) {
		const struct region *root = region_root(r);
		if (root->kind != REGION_POINTEE) return hops + (root->kind == REGION_GLOBAL);
		r = path_found_in(root->pointer);
	}
	return hops;
}

/* What a link is set to is told, where the way to it is: `list->prev->next = item`. */
bool export_is_visible(const struct walk *w, const struct region *r) {
	return region_root(r)->kind != REGION_VAR && is_entry_region(w, r, 0, is_link(r) ? -1 : 0);
}

/* --- paths ------------------------------------------------------------------------------------ */

const struct val *export_made_by(const struct val *v) {
	while (v->kind == VAL_ADDRESS && region_root(v->region)->kind == REGION_POINTEE)
		v = region_root(v->region)->pointer;
	return v;
}

bool export_is_numbered(const struct export *x, const struct val *v, uint32_t *number) {
	for (uint32_t i = 0; i < x->made.n; i++) {
		if (x->made.items[i] != v) continue;
		*number = i;
		return true;
	}
	return false;
}

static bool region_steps(struct export *x, const struct region *r, struct path *out);

static bool add_step(struct export *x, struct path_step step) {
	if (x->steps.n >= BOUND_PATH_STEPS) return false;
	VEC_PUSH(x->w->arena, &x->steps, step);
	return true;
}

static bool value_steps(struct export *x, const struct val *v, struct path *out) {
	uint32_t number;
	if (export_is_numbered(x, v, &number)) {
		out->root = v == x->returned ? PATH_RETURN : PATH_NEW;
		out->number = number;
		return true;
	}
	if (v->kind == VAL_OWNER)
		return value_steps(x, v->base, out) &&
		       add_step(x, (struct path_step){.kind = PATH_OWNER, .field = v->field});
	return v->kind == VAL_ENTRY && region_steps(x, v->region, out);
}

/* The element that a parameter says, or any. */
static struct path_step element_step(const struct walk *w, const struct region *r) {
	const struct region *in = r->at && r->at->kind == VAL_ENTRY ? r->at->region : NULL;
	bool is_param = in && in->kind == REGION_VAR && in->var < w->f->param_count;
	return is_param ? (struct path_step){.kind = PATH_AT, .index = in->var}
	                : (struct path_step){.kind = PATH_ELEMENT};
}

static bool region_steps(struct export *x, const struct region *r, struct path *out) {
	struct path_step step = {.kind = PATH_DEREF};
	switch (r->kind) {
	case REGION_VAR:
		out->root = PATH_PARAM;
		out->number = r->var;
		return r->var < x->w->f->param_count;
	case REGION_GLOBAL:
		out->root = PATH_GLOBAL;
		out->global = r->global;
		return true;
	case REGION_POINTEE:
		if (!value_steps(x, r->pointer, out)) return false;
		break;
	case REGION_FIELD: step = (struct path_step){.kind = PATH_FIELD, .field = r->field}; break;
	case REGION_INDEX: step = (struct path_step){.kind = PATH_INDEX, .index = r->index}; break;
	case REGION_ELEMENT: step = element_step(x->w, r); break;
	}
	if (r->parent && !region_steps(x, r->parent, out)) return false;
	return add_step(x, step);
}

static void keep_steps(struct export *x, struct path *out) {
	out->step_count = (uint32_t)x->steps.n;
	out->steps = ARENA_ARRAY(x->w->out, struct path_step, x->steps.n);
	if (x->steps.n) memcpy(out->steps, x->steps.items, sizeof *out->steps * x->steps.n);
}

bool export_value(struct export *x, const struct val *v, struct path *out) {
	*out = (struct path){0};
	x->steps.n = 0;
	if (!value_steps(x, v, out)) return false;
	keep_steps(x, out);
	return true;
}

bool export_region(struct export *x, const struct region *r, struct path *out) {
	*out = (struct path){0};
	x->steps.n = 0;
	if (!region_steps(x, r, out)) return false;
	keep_steps(x, out);
	return true;
}

bool path_name_value(struct walk *w, const struct val *v, struct path *out) {
	struct export x = {.w = w};
	return path_is_entry(w, v) && export_value(&x, v, out);
}

bool path_name_region(struct walk *w, const struct region *r, struct path *out) {
	struct export x = {.w = w};
	return export_is_visible(w, r) && export_region(&x, r, out);
}

struct term export_term(struct export *x, const struct val *v) {
	struct term t = {.kind = TERM_UNKNOWN};
	switch (v->kind) {
	case VAL_CONST: return (struct term){.kind = TERM_CONST, .number = v->number};
	case VAL_FUNCTION: return (struct term){.kind = TERM_SYMBOL, .symbol = v->text};
	case VAL_ENTRY:
	case VAL_OWNER:
	case VAL_MADE:
		if (export_value(x, v, &t.path)) t.kind = TERM_PATH;
		return t;
	case VAL_ADDRESS:
		if (v->region->kind == REGION_GLOBAL)
			return (struct term){.kind = TERM_SYMBOL, .symbol = v->region->global};
		if (region_root(v->region)->kind != REGION_VAR && export_region(x, v->region, &t.path))
			t.kind = TERM_ADDRESS;
		return t;
	case VAL_BITS:
	case VAL_SET:
	case VAL_SUM:
		if (!export_value(x, v->base, &t.path)) return t;
		t.kind = v->kind == VAL_BITS ? TERM_BITS : v->kind == VAL_SET ? TERM_SET : TERM_SUM;
		t.number = v->number;
		return t;
	case VAL_UNKNOWN:
	case VAL_STRING:
	case VAL_JOIN:
	case VAL_INVERSE:
	case VAL_DIFFERENCE: break;
	}
	return t;
}
