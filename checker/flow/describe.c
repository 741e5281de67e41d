/* Places and values as the user would write them. */
#include <string.h>

#include "flow/walk.h"

static const char *var_name(const struct walk *w, uint32_t var) {
	return var < w->f->vars.n ? w->f->vars.items[var].name : NULL;
}

/* A variable that holds the pointer. */
static const char *holder_name(struct walk *w, const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct region *r = s->bindings.items[i].region;
		if (s->bindings.items[i].value == v && r->kind == REGION_VAR && var_name(w, r->var))
			return var_name(w, r->var);
	}
	return NULL;
}

static const char *pointer_name(struct walk *w, const struct state *s, const struct val *v) {
	if (v->kind == VAL_ENTRY) {
		const char *name = path_describe_region(w, s, v->region);
		if (name) return name;
	}
	return holder_name(w, s, v);
}

static size_t display_length(const char *name) {
	const char *at = strchr(name, '@');
	return at ? (size_t)(at - name) : strlen(name);
}

const char *path_describe_region(struct walk *w, const struct state *s, const struct region *r) {
	const char *of = NULL;
	switch (r->kind) {
	case REGION_VAR: return var_name(w, r->var);
	case REGION_GLOBAL: return arena_copy(w->out, r->global, display_length(r->global));
	case REGION_POINTEE:
		of = pointer_name(w, s, r->pointer);
		return of ? arena_printf(w->out, "*%s", of) : NULL;
	case REGION_FIELD:
		if (r->parent->kind == REGION_POINTEE) {
			of = pointer_name(w, s, r->parent->pointer);
			if (of) return arena_printf(w->out, "%s->%s", of, r->field->name);
			return r->field->name;
		}
		of = path_describe_region(w, s, r->parent);
		return of ? arena_printf(w->out, "%s.%s", of, r->field->name) : r->field->name;
	case REGION_INDEX:
	case REGION_ELEMENT:
		if (elements_is_in_set(w, r)) return path_describe_region(w, s, r->parent->parent);
		of = r->parent->kind == REGION_POINTEE ? pointer_name(w, s, r->parent->pointer)
		                                       : path_describe_region(w, s, r->parent);
		if (!of) return NULL;
		if (r->kind == REGION_ELEMENT) return arena_printf(w->out, "%s[]", of);
		return arena_printf(w->out, "%s[%lld]", of, (long long)r->index);
	}
	return NULL;
}

static const char *call_name(struct walk *w, const struct val *v) {
	const struct ir_instr *i = walk_instr_at(w, v->site);
	if (!i || i->op != IR_OP_call || i->callee.kind != IR_SYMBOL) return NULL;
	return arena_copy(w->out, i->callee.text, display_length(i->callee.text));
}

const char *path_describe_value(struct walk *w, const struct state *s, const struct val *v) {
	const char *name = NULL;
	switch (v->kind) {
	case VAL_ENTRY:
		name = path_describe_region(w, s, v->region);
		return name ? arena_printf(w->out, "'%s'", name) : NULL;
	case VAL_MADE:
		name = holder_name(w, s, v);
		if (name) return arena_printf(w->out, "'%s'", name);
		name = v->part == 0 && !v->region ? call_name(w, v) : NULL;
		return name ? arena_printf(w->out, "the result of '%s'", name) : NULL;
	case VAL_JOIN:
		name = path_describe_region(w, s, v->region);
		return name ? arena_printf(w->out, "'%s'", name) : NULL;
	case VAL_BITS:
		name = path_describe_value(w, s, v->base);
		return name ? arena_printf(w->out, "%s & %lld", name, (long long)v->number) : NULL;
	case VAL_UNKNOWN:
	case VAL_CONST:
	case VAL_STRING:
	case VAL_FUNCTION:
	case VAL_ADDRESS:
	case VAL_SET:
	case VAL_SUM:
	case VAL_INVERSE:
	case VAL_DIFFERENCE:
	case VAL_OWNER: break;
	}
	return NULL;
}
