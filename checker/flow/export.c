/* The caller's view of a state at a return: a case of the summary. */
#include "flow/export.h"
#include "flow/guards.h"

/* --- what is new ------------------------------------------------------------------------------ */

/* What is known of a number that callers have no name for. Those of functions lie above all others. */
static struct term range_term(struct export *x, struct range r) {
	if (r.low > INT32_MAX) return (struct term){.kind = TERM_UNKNOWN};
	if (r.high >= INT32_MAX) r.high = INT64_MAX;
	if (range_is_full(&r)) return (struct term){.kind = TERM_UNKNOWN};
	struct range *kept = ARENA_NEW(x->w->out, struct range);
	*kept = r;
	return (struct term){.kind = TERM_RANGE, .range = kept};
}

/* The term for a value that is assigned: a result that is known to be -1 here is -1. */
static struct term assigned_term(struct export *x, const struct val *v) {
	struct range r = state_range(x->s, v);
	bool result = v->kind == VAL_MADE || v->kind == VAL_JOIN;
	if (result && r.low == r.high) return (struct term){.kind = TERM_CONST, .number = r.low};
	struct term t = export_term(x, v);
	return t.kind == TERM_UNKNOWN ? range_term(x, r) : t;
}

/* Numbers the object or open descriptor that v refers to, and what the object holds. */
static void number_value(struct export *x, const struct val *v) {
	uint32_t number;
	v = export_made_by(v);
	if (export_is_numbered(x, v, &number) || x->made.n >= BOUND_EFFECTS_PER_CASE) return;
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

/* Behind the opening of a line of datagrams. */
static void add_type(struct export *x, struct effect e) {
	enum { SOCK_DGRAM_OF_LINUX = 2 };
	e.verb = VERB_types;
	e.word = NULL;
	e.value = (struct term){.kind = TERM_CONST, .number = SOCK_DGRAM_OF_LINUX};
	add_effect(x, e);
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
		export_value(x, x->made.items[i], &e.place);
		add_effect(x, e);
		if (opens && d->is_of_datagrams) add_type(x, e);
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
	e->value = export_term(x, from->other);
	e->args = ARENA_NEW(x->w->out, struct term);
	e->arg_count = 1;
	*e->args = export_term(x, from->subject);
	bool known = e->args->kind != TERM_UNKNOWN &&
	             (e->value.kind == TERM_SYMBOL || e->value.kind == TERM_PATH);
	bool returned = from->handle && from->handle == x->returned;
	e->place = (struct path){.root = PATH_RETURN};
	if (known && (returned || (from->place && export_region(x, from->place, &e->place)))) {
		VEC_PUSH(x->w->out, &x->c->effects, *e);
		x->w->result->has_starts = true;
	}
	return false;
}

/* Whether the session is released here behind that goodbye. */
static bool is_released(const struct export *x, const struct event *goodbye) {
	for (size_t i = 0; i < x->w->result->goodbyes.n; i++)
		if (x->w->result->goodbyes.items[i].at == goodbye->origin) return true;
	return false;
}

/* A goodbye that waits, and is begun anew for as long as there is no answer. */
static void goodbye_effect(struct export *x, const struct event *from) {
	struct effect e = {.verb = VERB_waits, .word = GOODBYE, .origin = from->origin};
	if (!from->other->number || is_released(x, from)) return;
	if (export_region(x, from->subject->region, &e.place)) add_effect(x, e);
}

static void add_events(struct export *x) {
	for (size_t i = 0; i < x->s->events.n; i++) {
		const struct event *from = &x->s->events.items[i];
		/* What a function may block on, and that it writes, its summary says for all its cases; what it stores and shows, by
		 * other means. That it let go of what is its own is its own business. */
		bool own = from->verb == VERB_waits || from->verb == VERB_calls ||
		           from->verb == VERB_assign || (from->verb == VERB_drops && !from->word);
		if (from->verb == VERB_waits && from->word == GOODBYE) goodbye_effect(x, from);
		if (own || escaped_with_holder(x, from)) continue;
		struct effect e = {.verb = from->verb, .word = from->word, .origin = from->origin};
		if (from->verb == VERB_frees || from->verb == VERB_zeros) e.record = from->record;
		if (from->verb == VERB_escapes) {
			e.unseen = from->word;
			e.word = NULL;
		}
		if (from->other && (from->verb == VERB_shuts || from->verb == VERB_interrupts))
			e.value = export_term(x, from->other);
		if (from->verb == VERB_starts && !start_effect(x, from, &e)) continue;
		if (from->verb == VERB_defers || from->verb == VERB_heeds) {
			if (!from->is_doubtful || from->verb == VERB_heeds) add_effect(x, e);
			continue;
		}
		bool is_named = from->verb != VERB_watches || export_value(x, from->subject, &e.other);
		const struct val *on = from->verb == VERB_watches ? from->other : from->subject;
		if (is_named && export_value(x, on, &e.place)) add_effect(x, e);
	}
}

static bool is_new_region(struct export *x, const struct region *r) {
	uint32_t number;
	const struct region *root = region_root(r);
	return root->kind == REGION_POINTEE && export_is_numbered(x, root->pointer, &number);
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
		if (f->kind != FILL_CHANGED || !export_is_visible(x->w, f->region) ||
		    !is_plain_target(x->w, f->region))
			continue;
		if (export_region(x, f->region, &e.place)) add_effect(x, e);
	}
}

