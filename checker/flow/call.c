#include "flow/guards.h"
#include "flow/walk.h"
#include "ir/format.h"

/* One call of a function with a summary, in one state. Values "at entry" are those of before. */
struct call {
	struct walk *w;
	struct state *before;
	struct state *s; /* the case's own */
	const struct summary *summary;
	const struct summary_case *k;
	const struct val **args;
	uint32_t arg_count;
	const struct val *made[BOUND_EFFECTS_PER_CASE + 1]; /* new0, new1… */
	const struct val *result;
	uint32_t misfits; /* cases that take an object for another kind than it is */
	bool anything;    /* there are no others: try those too */
};

/* --- what a path of the callee means here ------------------------------------------------------------------------ */

static const struct val *made_number(struct call *c, uint32_t number) {
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
	case PATH_NEW: return made_number(c, p->number);
	case PATH_GLOBAL: break;
	}
	return NULL;
}

/* The state that the path speaks of. */
static struct state *path_state(const struct call *c, const struct path *p) {
	return p->root == PATH_PARAM || p->root == PATH_GLOBAL ? c->before : c->s;
}

/* An element of r, which is an element itself where it is what a pointer points to. */
static const struct region *path_element(struct call *c, const struct region *r,
                                         const struct path_step *step, bool pointed_to) {
	struct values *values = c->w->values;
	const struct val *at = NULL;
	if (step->kind == PATH_INDEX)
		return pointed_to ? region_index(values, r, step->index)
		                  : region_inner_index(values, r, step->index);
	if (step->kind == PATH_AT && step->index < c->arg_count) at = c->args[step->index];
	if (!pointed_to) return region_inner_at(values, r, at);
	return at ? region_at(values, r, at) : region_element(values, r);
}

/* The place that the path names, or NULL for a value that has none (a parameter itself, ret, new0, an object around
 * another): then *value is that. */
