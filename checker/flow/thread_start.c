/* Threads where they are started. Part of the flow engine. Floor 2. */
#include <string.h>

#include "flow/thread.h"

struct steps {
	VEC(struct path_step) list;
};

static bool steps_from(struct walk *w, const struct state *s, const struct region *r,
                       const struct val *base, struct steps *out);

/* A place within the object at base that holds the pointer. */
static const struct region *holder_within(struct walk *w, const struct state *s,
                                          const struct val *pointer, const struct val *base) {
	const struct region *object = region_pointee(w->values, base);
	for (size_t i = 0; i < s->bindings.n; i++)
		if (s->bindings.items[i].value == pointer &&
		    region_within(s->bindings.items[i].region, object))
			return s->bindings.items[i].region;
	return NULL;
}

static bool steps_to_pointer(struct walk *w, const struct state *s, const struct val *pointer,
                             const struct val *base, struct steps *out) {
	if (pointer == base) return true;
	if (pointer->kind == VAL_CONST) return false; /* many places hold a null */
	const struct region *r = holder_within(w, s, pointer, base);
	if (!r && pointer->kind == VAL_ENTRY) r = pointer->region;
	return r && out->list.n < BOUND_PATH_STEPS && steps_from(w, s, r, base, out);
}

/* The way from the pointer base to the region; false: there is none. */
static bool steps_from(struct walk *w, const struct state *s, const struct region *r,
                       const struct val *base, struct steps *out) {
	struct path_step step = {.kind = PATH_DEREF};
	if (val_address(w->values, r) == base && r->kind != REGION_POINTEE) {
		VEC_PUSH(w->arena, &out->list, step);
		return true;
	}
	if (r->kind == REGION_POINTEE) {
		if (!steps_to_pointer(w, s, r->pointer, base, out)) return false;
	} else if (!r->parent || !steps_from(w, s, r->parent, base, out)) {
		return false;
	} else if (r->kind == REGION_FIELD) {
		step = (struct path_step){.kind = PATH_FIELD, .field = r->field};
	} else {
		step = (struct path_step){.kind = PATH_ELEMENT};
	}
	VEC_PUSH(w->arena, &out->list, step);
	return true;
}

/* The record around the region, so many up; NULL: there is none. */
const struct region *thread_record_around(const struct region *r, uint32_t up) {
	while (r && r->kind != REGION_FIELD) r = r->parent;
	for (r = r ? r->parent : NULL; r && up; up--) {
		while (r && r->kind != REGION_FIELD) r = r->kind == REGION_POINTEE ? NULL : r->parent;
		r = r ? r->parent : NULL;
	}
	return r;
}

static bool is_global(const struct region *r) {
	return r && region_root(r)->kind == REGION_GLOBAL;
}

/* The place from the record that a handle lies in, or from a global. */
static bool relate(struct walk *w, const struct state *s, const struct region *place,
                   const struct region *record, struct path *out) {
	if (is_global(place)) return path_name_region(w, place, out);
	struct steps steps = {{0}};
	if (!record || !steps_from(w, s, place, val_address(w->values, record), &steps)) return false;
	*out = (struct path){.root = PATH_PARAM, .step_count = (uint32_t)steps.list.n};
	out->steps = ARENA_ARRAY(w->out, struct path_step, steps.list.n + 1);
	memcpy(out->steps, steps.list.items, sizeof *steps.list.items * steps.list.n);
	return true;
}

static void add_path(struct path path, bool is_copy, struct summary_wait *wait) {
	if (wait->place_count == NAMES_MAX) return;
	for (uint32_t i = 0; i < wait->place_count; i++)
		if (path_equal(&wait->places[i], &path)) return;
	wait->copies |= (uint32_t)is_copy << wait->place_count;
	wait->places[wait->place_count++] = path;
}

static void add_place(struct walk *w, const struct state *s, const struct region *place,
                      const struct region *record, bool is_copy, struct summary_wait *wait) {
	struct path path;
	if (relate(w, s, place, record, &path)) add_path(path, is_copy, wait);
}

