/* Locks of streams, and threads that are blocked with them. Part of the flow engine. Floor 2. */
#include "flow/thread.h"

bool thread_may_be_free(const struct state *s) {
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (e->verb == VERB_joins) return true;
		if (e->verb == VERB_shuts && thread_directions(e) != THREAD_WRITING) return true;
	}
	return false;
}

static bool is_started(const struct state *s, const struct thread *t) {
	for (size_t i = 0; i < s->events.n; i++)
		if (s->events.items[i].verb == VERB_starts && s->events.items[i].place == t->holder &&
		    (t->holder || s->events.items[i].handle == t->id))
			return true;
	return false;
}

/* A thread that may be blocked with a lock. */
struct locker {
	struct blocked blocked;
	const char *entry;
	const struct origin *started;
	bool
		is_partial; /* all that is known of the stream is what it was found in last: callers may know more */
};

static void judge_lock(struct walk *w, const struct state *s, const struct locker *l) {
	if (thread_may_be_free(s)) {
		VEC_PUSH(w->out, &w->result->wakes,
		         (struct wake){walk_origin(w), l->blocked.wait->origin, false});
		return;
	}
	struct thread_done done = {.may_wake = l->is_partial};
	for (size_t i = 0; i < s->events.n; i++)
		done.may_wake |=
			s->events.items[i].verb == VERB_cancels || s->events.items[i].verb == VERB_interrupts;
	thread_report(w, s, &l->blocked, l->entry, l->started, &done);
}

/* The threads that may be blocked with the lock of the stream. */
struct lockers {
	VEC(struct locker) list;
};

static bool lies_at(const struct path *place, const struct home *home) {
	if (!place->step_count) return home->global && place->global == home->global;
	return home->field && place->steps[place->step_count - 1].field == home->field;
}

/* The same for where the path begins: a global is found as such. */
static bool is_at_root(const struct path *path, const struct region *r, bool *is_partial) {
	if (path->root != PATH_GLOBAL) return true;
	*is_partial = !r || r->kind != REGION_GLOBAL;
	return *is_partial || r->global == path->global;
}

/* Whether the region is found on the whole way that the path says; *is_partial: it is on the part that can be seen here. */
static bool is_on_way(const struct path *path, const struct region *r, bool *is_partial) {
	*is_partial = false;
	for (uint32_t i = path->step_count; i-- > 0;) {
		const struct path_step *step = &path->steps[i];
		if (r && r->kind == REGION_VAR) *is_partial = true;
		if (!r || *is_partial) return *is_partial;
		if (step->kind == PATH_FIELD ? r->kind != REGION_FIELD || r->field != step->field
		                             : r->kind == REGION_FIELD)
			return false;
		if (step->kind == PATH_OWNER) return true;
		r = r->kind == REGION_POINTEE ? r->pointer->region : r->parent;
	}
	return is_at_root(path, r, is_partial);
}

/* The lock is taken here that the thread may have, if it runs. */
static void note_early(struct walk *w, const struct state *s, const struct thread_start *start,
                       const struct summary_wait *wait) {
	struct early early = {walk_origin(w), wait->origin, start->entry};
	if (!thread_is_started_here(s, start->entry)) VEC_PUSH(w->arena, &w->early, early);
}

void thread_note_start(struct walk *w, const char *entry) {
	for (size_t i = 0; i < w->early.n; i++) {
		const struct early *early = &w->early.items[i];
		if (early->entry != entry) continue;
		VEC_PUSH(w->out, &w->result->wakes, (struct wake){early->at, early->wait, true});
		for (size_t k = 0; k < w->result->hangs.n; k++) {
			struct hang *h = &w->result->hangs.items[k];
			bool is_it = h->kind == HANG_LOCKED && h->wait == early->wait &&
			             thread_is_here(h->at, early->at);
			h->is_sure &= !is_it;
		}
	}
	w->early.n = 0;
}

/* Of threads that somebody else starts. */
static void find_known_lockers(struct walk *w, const struct state *s, const struct val *stream,
                               struct home home, struct lockers *out) {
	size_t n = 0;
	const struct thread_start *const *starts = w->env->lockers(w->env->data, &home, &n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < starts[i]->waits.n; k++) {
			const struct summary_wait *wait = &starts[i]->waits.items[k];
			struct blocked b = {
				.names = {{stream, stream->region, false}}, .name_count = 1, .wait = wait};
			if (!thread_is_word(wait->word, "lock") || !lies_at(&wait->places[0], &home)) continue;
			/* A global is where logs go, from threads and all. */
			if (wait->places[0].root == PATH_GLOBAL && !wait->reads) continue;
			note_early(w, s, starts[i], wait);
			/* Who starts the thread himself knows whether it runs, and who made the stream, that it does not. */
			if (starts[i]->origin->function == w->f->name || !stream->region) continue;
			struct locker l = {b, starts[i]->entry, starts[i]->origin, false};
			l.is_partial =
				!is_on_way(&wait->places[0], stream->region, &l.is_partial) || l.is_partial;
			VEC_PUSH(w->arena, &out->list, l);
		}
}

static const struct region *holder_of(const struct val *stream, const struct region *place) {
	const struct region *at = stream->region ? stream->region : place;
	return at ? thread_named_holder(at) : NULL;
}

/* Whether a thread may be blocked with the lock of what lies there: it is no log on a file. */
static bool may_be_locked(const struct walk *w, const struct region *holder) {
	size_t n = 0;
	struct home home = thread_home(holder);
	w->env->lockers(w->env->data, &home, &n);
	return n > 0;
}

/* place: where the stream was found, or NULL. */
static void find_lockers(struct walk *w, const struct state *s, const struct val *stream,
                         const struct region *place, struct lockers *out) {
	for (size_t i = 0; i < w->threads.n; i++) {
		const struct thread *t = w->threads.items[i];
		for (size_t k = 0; k < t->waits.n && is_started(s, t); k++)
			if (thread_is_word(t->waits.items[k].wait->word, "lock") &&
			    thread_is_line(s, &t->waits.items[k], stream))
				VEC_PUSH(w->arena, &out->list,
				         (struct locker){t->waits.items[k], t->entry, t->started, false});
	}
	const struct region *holder = holder_of(stream, place);
	if (holder) find_known_lockers(w, s, stream, thread_home(holder), out);
}

void thread_look_for_lock(struct walk *w, struct state *s, const struct val *stream,
                          const struct region *place) {
	if (w->env->threads != THREADS_JOIN) return;
	if (stream->kind == VAL_ADDRESS) thread_waits_for_signal(w, s, stream);
	struct lockers lockers = {{0}};
	find_lockers(w, s, stream, place, &lockers);
	for (size_t i = 0; i < lockers.list.n; i++) judge_lock(w, s, &lockers.list.items[i]);
}

void thread_takes_lock(struct walk *w, const struct state *s, const struct val *stream,
                       const struct region *place, const struct summary_wait *wait) {
	const struct region *holder = holder_of(stream, place);
	if (w->env->threads != THREADS_JOIN || wait->is_met || !holder || !may_be_locked(w, holder))
		return;
	const struct origin *before = w->inner;
	w->inner = wait->origin;
	struct lockers lockers = {{0}};
	find_lockers(w, s, stream, place, &lockers);
	for (size_t i = 0; i < lockers.list.n; i++)
		if (!lockers.list.items[i].is_partial && lockers.list.items[i].blocked.wait->reads)
			judge_lock(w, s, &lockers.list.items[i]);
	w->inner = before;
}