static const struct region *path_spot(struct call *c, const struct path *p,
                                      const struct val **value) {
	struct values *values = c->w->values;
	struct state *s = path_state(c, p);
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
			v = val_owner(values, r ? eval_load(c->w, s, r) : v, step->field);
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

static const struct region *path_region(struct call *c, const struct path *p) {
	const struct val *v;
	return path_spot(c, p, &v);
}

static const struct val *path_value(struct call *c, const struct path *p) {
	const struct val *v;
	const struct region *r = path_spot(c, p, &v);
	return r ? eval_load(c->w, path_state(c, p), r) : v;
}

static const struct val *term_value(struct call *c, const struct term *t) {
	struct values *values = c->w->values;
	switch (t->kind) {
	case TERM_UNKNOWN: return val_unknown(values);
	case TERM_CONST: return val_const(values, t->number);
	case TERM_SPAN: break;
	case TERM_PATH: return path_value(c, &t->path);
	case TERM_ADDRESS: {
		const struct region *r = path_region(c, &t->path);
		return r ? val_address(values, r) : val_unknown(values);
	}
	case TERM_SYMBOL:
		if (c->w->env->global(c->w->env->data, t->symbol))
			return val_address(values, region_global(values, t->symbol));
		return val_function(values, t->symbol);
	case TERM_BITS: return val_bits(values, path_value(c, &t->path), t->number);
	case TERM_SET: return val_set(values, path_value(c, &t->path), t->number);
	case TERM_SUM: return val_sum(values, path_value(c, &t->path), t->number);
	}
	return val_unknown(values);
}

/* --- guards ---------------------------------------------------------------------------------------------------------- */

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

/* For the guards of our own summary, which name it. */
static void note_chosen(struct walk *w, const struct val *function) {
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
	const struct val *other = term_value(c, right);
	if (other->kind == VAL_FUNCTION) note_chosen(w, other);
	return state_assume(w->arena, s, w->values, left, g->compare, other, false);
}

static bool assume_guards(struct call *c, const struct summary_case *k, bool of_result) {
	for (size_t i = 0; i < k->guards.n; i++) {
		const struct guard *g = &k->guards.items[i];
		if (guard_is_about_result(g) != of_result) continue;
		const struct val *left = of_result ? c->result : term_value(c, &g->left);
		if (!of_result && !assume_flag(c, left)) return false;
		if (!assume_guard(c, c->s, g, left)) return false;
	}
	return true;
}

/* Whether the case waits on what a handle refers to that is not there: then the process ends in it, or its author takes it
 * that the handle was made. */
static bool waits_on_nothing(struct call *c, const struct summary_case *k) {
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

/* --- effects --------------------------------------------------------------------------------------------------------------- */

static void give_up(struct call *c, const struct val *fd) {
	const struct descriptor *d = state_descriptor(c->s, fd);
	if (d && d->state == DESCRIPTOR_OPEN)
		state_touch_descriptor(c->w->arena, c->s, fd)->state = DESCRIPTOR_HANDED;
}

/* The effect by which the callee says itself what became of the value that the place held, or NULL. */
static const struct effect *end_of_old(const struct summary_case *k, const struct path *p) {
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		if ((e->verb == VERB_drops || e->verb == VERB_closes) && path_equal(&e->place, p)) return e;
	}
	return NULL;
}

/* What the place held may be anywhere: the descriptor in it is no longer ours alone, nor our caller's. */
static void give_up_old(struct call *c, const struct region *r) {
	const struct val *held = eval_load(c->w, c->s, r);
	give_up(c, held);
	if (held->kind == VAL_MADE)
		state_give_up(c->w->arena, c->s, c->w->values, region_pointee(c->w->values, held));
	if (held->may_hold_line && !state_descriptor(c->s, held))
		effect_event(c->w, c->s, VERB_escapes, held, NULL, false);
}

/* The callee wrote data that we do not know, or copied what was there. */
static void change(struct call *c, const struct path *p, const struct region *r) {
	const struct effect *end = end_of_old(c->k, p);
	if (!end) give_up_old(c, r);
	for (size_t i = 0; i < c->s->bindings.n; i++) {
		const struct binding *b = &c->s->bindings.items[i];
		const struct descriptor *d = state_descriptor(c->s, b->value);
		bool holds = (d && d->state == DESCRIPTOR_OPEN) || b->value->kind == VAL_MADE;
		if (holds && b->region != r && region_within(b->region, r)) return;
	}
	const struct val *old = eval_load(c->w, c->s, r);
	state_fill(c->w->arena, c->s, r, FILL_CHANGED, walk_site(c->w));
	if (c->w->overwrites)
		VEC_PUSH(c->w->arena, &c->w->overwrites->list,
		         (struct overwrite){old, end ? end->origin : c->w->inner});
}

static void assign(struct call *c, const struct path *p, const struct val *v) {
	if (p->root == PATH_RETURN && !p->step_count) {
		c->result = v;
		VEC_PUSH(c->w->arena, &c->w->pending, v);
		return;
	}
	const struct region *r = path_region(c, p);
	if (!r) return;
	if (v->kind == VAL_UNKNOWN) change(c, p, r);
	else eval_store(c->w, c->s, r, v);
}

/* The value that opens, allocs and forks make: stored where the path says. */
static const struct val *make_value(struct call *c, const struct path *p, uint32_t part) {
	if (p->root == PATH_RETURN && !p->step_count) return c->result;
	if (p->root == PATH_NEW && !p->step_count) return made_number(c, p->number);
	return eval_make(c->w, c->s, 1000 + part);
}

static const struct val *open_descriptor(struct call *c, const struct path *p, const char *kind,
                                         uint32_t part) {
	const struct val *id = make_value(c, p, part);
	effect_opens(c->w, c->s, id, kind);
	if (!c->summary->is_model && state_descriptor(c->s, id))
		state_touch_descriptor(c->w->arena, c->s, id)->made =
			(struct callee_case){c->summary, c->k, 0};
	const struct region *r = path_region(c, p);
	if (r) eval_store(c->w, c->s, r, id);
	return id;
}

static void make_object(struct call *c, const struct effect *e, uint32_t part) {
	const struct val *pointer = make_value(c, &e->place, part);
	state_touch_object(c->w->arena, c->s, pointer)->freed = false;
	state_set_range(c->w->arena, c->s, pointer, range_of(1, INT64_MAX));
	state_fill(c->w->arena, c->s, region_pointee(c->w->values, pointer),
	           e->word ? FILL_ZERO : FILL_GARBAGE, walk_site(c->w));
	const struct region *r = path_region(c, &e->place);
	if (r) eval_store(c->w, c->s, r, pointer);
}

static const struct region *wrapped_fd(struct call *c, const struct path *wrapper) {
	return region_field(c->w->values, region_pointee(c->w->values, path_value(c, wrapper)),
	                    c->w->env->fd);
}

static void shut(struct call *c, const struct effect *e) {
	const struct val *fd = path_value(c, &e->place), *how = term_value(c, &e->value);
	if (c->w->env->threads >= THREADS_START) {
		thread_act(c->w, c->s, VERB_shuts, fd, how);
		return;
	}
	if (!path_is_entry(c->w, fd)) return;
	state_add_event(
		c->w->arena, c->s,
		(struct event){
			.verb = VERB_shuts, .subject = fd, .other = how, .origin = walk_origin(c->w)});
}

static void wait_for(struct call *c, const struct effect *e) {
	const struct val *v;
	const struct region *r = path_spot(c, &e->place, &v);
	if (r) v = eval_load(c->w, path_state(c, &e->place), r);
	thread_waits(c->w, c->s, r, v, c->k, e->word);
}

/* Whether the descriptor that the place held was closed on this path, or taken out of it. */
static bool was_closed(const struct call *c, const struct region *place) {
	for (size_t i = 0; i < c->s->descriptors.n; i++) {
		const struct descriptor *d = &c->s->descriptors.items[i];
		bool same = d->holder == place || (d->id->kind == VAL_ENTRY && d->id->region == place);
		if (same && d->state == DESCRIPTOR_CLOSED) return true;
		if (d->first_holder == place && d->holder != place) return true;
	}
	return false;
}

/* The callee drops a descriptor: meets the hazard, or passes it on. An open one that is lost by it is found when
 * the effect that really ends it follows. */
static void apply_drop(struct call *c, const struct effect *e) {
	const struct region *place = path_region(c, &e->place);
	const struct val *fd = path_value(c, &e->place);
	const struct descriptor *d = state_descriptor(c->s, fd);
	bool closed = d ? d->state == DESCRIPTOR_CLOSED : place && was_closed(c, place);
	bool met = closed || (!d && state_range(c->s, fd).high < FIRST_DESCRIPTOR);
	bool is_line = (d && d->state == DESCRIPTOR_OPEN) || (!d && fd->kind == VAL_ENTRY);
	bool shared = is_line && eval_is_held_elsewhere(c->w, c->s, fd, place);
	/* Who overwrites a global is not relieved by a caller that knows it empty. */
	if ((met || shared) && e->origin && e->place.root != PATH_GLOBAL)
		VEC_PUSH(c->w->out, &c->w->result->met, (struct met){e->origin, closed || shared});
	if (shared && d) state_touch_descriptor(c->w->arena, c->s, fd)->dropped = walk_origin(c->w);
	if (!d) effect_drops(c->w, c->s, fd, e->word);
	if (!met && !path_is_entry(c->w, fd)) thread_act(c->w, c->s, VERB_drops, fd, NULL);
}

/* A callback or thread gets its arguments out of our sight. */
static void escape_args(struct call *c, const struct effect *e) {
	for (uint32_t i = 0; i < e->arg_count; i++)
		escape_value(c->w, c->s, term_value(c, &e->args[i]), NULL);
}

static void start_thread(struct call *c, const struct effect *e) {
	const struct val *arg = e->arg_count ? term_value(c, &e->args[0]) : val_unknown(c->w->values);
	const struct val *result;
	const struct region *r = path_spot(c, &e->place, &result);
	/* Who gets the handle as a result knows better where it goes. */
	bool is_told = r && !c->summary->is_model && e->value.kind == TERM_SYMBOL;
	thread_starts(c->w, c->s, term_value(c, &e->value), arg, r, r ? NULL : result, is_told);
	escape_args(c, e);
}

/* --- lists --------------------------------------------------------------------------------------------------------------- */

static bool is_link_step(const struct path_step *step) {
	return step->kind == PATH_FIELD && step->field->type.record &&
	       step->field->type.record == step->field->record;
}

static bool goes_over_link(const struct path *p) {
	for (uint32_t i = 0; i < p->step_count; i++)
		if (is_link_step(&p->steps[i])) return true;
	return false;
}

/* What a loop does to the element behind the first link, it does to all elements. */
static void apply_to_rest(struct call *c, const struct path *p) {
	if (!goes_over_link(p)) return;
	struct path pointer = *p;
	while (pointer.step_count && pointer.steps[pointer.step_count - 1].kind != PATH_DEREF)
		pointer.step_count--;
	if (!pointer.step_count) return;
	pointer.step_count--;
	const struct val *v = path_value(c, &pointer), *found = v;
	while (found->kind == VAL_OWNER) found = found->base;
	if (found->kind == VAL_MADE)
		state_give_up(c->w->arena, c->s, c->w->values, region_pointee(c->w->values, v));
}

static void close_descriptor(struct call *c, const struct effect *e) {
	const struct val *fd = path_value(c, &e->place);
	if (fd->kind == VAL_CONST) c->s->freed_number = true;
	if (e->word) effect_closes_upward(c->w, c->s, fd);
	else effect_closes(c->w, c->s, fd);
	apply_to_rest(c, &e->place);
}

/* Whether it was found in a member for files and sockets alike. */
static bool may_be_file(const struct walk *w, const struct val *fd) {
	const struct region *r = fd->region;
	return r->kind == REGION_FIELD && w->env->field_may_hold_file(w->env->data, r->field);
}

/* What a duplicate of something unknown is, is unknown. */
static const char *kind_of_duplicate(struct call *c, const struct effect *e) {
	const struct val *fd = path_value(c, &e->other);
	const struct descriptor *of = state_descriptor(c->s, fd);
	if (e->word) return e->word;
	if (of && of->opened) return of->kind;
	return fd->kind == VAL_ENTRY && fd->may_hold_line && !may_be_file(c->w, fd) ? "socket"
	                                                                            : "unknown";
}

static void duplicate(struct call *c, const struct effect *e, uint32_t part) {
	const struct val *of = path_value(c, &e->other),
					 *id = open_descriptor(c, &e->place, kind_of_duplicate(c, e), part);
	if (state_descriptor(c->s, id)) state_touch_descriptor(c->w->arena, c->s, id)->copy_of = of;
}

static void apply_effect(struct call *c, const struct effect *e, uint32_t number) {
	struct walk *w = c->w;
	struct state *s = c->s;
	switch (e->verb) {
	case VERB_assign: assign(c, &e->place, term_value(c, &e->value)); break;
	case VERB_allocs: make_object(c, e, number * 2); break;
	case VERB_opens: open_descriptor(c, &e->place, e->word, number * 2); break;
	case VERB_dups: duplicate(c, e, number * 2); break;
	case VERB_pairs:
		open_descriptor(c, &e->place, e->word, number * 2);
		open_descriptor(c, &e->other, e->word, number * 2 + 1);
		break;
	case VERB_borrows:
		effect_wraps(w, s, path_value(c, &e->place), path_value(c, &e->other),
		             val_const(w->values, 0));
		break;
	case VERB_owns:
		effect_wraps(w, s, path_value(c, &e->place), path_value(c, &e->other),
		             term_value(c, &e->value));
		break;
	case VERB_calls: escape_args(c, e); break;
	case VERB_closes: close_descriptor(c, e); break;
	case VERB_copies:
		eval_copy(w, s, region_pointee(w->values, path_value(c, &e->place)),
		          region_pointee(w->values, path_value(c, &e->other)));
		break;
	case VERB_drops: apply_drop(c, e); break;
	case VERB_escapes: escape_value(w, s, path_value(c, &e->place), e->unseen); break;
	case VERB_exits: s->ended = true; break;
	case VERB_forgets: eval_store(w, s, wrapped_fd(c, &e->place), val_const(w->values, -1)); break;
	case VERB_forks: break;
	case VERB_frees: effect_frees(w, s, path_value(c, &e->place)); break;
	case VERB_moves: {
		const struct region *from = wrapped_fd(c, &e->place);
		const struct val *fd = eval_load(w, s, from);
		assign(c, &e->other, fd);
		state_bind(w->arena, s, from, val_const(w->values, -1));
		break;
	}
	case VERB_refs:
	case VERB_unrefs: give_up(c, eval_load(w, s, wrapped_fd(c, &e->place))); break;
	case VERB_releases: effect_releases(w, s, path_value(c, &e->place)); break;
	case VERB_shuts: shut(c, e); break;
	case VERB_starts: start_thread(c, e); break;
	case VERB_zeros: effect_zeros(w, s, path_value(c, &e->place)); break;
	/* What threads wait for and who wakes them changes no descriptor. */
	case VERB_bounds:
	case VERB_cancels:
	case VERB_interrupts: thread_act(w, s, e->verb, path_value(c, &e->place), NULL); break;
	case VERB_joins: thread_joins(w, s, path_value(c, &e->place)); break;
	case VERB_waits: wait_for(c, e); break;
	case VERB_signals: thread_signals(w, s, path_value(c, &e->place)); break;
	case VERB_execs: break;
	}
}

/* --- one case, one callee ----------------------------------------------------------------------------------------------------- */

static void set_result(struct walk *w, struct state *s, const struct val *result) {
	const struct ir_instr *i = &w->f->blocks.items[w->block].instrs.items[w->instr];
	if (i->result != IR_NO_TEMP) state_bind(w->arena, s, temp_region(w, i->result), result);
}

/* Objects and wrappers go last: what the same call puts elsewhere, or closes, before or after, is not lost with them. Assignments
 * happen all at once: the value that one takes away another may have put somewhere. */
static void apply_effects(struct call *c, const struct summary_case *k, bool ends) {
	struct walk *w = c->w;
	struct overwrites overwrites = {{0}};
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		if ((e->verb == VERB_frees || e->verb == VERB_releases) != ends) continue;
		w->inner = e->origin;
		w->overwrites = e->verb == VERB_assign ? &overwrites : NULL;
		apply_effect(c, e, (uint32_t)i);
	}
	w->overwrites = NULL;
	for (size_t i = 0; i < overwrites.list.n; i++) {
		w->inner = overwrites.list.items[i].origin;
		lost_check_overwritten(w, c->s, overwrites.list.items[i].old);
	}
	w->inner = NULL;
}

