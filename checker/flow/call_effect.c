/* What the effects of one case do to the caller's state. */
#include "flow/call.h"

#include <string.h>

void call_give_up(struct call *c, const struct val *fd) {
	state_give_up_descriptor(c->w->arena, c->s, fd);
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
	const struct val *held = eval_load(c->w, c->s, r), *object = val_referent(held);
	call_give_up(c, held);
	if (object->kind == VAL_MADE)
		state_give_up(c->w->arena, c->s, c->w->values, region_pointee(c->w->values, object));
	if (held->may_hold_line && !state_descriptor(c->s, held))
		effect_event(c->w, c->s, VERB_escapes, held, NULL, false);
}

/* What the new object holds of what callers gave is where that goes: a node, and the container that it is put into. */
static void give_up_parts(struct call *c, const struct region *r) {
	bool is_new = r->kind == REGION_POINTEE && state_object(c->s, r->pointer);
	for (size_t i = 0; is_new && i < c->s->bindings.n; i++) {
		const struct binding *b = &c->s->bindings.items[i];
		bool is_given = b->value->kind == VAL_ENTRY && b->value->may_hold_line;
		if (is_given && region_within(b->region, r))
			effect_event(c->w, c->s, VERB_escapes, b->value, NULL, false);
	}
}

/* The callee wrote what we do not know, but for known, or copied what was there. */
static void change(struct call *c, const struct path *p, const struct region *r,
                   struct range known) {
	const struct effect *end = end_of_old(c->k, p);
	if (!end) give_up_old(c, r);
	give_up_parts(c, r);
	for (size_t i = 0; i < c->s->bindings.n; i++) {
		const struct binding *b = &c->s->bindings.items[i];
		const struct descriptor *d = state_descriptor(c->s, b->value);
		bool holds = (d && d->state == DESCRIPTOR_OPEN) || val_referent(b->value)->kind == VAL_MADE;
		if (holds && b->region != r && region_within(b->region, r)) return;
	}
	const struct val *old = eval_load(c->w, c->s, r);
	state_fill(c->w->arena, c->s, r, FILL_CHANGED, walk_site(c->w));
	if (!range_is_full(&known)) {
		const struct val *v = eval_load(c->w, c->s, r);
		state_bind(c->w->arena, c->s, r, v);
		state_set_range(c->w->arena, c->s, v, known);
	}
	if (c->w->overwrites)
		VEC_PUSH(c->w->arena, &c->w->overwrites->list,
		         (struct overwrite){old, end ? end->origin : c->w->inner});
}

/* What the place held decided whether it was overwritten, until a bound made the callee forget it. */
static bool is_forgotten(const struct summary_case *k, const struct path *p) {
	for (size_t i = 0; i < k->forgotten.n; i++)
		if (k->forgotten.items[i].kind == TERM_PATH && path_equal(&k->forgotten.items[i].path, p))
			return true;
	return false;
}

static void assign(struct call *c, const struct path *p, const struct val *v, struct range known) {
	if (p->root == PATH_RETURN && !p->step_count) {
		c->result = v;
		VEC_PUSH(c->w->arena, &c->w->pending, v);
		return;
	}
	const struct region *r = call_region(c, p);
	if (!r) return;
	if (is_forgotten(c->k, p) || call_is_blurred(c)) give_up_old(c, r);
	if (v->kind == VAL_UNKNOWN) change(c, p, r, known);
	else eval_store(c->w, c->s, r, v);
}

static struct range known_range(const struct term *t) {
	return t->kind == TERM_RANGE ? *t->range : range_full();
}

/* The value that opens, allocs and forks make: stored where the path says. */
static const struct val *make_value(struct call *c, const struct path *p, uint32_t part) {
	if (p->root == PATH_RETURN && !p->step_count) return c->result;
	if (p->root == PATH_NEW && !p->step_count) return call_made(c, p->number);
	return eval_make(c->w, c->s, 1000 + part);
}

