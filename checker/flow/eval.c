#include "flow/overlap.h"
#include "flow/walk.h"

/* --- records ---------------------------------------------------------------------------------- */

static const struct ir_type *region_type(const struct walk *w, const struct region *r) {
	switch (r->kind) {
	case REGION_VAR: return r->var < w->f->vars.n ? &w->f->vars.items[r->var].type : NULL;
	case REGION_FIELD: return &r->field->type;
	case REGION_GLOBAL: {
		const struct ir_global *g = w->env->global(w->env->data, r->global);
		return g ? &g->type : NULL;
	}
	case REGION_INDEX:
	case REGION_ELEMENT:
	case REGION_POINTEE: return NULL;
	}
	return NULL;
}

const char *eval_record(const struct walk *w, const struct val *pointer) {
	const char *noted = map_get(&w->records, MAP_KEY(pointer));
	if (noted) return noted;
	if (pointer->kind == VAL_OWNER) return pointer->field->record;
	if (pointer->kind == VAL_ADDRESS) {
		const struct ir_type *type = region_type(w, pointer->region);
		return type && type->kind != IR_PTR ? type->record : NULL;
	}
	if (!pointer->region) return NULL;
	const struct ir_type *type = region_type(w, pointer->region);
	return type && type->kind == IR_PTR ? type->record : NULL;
}

const struct val *eval_owner(struct walk *w, const struct val *pointer,
                             const struct ir_field *field) {
	const struct ir_type *type = pointer->region ? region_type(w, pointer->region) : NULL;
	bool is_new = pointer->kind == VAL_MADE && !pointer->region;
	bool is_of_owner = type && type->kind == IR_PTR && type->record == field->record;
	return field->is_first && (is_new || is_of_owner) ? pointer
	                                                  : val_owner(w->values, pointer, field);
}

static const struct ir_type *given_type(const struct walk *w, const struct val *v) {
	bool is_given = v->kind == VAL_ENTRY && v->region->kind == REGION_VAR && v->may_hold_line;
	return is_given ? &w->f->vars.items[v->region->var].type : NULL;
}

bool eval_is_given_line(const struct walk *w, const struct val *v) {
	const struct ir_type *type = given_type(w, v);
	return type && type->kind == IR_INT;
}

bool eval_is_given_anything(const struct walk *w, const struct val *v) {
	const struct ir_type *type = given_type(w, v);
	return type && type->kind == IR_PTR && !type->record;
}

bool eval_is_number(const struct walk *w, const struct val *v) {
	if (v->kind != VAL_ENTRY || v->may_hold_line) return false;
	if (v->region->kind != REGION_FIELD && v->region->kind != REGION_GLOBAL) return false;
	const struct ir_type *type = region_type(w, v->region);
	return type && type->kind == IR_INT;
}

void eval_note_record(struct walk *w, const struct val *pointer, const char *record) {
	if (!record || pointer->kind == VAL_CONST || pointer->kind == VAL_UNKNOWN) return;
	if (!map_get(&w->records, MAP_KEY(pointer)))
		map_put(w->arena, &w->records, MAP_KEY(pointer), (void *)record);
}

/* --- values and places ------------------------------------------------------------------------ */

const struct region *temp_region(struct walk *w, uint32_t temp) {
	return region_var(w->values, (uint32_t)w->f->vars.n + temp);
}

const struct val *eval_value(struct walk *w, struct state *s, const struct ir_value *value) {
	switch (value->kind) {
	case IR_UNKNOWN: return val_unknown(w->values);
	case IR_TEMP: {
		const struct val *v = state_binding(s, temp_region(w, value->temp));
		return v ? v : val_unknown(w->values);
	}
	case IR_CONST: return val_const(w->values, value->number);
	case IR_STRING: return val_string(w->values, value->text);
	case IR_SYMBOL:
		if (w->env->global(w->env->data, value->text))
			return val_address(w->values, region_global(w->values, value->text));
		return val_function(w->values, value->text);
	}
	return val_unknown(w->values);
}