/* --- flags that decide who closes ------------------------------------------------------------------------------------------ */

/* Whether the guard may fail, as far as the caller's state says. */
static bool may_fail(struct call *c, const struct guard *g) {
	struct walk *w = c->w;
	struct state *s = state_fork(w->arena, c->before);
	const struct val *left = term_value(c, &g->left);
	if (g->right.kind != TERM_SPAN)
		return state_assume(w->arena, s, w->values, left, compare_negate(g->compare),
		                    term_value(c, &g->right), false);
	return state_assume(w->arena, s, w->values, left, IR_GE, val_const(w->values, g->right.number),
	                    false) &&
	       state_assume(w->arena, s, w->values, left, IR_LE, val_const(w->values, g->right.last),
	                    false);
}

/* Whether the guards of the case are what the caller's state says, rather than one of two possibilities. */
static bool is_implied(struct call *c, const struct summary_case *k) {
	for (size_t i = 0; i < k->guards.n; i++)
		if (!guard_is_about_result(&k->guards.items[i]) && may_fail(c, &k->guards.items[i]))
			return false;
	return true;
}

/* Whether the place stands for all elements of an array, and fd is in one of them. */
static bool is_element(struct call *c, const struct path *p, const struct val *fd) {
	const struct region *r = path_region(c, p);
	if (!r || !region_is_many(r)) return false;
	for (size_t i = 0; i < c->s->bindings.n; i++)
		if (c->s->bindings.items[i].value == fd && region_may_be(c->s->bindings.items[i].region, r))
			return true;
	return false;
}