static const struct val *open_descriptor(struct call *c, const struct path *p, const char *kind,
                                         uint32_t part) {
	const struct val *id = make_value(c, p, part);
	effect_opens(c->w, c->s, id, kind);
	if (!c->summary->is_model && state_descriptor(c->s, id))
		state_touch_descriptor(c->w->arena, c->s, id)->made =
			(struct callee_case){c->summary, c->k, 0};
	const struct region *r = call_region(c, p);
	if (r) eval_store(c->w, c->s, r, id);
	return id;
}

static void make_object(struct call *c, const struct effect *e, uint32_t part) {
	const struct val *pointer = make_value(c, &e->place, part);
	state_touch_object(c->w->arena, c->s, pointer)->freed = false;
	state_set_range(c->w->arena, c->s, pointer, range_of(1, INT64_MAX));
	state_fill(c->w->arena, c->s, region_pointee(c->w->values, pointer),
	           e->word ? FILL_ZERO : FILL_GARBAGE, walk_site(c->w));
	const struct region *r = call_region(c, &e->place);
	if (r) eval_store(c->w, c->s, r, pointer);
}

const struct region *call_wrapped_fd(struct call *c, const struct path *wrapper) {
	return region_field(c->w->values, region_pointee(c->w->values, call_value(c, wrapper)),
	                    c->w->env->fd);
}

static void shut(struct call *c, const struct effect *e) {
	const struct val *fd = call_value(c, &e->place), *how = call_term(c, &e->value);
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
	const struct region *r = call_spot(c, &e->place, &v);
	if (r) v = eval_load(c->w, call_state(c, &e->place), r);
	bool is_call = e->place.root == PATH_PARAM && !e->place.step_count;
	bool is_goodbye = strcmp(e->word, GOODBYE) == 0;
	if (is_goodbye) goodbye_waits(c->w, c->s, r, c->summary->is_model ? c->k : NULL);
	/* What threads may block on in other functions, their summaries say apart. */
	if (!c->summary->is_model) return;
	thread_waits(c->w, c->s, r, v, c->k,
	             &(struct wait_kind){is_goodbye ? "read" : e->word, is_call});
}

static void watch(struct call *c, const struct effect *e) {
	thread_watches(c->w, c->s, call_value(c, &e->place), call_value(c, &e->other),
	               call_region(c, &e->other));
}

/* No thread waits for what becomes of the standard streams. */
static void replace(struct call *c, const struct effect *e) {
	const struct val *fd = call_value(c, &e->place);
	if (state_range(c->before, fd).high >= FIRST_DESCRIPTOR)
		thread_act(c->w, c->s, VERB_replaces, fd, NULL);
}

/* What the place holds by now: the effects before may have opened it. */
static const struct val *value_now(struct call *c, const struct path *p) {
	const struct val *v;
	const struct region *r = call_spot(c, p, &v);
	return r ? eval_load(c->w, c->s, r) : v;
}

static void bound(struct call *c, const struct effect *e) {
	thread_bounds(c->w, c->s, value_now(c, &e->place), call_region(c, &e->place));
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
	const struct region *place = call_region(c, &e->place);
	const struct val *fd = call_value(c, &e->place);
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
		escape_value(c->w, c->s, call_term(c, &e->args[i]), NULL);
}

static void start_thread(struct call *c, const struct effect *e) {
	const struct val *arg = e->arg_count ? call_term(c, &e->args[0]) : val_unknown(c->w->values);
	const struct val *result;
	const struct region *r = call_spot(c, &e->place, &result);
	/* Who gets the handle as a result knows better where it goes. */
	bool is_told = r && !c->summary->is_model && e->value.kind == TERM_SYMBOL;
	thread_starts(c->w, c->s, call_term(c, &e->value), arg, r, r ? NULL : result, is_told);
	thread_gets(c->w, c->s, call_term(c, &e->value), arg);
	escape_args(c, e);
}