/* Where the other end of the line's pair lies, if the program keeps it. */
static void add_peer(struct walk *w, const struct state *s, const struct val *peer,
                     const struct region *record, struct summary_wait *wait) {
	for (size_t i = 0; i < s->bindings.n && !wait->has_peer; i++) {
		const struct binding *b = &s->bindings.items[i];
		wait->has_peer = b->value == peer && region_root(b->region)->kind != REGION_VAR &&
		                 relate(w, s, b->region, record, &wait->peer);
	}
}

/* Whether the value is another line that was opened here, too, and not the other end of its pair. */
static bool is_other_line(const struct state *s, const struct val *line, const struct val *v) {
	const struct descriptor *own = state_descriptor(s, line), *d = state_descriptor(s, v);
	bool are_known = own && own->opened && d && d->opened && own->peer != v && d->peer != line;
	return are_known && thread_without_copies(s, v) != thread_without_copies(s, line);
}

static void add_others(struct walk *w, const struct state *s, const struct val *line,
                       const struct region *record, struct summary_wait *wait) {
	for (size_t i = 0; i < s->bindings.n && wait->other_count < OTHERS_MAX; i++) {
		const struct binding *b = &s->bindings.items[i];
		if (region_root(b->region)->kind != REGION_VAR && is_other_line(s, line, b->value) &&
		    relate(w, s, b->region, record, &wait->others[wait->other_count]))
			wait->other_count++;
	}
}

/* The thread's wait, with all places of the line that others may name. */
static bool relate_wait(struct walk *w, const struct state *s, const struct blocked *b,
                        const struct region *record, struct summary_wait *out) {
	const struct val *line = b->names[0].line;
	*out = *b->wait;
	out->place_count = 0;
	out->has_no_end = b->has_no_end;
	out->is_bounded = b->is_bounded;
	if (b->names[0].place) add_place(w, s, b->names[0].place, record, false, out);
	else if (line->kind == VAL_ENTRY) add_place(w, s, line->region, record, false, out);
	/* What the thread finds by way of a global, so do others, whoever made the object there. */
	if (b->wait->places[0].root == PATH_GLOBAL) add_path(b->wait->places[0], false, out);
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *other = &s->bindings.items[i];
		if (region_root(other->region)->kind != REGION_VAR &&
		    thread_without_copies(s, other->value) == thread_without_copies(s, line))
			add_place(w, s, other->region, record, other->value != line, out);
	}
	add_others(w, s, line, record, out);
	if (b->peer.line) add_peer(w, s, b->peer.line, record, out);
	return out->place_count > 0;
}

/* What holds the handle, for those who find it there. */
const struct region *thread_named_holder(const struct region *r) {
	while (r && (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT)) r = r->parent;
	return r && (r->kind == REGION_FIELD || r->kind == REGION_GLOBAL) ? r : NULL;
}

/* The member or global that holds the pointer to the region. */
static const struct region *pointer_holder(const struct state *s, const struct region *r) {
	const struct val *pointer = r->pointer;
	if (pointer->region) return thread_named_holder(pointer->region);
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct region *at = s->bindings.items[i].region;
		if (s->bindings.items[i].value == pointer &&
		    (at->kind == REGION_FIELD || at->kind == REGION_GLOBAL))
			return at;
	}
	return NULL;
}

const struct region *thread_handle_holder(const struct state *s, const struct region *r) {
	const struct region *holder = thread_named_holder(r);
	while (r && (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT)) r = r->parent;
	return !holder && r && r->kind == REGION_POINTEE ? pointer_holder(s, r) : holder;
}

/* The start of a thread whose handle is in holder; what is said of its waits begins around base. */
static void tell_from(struct walk *w, const struct state *s, const struct thread *t,
                      struct thread_start told, const struct region *base) {
	enum { MOST_UP = 2 };
	for (uint32_t up = 0; up <= MOST_UP; up++) {
		const struct region *record = thread_record_around(base, up);
		struct thread_start *start = ARENA_NEW(w->out, struct thread_start);
		*start = told;
		start->up = up;
		for (size_t i = 0; i < t->waits.n; i++) {
			struct summary_wait wait;
			if (relate_wait(w, s, &t->waits.items[i], record, &wait))
				VEC_PUSH(w->out, &start->waits, wait);
		}
		if (!start->waits.n && record && up < MOST_UP) continue;
		VEC_PUSH(w->out, &w->result->starts, start);
		return;
	}
}

