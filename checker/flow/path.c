#include <string.h>

#include "flow/guards.h"
#include "flow/walk.h"

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
static const struct region *found_in(const struct val *v) {
	while (v->kind == VAL_OWNER) v = v->base;
	return v->region;
}

bool path_is_behind_link(const struct val *v) {
	for (const struct region *r = found_in(v); r; r = r->parent    ? r->parent
	                                                  : r->pointer ? found_in(r->pointer)
	                                                               : NULL)
		if (is_link(r)) return true;
	return false;
}

uint32_t path_hops(const struct val *v) {
	uint32_t hops = 0;
	for (const struct region *r = found_in(v); r; hops++) {
		const struct region *root = region_root(r);
		if (root->kind != REGION_POINTEE) return hops + (root->kind == REGION_GLOBAL);
		r = found_in(root->pointer);
	}
	return hops;
}

/* Whether callers can see what the region holds after the return. */
static bool is_visible(const struct walk *w, const struct region *r) {
	return region_root(r)->kind != REGION_VAR && is_entry_region(w, r, 0, 0);
}

/* --- paths ------------------------------------------------------------------------------------ */

/* What the case under construction has given a number: new0, new1… or ret. */
struct export {
	struct walk *w;
	struct state *s;
	struct summary_case *c;
	const struct val *returned;
	VEC(const struct val *) made;
	VEC(struct path_step) steps; /* scratch */
	bool cut;                    /* there was no room for all */
};

static const struct val *made_by(const struct val *v) {
	while (v->kind == VAL_ADDRESS && region_root(v->region)->kind == REGION_POINTEE)
		v = region_root(v->region)->pointer;
	return v;
}