/* --- lists ------------------------------------------------------------------------------------ */

static bool is_link_step(const struct path_step *step) {
	return step->kind == PATH_FIELD && step->field->type.record &&
	       step->field->type.record == step->field->record;
}

static bool goes_over_link(const struct path *p) {
	for (uint32_t i = 0; i < p->step_count; i++)
		if (is_link_step(&p->steps[i])) return true;
	return false;
}

static void give_up_elements(struct call *c, const struct region *r) {
	for (size_t i = 0; i < c->s->descriptors.n; i++)
		if (call_is_element(c, r, c->s->descriptors.items[i].id))
			call_give_up(c, c->s->descriptors.items[i].id);
}

/* From a place behind a pointer to where the pointer is. */
static void cut_to_pointer(struct path *p) {
	while (p->step_count && p->steps[p->step_count - 1].kind != PATH_DEREF) p->step_count--;
	if (p->step_count) p->step_count--;
}

/* What a loop does to any element of an array, or to the element behind the first link, it does to all elements: those
 * that lie behind that one, or, where nobody knows which that is, anywhere in the list. */
static void apply_to_rest(struct call *c, const struct path *p) {
	const struct region *r = call_region(c, p);
	if (r && region_is_any(r)) give_up_elements(c, r);
	if (!goes_over_link(p)) return;
	struct path pointer = *p;
	const struct val *found = NULL;
	while (pointer.step_count && !(found && state_object(c->s, found))) {
		cut_to_pointer(&pointer);
		found = val_referent(call_value(c, &pointer));
	}
	if (found && found->kind == VAL_MADE)
		state_give_up(c->w->arena, c->s, c->w->values, region_pointee(c->w->values, found));
}

static void close_descriptor(struct call *c, const struct effect *e) {
	const struct val *fd = call_value(c, &e->place);
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
	const struct val *fd = call_value(c, &e->other);
	const struct descriptor *of = state_descriptor(c->s, fd);
	if (e->word) return e->word;
	if (of && of->opened) return of->kind;
	return fd->kind == VAL_ENTRY && fd->may_hold_line && !may_be_file(c->w, fd) ? "socket"
	                                                                            : "unknown";
}

static void duplicate(struct call *c, const struct effect *e, uint32_t part) {
	const struct val *of = call_value(c, &e->other),
					 *id = open_descriptor(c, &e->place, kind_of_duplicate(c, e), part);
	if (state_descriptor(c->s, id)) state_touch_descriptor(c->w->arena, c->s, id)->copy_of = of;
}

static void open_pair(struct call *c, const struct effect *e, uint32_t part) {
	const struct val *one = open_descriptor(c, &e->place, e->word, part),
					 *other = open_descriptor(c, &e->other, e->word, part + 1);
	if (!state_descriptor(c->s, one) || !state_descriptor(c->s, other)) return;
	state_touch_descriptor(c->w->arena, c->s, one)->peer = other;
	state_touch_descriptor(c->w->arena, c->s, other)->peer = one;
}

/* SOCK_DGRAM, below flags of Linux such as SOCK_CLOEXEC. */
enum { TYPE_MASK = 0xf, DATAGRAMS = 2 };

static void give_type(struct call *c, const struct effect *e) {
	const struct val *fd = value_now(c, &e->place), *type = call_term(c, &e->value);
	if (type->kind == VAL_CONST && (type->number & TYPE_MASK) == DATAGRAMS &&
	    state_descriptor(c->s, fd))
		state_touch_descriptor(c->w->arena, c->s, fd)->is_of_datagrams = true;
}

