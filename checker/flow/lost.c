#include "flow/overlap.h"
#include "flow/walk.h"

/* --- reachability ----------------------------------------------------------------------------- */

struct search {
	struct walk *w;
	const struct state *s;
	bool returns;
	VEC(const struct val *) seen;
};

static bool is_seen(const struct search *q, const struct val *v) {
	for (size_t i = 0; i < q->seen.n; i++)
		if (q->seen.items[i] == v) return true;
	return false;
}

static bool is_reachable(struct search *q, const struct val *v);

static bool is_live(struct search *q, const struct region *r) {
	const struct region *root = region_root(r);
	const struct fill *fill = state_find_fill(q->s, r);
	if ((fill && fill->kind == FILL_SHARED) || overlap_is_shared(q->s, r)) return true;
	switch (root->kind) {
	case REGION_GLOBAL: return true;
	case REGION_VAR:
		if (q->returns) return false;
		if (root->var < q->w->f->vars.n) return true;
		return walk_temp_lives(q->w, root->var - (uint32_t)q->w->f->vars.n);
	case REGION_POINTEE: {
		const struct val *object = val_referent(root->pointer);
		if (object->kind == VAL_ADDRESS) return is_live(q, object->region);
		const struct object *o = state_object(q->s, object);
		if (!o) return true; /* somebody else's */
		return !o->freed && is_reachable(q, object);
	}
	case REGION_FIELD:
	case REGION_INDEX:
	case REGION_ELEMENT: break;
	}
	return true;
}

static bool is_reachable(struct search *q, const struct val *v) {
	if (is_seen(q, v)) return false;
	VEC_PUSH(q->w->arena, &q->seen, v);
	for (size_t i = 0; i < q->w->pending.n; i++)
		if (q->w->pending.items[i] == v) return true;
	for (size_t i = 0; i < q->s->bindings.n; i++) {
		const struct binding *b = &q->s->bindings.items[i];
		if ((val_referent(b->value) == v || elements_may_hold(b, v)) && is_live(q, b->region))
			return true;
	}
	return false;
}

static bool is_held_in_many(const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->bindings.n; i++)
		if (s->bindings.items[i].value == v && region_is_many(s->bindings.items[i].region))
			return true;
	return false;
}

/* --- recording -------------------------------------------------------------------------------- */

static const char *comparison(enum ir_compare compare) {
	switch (compare) {
	case IR_EQ: return "==";
	case IR_NE: return "!=";
	case IR_LT: return "<";
	case IR_LE: return "<=";
	case IR_GT: return ">";
	case IR_GE: return ">=";
	}
	return "?";
}

static const char *branch_text(struct walk *w, const struct state *s, const struct trail *t) {
	const char *left = path_describe_value(w, s, t->left);
	if (!left) return NULL;
	if (t->right->kind == VAL_CONST)
		return arena_printf(w->out, "assuming %s %s %lld", left, comparison(t->compare),
		                    (long long)t->right->number);
	const char *right = path_describe_value(w, s, t->right);
	return right ? arena_printf(w->out, "assuming %s %s %s", left, comparison(t->compare), right)
	             : NULL;
}

static void add_steps(struct walk *w, const struct state *s, struct loss *loss, uint32_t since) {
	VEC(const struct trail *) taken = {0};
	for (const struct trail *t = s->trail; t && t->length > since; t = t->previous)
		VEC_PUSH(w->arena, &taken, t);
	for (size_t i = taken.n; i-- > 0;) {
		const char *text = branch_text(w, s, taken.items[i]);
		if (text) VEC_PUSH(w->out, &loss->steps, (struct loss_step){taken.items[i]->loc, text});
	}
}

static bool same_place(const struct ir_loc *a, const struct ir_loc *b) {
	return a->file == b->file && a->line == b->line && a->column == b->column;
}

static struct suspect *find_recorded(const struct walk *w, const struct descriptor *d,
                                     uint32_t *index) {
	for (uint32_t i = 0; i < w->suspects.n; i++) {
		const struct loss *l = w->suspects.items[i].loss;
		*index = i;
		if (!w->suspects.items[i].is_callees && same_place(&l->loc, &w->loc) &&
		    same_place(&l->opened->loc, &d->opened->loc))
			return &w->suspects.items[i];
	}
	return NULL;
}