/* Whether another element of the array, which callers do not tell from this one, holds something new, or as little as this
 * one and comes first. */
static bool is_told_already(struct export *x, const struct binding *b) {
	uint32_t number;
	if (!region_is_many(b->region) || export_is_numbered(x, export_made_by(b->value), &number))
		return false;
	const struct region *any = region_unindexed(x->w->values, b->region, NULL);
	for (size_t i = 0; i < x->s->bindings.n; i++) {
		const struct binding *other = &x->s->bindings.items[i];
		if (region_unindexed(x->w->values, other->region, NULL) != any) continue;
		if (other < b || export_is_numbered(x, export_made_by(other->value), &number)) return true;
	}
	return false;
}

/* What the pointer in the region points to; NULL: not known, or no pointer. */
static const char *target_record(const struct export *x, const struct region *r) {
	return eval_record(x->w, val_entry(x->w->values, r));
}

/* Whether nobody says any more which of several pointers it is. */
static bool is_blurred(const struct val *v) {
	return v->kind == VAL_UNKNOWN || v->kind == VAL_JOIN || (v->kind == VAL_MADE && v->region);
}

/* The head of a list gets a new node, and what the node leads to was forgotten where paths met: it may be what the head
 * held before. */
static bool may_have_moved(const struct export *x, const struct region *head) {
	const char *record = target_record(x, head);
	for (size_t i = 0; record && i < x->s->bindings.n; i++) {
		const struct binding *b = &x->s->bindings.items[i];
		if (b->region != head && region_root(b->region)->kind != REGION_VAR &&
		    is_blurred(b->value) && target_record(x, b->region) == record)
			return true;
	}
	return false;
}

static void add_moved(struct export *x, const struct region *head) {
	struct effect e = {.verb = VERB_escapes};
	if (may_have_moved(x, head) && export_value(x, val_entry(x->w->values, head), &e.place))
		add_effect(x, e);
}

