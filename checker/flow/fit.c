/* Whether an object can be what a callee takes it for. Behind a void pointer of an object with methods lies a different
 * record for each kind of object; of the functions that the pointer to a method may mean, only those of that kind are
 * called. */
#include <string.h>

#include "flow/walk.h"

static bool is_open(const struct state *s, const struct val *v) {
	const struct descriptor *d = state_descriptor(s, v);
	return d && d->opened && d->state == DESCRIPTOR_OPEN;
}

/* Whether r is a member of a record of that name at object, or of one that begins there. */
static bool is_seen_as(const struct region *r, const char *record) {
	for (; r->kind == REGION_FIELD; r = r->parent)
		if (strcmp(r->field->record, record) == 0) return true;
	return false;
}

static bool begins_with(const struct walk *w, const char *record, const char *first) {
	const struct ir_field *fields[BOUND_COPIED_MEMBERS];
	size_t n = w->env->members(w->env->data, record, fields, BOUND_COPIED_MEMBERS);
	for (size_t i = 0; i < n; i++)
		if (fields[i]->is_first && fields[i]->type.record &&
		    strcmp(fields[i]->type.record, first) == 0)
			return true;
	return false;
}

bool fit_object(const struct walk *w, const struct state *s, const struct val *object,
                const char *record) {
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (b->region->kind != REGION_FIELD || !b->region->field->record[0]) continue;
		const struct region *root = region_root(b->region);
		if (root->kind != REGION_POINTEE || root->pointer != object || !is_open(s, b->value))
			continue;
		if (!is_seen_as(b->region, record) && !begins_with(w, record, b->region->field->record))
			return false;
	}
	return true;
}