static void apply_effect(struct call *c, const struct effect *e, uint32_t number) {
	struct walk *w = c->w;
	struct state *s = c->s;
	switch (e->verb) {
	case VERB_assign: assign(c, &e->place, call_term(c, &e->value), known_range(&e->value)); break;
	case VERB_allocs: make_object(c, e, number * 2); break;
	case VERB_opens: open_descriptor(c, &e->place, e->word, number * 2); break;
	case VERB_dups: duplicate(c, e, number * 2); break;
	case VERB_pairs: open_pair(c, e, number * 2); break;
	case VERB_borrows:
		effect_wraps(w, s, call_value(c, &e->place), call_value(c, &e->other),
		             val_const(w->values, 0));
		break;
	case VERB_owns:
		effect_wraps(w, s, call_value(c, &e->place), call_value(c, &e->other),
		             call_term(c, &e->value));
		break;
	case VERB_calls: escape_args(c, e); break;
	case VERB_closes: close_descriptor(c, e); break;
	case VERB_copies:
		eval_copy(w, s, region_pointee(w->values, call_value(c, &e->place)),
		          region_pointee(w->values, call_value(c, &e->other)));
		break;
	case VERB_drops: apply_drop(c, e); break;
	case VERB_escapes:
		if (e->unseen) thread_shows(w, s, call_value(c, &e->place));
		escape_value(w, s, call_value(c, &e->place), e->unseen);
		break;
	case VERB_exits: s->ended = true; break;
	case VERB_forgets:
		eval_store(w, s, call_wrapped_fd(c, &e->place), val_const(w->values, -1));
		break;
	case VERB_forks: break;
	case VERB_frees: effect_frees(w, s, call_value(c, &e->place)); break;
	case VERB_moves: {
		const struct region *from = call_wrapped_fd(c, &e->place);
		const struct val *fd = eval_load(w, s, from);
		assign(c, &e->other, fd, range_full());
		state_bind(w->arena, s, from, val_const(w->values, -1));
		break;
	}
	case VERB_refs:
	case VERB_unrefs: call_give_up(c, eval_load(w, s, call_wrapped_fd(c, &e->place))); break;
	case VERB_releases: effect_releases(w, s, call_value(c, &e->place)); break;
	case VERB_shuts: shut(c, e); break;
	case VERB_starts: start_thread(c, e); break;
	case VERB_zeros: effect_zeros(w, s, call_value(c, &e->place)); break;
	/* What threads wait for and who wakes them changes no descriptor. */
	case VERB_bounds: bound(c, e); break;
	case VERB_watches: watch(c, e); break;
	case VERB_types: give_type(c, e); break;
	case VERB_replaces: replace(c, e); break;
	case VERB_cancels: thread_act(w, s, e->verb, call_value(c, &e->place), NULL); break;
	case VERB_handles:
		thread_handles(w, s, call_value(c, &e->place), call_term(c, &e->value));
		break;
	case VERB_interrupts:
		thread_act(w, s, e->verb, call_value(c, &e->place), call_term(c, &e->value));
		break;
	case VERB_joins: thread_joins(w, s, call_value(c, &e->place)); break;
	case VERB_waits: wait_for(c, e); break;
	case VERB_signals: thread_signals(w, s, call_value(c, &e->place)); break;
	case VERB_defers:
	case VERB_heeds: thread_defers(w, s, e); break;
	case VERB_errors:
	case VERB_execs: break;
	}
}

/* --- all of a case ---------------------------------------------------------------------------- */
/* Assignments happen all at once: the value that one takes away another may have put somewhere. */
void call_apply_effects(struct call *c, const struct summary_case *k, bool ends) {
	struct walk *w = c->w;
	struct overwrites overwrites = {{0}};
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		if ((e->verb == VERB_frees || e->verb == VERB_releases) != ends) continue;
		w->inner = e->origin;
		w->taken_for = e->record;
		w->overwrites = e->verb == VERB_assign ? &overwrites : NULL;
		apply_effect(c, e, (uint32_t)i);
	}
	w->overwrites = NULL;
	w->taken_for = NULL;
	for (size_t i = 0; i < overwrites.list.n; i++) {
		w->inner = overwrites.list.items[i].origin;
		lost_check_overwritten(w, c->s, overwrites.list.items[i].old);
	}
	w->inner = NULL;
}
