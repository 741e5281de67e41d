/* What was done to a line, and whether that ends a wait on it. Part of the flow engine. Floor 2. */
#include "flow/thread.h"

const struct val *thread_without_copies(const struct state *s, const struct val *v) {
	const struct descriptor *d = state_descriptor(s, v);
	return d && d->copy_of ? d->copy_of : v;
}

static bool is_named(const struct state *s, const struct name *name, const struct val *v) {
	const struct val *line = thread_without_copies(s, name->line);
	v = thread_without_copies(s, v);
	if (v == line || doubt_same_but_for_age(v, line)) return true;
	if (name->line->region && v->region == name->line->region) return true;
	return name->place && v->region == name->place;
}

/* The name of the line that the value is, or NULL. */
static const struct name *name_of(const struct state *s, const struct blocked *b,
                                  const struct val *v) {
	for (uint32_t i = 0; i < b->name_count; i++)
		if (is_named(s, &b->names[i], v)) return &b->names[i];
	return NULL;
}

/* Whether the descriptor, which has that name of the line, is not the one that the thread waits on. */
static bool is_copy(const struct state *s, const struct name *name, const struct val *v) {
	const struct val *line = name->line;
	bool is_it = v == line || doubt_same_but_for_age(v, line);
	return name->is_copy ||
	       (!is_it && (thread_without_copies(s, v) != v || thread_without_copies(s, line) != line));
}

bool thread_is_line(const struct state *s, const struct blocked *b, const struct val *v) {
	return name_of(s, b, v);
}

const struct ir_field *thread_field_of(const struct region *r) {
	while (r && (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT)) r = r->parent;
	return r && r->kind == REGION_FIELD ? r->field : NULL;
}

static const struct ir_field *field_of_line(const struct state *s, const struct val *v) {
	const struct descriptor *d = state_descriptor(s, v);
	if (v->region) return thread_field_of(v->region);
	return d && d->holder ? thread_field_of(d->holder) : NULL;
}

const struct ir_field *thread_field_of_name(const struct state *s, const struct name *name) {
	return name->place ? thread_field_of(name->place) : field_of_line(s, name->line);
}

/* Whether the two are different members of one object, or lie in such. */
static bool are_apart(const struct region *a, const struct region *b) {
	for (; a; a = a->parent)
		for (const struct region *r = b; r; r = r->parent)
			if (r->parent && a->parent == r->parent && a->kind == REGION_FIELD &&
			    r->kind == REGION_FIELD)
				return a->field != r->field;
	return false;
}

/* Whether both were found in the member of that name, of different parts of one object. */
static bool are_namesakes(const struct state *s, const struct name *name, const struct val *v) {
	const struct region *r = name->place ? name->place : name->line->region;
	return r && v->region && field_of_line(s, v) == thread_field_of(r) && are_apart(r, v->region);
}

/* Whether whoever started the thread knew the value for another line. */
static bool is_known_other(const struct state *s, const struct blocked *b, const struct val *v) {
	for (uint32_t i = 0; i < b->other_count; i++)
		if (is_named(s, &b->others[i], v)) return true;
	return false;
}

/* Whether the value may name the same line, as far as the program's facts say. */
static bool may_be_line(const struct walk *w, const struct state *s, const struct blocked *b,
                        const struct val *v) {
	if (thread_is_line(s, b, v)) return true;
	if (is_known_other(s, b, v)) return false;
	const struct descriptor *one = state_descriptor(s, v),
							*other = state_descriptor(s, b->names[0].line);
	if (one && other && one->opened && other->opened) return false;
	const struct ir_field *x = field_of_line(s, v);
	for (uint32_t i = 0; i < b->name_count; i++) {
		if (are_namesakes(s, &b->names[i], v)) return false;
		const struct ir_field *y = thread_field_of_name(s, &b->names[i]);
		if (!x || !y || w->env->may_share_line(w->env->data, x, y)) return true;
	}
	return false;
}

/* Which directions the shutdown ends; 0: nobody knows. */
int thread_directions(const struct event *e) {
	if (!e->other || e->other->kind != VAL_CONST) return 0;
	if (e->other->number == 0) return THREAD_READING;
	return e->other->number == 1 ? THREAD_WRITING : THREAD_READING | THREAD_WRITING;
}

int thread_needs(const char *word) {
	return thread_is_word(word, "write")     ? THREAD_WRITING
	       : thread_is_word(word, "connect") ? THREAD_READING | THREAD_WRITING
	                                         : THREAD_READING;
}