static const struct effect *closing_effect(struct call *c, const struct summary_case *k,
                                           const struct val *fd) {
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		if (e->verb != VERB_closes) continue;
		if (path_value(c, &e->place) == fd || is_element(c, &e->place, fd)) return e;
	}
	return NULL;
}

/* A case but k that closes it, when k does not. */
static const struct summary_case *closed_otherwise(struct call *c, const struct summary *summary,
                                                   const struct summary_case *k,
                                                   const struct val *fd) {
	if (closing_effect(c, k, fd)) return NULL;
	for (size_t i = 0; i < summary->cases.n; i++)
		if (closing_effect(c, &summary->cases.items[i], fd)) return &summary->cases.items[i];
	return NULL;
}

/* Whether a flag may decide: a case that asks only whether pointers are there, and releases nothing by way of them, does
 * not say who owns a descriptor. */
static bool may_be_about_ownership(const struct summary_case *k) {
	for (size_t i = 0; i < k->effects.n; i++)
		if (k->effects.items[i].verb == VERB_releases || k->effects.items[i].verb == VERB_escapes)
			return true;
	for (size_t i = 0; i < k->guards.n; i++) {
		const struct guard *g = &k->guards.items[i];
		const struct path *p = &g->left.path;
		bool pointer = g->left.kind == TERM_PATH && p->step_count &&
		               p->steps[p->step_count - 1].kind == PATH_FIELD &&
		               p->steps[p->step_count - 1].field->type.kind == IR_PTR;
		bool itself = g->left.kind == TERM_PATH && (!p->step_count || guard_is_about_result(g));
		if (!pointer && !itself) return true;
	}
	return false;
}