/* Assignments of new things first: when the room ends, they matter most. */
static void add_assignments(struct export *x, bool of_new) {
	for (size_t i = 0; i < x->s->bindings.n; i++) {
		const struct binding *b = &x->s->bindings.items[i];
		uint32_t number;
		if (export_is_numbered(x, export_made_by(b->value), &number) != of_new) continue;
		if (!is_new_region(x, b->region) && !export_is_visible(x->w, b->region)) continue;
		if (b->value->kind == VAL_ENTRY && b->value->region == b->region) continue;
		if (is_told_already(x, b)) continue;
		if (export_is_visible(x->w, b->region)) add_moved(x, b->region);
		struct effect e = {.verb = VERB_assign};
		e.value = assigned_term(x, b->value);
		bool is_named = e.value.kind != TERM_UNKNOWN && e.value.kind != TERM_RANGE;
		if (!is_named && is_out_of_sight(x, b->region)) continue;
		e.origin = stored_at(x->w, b);
		if (export_region(x, b->region, &e.place)) add_effect(x, e);
	}
}

/* What the caller passed, or is given, lies in an object that it cannot name: it is out of its sight from now on. */
static void add_kept(struct export *x) {
	for (size_t i = 0; i < x->s->bindings.n; i++) {
		const struct binding *b = &x->s->bindings.items[i];
		uint32_t number;
		bool matters =
			b->value->may_hold_line || export_is_numbered(x, export_made_by(b->value), &number);
		if (!matters || region_root(b->region)->kind == REGION_VAR) continue;
		if (is_new_region(x, b->region) || export_is_visible(x->w, b->region)) continue;
		struct effect e = {.verb = VERB_escapes, .origin = stored_at(x->w, b)};
		if (export_value(x, b->value, &e.place)) add_effect(x, e);
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
	bool same = f->range->low == 0 && f->range->high == 0;
	if (!path_is_entry(x->w, left) || !path_is_entry(x->w, right)) return;
	if (!same && range_has(f->range, 0)) return;
	struct guard g = {.left = export_term(x, left),
	                  .compare = same ? IR_EQ : IR_NE,
	                  .right = export_term(x, right),
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
		if (f->val->kind == VAL_DIFFERENCE) {
			add_comparison(x, f);
			continue;
		}
		bool bits = f->val->kind == VAL_BITS;
		if (!path_is_entry(x->w, bits ? f->val->base : f->val)) continue;
		struct guard about = {.left = export_term(x, f->val), .loc = asked_at(x->s, f->val)};
		if (about.left.kind == TERM_UNKNOWN) continue;
		if (f->range->low > INT32_MAX) add_target_guard(x, &about, *f->range);
		else guards_add_range(x->w->out, x->c, &about, *f->range);
	}
}

static void add_forgotten(struct export *x) {
	for (const struct forgotten *f = x->s->forgotten; f; f = f->previous) {
		struct term t = export_term(x, f->val);
		if (t.kind == TERM_PATH || t.kind == TERM_BITS) VEC_PUSH(x->w->out, &x->c->forgotten, t);
	}
}

static void add_lost(struct export *x) {
	for (size_t i = 0; i < x->s->descriptors.n; i++) {
		const struct suspect *suspect = lost_suspect(x->w, &x->s->descriptors.items[i]);
		if (suspect) lost_add_once(x->w, &x->c->lost, suspect->loss);
	}
}

static void add_return(struct export *x) {
	if (!x->returned || x->returned->kind == VAL_UNKNOWN) return;
	struct guard ret = {.left = {.kind = TERM_PATH, .path = {.root = PATH_RETURN}}};
	struct term value = export_term(x, x->returned);
	uint32_t number;
	bool names_itself = export_is_numbered(x, x->returned, &number);
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
		if (export_value(x, x->made.items[i], &e.place)) VEC_PUSH(x->w->out, &x->c->effects, e);
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
		w->result->cut = w->result->lacks_cases = true;
		return;
	}
	struct summary_case c = {
		.left = s->left, .no_memory = s->no_memory, .asks_changed = s->asks_changed};
	struct export x = {.w = w, .s = s, .c = &c, .returned = returned};
	if (returned && returned->kind == VAL_JOIN) hand_out_returned(w, s, returned);
	if (returned) number_value(&x, returned);
	for (size_t i = 0; i < s->bindings.n; i++)
		if (export_is_visible(w, s->bindings.items[i].region))
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