static const struct region *base_region(struct walk *w, struct state *s,
                                        const struct ir_place *place) {
	switch (place->base) {
	case IR_BASE_VAR: return region_var(w->values, place->var);
	case IR_BASE_GLOBAL: return region_global(w->values, place->global);
	case IR_BASE_TEMP: {
		const struct val *pointer =
			eval_value(w, s, &(struct ir_value){.kind = IR_TEMP, .temp = place->temp});
		if (pointer->kind == VAL_UNKNOWN) pointer = val_made(w->values, walk_site(w), 0, NULL);
		if (place->step_count && place->steps[0].kind == IR_STEP_FIELD)
			eval_note_record(w, pointer, place->steps[0].field->record);
		/* A pointer that is followed is not null, or the process ends here; taking an address follows nothing. */
		if (walk_follows(w))
			s->ended |= !state_assume(w->arena, s, w->values, pointer, IR_NE,
			                          val_const(w->values, 0), false);
		return region_pointee(w->values, pointer);
	}
	}
	return NULL;
}

/* The member of the record that stands at its very beginning, or NULL. */
static const struct ir_field *first_member(const struct walk *w, const char *record) {
	const struct ir_field *fields[BOUND_COPIED_MEMBERS];
	size_t n = w->env->members(w->env->data, record, fields, BOUND_COPIED_MEMBERS);
	for (size_t i = 0; i < n; i++)
		if (fields[i]->is_first) return fields[i];
	return NULL;
}

const struct region *eval_field(struct walk *w, const struct region *parent,
                                const struct ir_field *field) {
	enum { DEEPEST_BASE = 4 };
	const char *record = parent->kind == REGION_POINTEE ? eval_record(w, parent->pointer) : NULL;
	const struct region *base = parent;
	for (int i = 0; i < DEEPEST_BASE && record && record != field->record; i++) {
		const struct ir_field *first = first_member(w, record);
		if (first) base = region_field(w->values, base, first);
		record = first ? first->type.record : NULL;
	}
	return region_field(w->values, record == field->record ? base : parent, field);
}

const struct region *eval_index(struct walk *w, const struct region *r, int64_t index) {
	const struct ir_field *fields[BOUND_COPIED_MEMBERS];
	const struct ir_field *f = r->kind == REGION_FIELD ? r->field : NULL;
	bool is_one = f && f->bits && f->type.kind == IR_INT;
	size_t n = is_one && index > 0
	               ? w->env->members(w->env->data, f->record, fields, BOUND_COPIED_MEMBERS)
	               : 0;
	for (size_t i = 0; i < n; i++)
		if (fields[i]->bits == f->bits && fields[i]->bit == f->bit + (uint64_t)index * f->bits)
			return region_field(w->values, r->parent, fields[i]);
	return region_index(w->values, r, index);
}

/* An element of r: only the first step goes on from the element that a pointer points to. */
static const struct region *eval_element(struct walk *w, struct state *s, const struct region *r,
                                         const struct ir_step *step, bool first) {
	const struct ir_value temp = {.kind = IR_TEMP, .temp = step->temp};
	const struct val *at = step->kind == IR_STEP_AT ? eval_value(w, s, &temp) : NULL;
	bool is_index = step->kind == IR_STEP_INDEX;
	if (!first)
		return is_index ? region_inner_index(w->values, r, step->index)
		                : region_inner_at(w->values, r, at);
	if (is_index) return eval_index(w, r, step->index);
	return at ? region_at(w->values, r, at) : region_element(w->values, r);
}

const struct region *eval_place(struct walk *w, struct state *s, const struct ir_place *place) {
	const struct region *r = base_region(w, s, place);
	for (uint32_t i = 0; i < place->step_count; i++) {
		const struct ir_step *step = &place->steps[i];
		r = step->kind == IR_STEP_FIELD ? eval_field(w, r, step->field)
		                                : eval_element(w, s, r, step, i == 0);
	}
	return r;
}

/* --- loading ---------------------------------------------------------------------------------- */

static bool step_matches(const struct ir_step *step, const struct region *r) {
	if (step->kind == IR_STEP_FIELD) return r->kind == REGION_FIELD && r->field == step->field;
	if (r->kind == REGION_ELEMENT) return false;
	return r->kind == REGION_INDEX && step->kind == IR_STEP_INDEX && r->index == step->index;
}

static bool init_matches(const struct ir_init *init, const struct region *r) {
	for (uint32_t i = init->step_count; i-- > 0; r = r->parent)
		if (!r->parent || !step_matches(&init->steps[i], r)) return false;
	return !r->parent;
}