/* The member that the place is, or that is the array which it is an element of; NULL when there is none. */
static const struct ir_field *member_of(const struct region *r) {
	while (r && (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT)) r = r->parent;
	return r && r->kind == REGION_FIELD && r->field->record[0] ? r->field : NULL;
}

/* Memory got another value in a state that may not know any more that it was asked whether there is one. */
static bool is_crowded_out(const struct state *s, const struct descriptor *d,
                           enum loss_manner manner) {
	bool in_memory = !d->holder || region_root(d->holder)->kind != REGION_VAR;
	return s->crowded && in_memory && manner == LOSS_OVERWRITTEN;
}

/* Returns the index of the suspect. */
static uint32_t record(struct walk *w, struct state *s, const struct descriptor *d,
                       enum loss_manner manner) {
	uint32_t known;
	if (find_recorded(w, d, &known)) return known;
	const struct region *holder = d->holder;
	struct loss *loss = ARENA_NEW(w->out, struct loss);
	*loss = (struct loss){
		.function = w->f->name,
		.manner = d->released && manner != LOSS_OVERWRITTEN ? LOSS_RELEASED : manner,
		.kind = d->kind,
		.resource = holder ? path_describe_region(w, s, holder) : NULL,
		.field = member_of(holder),
		.loc = w->loc,
		.via = w->via,
		.lost = w->via ? walk_origin(w) : NULL,
		.opened = d->opened,
		.wrapped = d->wrapped,
		.borrowed = d->borrowed,
		.released = d->released,
		.dropped = d->dropped,
		.spared = d->spared,
		.made = d->made,
		.untaken = d->untaken,
	};
	add_steps(w, s, loss, d->trail_length);
	VEC_PUSH(w->arena, &w->suspects,
	         (struct suspect){loss, false, d->id, s->trail, d->trail_length, s->crowded,
	                          is_crowded_out(s, d, manner), s->forgotten});
	return (uint32_t)w->suspects.n - 1;
}

static bool is_returned(const struct search *q, const struct val *returned) {
	for (size_t i = 0; returned && i < q->seen.n; i++)
		if (q->seen.items[i] == val_referent(returned)) return true;
	return false;
}

/* Whether somebody else fills the variable, once or in a loop, and nobody reads it. */
static bool is_never_read(const struct walk *w, uint32_t var) {
	uint32_t addresses = 0;
	for (size_t b = 0; b < w->f->blocks.n; b++)
		for (size_t i = 0; i < w->f->blocks.items[b].instrs.n; i++) {
			const struct ir_instr *instr = &w->f->blocks.items[b].instrs.items[i];
			bool source = instr->op == IR_OP_blit && instr->source.base == IR_BASE_VAR &&
			              instr->source.var == var;
			bool place = instr->place.base == IR_BASE_VAR && instr->place.var == var;
			if (source || (place && (instr->op == IR_OP_load || instr->op == IR_OP_store)))
				return false;
			addresses += place && instr->op == IR_OP_addr;
		}
	return addresses == 1;
}

/* A pair of which nobody ever looks at an end takes up numbers: those of standard streams that were closed. */
static bool is_placeholder(const struct walk *w, const struct descriptor *d) {
	if (!d->holder || d->holder->kind != REGION_INDEX) return false;
	const struct region *array = d->holder->parent;
	return array->kind == REGION_VAR && array->var >= w->f->param_count &&
	       array->var < w->f->vars.n && is_never_read(w, array->var);
}

/* `close(0); dup(fd);`: who closes a number and does not keep the copy knows its number, the lowest that is free. */
static bool is_known_number(const struct state *s, const struct descriptor *d) {
	return s->freed_number && d->copy_of && !d->holder;
}

/* In the state, the suspect lies behind us, in that manner. */
static void note(struct walk *w, struct state *s, uint32_t suspect, enum descriptor_state how) {
	enum { NO_SITE = INT32_MAX };
	const struct val *token = val_made(w->values, NO_SITE, suspect, NULL);
	struct descriptor *d = state_touch_descriptor(w->arena, s, token);
	d->state = how;
	d->loss = suspect;
}

