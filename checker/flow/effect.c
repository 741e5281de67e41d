#include "flow/walk.h"

#include <string.h>

/* Whether what was found at entry may be a descriptor, or lead to one. */
static bool may_lead_to_line(const struct walk *w, const struct val *v) {
	if (v->kind != VAL_ENTRY) return true;
	const struct region *r = v->region;
	while (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT) r = r->parent;
	if (r->kind == REGION_FIELD) return w->env->field_may_hold_line(w->env->data, r->field);
	return true;
}

static bool has_escaped(const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->events.n; i++)
		if (s->events.items[i].verb == VERB_escapes && s->events.items[i].subject == v) return true;
	return false;
}

/* Whoever got a pointer got what is found by way of it. */
static bool has_escaped_with_holder(const struct state *s, const struct val *v) {
	while (v->kind == VAL_OWNER) v = v->base;
	while (v->region && region_root(v->region)->kind == REGION_POINTEE) {
		v = region_root(v->region)->pointer;
		if (has_escaped(s, v)) return true;
		while (v->kind == VAL_OWNER) v = v->base;
	}
	return false;
}

/* What is found by a long way from a global goes out of sight with the object on that way which callers may know. */
static const struct val *near_global(const struct val *v) {
	const struct region *root = path_root(v);
	if (!root || root->kind != REGION_GLOBAL) return v;
	while (path_hops(v) > BOUND_HOPS_APART) v = region_root(path_found_in(v))->pointer;
	return v;
}

static bool ends_or_hands_out(enum verb verb) {
	return verb == VERB_closes || verb == VERB_escapes || verb == VERB_frees ||
	       verb == VERB_releases;
}