static bool is_fixed(const struct walk *w, const struct ir_global *g, const struct region *region) {
	if (region->answers[IS_FIXED] == ANSWER_UNASKED) {
		bool fixed = g && g->is_defined &&
		             (g->is_const || (region->kind == REGION_FIELD &&
		                              w->env->is_fixed(w->env->data, g->name, region->field)));
		region_note_answer(region, IS_FIXED, fixed);
	}
	return region->answers[IS_FIXED] == ANSWER_YES;
}

/* A table that never changes holds what its initialiser says. */
static const struct val *load_constant(struct walk *w, struct state *s,
                                       const struct region *region) {
	const struct region *root = region_root(region);
	if (root->kind != REGION_GLOBAL || region_is_many(region) ||
	    region->answers[IS_FIXED] == ANSWER_NO)
		return NULL;
	const struct ir_global *g = w->env->global(w->env->data, root->global);
	if (!is_fixed(w, g, region)) return NULL;
	for (size_t i = g->inits.n; i-- > 0;)
		if (init_matches(&g->inits.items[i], region))
			return eval_value(w, s, &g->inits.items[i].value);
	return val_const(w->values, 0);
}

static bool ask_holds_socket(const struct walk *w, const struct region *r) {
	if (r->kind == REGION_GLOBAL) return w->env->global_holds_socket(w->env->data, r->global);
	if (r->kind != REGION_FIELD) return false;
	const struct ir_field *fields[32];
	size_t n = w->env->socket_fields(w->env->data, r->field->record, fields, 32);
	for (size_t i = 0; i < n; i++)
		if (fields[i] == r->field) return true;
	return false;
}

static bool holds_socket(const struct walk *w, const struct region *r) {
	if (r->answers[HOLDS_SOCKET] == ANSWER_UNASKED)
		region_note_answer(r, HOLDS_SOCKET, ask_holds_socket(w, r));
	return r->answers[HOLDS_SOCKET] == ANSWER_YES;
}

/* What the region held before anybody stored there. */
static const struct val *load_unbound(struct walk *w, struct state *s,
                                      const struct region *region) {
	const struct val *constant = load_constant(w, s, region);
	if (constant) return constant;
	const struct region *root = region_root(region);
	bool is_param = root->kind == REGION_VAR && root->var < w->f->param_count;
	if (root->kind == REGION_VAR && !is_param && !state_find_fill(s, region))
		return val_unknown(w->values);
	const struct val *v = state_load(s, w->values, region);
	if (v->kind == VAL_ENTRY && !v->may_hold_line && holds_socket(w, region)) val_mark_holder(v);
	return v;
}

const struct val *eval_load(struct walk *w, struct state *s, const struct region *region) {
	const struct val *v = state_binding(s, region);
	if (!v) v = elements_load(w, s, region);
	return v ? v : load_unbound(w, s, region);
}

/* --- storing ---------------------------------------------------------------------------------- */

void eval_socket_places(struct walk *w, const struct region *region, const char *record,
                        struct regions *out) {
	const struct ir_field *fields[32];
	size_t n = record ? w->env->socket_fields(w->env->data, record, fields, 32) : 0;
	for (size_t i = 0; i < n; i++) {
		const struct region *part = region_field(w->values, region, fields[i]);
		if (fields[i]->type.kind == IR_ARRAY) part = region_element(w->values, part);
		if (fields[i]->type.kind == IR_RECORD)
			eval_socket_places(w, part, fields[i]->type.record, out);
		else VEC_PUSH(w->arena, &out->list, part);
	}
}

/* All places within region that the program uses, as far as they are few. */
static void member_places(struct walk *w, const struct region *region, const char *record,
                          struct regions *out, int depth) {
	const struct ir_field *fields[BOUND_COPIED_MEMBERS];
	size_t n = record && depth < 3
	               ? w->env->members(w->env->data, record, fields, BOUND_COPIED_MEMBERS)
	               : 0;
	for (size_t i = 0; i < n; i++) {
		const struct region *part = region_field(w->values, region, fields[i]);
		if (fields[i]->type.kind == IR_RECORD)
			member_places(w, part, fields[i]->type.record, out, depth + 1);
		else if (fields[i]->type.kind == IR_INT || fields[i]->type.kind == IR_PTR)
			VEC_PUSH(w->arena, &out->list, part);
	}
}