/* Two ends of one pair: whoever reads at the one sees when the other is closed. */
static bool is_other_end(const struct walk *w, const struct state *s, const struct blocked *b,
                         const struct val *v) {
	if (b->peer.line) return is_named(s, &b->peer, v);
	if (is_known_other(s, b, v)) return false;
	const struct val *line = thread_without_copies(s, b->names[0].line);
	if (v->kind == VAL_MADE && line->kind == VAL_MADE && !v->region && !line->region)
		return v->site == line->site;
	const struct ir_field *x = field_of_line(s, v), *y = thread_field_of_name(s, &b->names[0]);
	return x && y && w->env->may_share_line(w->env->data, x, y);
}

static void note_wrong(struct thread_done *done, const struct event *e) {
	done->shuts_wrongly = e->origin;
	done->shut = e->subject;
}

static void note_woken(struct thread_done *done, const struct event *e) {
	done->wakes = true;
	done->woken = e->origin;
}

static void consider_shutdown(const struct walk *w, const struct state *s, const struct blocked *b,
                              const struct event *e, struct thread_done *done) {
	int how = thread_directions(e);
	const struct name *name = name_of(s, b, e->subject);
	bool of_peer = !name && b->peer.line && is_named(s, &b->peer, e->subject);
	if (of_peer && how == THREAD_READING && thread_needs(b->wait->word) == THREAD_READING &&
	    !b->wait->is_shared)
		note_wrong(done, e);
	else if (!name || !how)
		done->may_wake |= b->wait->is_shared || may_be_line(w, s, b, e->subject);
	else if (!(how & thread_needs(b->wait->word))) note_wrong(done, e);
	else if (!done->closes || done->closes_perhaps) note_woken(done, e);
	/* A duplicate is still there after the close of the other. */
	else if (e->subject != done->closed && is_copy(s, name, e->subject) != done->closes_copy)
		note_woken(done, e);
}

/* Whether it was found in the member that the line lies in, of this object or of another of its type. In a walk over a
 * list that other one is the neighbour. */
static bool is_of_kind(const struct state *s, const struct blocked *b, const struct val *v) {
	if (thread_is_line(s, b, v)) return true;
	const struct ir_field *field = field_of_line(s, v);
	return field && field == thread_field_of_name(s, &b->names[0]) &&
	       !val_found_by_join(b->names[0].line);
}

/* The signal ends the call, which begins anew if the handler says so: on the descriptor that is closed by then, and not if
 * it looks at many. Which handlers there are the whole program says. */
static void consider_signal(const struct walk *w, const struct blocked *b, const struct event *e,
                            struct thread_done *done) {
	bool despite_restart = thread_is_word(b->wait->word, "poll") || done->closes;
	int64_t signal = e->other && e->other->kind == VAL_CONST ? e->other->number : ANY_SIGNAL;
	if (w->env->is_handled(w->env->data, signal, despite_restart)) {
		done->may_wake = true;
	} else {
		done->signal = e->origin;
		done->signal_is_handled = w->env->is_handled(w->env->data, signal, true);
	}
}

/* Who waits for a connection is not woken by data, and the other way round. */
static bool may_be_sent_to(const struct blocked *b, const struct event *e) {
	if (thread_is_word(b->wait->word, "accept")) return e->word == THREAD_CONNECTS;
	return thread_is_word(b->wait->word, "poll") || e->word == THREAD_WRITES;
}

static const struct val *without_owners(const struct val *v) {
	while (v->kind == VAL_OWNER) v = v->base;
	return v;
}

/* Whether the value leads to what lies in the region. */
static bool leads_to(const struct val *v, const struct region *r) {
	while (r) {
		if (v->kind == VAL_ADDRESS && region_within(r, v->region)) return true;
		const struct region *root = region_root(r);
		if (root->kind != REGION_POINTEE) return false;
		const struct val *pointer = without_owners(root->pointer);
		if (pointer == without_owners(v)) return true;
		r = pointer->region;
	}
	return false;
}

/* Whether somebody unseen who gets the value gets the thread, or its line. */
static bool is_shown(const struct state *s, const struct blocked *b, const struct val *handle,
                     const struct val *v) {
	if (v == handle || thread_is_line(s, b, v)) return true;
	for (uint32_t i = 0; i < b->name_count; i++) {
		const struct name *name = &b->names[i];
		if (leads_to(v, name->place) || leads_to(v, name->line->region)) return true;
	}
	return handle->kind == VAL_ENTRY && leads_to(v, handle->region);
}