/* by: the word of the signal by which others know that the thread is through, or NULL where they wait for it. */
static void tell_start(struct walk *w, const struct state *s, const struct thread *t,
                       const struct region *handle, const char *by) {
	const struct region *holder = handle ? thread_handle_holder(s, handle) : NULL;
	if (!holder) return;
	struct home home = thread_home(holder);
	struct thread_start start = {.entry = t->entry,
	                             .field = home.field,
	                             .global = home.global,
	                             .origin = t->started,
	                             .signals_before = by && thread_is_word(by, THREAD_SIGNAL)};
	tell_from(w, s, t, start, holder);
}

/* The same where the handle is in an object of its own, to which a pointer is stored at region. */
static void tell_start_via(struct walk *w, const struct state *s, const struct thread *t,
                           const struct region *region) {
	const struct region *holder = t->holder ? thread_named_holder(t->holder) : NULL;
	const struct region *at = thread_named_holder(region);
	if (!holder || holder->kind != REGION_FIELD || !at) return;
	struct thread_start start = {
		.entry = t->entry, .field = holder->field, .via = thread_home(at), .origin = t->started};
	tell_from(w, s, t, start, at);
}

/* A thread that asks first whether there is something to read does not block in reading. */
static bool counts(const struct summary *entry, const struct summary_wait *wait) {
	if (thread_is_signal(wait->word) || thread_is_word(wait->word, THREAD_SET)) return false;
	return !entry->polls || thread_is_word(wait->word, "poll") ||
	       thread_is_word(wait->word, "write") || thread_is_word(wait->word, "lock");
}

/* Its calls end by themselves, and with them the wait. */
static bool ends(const struct summary_wait *wait, bool is_bounded) {
	return is_bounded && wait->expiry.kind != EXPIRY_AGAIN;
}

/* The descriptors that were registered with fd before, of which the thread waits for each. */
static void note_watched(struct walk *w, const struct state *s, struct thread *t,
                         const struct summary_wait *wait, const struct val *fd) {
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (!thread_is_watched(e, fd) || e->subject->kind == VAL_CONST) continue;
		struct summary_wait *for_one = ARENA_NEW(w->out, struct summary_wait);
		*for_one = *wait;
		for_one->word = "poll";
		VEC_PUSH(w->arena, &t->waits,
		         (struct blocked){.names = {{e->subject, e->place, false}},
		                          .name_count = 1,
		                          .is_bounded = for_one->is_bounded,
		                          .wait = for_one});
	}
}

/* Whether the thread accepts on the line, too: it is a listener's. */
static bool is_accepted_on(struct walk *w, struct state *s, const struct summary *entry,
                           const struct val *arg, const struct val *line) {
	for (size_t i = 0; i < entry->waits.n; i++) {
		if (!thread_is_word(entry->waits.items[i].word, "accept")) continue;
		const struct val *v;
		const struct region *r = call_place(w, s, &arg, 1, entry->waits.items[i].places, &v);
		if ((r ? eval_load(w, s, r) : v) == line) return true;
	}
	return false;
}

/* Who may hang up at the other end: the program itself, or nobody. */
static void note_end(struct walk *w, struct state *s, struct blocked *b,
                     const struct summary *entry, const struct val *arg) {
	const struct val *line = b->names[0].line;
	const struct descriptor *d = state_descriptor(s, line);
	if (d && d->peer) b->peer.line = d->peer;
	b->has_no_end = (d && d->is_of_datagrams) || is_accepted_on(w, s, entry, arg, line);
}