/* Another case of the callee closes a descriptor that this one does not. When which of them happens depends on something
 * that the caller does not know, such as a flag that says who owns it, this case does not lose it; else it is
 * remembered that it was spared. */
static void note_spared(struct call *c, const struct summary *summary,
                        const struct summary_case *k) {
	if (summary->cases.n < 2 || !c->before->descriptors.n) return;
	bool implied = is_implied(c, k) || !may_be_about_ownership(k);
	for (size_t i = 0; i < c->before->descriptors.n; i++) {
		const struct val *id = c->before->descriptors.items[i].id;
		bool open = c->before->descriptors.items[i].state == DESCRIPTOR_OPEN;
		const struct summary_case *other = open ? closed_otherwise(c, summary, k, id) : NULL;
		if (!other) continue;
		if (implied && !summary_case_forgot(k, other))
			state_touch_descriptor(c->w->arena, c->s, id)->spared =
				(struct spared){summary, k, closing_effect(c, other, id)};
		else give_up(c, id);
	}
}

/* What the callee forgot of the caller's own caller. */
static void note_forgotten(struct call *c, const struct summary_case *k) {
	for (size_t i = 0; i < k->forgotten.n; i++) {
		const struct val *v = term_value(c, &k->forgotten.items[i]);
		if ((v->kind == VAL_BITS ? v->base : v)->kind == VAL_ENTRY)
			state_note_forgotten(c->w->arena, c->s, v);
	}
}

