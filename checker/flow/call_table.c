/* Tables of functions: what one member of a table is says what the others may be. Part of the flow engine. Floor 2. */
#include "flow/call.h"

/* The function among those that calls were taken to reach which the range stands for, or NULL. */
static const char *chosen_in(const struct walk *w, const struct state *s, const struct range *r) {
	for (size_t i = 0; i < w->chosen.n && r->low == r->high; i++)
		if (state_range(s, w->chosen.items[i]).low == r->low) return w->chosen.items[i]->text;
	return NULL;
}

/* The member that the value was found in, or NULL. */
static const struct region *member_of(const struct val *v) {
	bool is_found = v->kind == VAL_ENTRY || v->kind == VAL_JOIN || v->kind == VAL_MADE;
	return is_found && v->region && v->region->kind == REGION_FIELD ? v->region : NULL;
}

bool call_fits_table(const struct walk *w, const struct state *s, const struct val *pointer,
                     const char *function) {
	const struct region *r = member_of(pointer);
	if (!r || !w->env->is_method(w->env->data, r->field)) return true;
	for (size_t i = 0; i < s->facts.n; i++) {
		const struct region *at = member_of(s->facts.items[i].val);
		if (!at || at == r || at->parent != r->parent) continue;
		const char *chosen = chosen_in(w, s, s->facts.items[i].range);
		if (chosen && !w->env->share_table(w->env->data, r->field, function, at->field, chosen))
			return false;
	}
	return true;
}