static bool is_copied(const struct state *s, const struct val *v, const struct region *except) {
	for (size_t i = 0; i < s->fills.n; i++) {
		const struct fill *f = &s->fills.items[i];
		if (f->kind == FILL_COPY && v->kind == VAL_ENTRY && region_within(v->region, f->from) &&
		    !(except && region_within(except, f->region)))
			return true;
	}
	return false;
}

bool eval_is_held_elsewhere(struct walk *w, const struct state *s, const struct val *v,
                            const struct region *except) {
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (b->value != v || b->region == except || elements_is_in_set(w, b->region)) continue;
		bool is_temp = b->region->kind == REGION_VAR && b->region->var >= w->f->vars.n;
		if (!is_temp || walk_temp_lives(w, b->region->var - (uint32_t)w->f->vars.n)) return true;
	}
	return is_copied(s, v, except);
}

/* One element of many gets a new value: which one, we do not know, so the old descriptor may still be there. */
static void give_up_many(struct walk *w, struct state *s, const struct region *region) {
	if (region_is_any(region)) state_give_up(w->arena, s, w->values, region);
}

/* Whether the place is in a library's object, which says nothing to the user. */
static bool is_pseudo(const struct region *r) {
	while (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT) r = r->parent;
	return r->kind == REGION_FIELD && !r->field->record[0];
}

static void note_holder(struct walk *w, struct state *s, const struct val *value,
                        const struct region *region) {
	const struct descriptor *known = state_descriptor(s, value);
	if (!known || (known->holder && is_pseudo(region))) return;
	struct descriptor *d = state_touch_descriptor(w->arena, s, value);
	if (!d->first_holder && region->kind == REGION_FIELD) d->first_holder = region;
	d->holder = region;
}

void eval_store(struct walk *w, struct state *s, const struct region *region,
                const struct val *value) {
	region = elements_target(w, s, region, value);
	const struct val *old = state_binding(s, region);
	if (!old) old = load_unbound(w, s, region);
	const struct ir_type *type = region_type(w, region);
	if (type && type->kind == IR_PTR) eval_note_record(w, value, type->record);
	note_holder(w, s, value, region);
	/* `object->fd = fds[0]`: only the store says what the number is. */
	if (value->kind == VAL_ENTRY && holds_socket(w, region)) val_mark_holder(value);
	thread_is_told(w, s, region, value);
	if (old == value && state_binding(s, region)) return;
	const struct descriptor *d = state_descriptor(s, old);
	give_up_many(w, s, region);
	struct mangled mangled = {{0}};
	overlap_store(w->arena, s, region, walk_site(w), &mangled);
	/* `*p` is `p[0]`: the other elements stay. */
	if (region->kind != REGION_POINTEE) state_unbind(w->arena, s, region);
	struct binding *b = state_bind(w->arena, s, region, value);
	b->site = walk_site(w);
	b->inner = w->inner;
	for (size_t i = 0; i < mangled.list.n; i++)
		if (!eval_is_held_elsewhere(w, s, mangled.list.items[i], NULL))
			overlap_give_up(w->arena, s, mangled.list.items[i]);
	doubt_note_stored(w, region);
	if (w->threads.n) thread_is_stored(w, s, region, value);
	thread_notes_way_back(w, s, region, value);
	if (region_root(region)->kind != REGION_VAR && state_is_kept(s, value))
		VEC_PUSH(w->arena, &w->kept_at, region);
	bool is_member = region->kind == REGION_FIELD || region->kind == REGION_GLOBAL;
	bool last = !d && old->kind == VAL_ENTRY && is_member && !region_is_many(region) &&
	            !eval_is_held_elsewhere(w, s, old, region);
	if (last && holds_socket(w, region)) effect_drops(w, s, old, "overwritten");
	/* A list's head that gets a neighbour's link: what it led to was taken out of the list, by somebody who has it. */
	else if (last && region->kind == REGION_FIELD && !path_is_behind_link(value))
		effect_drops_members(w, s, old, "unlinked");
	if (w->overwrites) VEC_PUSH(w->arena, &w->overwrites->list, (struct overwrite){old, w->inner});
	else lost_check(w, s, LOSS_OVERWRITTEN, false, NULL);
}

/* What a place is to hold. */
struct part {
	const struct region *at;
	const struct val *value;
};

struct parts {
	VEC(struct part) list;
};

/* What to gets from the parts of from: of those that have a binding, and those that the program uses. Members have their
 * places on both sides from the record: that of an outer struct, or of a container, need not lie within from. */