static void check_one(struct walk *w, struct state *s, const struct descriptor *d,
                      enum loss_manner manner, bool returns, const struct val *returned) {
	const struct val *id = d->id;
	struct search q = {.w = w, .s = s, .returns = returns};
	if (d->state != DESCRIPTOR_OPEN || !d->opened || is_reachable(&q, id) ||
	    is_returned(&q, returned))
		return;
	/* A callee closes all elements, of which there may be none. */
	bool none = d->spared.by && is_held_in_many(s, id);
	bool silent = none || is_placeholder(w, d) || is_known_number(s, d);
	uint32_t suspect = silent ? 0 : record(w, s, d, manner);
	if (!silent) note(w, s, suspect, DESCRIPTOR_NOTED);
	struct descriptor *touched = state_touch_descriptor(w->arena, s, id);
	touched->state = silent ? DESCRIPTOR_HANDED : DESCRIPTOR_LOST;
	touched->loss = suspect;
}

void lost_check(struct walk *w, struct state *s, enum loss_manner manner, bool returns,
                const struct val *returned) {
	for (size_t i = 0; i < s->descriptors.n; i++)
		check_one(w, s, &s->descriptors.items[i], manner, returns, returned);
}

/* Whether v is old, or held in an object that old points to. */
static bool is_under(const struct state *s, const struct val *v, const struct val *old) {
	if (v == old) return true;
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct region *root = region_root(s->bindings.items[i].region);
		if (s->bindings.items[i].value == v && root->kind == REGION_POINTEE && root->pointer == old)
			return true;
	}
	return false;
}

void lost_check_overwritten(struct walk *w, struct state *s, const struct val *old) {
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct descriptor *d = &s->descriptors.items[i];
		if (d->state == DESCRIPTOR_OPEN && is_under(s, d->id, val_referent(old)))
			check_one(w, s, d, LOSS_OVERWRITTEN, false, NULL);
	}
}

/* --- what comes behind it --------------------------------------------------------------------- */

void lost_add_once(struct walk *w, struct loss_list *to, struct loss *loss) {
	for (size_t i = 0; i < to->n; i++)
		if (to->items[i] == loss) return;
	VEC_PUSH(w->out, to, loss);
}

void lost_was_none(struct walk *w, struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct descriptor *d = &s->descriptors.items[i];
		if (d->state == DESCRIPTOR_NOTED && w->suspects.items[d->loss].id == v)
			state_touch_descriptor(w->arena, s, d->id)->state = DESCRIPTOR_HANDED;
	}
}

const struct suspect *lost_suspect(const struct walk *w, const struct descriptor *d) {
	bool is_lost = d->state == DESCRIPTOR_LOST || d->state == DESCRIPTOR_NOTED;
	return is_lost ? &w->suspects.items[d->loss] : NULL;
}

void lost_survive(struct walk *w, struct state *s, bool callees_too) {
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct descriptor *d = &s->descriptors.items[i];
		const struct suspect *suspect = lost_suspect(w, d);
		if (!suspect) continue;
		if (!suspect->is_callees) suspect->loss->goes_on = true;
		else if (callees_too) lost_add_once(w, &w->result->survived, suspect->loss);
		state_touch_descriptor(w->arena, s, d->id)->state = DESCRIPTOR_HANDED;
	}
}

void lost_leave(struct walk *w, struct state *s) {
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct descriptor *d = &s->descriptors.items[i];
		const struct suspect *suspect = lost_suspect(w, d);
		if (!suspect) continue;
		if (suspect->is_callees) lost_add_once(w, &w->result->passed_up, suspect->loss);
		else suspect->loss->leaves = true;
	}
}

/* The index of the suspect that stands for a callee's loss. */
static uint32_t suspect_of(struct walk *w, struct loss *loss) {
	for (uint32_t i = 0; i < w->suspects.n; i++)
		if (w->suspects.items[i].loss == loss) return i;
	VEC_PUSH(w->arena, &w->suspects, (struct suspect){.loss = loss, .is_callees = true});
	VEC_PUSH(w->out, &w->result->taken_up, loss);
	return (uint32_t)w->suspects.n - 1;
}

void lost_take_up(struct walk *w, struct state *s, const struct summary_case *k) {
	for (size_t i = 0; i < k->lost.n; i++)
		note(w, s, suspect_of(w, k->lost.items[i]), DESCRIPTOR_LOST);
}