static void note_waits(struct walk *w, struct state *s, struct thread *t,
                       const struct summary *entry, const struct val *arg) {
	for (size_t i = 0; i < entry->waits.n; i++) {
		const struct summary_wait *wait = &entry->waits.items[i];
		const struct val *v;
		if (!counts(entry, wait) && !thread_is_word(wait->word, THREAD_SET)) continue;
		const struct region *r = call_place(w, s, &arg, 1, wait->places, &v);
		if (r) v = eval_load(w, s, r);
		if (thread_is_word(wait->word, THREAD_SET) && !ends(wait, wait->is_bounded))
			note_watched(w, s, t, wait, v);
		bool is_bounded = wait->is_bounded || thread_is_bounded(s, v, r, wait->word);
		if (thread_is_word(wait->word, THREAD_SET) || v->kind == VAL_CONST ||
		    ends(wait, is_bounded))
			continue;
		VEC_PUSH(
			w->arena, &t->waits,
			(struct blocked){
				.names = {{v, r, false}}, .name_count = 1, .is_bounded = is_bounded, .wait = wait});
	}
	for (size_t i = 0; i < t->waits.n; i++) note_end(w, s, &t->waits.items[i], entry, arg);
}

void thread_gets(struct walk *w, struct state *s, const struct val *entry, const struct val *arg) {
	const struct region *object = region_pointee(w->values, arg);
	for (size_t i = 0; i < s->bindings.n && entry->kind == VAL_FUNCTION; i++) {
		const struct region *r = s->bindings.items[i].region;
		const struct val *line = s->bindings.items[i].value;
		if (r->kind != REGION_FIELD || r->parent != object || !state_is_kept(s, line) ||
		    !state_descriptor(s, line))
			continue;
		struct handover *h = ARENA_NEW(w->out, struct handover);
		*h = (struct handover){entry->text, r->field, walk_origin(w), false};
		VEC_PUSH(w->out, &w->result->handovers, h);
		state_touch_descriptor(w->arena, s, line)->handed = h;
	}
}

void thread_starts(struct walk *w, struct state *s, const struct val *entry, const struct val *arg,
                   const struct region *region, const struct val *result, bool is_told) {
	if (w->env->threads < THREADS_START) return;
	const struct origin *origin = walk_origin(w);
	struct event e = {.verb = VERB_starts,
	                  .subject = arg,
	                  .other = entry,
	                  .place = region,
	                  .handle = result,
	                  .apart = true,
	                  .origin = origin};
	state_add_event(w->arena, s, e);
	if (entry->kind == VAL_FUNCTION) thread_note_start(w, entry->text);
	if (is_told && region)
		eval_store(w, s, region, val_made(w->values, walk_site(w), THREAD_PART, region));
	if (is_told) return;
	const struct summary *summary =
		entry->kind == VAL_FUNCTION ? w->env->entry(w->env->data, w->unit, entry->text) : NULL;
	if (!summary) return;
	struct thread *t = ARENA_NEW(w->arena, struct thread);
	*t = (struct thread){.id = result ? result : eval_make(w, s, THREAD_PART),
	                     .entry = entry->text,
	                     .started = origin,
	                     .holder = region};
	note_waits(w, s, t, summary, arg);
	if (region) eval_store(w, s, region, t->id);
	VEC_PUSH(w->arena, &w->threads, t);
	if (t->waits.n) VEC_PUSH(w->out, &w->result->blocking, t->entry);
	tell_start(w, s, t, region, NULL);
	for (size_t i = 0; i < summary->waits.n; i++) {
		const struct val *v;
		const struct summary_wait *wait = &summary->waits.items[i];
		if (thread_is_signal(wait->word))
			tell_start(w, s, t, call_place(w, s, &arg, 1, wait->places, &v), wait->word);
	}
}

void thread_is_stored(struct walk *w, const struct state *s, const struct region *region,
                      const struct val *value) {
	if (w->env->threads < THREADS_START) return;
	for (size_t i = 0; i < w->threads.n; i++) {
		const struct thread *t = w->threads.items[i];
		const struct region *object = t->holder ? region_root(t->holder) : NULL;
		if (t->id == value && !t->holder) tell_start(w, s, t, region, NULL);
		if (object && object->kind == REGION_POINTEE && object->pointer == value)
			tell_start_via(w, s, t, region);
	}
}
