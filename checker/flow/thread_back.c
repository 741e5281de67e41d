/* Ways back: what a thread gets is often a small object that leads to the one around it (`client->worker->arg == client`).
 * Part of the flow engine. Floor 2. */
#include <string.h>

#include "flow/thread.h"

static void note(struct walk *w, const struct ir_field *link, const struct ir_field *back) {
	for (size_t i = 0; i < w->result->ways_back.n; i++) {
		const struct way_back *known = &w->result->ways_back.items[i];
		if (known->link == link && known->back == back) return;
	}
	VEC_PUSH(w->out, &w->result->ways_back, (struct way_back){link, back});
}

static bool is_member_of(const struct region *r, const struct region *object) {
	return r->kind == REGION_FIELD && r->parent == object;
}

/* The function keeps its parameter in the member: of an object that it makes, and that a thread has by then. */
static void note_kept(struct walk *w, const struct val *value, const struct ir_field *in) {
	if (value->kind != VAL_ENTRY || value->region->kind != REGION_VAR ||
	    value->region->var >= w->f->param_count)
		return;
	VEC_PUSH(w->out, &w->result->summary->kept, (struct summary_kept){value->region->var, in});
}

/* What a call made, and what it kept in that, is put into the very object that it was given. */
static void note_made(struct walk *w, struct state *s, const struct region *r,
                      const struct val *value, const struct val *around) {
	const struct ir_instr *call = value->kind == VAL_MADE ? walk_instr_at(w, value->site) : NULL;
	if (!call || call->op != IR_OP_call || call->callee.kind != IR_SYMBOL) return;
	const struct summary *callee = w->env->summary(w->env->data, w->unit, call->callee.text);
	for (size_t i = 0; callee && i < callee->kept.n; i++) {
		const struct summary_kept *kept = &callee->kept.items[i];
		if (kept->param < call->arg_count && eval_value(w, s, &call->args[kept->param]) == around)
			note(w, r->field, kept->in);
	}
}

void thread_notes_way_back(struct walk *w, struct state *s, const struct region *r,
                           const struct val *value) {
	if (w->env->threads != THREADS_START || r->kind != REGION_FIELD || value->kind == VAL_CONST)
		return;
	const struct region *object = region_pointee(w->values, value);
	const struct val *around = val_address(w->values, r->parent);
	note_kept(w, value, r->field);
	note_made(w, s, r, value, around);
	if (r->parent->kind == REGION_FIELD && object == r->parent->parent)
		note(w, r->parent->field, r->field);
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (b->value != around || !is_member_of(b->region, object)) continue;
		/* Which of the two was stored first does not matter: each leads to the object that the other one is in. */
		note(w, r->field, b->region->field);
		note(w, b->region->field, r->field);
	}
}

/* The member by which the object was found that q is a member of, and what that is in; NULL: it is none, or by value. */
static const struct region *link_to(const struct region *q) {
	if (q->parent->kind == REGION_FIELD) return q->parent;
	if (q->parent->kind != REGION_POINTEE) return NULL;
	const struct region *link = q->parent->pointer->region;
	return link && link->kind == REGION_FIELD ? link : NULL;
}

const struct region *thread_go_back(const struct walk *w, const struct region *r) {
	for (;;) {
		const struct region *root = region_root(r), *first = r;
		const struct region *back = root->kind == REGION_POINTEE ? root->pointer->region : NULL;
		const struct region *link = back && back->kind == REGION_FIELD ? link_to(back) : NULL;
		if (root == r || !link || !w->env->is_way_back(w->env->data, link->field, back->field))
			return r;
		while (first->parent != root) first = first->parent;
		bool fits =
			first->kind != REGION_FIELD || strcmp(first->field->record, link->field->record) == 0;
		if (!fits) return NULL;
		r = region_move(w->values, r, root, link->parent);
	}
}