/* Whether the object behind each void pointer on the way may be what the path takes it for. */
static bool path_fits(struct call *c, const struct path *p) {
	for (uint32_t i = 1; i + 1 < p->step_count; i++) {
		const struct path_step *before = &p->steps[i - 1], *after = &p->steps[i + 1];
		if (p->steps[i].kind != PATH_DEREF || before->kind != PATH_FIELD ||
		    before->field->type.record)
			continue;
		if (after->kind != PATH_FIELD || !after->field->record[0]) continue;
		struct path pointer = *p;
		pointer.step_count = i;
		if (!fit_object(c->w, c->before, path_value(c, &pointer), after->field->record))
			return false;
	}
	return true;
}

static bool case_fits(struct call *c, const struct summary_case *k) {
	for (size_t i = 0; i < k->guards.n; i++)
		if (k->guards.items[i].left.path.root == PATH_PARAM &&
		    !path_fits(c, &k->guards.items[i].left.path))
			return false;
	for (size_t i = 0; i < k->effects.n; i++)
		if (k->effects.items[i].place.root == PATH_PARAM &&
		    !path_fits(c, &k->effects.items[i].place))
			return false;
	return true;
}

/* Whether the case may happen as well, as far as the caller knows. */
static bool may_happen(struct call *c, const struct summary_case *k) {
	struct state *s = c->s;
	c->s = state_fork(c->w->arena, c->before);
	bool possible = assume_guards(c, k, false);
	c->s = s;
	return possible;
}

static bool is_taken_otherwise(struct call *c, uint32_t param) {
	for (size_t i = 0; i < c->summary->cases.n; i++) {
		const struct summary_case *other = &c->summary->cases.items[i];
		if (other != c->k && summary_case_takes(other, param) && may_happen(c, other)) return true;
	}
	return false;
}

/* The callee takes an open descriptor over in another case, and the caller could not know that it does not in this one. */
static void note_untaken(struct call *c) {
	for (uint32_t i = 0; i < c->arg_count && !c->summary->is_model; i++) {
		const struct descriptor *d = state_descriptor(c->before, c->args[i]);
		if (!d || d->state != DESCRIPTOR_OPEN || summary_case_takes(c->k, i) ||
		    !is_taken_otherwise(c, i))
			continue;
		state_touch_descriptor(c->w->arena, c->s, c->args[i])->untaken =
			(struct callee_case){c->summary, c->k, i};
	}
}

static bool says_of_result(const struct summary_case *k) {
	for (size_t i = 0; i < k->guards.n; i++)
		if (guard_is_about_result(&k->guards.items[i])) return true;
	return false;
}