static void collect_parts(struct walk *w, struct state *s, const struct region *to,
                          const struct region *from, struct parts *parts) {
	const struct ir_type *type = region_type(w, from);
	const char *record = eval_record(w, val_address(w->values, from));
	if (!record) record = eval_record(w, val_address(w->values, to));
	if (!record && type) record = type->record;
	struct regions old = {{0}}, new = {{0}};
	if (!record) VEC_PUSH(w->arena, &old.list, from);
	if (!record) VEC_PUSH(w->arena, &new.list, to);
	member_places(w, from, record, &old, 0);
	member_places(w, to, record, &new, 0);
	for (size_t i = 0; i < old.list.n; i++) {
		const struct val *v = eval_load(w, s, old.list.items[i]);
		/* Nobody says what the bytes are. */
		if (!record && v->kind == VAL_ENTRY) val_mark_holder(v);
		VEC_PUSH(w->arena, &parts->list, (struct part){new.list.items[i], v});
	}
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (!region_within(b->region, from)) continue;
		VEC_PUSH(w->arena, &parts->list,
		         (struct part){region_move(w->values, b->region, from, to), b->value});
	}
}

void eval_copy(struct walk *w, struct state *s, const struct region *to,
               const struct region *from) {
	struct parts parts = {{0}};
	if (to == from) return;
	collect_parts(w, s, to, from, &parts);
	give_up_many(w, s, to);
	if (path_is_entry(w, val_address(w->values, to)) || to->kind == REGION_FIELD)
		effect_drops_members(w, s, val_address(w->values, to), "overwritten");
	const struct fill *fill = state_find_fill(s, from);
	bool outer = fill && fill->kind == FILL_COPY;
	if (!fill) state_fill_copy(w->arena, s, to, region_unindexed(w->values, from, NULL));
	else if (outer)
		state_fill_copy(w->arena, s, to, region_move(w->values, from, fill->region, fill->from));
	else state_fill(w->arena, s, to, fill->kind, fill->site);
	for (size_t i = 0; i < parts.list.n; i++) {
		const struct part *part = &parts.list.items[i];
		struct binding *b = state_bind(w->arena, s, part->at, part->value);
		b->site = walk_site(w);
		b->inner = w->inner;
		note_holder(w, s, part->value, part->at);
	}
	lost_check(w, s, LOSS_OVERWRITTEN, false, NULL);
}

/* --- values made again in a loop -------------------------------------------------------------- */

/* The values of this turn of a loop are those of the turn before from now on. */
static void age(struct walk *w, struct state *s, const struct val *v) {
	const struct val *older = val_aged(w->values, v);
	if (state_mentions(s, older)) state_forget(w->arena, s, w->values, older, true);
	state_rename(w->arena, s, w->values, v, older);
	if (state_mentions(s, v)) state_forget(w->arena, s, w->values, v, true);
}

const struct val *eval_make(struct walk *w, struct state *s, uint32_t part) {
	const struct val *v = val_made(w->values, walk_site(w), part, NULL);
	if (state_mentions(s, v)) age(w, s, v);
	return v;
}

/* The value that v is, or leads from, when the current instruction made it. */
static const struct val *made_here(const struct walk *w, const struct val *v) {
	for (;;) {
		if (v->kind == VAL_MADE && !v->age && v->site == walk_site(w)) return v;
		const struct region *root = v->region ? region_root(v->region) : NULL;
		if (v->base) v = v->base;
		else if (root && root->kind == REGION_POINTEE) v = root->pointer;
		else return NULL;
	}
}

static const struct val *find_made_here(const struct walk *w, const struct state *s) {
	const struct val *found = NULL;
	for (size_t i = 0; i < s->bindings.n && !found; i++) {
		const struct region *root = region_root(s->bindings.items[i].region);
		found = made_here(w, s->bindings.items[i].value);
		if (!found && root->kind == REGION_POINTEE) found = made_here(w, root->pointer);
	}
	for (size_t i = 0; i < s->descriptors.n && !found; i++) {
		const struct val *id = s->descriptors.items[i].id;
		if (id == made_here(w, id)) found = id;
	}
	for (size_t i = 0; i < s->facts.n && !found; i++) found = made_here(w, s->facts.items[i].val);
	return found;
}

void eval_age_all(struct walk *w, struct state *s) {
	for (const struct val *v; (v = find_made_here(w, s)) != NULL;) age(w, s, v);
}