/* Whether both are handles, and of different threads. */
static bool is_another_thread(const struct val *a, const struct val *b) {
	if (a->kind == VAL_MADE && b->kind == VAL_MADE) return !doubt_same_but_for_age(a, b);
	if (a->kind != VAL_ENTRY || b->kind != VAL_ENTRY) return false;
	const struct region *one = region_root(a->region), *other = region_root(b->region);
	if (one->kind == REGION_GLOBAL && other->kind == REGION_GLOBAL && one != other) return true;
	return are_apart(a->region, b->region);
}

/* Whether a thread that was waited for before may have woken this one. */
static bool may_have_woken(const struct walk *w, const struct state *s, const struct blocked *b,
                           const struct val *handle) {
	const struct ir_field *field = thread_field_of_name(s, &b->names[0]);
	bool has_own_peer = !field || w->env->is_end_of_pair(w->env->data, field);
	struct names entries = thread_entries(w, s, handle);
	for (size_t i = 0; i < entries.list.n; i++)
		if (w->env->may_wake(w->env->data, entries.list.items[i], has_own_peer)) return true;
	return !entries.list.n;
}

static void consider_close(const struct walk *w, const struct state *s, const struct blocked *b,
                           const struct event *e, struct thread_done *done) {
	const struct name *name = name_of(s, b, e->subject);
	if (name) {
		done->closes = e->origin;
		done->closed = e->subject;
		done->closes_copy = is_copy(s, name, e->subject);
		done->closes_perhaps = e->is_doubtful;
	} else if (b->wait->is_shared || is_other_end(w, s, b, e->subject)) {
		/* Who receives datagrams never sees an end. */
		done->may_wake |= b->wait->is_shared || !b->has_no_end;
	}
}

/* What was done to the thread itself. */
static void consider_thread(const struct walk *w, const struct thread_sleeper *t,
                            const struct event *e, struct thread_done *done) {
	const struct blocked *b = t->blocked;
	bool is_it = !is_another_thread(e->subject, t->handle);
	if (e->verb == VERB_cancels && is_it && b->wait->defers_cancellation)
		done->cancelled = e->origin;
	else if (e->verb == VERB_cancels) done->may_wake |= is_it;
	else if (e->verb == VERB_interrupts && is_it) consider_signal(w, b, e, done);
	else if (e->verb == VERB_starts && e->other->kind == VAL_FUNCTION) {
		if (e->other->text == t->entry)
			done->told = done->drops = done->flushed = done->turn = NULL;
	} else if (e->verb == VERB_assign) {
		struct home flag = thread_home(e->subject->region);
		if (w->env->is_asked(w->env->data, t->entry, &flag)) done->told = e->origin;
	}
}

static void consider(const struct walk *w, const struct state *s, const struct thread_sleeper *t,
                     const struct event *e, struct thread_done *done) {
	const struct blocked *b = t->blocked;
	if (e->verb == VERB_waits && e->word == THREAD_FLUSHES) {
		if (!done->wakes && !done->joins_other) done->flushed = e->origin;
	} else if (e->verb == VERB_waits) done->may_wake |= may_be_sent_to(b, e);
	else if (thread_is_turn(e, t->entry)) done->turn = e->origin;
	else if (e->verb == VERB_calls) done->may_wake |= is_shown(s, b, t->handle, e->subject);
	else if (e->verb == VERB_shuts) consider_shutdown(w, s, b, e, done);
	else if (e->verb == VERB_closes || e->verb == VERB_replaces) consider_close(w, s, b, e, done);
	else if (e->verb == VERB_drops && is_of_kind(s, b, e->subject)) done->drops = e->origin;
	else if (e->verb == VERB_joins && !doubt_same_but_for_age(e->subject, t->handle))
		done->joins_other |= may_have_woken(w, s, b, e->subject);
	else consider_thread(w, t, e, done);
}

/* Where others find the thread of that handle, or nowhere. */
static struct home home_of_handle(const struct walk *w, const struct state *s,
                                  const struct val *handle) {
	const struct region *at = handle->region;
	for (size_t i = 0; i < w->threads.n && !at; i++)
		if (doubt_same_but_for_age(w->threads.items[i]->id, handle))
			at = w->threads.items[i]->holder;
	const struct region *holder = at ? thread_handle_holder(s, at) : NULL;
	return holder ? thread_home(holder) : (struct home){.field = NULL};
}

struct thread_done thread_what_was_done(const struct walk *w, const struct state *s,
                                        const struct thread_sleeper *sleeper) {
	struct thread_done done = {.wakes = false};
	done.handle = home_of_handle(w, s, sleeper->handle);
	for (size_t i = 0; i < s->events.n; i++) consider(w, s, sleeper, &s->events.items[i], &done);
	return done;
}