/* Whether the function does nothing but to get memory, and the case is that it gets none. */
static bool is_want_of_memory(const struct summary *summary, const struct summary_case *k) {
	bool allocates = false;
	if (!summary->is_model || k->effects.n || !says_of_result(k)) return false;
	for (size_t i = 0; i < summary->cases.n; i++)
		for (size_t e = 0; e < summary->cases.items[i].effects.n; e++) {
			enum verb verb = summary->cases.items[i].effects.items[e].verb;
			if (verb != VERB_allocs && verb != VERB_assign && verb != VERB_copies) return false;
			allocates |= verb == VERB_allocs;
		}
	return allocates;
}

static void apply_case(struct call *c, const struct summary *summary, const struct summary_case *k,
                       struct states *out) {
	struct walk *w = c->w;
	w->work++;
	for (size_t i = 0; i < sizeof c->made / sizeof *c->made; i++) c->made[i] = NULL;
	c->s = state_fork(w->arena, c->before);
	c->summary = summary;
	c->k = k;
	c->s->no_memory |= k->no_memory || is_want_of_memory(summary, k);
	c->result = eval_make(w, c->s, 0);
	w->pending.n = 0;
	VEC_PUSH(w->arena, &w->pending, c->result);
	if (waits_on_nothing(c, k) || !assume_guards(c, k, false)) {
		w->pending.n = 0;
		return;
	}
	note_spared(c, summary, k);
	if (summary->closes) note_forgotten(c, k);
	note_untaken(c);
	lost_take_up(w, c->s, k);
	w->via = summary->name;
	apply_effects(c, k, false);
	apply_effects(c, k, true);
	w->pending.n = 0;
	bool possible = assume_guards(c, k, true);
	if (possible && !c->s->ended) {
		set_result(w, c->s, c->result);
		lost_check(w, c->s, LOSS_UNUSED, false, NULL);
		VEC_PUSH(w->arena, &out->list, c->s);
	}
	w->via = NULL;
}

/* Nobody looks at whether the call worked: then the author takes it that it does, and so do we, where it is a library's or
 * only memory may be wanting. */
static bool is_ignored_failure(struct call *c, const struct summary *summary,
                               const struct summary_case *k) {
	const struct ir_instr *call = &c->w->f->blocks.items[c->w->block].instrs.items[c->w->instr];
	bool ignored = call->result == IR_NO_TEMP || !walk_temp_lives(c->w, call->result);
	if (!ignored || !says_of_result(k)) return false;
	if (k->no_memory) return true;
	if (!summary->is_model || k->effects.n) return false;
	for (size_t i = 0; i < summary->cases.n; i++) {
		const struct summary_case *other = &summary->cases.items[i];
		if (other->effects.n && guards_tell_results_apart(k, other)) return true;
	}
	return false;
}

/* What decides whether the case, which releases a wrapper, closes the open descriptor in it; NULL: that is known, or
 * nothing is known of it. */
static const struct val *undecided_owner(struct call *c, const struct summary_case *k) {
	struct walk *w = c->w;
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		if (e->verb != VERB_releases || e->place.root != PATH_PARAM) continue;
		const struct region *wrapper = region_pointee(w->values, path_value(c, &e->place));
		const struct val *owns =
			eval_load(w, c->before, region_field(w->values, wrapper, w->env->owns));
		const struct descriptor *d =
			state_descriptor(c->before, eval_load(w, c->before, wrapped_fd(c, &e->place)));
		struct range r = state_range(c->before, owns);
		if (d && d->state == DESCRIPTOR_OPEN && owns->kind == VAL_ENTRY && r.low != r.high &&
		    range_has(&r, 0))
			return owns;
	}
	return NULL;
}

/* A case that does the one or the other is two. */
static void apply_decided(struct call *c, const struct summary *summary,
                          const struct summary_case *k, struct states *out) {
	const struct val *owns = c->before->descriptors.n ? undecided_owner(c, k) : NULL;
	struct state *before = c->before;
	for (int owned = 0; owned < (owns ? 2 : 1); owned++) {
		c->before = owns ? state_fork(c->w->arena, before) : before;
		bool possible =
			!owns || state_assume(c->w->arena, c->before, c->w->values, owns, owned ? IR_NE : IR_EQ,
		                          val_const(c->w->values, 0), false);
		if (possible) apply_case(c, summary, k, out);
	}
	c->before = before;
}

const struct region *call_place(struct walk *w, struct state *s, const struct val *const *args,
                                uint32_t n, const struct path *path, const struct val **value) {
	struct call c = {
		.w = w, .before = s, .s = s, .args = (const struct val **)args, .arg_count = n};
	return path_spot(&c, path, value);
}