static bool is_numbered(const struct export *x, const struct val *v, uint32_t *number) {
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
	if (is_numbered(x, v, &number)) {
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

static bool path_of_value(struct export *x, const struct val *v, struct path *out) {
	*out = (struct path){0};
	x->steps.n = 0;
	if (!value_steps(x, v, out)) return false;
	keep_steps(x, out);
	return true;
}

static bool path_of_region(struct export *x, const struct region *r, struct path *out) {
	*out = (struct path){0};
	x->steps.n = 0;
	if (!region_steps(x, r, out)) return false;
	keep_steps(x, out);
	return true;
}

bool path_name_value(struct walk *w, const struct val *v, struct path *out) {
	struct export x = {.w = w};
	return path_is_entry(w, v) && path_of_value(&x, v, out);
}

bool path_name_region(struct walk *w, const struct region *r, struct path *out) {
	struct export x = {.w = w};
	return is_visible(w, r) && path_of_region(&x, r, out);
}

static struct term term_of(struct export *x, const struct val *v) {
	struct term t = {.kind = TERM_UNKNOWN};
	switch (v->kind) {
	case VAL_CONST: return (struct term){.kind = TERM_CONST, .number = v->number};
	case VAL_FUNCTION: return (struct term){.kind = TERM_SYMBOL, .symbol = v->text};
	case VAL_ENTRY:
	case VAL_OWNER:
	case VAL_MADE:
		if (path_of_value(x, v, &t.path)) t.kind = TERM_PATH;
		return t;
	case VAL_ADDRESS:
		if (v->region->kind == REGION_GLOBAL)
			return (struct term){.kind = TERM_SYMBOL, .symbol = v->region->global};
		if (region_root(v->region)->kind != REGION_VAR && path_of_region(x, v->region, &t.path))
			t.kind = TERM_ADDRESS;
		return t;
	case VAL_BITS:
	case VAL_SET:
	case VAL_SUM:
		if (!path_of_value(x, v->base, &t.path)) return t;
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

/* The same for a value that is assigned: a result that is known to be -1 here is -1. */
static struct term assigned_term(struct export *x, const struct val *v) {
	struct range r = state_range(x->s, v);
	bool result = v->kind == VAL_MADE || v->kind == VAL_JOIN;
	return result && r.low == r.high ? (struct term){.kind = TERM_CONST, .number = r.low}
	                                 : term_of(x, v);
}

/* --- what is new ------------------------------------------------------------------------------ */

/* Numbers the object or open descriptor that v refers to, and what the object holds. */
static void number_value(struct export *x, const struct val *v) {
	uint32_t number;
	v = made_by(v);
	if (is_numbered(x, v, &number) || x->made.n >= BOUND_EFFECTS_PER_CASE) return;
	const struct descriptor *d = state_descriptor(x->s, v);
	const struct object *o = state_object(x->s, v);
	if (!(d && d->opened && d->state == DESCRIPTOR_OPEN) && !(o && !o->freed)) return;
	VEC_PUSH(x->w->arena, &x->made, v);
	if (!o) return;
	const struct region *pointee = region_pointee(x->w->values, v);
	for (size_t i = 0; i < x->s->bindings.n; i++)
		if (region_within(x->s->bindings.items[i].region, pointee))
			number_value(x, x->s->bindings.items[i].value);
}

static bool has_room(struct export *x) {
	if (x->c->effects.n < BOUND_EFFECTS_PER_CASE) return true;
	x->w->result->cut = x->cut = true;
	return false;
}

static void add_effect(struct export *x, struct effect e) {
	if (has_room(x)) VEC_PUSH(x->w->out, &x->c->effects, e);
}

static void add_made(struct export *x) {
	for (size_t i = 0; i < x->made.n; i++) {
		const struct descriptor *d = state_descriptor(x->s, x->made.items[i]);
		bool opens = d && d->state == DESCRIPTOR_OPEN;
		struct effect e = {.verb = opens ? VERB_opens : VERB_allocs};
		if (opens) e.word = d->kind, e.origin = d->opened;
		else {
			const struct fill *fill =
				state_find_fill(x->s, region_pointee(x->w->values, x->made.items[i]));
			e.word = fill && fill->kind == FILL_ZERO ? "zeroed" : NULL;
		}
		path_of_value(x, x->made.items[i], &e.place);
		add_effect(x, e);
	}
}

/* Whether an object on the way to the region went out of sight: then nobody knows what is there, and who got it got what
 * the region leads to. */
static bool is_out_of_sight(const struct export *x, const struct region *r) {
	for (const struct val *v; r && region_root(r)->kind == REGION_POINTEE; r = v->region) {
		v = region_root(r)->pointer;
		while (v->kind == VAL_OWNER) v = v->base;
		for (size_t i = 0; i < x->s->events.n; i++) {
			const struct event *e = &x->s->events.items[i];
			if (e->verb == VERB_escapes && e->subject == v) return true;
		}
	}
	return false;
}

static bool escaped_with_holder(const struct export *x, const struct event *e) {
	const struct val *v = e->subject;
	while (v->kind == VAL_OWNER) v = v->base;
	return e->verb == VERB_escapes && v->region && is_out_of_sight(x, v->region);
}

/* Callers see who was started with what, where the handle and the argument have names. */
static bool start_effect(struct export *x, const struct event *from, struct effect *e) {
	e->value = term_of(x, from->other);
	e->args = ARENA_NEW(x->w->out, struct term);
	e->arg_count = 1;
	*e->args = term_of(x, from->subject);
	bool known = e->args->kind != TERM_UNKNOWN &&
	             (e->value.kind == TERM_SYMBOL || e->value.kind == TERM_PATH);
	bool returned = from->handle && from->handle == x->returned;
	e->place = (struct path){.root = PATH_RETURN};
	if (known && (returned || (from->place && path_of_region(x, from->place, &e->place)))) {
		VEC_PUSH(x->w->out, &x->c->effects, *e);
		x->w->result->has_starts = true;
	}
	return false;
}

static void add_events(struct export *x) {
	for (size_t i = 0; i < x->s->events.n; i++) {
		const struct event *from = &x->s->events.items[i];
		/* What a function may block on, and that it writes, its summary says for all its cases. That it let go of what is its
		 * own is its own business. */
		bool own = from->verb == VERB_waits || (from->verb == VERB_drops && !from->word);
		if (own || escaped_with_holder(x, from)) continue;
		struct effect e = {.verb = from->verb, .word = from->word, .origin = from->origin};
		if (from->verb == VERB_frees || from->verb == VERB_zeros) e.record = from->record;
		if (from->verb == VERB_escapes) {
			e.unseen = from->word;
			e.word = NULL;
		}
		if (from->verb == VERB_shuts && from->other) e.value = term_of(x, from->other);
		if (from->verb == VERB_starts && !start_effect(x, from, &e)) continue;
		bool is_named = from->verb != VERB_watches || path_of_value(x, from->subject, &e.other);
		const struct val *on = from->verb == VERB_watches ? from->other : from->subject;
		if (is_named && path_of_value(x, on, &e.place)) add_effect(x, e);
	}
}

static bool is_new_region(struct export *x, const struct region *r) {
	uint32_t number;
	const struct region *root = region_root(r);
	return root->kind == REGION_POINTEE && is_numbered(x, root->pointer, &number);
}

static const struct origin *stored_at(struct walk *w, const struct binding *b) {
	const struct ir_instr *i = b->site ? walk_instr_at(w, b->site) : NULL;
	if (!i) return NULL;
	struct origin *o = ARENA_NEW(w->out, struct origin);
	*o = (struct origin){
		.function = w->f->name, .file = walk_file(w, &i->loc), .loc = i->loc, .inner = b->inner};
	return o;
}

/* Whether the region is all that a parameter points to: a variable of the caller's, or memory of which nobody says what
 * it holds. */
static bool is_plain_target(const struct walk *w, const struct region *r) {
	const struct val *p = r->pointer;
	return r->kind == REGION_POINTEE && p->kind == VAL_ENTRY && p->region->kind == REGION_VAR &&
	       !eval_record(w, p);
}

/* Somebody wrote what we do not know there. */
static void add_changes(struct export *x) {
	for (size_t i = 0; i < x->s->fills.n; i++) {
		const struct fill *f = &x->s->fills.items[i];
		struct effect e = {.verb = VERB_assign};
		if (f->kind != FILL_CHANGED || !is_visible(x->w, f->region) ||
		    !is_plain_target(x->w, f->region))
			continue;
		if (path_of_region(x, f->region, &e.place)) add_effect(x, e);
	}
}

/* Whether another element of the array, which callers do not tell from this one, holds something new, or as little as this
 * one and comes first. */
static bool is_told_already(struct export *x, const struct binding *b) {
	uint32_t number;
	if (!region_is_many(b->region) || is_numbered(x, made_by(b->value), &number)) return false;
	const struct region *any = region_unindexed(x->w->values, b->region, NULL);
	for (size_t i = 0; i < x->s->bindings.n; i++) {
		const struct binding *other = &x->s->bindings.items[i];
		if (region_unindexed(x->w->values, other->region, NULL) != any) continue;
		if (other < b || is_numbered(x, made_by(other->value), &number)) return true;
	}
	return false;
}

/* Assignments of new things first: when the room ends, they matter most. */
static void add_assignments(struct export *x, bool of_new) {
	for (size_t i = 0; i < x->s->bindings.n; i++) {
		const struct binding *b = &x->s->bindings.items[i];
		uint32_t number;
		if (is_numbered(x, made_by(b->value), &number) != of_new) continue;
		if (!is_new_region(x, b->region) && !is_visible(x->w, b->region)) continue;
		if (b->value->kind == VAL_ENTRY && b->value->region == b->region) continue;
		if (is_told_already(x, b)) continue;
		struct effect e = {.verb = VERB_assign};
		e.value = assigned_term(x, b->value);
		if (e.value.kind == TERM_UNKNOWN && is_out_of_sight(x, b->region)) continue;
		e.origin = stored_at(x->w, b);
		if (path_of_region(x, b->region, &e.place)) add_effect(x, e);
	}
}

/* What the caller passed, or is given, lies in an object that it cannot name: it is out of its sight from now on. */
static void add_kept(struct export *x) {
	for (size_t i = 0; i < x->s->bindings.n; i++) {
		const struct binding *b = &x->s->bindings.items[i];
		uint32_t number;
		bool matters = b->value->may_hold_line || is_numbered(x, made_by(b->value), &number);
		if (!matters || region_root(b->region)->kind == REGION_VAR) continue;
		if (is_new_region(x, b->region) || is_visible(x->w, b->region)) continue;
		struct effect e = {.verb = VERB_escapes, .origin = stored_at(x->w, b)};
		if (path_of_value(x, b->value, &e.place)) add_effect(x, e);
	}
}

/* --- guards ----------------------------------------------------------------------------------- */

/* The last branch of the path that asked for the value. */
static struct ir_loc asked_at(const struct state *s, const struct val *v) {
	for (const struct trail *t = s->trail; t; t = t->previous)
		if (t->left == v || t->right == v) return t->loc;
	return (struct ir_loc){0};
}

/* Both were found at entry, and are the same or not. */
static void add_comparison(struct export *x, const struct fact *f) {
	const struct val *left = f->val->base, *right = val_entry(x->w->values, f->val->region);
	bool same = f->range.low == 0 && f->range.high == 0;
	if (!path_is_entry(x->w, left) || !path_is_entry(x->w, right)) return;
	if (!same && range_has(&f->range, 0)) return;
	struct guard g = {.left = term_of(x, left),
	                  .compare = same ? IR_EQ : IR_NE,
	                  .right = term_of(x, right),
	                  .loc = asked_at(x->s, left)};
	if (g.left.kind != TERM_UNKNOWN && g.right.kind != TERM_UNKNOWN)
		VEC_PUSH(x->w->out, &x->c->guards, g);
}

static void add_function_guard(struct export *x, const struct guard *about, enum ir_compare compare,
                               const struct val *function) {
	struct guard g = *about;
	g.compare = compare;
	g.right = (struct term){.kind = TERM_SYMBOL, .symbol = function->text};
	VEC_PUSH(x->w->out, &x->c->guards, g);
}

/* Which of the functions that calls through pointers were taken to reach the pointer is; or that
 * it is some function, and which of them it is not: others do something else. */
static void add_target_guard(struct export *x, const struct guard *about, struct range r) {
	size_t before = x->c->guards.n;
	for (size_t i = 0; i < x->w->chosen.n; i++) {
		const struct val *function = x->w->chosen.items[i];
		bool may_be = range_has(&r, state_range(x->s, function).low);
		if (may_be && r.low == r.high) add_function_guard(x, about, IR_EQ, function);
		if (!may_be && r.low != r.high) add_function_guard(x, about, IR_NE, function);
	}
	if (r.low == r.high && x->c->guards.n > before) return;
	struct guard set = *about;
	set.compare = IR_NE;
	set.right = (struct term){.kind = TERM_CONST};
	VEC_PUSH(x->w->out, &x->c->guards, set);
}

static void add_guards(struct export *x) {
	for (size_t i = 0; i < x->s->facts.n; i++) {
		const struct fact *f = &x->s->facts.items[i];
		if (range_is_full(&f->range)) continue;
		if (f->val->kind == VAL_DIFFERENCE) {
			add_comparison(x, f);
			continue;
		}
		bool bits = f->val->kind == VAL_BITS;
		if (!path_is_entry(x->w, bits ? f->val->base : f->val)) continue;
		struct guard about = {.left = term_of(x, f->val), .loc = asked_at(x->s, f->val)};
		if (about.left.kind == TERM_UNKNOWN) continue;
		if (f->range.low > INT32_MAX) add_target_guard(x, &about, f->range);
		else guards_add_range(x->w->out, x->c, &about, f->range);
	}
}

static void add_forgotten(struct export *x) {
	for (const struct forgotten *f = x->s->forgotten; f; f = f->previous) {
		struct term t = term_of(x, f->val);
		if (t.kind == TERM_PATH || t.kind == TERM_BITS) VEC_PUSH(x->w->out, &x->c->forgotten, t);
	}
}

static void add_lost(struct export *x) {
	for (size_t i = 0; i < x->s->descriptors.n; i++) {
		const struct descriptor *d = &x->s->descriptors.items[i];
		if (d->state == DESCRIPTOR_LOST)
			VEC_PUSH(x->w->out, &x->c->lost, x->w->suspects.items[d->loss].loss);
	}
}

static void add_return(struct export *x) {
	if (!x->returned || x->returned->kind == VAL_UNKNOWN) return;
	struct guard ret = {.left = {.kind = TERM_PATH, .path = {.root = PATH_RETURN}}};
	struct term value = term_of(x, x->returned);
	uint32_t number;
	bool names_itself = is_numbered(x, x->returned, &number);
	if (value.kind != TERM_UNKNOWN && value.kind != TERM_CONST && !names_itself) {
		struct effect e = {.verb = VERB_assign, .place = {.root = PATH_RETURN}, .value = value};
		VEC_PUSH(x->w->out, &x->c->effects, e);
		return;
	}
	guards_add_range(x->w->out, x->c, &ret, state_range(x->s, x->returned));
}

/* What had no room could be anything: callers are told that all they gave and all that was made is out of sight. */
static void give_up_rest(struct export *x) {
	for (uint32_t i = 0; i < x->w->f->param_count; i++) {
		struct effect e = {.verb = VERB_escapes, .place = {.root = PATH_PARAM, .number = i}};
		VEC_PUSH(x->w->out, &x->c->effects, e);
	}
	for (size_t i = 0; i < x->made.n; i++) {
		struct effect e = {.verb = VERB_escapes};
		if (path_of_value(x, x->made.items[i], &e.place)) VEC_PUSH(x->w->out, &x->c->effects, e);
	}
}

/* What is returned may be a parameter, as behind realloc(): the caller has it under that name from here on. */
static void hand_out_returned(struct walk *w, struct state *s, const struct val *returned) {
	for (const struct val_part *p = returned->parts; p; p = p->next)
		if (p->val->kind == VAL_ENTRY && p->val->region->kind == REGION_VAR)
			effect_event(w, s, VERB_escapes, p->val, NULL, false);
}

void path_add_case(struct walk *w, struct state *s, const struct val *returned) {
	struct summary *summary = w->result->summary;
	if (summary->cases.n >= BOUND_CASES) {
		w->result->cut = true;
		return;
	}
	struct summary_case c = {.left = s->left, .no_memory = s->no_memory};
	struct export x = {.w = w, .s = s, .c = &c, .returned = returned};
	if (returned && returned->kind == VAL_JOIN) hand_out_returned(w, s, returned);
	if (returned) number_value(&x, returned);
	for (size_t i = 0; i < s->bindings.n; i++)
		if (is_visible(w, s->bindings.items[i].region))
			number_value(&x, s->bindings.items[i].value);
	add_guards(&x);
	add_forgotten(&x);
	add_lost(&x);
	add_made(&x);
	add_events(&x);
	add_kept(&x);
	add_changes(&x);
	add_assignments(&x, true);
	add_assignments(&x, false);
	if (x.cut) give_up_rest(&x);
	add_return(&x);
	for (size_t i = 0; i < c.effects.n; i++)
		summary->closes |=
			c.effects.items[i].verb == VERB_closes || c.effects.items[i].verb == VERB_releases;
	VEC_PUSH(w->out, &summary->cases, c);
}

/* --- names for the user ----------------------------------------------------------------------- */

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