void effect_event(struct walk *w, struct state *s, enum verb verb, const struct val *subject,
                  const char *word, bool apart) {
	bool of_memory = verb == VERB_escapes || verb == VERB_frees || verb == VERB_zeros;
	if (!path_is_entry(w, subject)) {
		if (ends_or_hands_out(verb)) parts_hand_out(w, s, subject);
		return;
	}
	if (of_memory && !may_lead_to_line(w, subject)) return;
	if (verb == VERB_escapes) subject = near_global(subject);
	if (verb == VERB_escapes && (has_escaped(s, subject) || has_escaped_with_holder(s, subject)))
		return;
	apart = apart && !path_is_behind_link(subject) && path_hops(subject) <= BOUND_HOPS_APART;
	struct event e = {.verb = verb,
	                  .subject = subject,
	                  .word = word,
	                  .record = w->taken_for ? w->taken_for : eval_record(w, subject),
	                  .apart = apart,
	                  .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

/* A file, an event descriptor or a directory has no peer that waits: those are not followed. */
static bool is_connection(const char *kind) {
	return !kind || strcmp(kind, "socket") == 0 || strcmp(kind, "pipe") == 0;
}

void effect_opens(struct walk *w, struct state *s, const struct val *id, const char *kind) {
	state_set_range(w->arena, s, id, range_of(FIRST_DESCRIPTOR, INT32_MAX));
	if (!is_connection(kind)) return;
	struct descriptor *d = state_touch_descriptor(w->arena, s, id);
	*d = (struct descriptor){
		.id = id,
		.state = DESCRIPTOR_OPEN,
		.kind = kind ? kind : "socket",
		.opened = walk_origin(w),
		.trail_length = s->trail ? s->trail->length : 0,
	};
}

/* Whether the value may be a descriptor at all: not a negative constant or a failed opener's result. */
static bool may_be_descriptor(const struct state *s, const struct val *v) {
	struct range r = state_range(s, v);
	return v->kind != VAL_UNKNOWN && r.high >= FIRST_DESCRIPTOR;
}

void effect_closes(struct walk *w, struct state *s, const struct val *v) {
	if (!may_be_descriptor(s, v) || v->kind == VAL_CONST) return;
	if (v->kind != VAL_ENTRY && !state_descriptor(s, v)) elements_give_up_sets(w, s);
	state_settle_element(w->arena, s, w->values, v);
	const struct descriptor *d = state_descriptor(s, v);
	if (d && d->opened && d->holder && d->holder->kind == REGION_FIELD)
		VEC_PUSH(w->out, &w->result->closes,
		         (struct known_close){d->holder->field, walk_origin(w), d->made});
	if (d && d->handed) d->handed->is_taken_back = true;
	if (!(d && d->opened) && v->kind == VAL_MADE && v->region && v->region->kind == REGION_FIELD)
		VEC_PUSH(w->out, &w->result->found_closes,
		         (struct found_close){v->region->field, walk_origin(w)});
	if (d && d->opened) VEC_PUSH(w->arena, &w->closings, (struct closing){v, s->trail, w->via});
	if (d && d->state == DESCRIPTOR_LOST) lost_was_none(w, s, v);
	state_touch_descriptor(w->arena, s, v)->state = DESCRIPTOR_CLOSED;
	effect_event(w, s, VERB_closes, v, NULL, true);
	thread_act(w, s, VERB_closes, v, NULL);
}

void effect_closes_upward(struct walk *w, struct state *s, const struct val *v) {
	bool all = state_range(s, v).high <= FIRST_DESCRIPTOR;
	for (size_t i = 0; i < s->descriptors.n; i++) {
		const struct val *id = s->descriptors.items[i].id;
		/* What was lost on the way here is closed as well. */
		bool is_lost = lost_suspect(w, &s->descriptors.items[i]) != NULL;
		if (s->descriptors.items[i].state != DESCRIPTOR_OPEN && !is_lost) continue;
		if (all && !is_lost) effect_closes(w, s, id);
		else
			state_touch_descriptor(w->arena, s, id)->state =
				DESCRIPTOR_HANDED; /* its number may be a smaller one */
	}
	effect_event(w, s, VERB_closes, v, "upward", false);
}

void effect_drops(struct walk *w, struct state *s, const struct val *v, const char *how) {
	const struct descriptor *d = state_descriptor(s, v);
	if (d && d->state != DESCRIPTOR_OPEN) return;
	if (!may_be_descriptor(s, v)) return;
	/* Forgetting a pointer is no more than that, unless the object was one's own. */
	effect_event(w, s, VERB_drops, v, how, strcmp(how, "unlinked") != 0);
}

/* --- the end of an object --------------------------------------------------------------------- */

void effect_drops_members(struct walk *w, struct state *s, const struct val *pointer,
                          const char *how) {
	struct regions places = {{0}};
	eval_socket_places(w, region_pointee(w->values, pointer), eval_record(w, pointer), &places);
	bool freed = strcmp(how, "freed") == 0;
	for (size_t i = 0; i < places.list.n; i++) {
		const struct val *fd = eval_load(w, s, places.list.items[i]);
		if (freed || !eval_is_held_elsewhere(w, s, fd, places.list.items[i]))
			effect_drops(w, s, fd, how);
	}
}

static bool has_sockets(const struct walk *w, const struct val *pointer) {
	const struct ir_field *fields[1];
	const char *record = eval_record(w, pointer);
	return record && w->env->socket_fields(w->env->data, record, fields, 1) > 0;
}

/* For the steps of a later loss. */
static void note_dropped(struct walk *w, struct state *s, const struct region *pointee) {
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct val *held = s->bindings.items[i].value;
		if (region_within(s->bindings.items[i].region, pointee) && state_descriptor(s, held))
			state_touch_descriptor(w->arena, s, held)->dropped = walk_origin(w);
	}
}

/* Whether the pointer was found in a member of an object that the caller passed. */
static bool is_in_argument(const struct val *pointer) {
	const struct region *r = pointer->kind == VAL_ENTRY ? pointer->region : NULL;
	const struct region *object = r && r->kind == REGION_FIELD ? region_root(r) : NULL;
	return object && object->kind == REGION_POINTEE && object->pointer->kind == VAL_ENTRY &&
	       object->pointer->region->kind == REGION_VAR;
}

/* Whether callers want to know that it is freed: not of the strings and buffers that their objects have. Those of an
 * object further on say what kind of object is there. */
static bool is_worth_telling(const struct walk *w, const struct val *pointer) {
	const char *record = eval_record(w, pointer);
	return !is_in_argument(pointer) || (record && w->env->matters(w->env->data, record));
}

/* What is freed as the common head of objects is the whole object, where only one kind of object has it. */
static const struct val *derived_object(struct walk *w, const struct val *pointer) {
	const char *record = eval_record(w, pointer);
	const struct ir_field *field =
		record && pointer->kind == VAL_ENTRY ? w->env->derived(w->env->data, record) : NULL;
	return field ? val_owner(w->values, pointer, field) : pointer;
}

void effect_frees(struct walk *w, struct state *s, const struct val *pointer) {
	if (state_range(s, pointer).high == 0 && state_range(s, pointer).low == 0) return;
	if (pointer->kind == VAL_UNKNOWN || pointer->kind == VAL_CONST) return;
	pointer = val_whole(pointer);
	state_settle_element(w->arena, s, w->values, pointer);
	if (!state_object(s, pointer)) pointer = derived_object(w, pointer);
	if (state_object(s, pointer)) {
		state_touch_object(w->arena, s, pointer)->freed = true;
	} else {
		effect_drops_members(w, s, pointer, "freed");
		if (is_worth_telling(w, pointer))
			effect_event(w, s, VERB_frees, pointer, NULL, has_sockets(w, pointer));
	}
	lost_check(w, s, LOSS_FREED, false, NULL);
	note_dropped(w, s, region_pointee(w->values, pointer));
	state_fill(w->arena, s, region_pointee(w->values, pointer), FILL_GARBAGE, walk_site(w));
	lost_check(w, s, LOSS_FREED, false, NULL);
}

void effect_zeros(struct walk *w, struct state *s, const struct val *pointer) {
	if (pointer->kind == VAL_UNKNOWN || pointer->kind == VAL_CONST) return;
	if (path_is_entry(w, pointer)) {
		effect_drops_members(w, s, pointer, "overwritten");
		effect_event(w, s, VERB_zeros, pointer, NULL, false);
	}
	state_fill(w->arena, s, region_pointee(w->values, pointer), FILL_ZERO, walk_site(w));
	lost_check(w, s, LOSS_OVERWRITTEN, false, NULL);
}

/* --- library wrappers ------------------------------------------------------------------------- */

static const struct region *wrapper_part(struct walk *w, const struct val *wrapper,
                                         const struct ir_field *part) {
	return region_field(w->values, region_pointee(w->values, wrapper), part);
}

void effect_wraps(struct walk *w, struct state *s, const struct val *wrapper, const struct val *fd,
                  const struct val *owns) {
	if (wrapper->kind == VAL_UNKNOWN || wrapper->kind == VAL_CONST) return;
	state_settle_element(w->arena, s, w->values, fd);
	if (state_descriptor(s, fd)) {
		struct descriptor *d = state_touch_descriptor(w->arena, s, fd);
		d->wrapped = walk_origin(w);
		d->borrowed = owns->kind == VAL_CONST && owns->number == 0;
	}
	eval_store(w, s, wrapper_part(w, wrapper, w->env->fd), fd);
	eval_store(w, s, wrapper_part(w, wrapper, w->env->owns), owns);
}

void effect_releases(struct walk *w, struct state *s, const struct val *wrapper) {
	struct range r = state_range(s, wrapper);
	if (wrapper->kind == VAL_UNKNOWN || wrapper->kind == VAL_CONST || (r.low == 0 && r.high == 0))
		return;
	state_settle_element(w->arena, s, w->values, wrapper);
	goodbye_ends(w, s, wrapper, wrapper_part(w, wrapper, w->env->fd));
	const struct val *fd = eval_load(w, s, wrapper_part(w, wrapper, w->env->fd));
	const struct val *owns = eval_load(w, s, wrapper_part(w, wrapper, w->env->owns));
	const struct descriptor *d = state_descriptor(s, fd);
	struct range o = state_range(s, owns);
	if (!state_object(s, wrapper)) effect_event(w, s, VERB_releases, wrapper, NULL, true);
	if (o.low != 0 || o.high != 0) thread_act(w, s, VERB_closes, fd, NULL);
	if (!range_has(&o, 0)) {
		effect_closes(w, s, fd);
	} else if (d && d->state == DESCRIPTOR_OPEN) {
		struct descriptor *touched = state_touch_descriptor(w->arena, s, fd);
		if (o.low == 0 && o.high == 0) touched->released = walk_origin(w);
		else touched->state = DESCRIPTOR_HANDED;
	}
	if (state_object(s, wrapper)) state_touch_object(w->arena, s, wrapper)->freed = true;
	state_fill(w->arena, s, region_pointee(w->values, wrapper), FILL_GARBAGE, walk_site(w));
	lost_check(w, s, LOSS_RELEASED, false, NULL);
}