static void apply_summary(struct call *c, const struct summary *summary, struct states *out) {
	thread_takes_waits(c->w, c->before, summary, c->args, c->arg_count);
	for (size_t i = 0; i < summary->cases.n; i++) {
		const struct summary_case *k = &summary->cases.items[i];
		bool fits = c->anything || !c->before->descriptors.n || case_fits(c, k);
		c->misfits += !fits;
		if (fits && !is_ignored_failure(c, summary, k)) apply_decided(c, summary, k, out);
	}
}

/* --- functions that nobody has seen ---------------------------------------------------------------------------------------------- */

static const char UNSEEN_POINTER[] = "a call through a pointer";

static void apply_unseen(struct call *c, struct states *out) {
	struct walk *w = c->w;
	w->pending.n = 0;
	c->s = state_fork(w->arena, c->before);
	const struct ir_instr *call = &w->f->blocks.items[w->block].instrs.items[w->instr];
	const char *unseen = call->callee.kind == IR_SYMBOL ? call->callee.text : UNSEEN_POINTER;
	uint32_t given = format_first_value(call);
	for (uint32_t i = 0; i < given; i++) escape_value(w, c->s, c->args[i], unseen);
	set_result(w, c->s, eval_make(w, c->s, 0));
	VEC_PUSH(w->arena, &out->list, c->s);
}

/* --- which callee ------------------------------------------------------------------------------------------------------------------- */

/* Whether the pointer is a hook: the library's own functions stand there unless an embedder puts others in their place,
 * which then act as they do. */
static bool is_library_hook(const struct walk *w, const char *const *targets, size_t n) {
	for (size_t i = 0; i < n; i++) {
		const struct summary *s = w->env->summary(w->env->data, w->unit, targets[i]);
		if (!s || !s->is_model) return false;
	}
	return n > 0;
}

/* The state before the call in which the pointer is that function; NULL where it cannot be. */
static struct state *choose_target(struct call *c, const struct val *callee, const char *target) {
	struct walk *w = c->w;
	const struct val *function = val_function(w->values, target);
	struct state *s = state_fork(w->arena, c->before);
	if (!state_assume(w->arena, s, w->values, callee, IR_EQ, function, false)) return NULL;
	note_chosen(w, function);
	return s;
}

static void apply_targets(struct call *c, uint32_t temp, struct states *out) {
	struct walk *w = c->w;
	const char *targets[BOUND_CALL_TARGETS];
	bool all = false;
	size_t n = w->env->targets(w->env->data, w->f, temp, targets, BOUND_CALL_TARGETS, &all);
	for (size_t i = 0; i < n; i++)
		all &= w->env->summary(w->env->data, w->unit, targets[i]) != NULL;
	if ((!all || !n) && !is_library_hook(w, targets, n)) {
		apply_unseen(c, out);
		return;
	}
	struct state *before = c->before;
	const struct val *callee =
		eval_value(w, before, &(struct ir_value){.kind = IR_TEMP, .temp = temp});
	for (size_t i = 0; i < n; i++) {
		struct state *chosen = all && n > 1 ? choose_target(c, callee, targets[i]) : before;
		if (!chosen) continue;
		c->before = chosen;
		apply_summary(c, w->env->summary(w->env->data, w->unit, targets[i]), out);
		c->before = before;
	}
}

static void apply_callee(struct call *c, const struct ir_instr *call, struct states *out) {
	struct walk *w = c->w;
	const struct val *callee = eval_value(w, c->before, &call->callee);
	const struct summary *summary = NULL;
	if (callee->kind == VAL_FUNCTION)
		summary = w->env->summary(w->env->data, w->unit, callee->text);
	if (summary) apply_summary(c, summary, out);
	else if (callee->kind == VAL_FUNCTION || call->callee.kind != IR_TEMP) apply_unseen(c, out);
	else apply_targets(c, call->callee.temp, out);
}

void call_apply(struct walk *w, struct state *s, const struct ir_instr *call, struct states *out) {
	struct call c = {.w = w, .before = s, .arg_count = call->arg_count};
	eval_age_all(w, s);
	c.args = ARENA_ARRAY(w->arena, const struct val *, call->arg_count + 1);
	for (uint32_t i = 0; i < call->arg_count; i++) c.args[i] = eval_value(w, s, &call->args[i]);
	size_t before = out->list.n;
	apply_callee(&c, call, out);
	c.anything = c.misfits && out->list.n == before;
	if (c.anything) apply_callee(&c, call, out);
}
