/* Whether those who wait for a thread wait for ever. Part of the flow engine. Floor 2. */
#include "flow/thread.h"

static bool is_open_line(const struct state *s, const struct blocked *b) {
	for (uint32_t i = 0; i < b->name_count; i++) {
		struct range r = state_range(s, b->names[i].line);
		if (b->names[i].line->kind == VAL_CONST || r.high < FIRST_DESCRIPTOR) return false;
	}
	return b->name_count > 0;
}

static const char *name_of(struct walk *w, const struct state *s, const struct blocked *b) {
	const struct name *name = &b->names[b->name_count - 1];
	while (name > b->names && name->is_copy) name--;
	const struct descriptor *d = state_descriptor(s, name->line);
	if (name->place) return path_describe_region(w, s, name->place);
	if (d && d->holder) return path_describe_region(w, s, d->holder);
	return name->line->region ? path_describe_region(w, s, name->line->region) : NULL;
}

static enum hang_kind kind_of(const struct blocked *b, const struct thread_done *done) {
	if (thread_is_word(b->wait->word, "lock")) return HANG_LOCKED;
	if (done->woken) return HANG_JOINED;
	return done->shuts_wrongly ? HANG_WRONG_WAY : done->closes ? HANG_CLOSED : HANG_JOINED;
}

/* Whether some function sees to it that waits on the line end, out of our sight here. */
static bool is_bounded_elsewhere(const struct walk *w, const struct state *s,
                                 const struct blocked *b) {
	for (uint32_t i = 0; i < b->name_count && thread_heeds_bounds(b->wait->word); i++) {
		struct home home = {.field = thread_field_of_name(s, &b->names[i])};
		const struct region *r = b->names[i].place ? b->names[i].place : b->names[i].line->region;
		if (!home.field && r && region_root(r)->kind == REGION_GLOBAL)
			home.global = region_root(r)->global;
		if (w->env->is_bounded(w->env->data, &home)) return true;
	}
	return false;
}

static bool is_bounded(const struct walk *w, const struct state *s, const struct blocked *b) {
	return b->is_bounded || is_bounded_elsewhere(w, s, b);
}

/* Whether all that the line may be are ends of pairs: the other end is the program's own. */
static bool has_own_peer(const struct walk *w, const struct state *s, const struct blocked *b) {
	const struct ir_field *field = thread_field_of_name(s, &b->names[0]);
	return b->peer.line || (field && w->env->is_end_of_pair(w->env->data, field));
}

/* Whether such a thread was started on the same path: who does nothing to it since waits for its work to be done. */
bool thread_is_started_here(const struct state *s, const char *entry) {
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (e->verb == VERB_starts && e->other->kind == VAL_FUNCTION && e->other->text == entry)
			return true;
	}
	return false;
}

/* Whether nothing is known of this function, its callers or others that may end the wait. */
static bool is_sure(const struct walk *w, const struct state *s, const struct blocked *b,
                    const struct thread_done *done, const struct hang *h) {
	if (h->woken) return !done->may_wake && !done->closes && !b->is_of_many && !b->is_for_more;
	if (b->is_of_many || (h->kind == HANG_JOINED && b->is_for_more)) return false;
	/* Who took the descriptor from its place before knows whether he woke the thread. */
	if (h->kind == HANG_JOINED && b->is_gone) return false;
	/* Nor is the end of a duplicate meant for a thread whose work is waited for. */
	bool waits_for_work = h->is_started_here && !h->told && !h->turn;
	if (waits_for_work && (h->kind == HANG_JOINED || done->closes_copy)) return false;
	bool may_hang_up = h->kind == HANG_JOINED ||
	                   (h->kind == HANG_WRONG_WAY && thread_needs(h->word) == THREAD_READING);
	/* Who begins anew finds no descriptor where it was. */
	if (is_bounded(w, s, b) && (!h->begins_anew || done->closes)) return false;
	return !done->may_wake && !done->closes_perhaps && !(may_hang_up && done->joins_other);
}

/* Whether the line is one of many: those who were woken in one loop are waited for in another. */
static bool is_one_of_many(const struct blocked *b) {
	const struct name *name = &b->names[0];
	const struct region *r = name->place ? name->place : name->line->region;
	for (; r; r = r->parent) {
		if (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT) return true;
		if (r->kind == REGION_POINTEE && val_found_by_join(r->pointer)) return true;
	}
	return val_found_by_join(name->line);
}

bool thread_is_here(const struct origin *a, const struct origin *b) {
	return a->loc.line == b->loc.line && a->loc.column == b->loc.column;
}

/* Whether another path to the same wait wakes the thread. */
static bool is_woken_otherwise(const struct walk *w, const struct hang *h) {
	for (size_t i = 0; i < w->result->wakes.n; i++) {
		const struct wake *wake = &w->result->wakes.items[i];
		if (wake->wait == h->wait && thread_is_here(wake->at, h->at)) return true;
	}
	return false;
}

/* What happens on one path is enough. But what a function asks of a thread that it started itself may be changed by that
 * thread, so that its paths only seem to differ. */
static void merge_hangs(struct hang *h, const struct hang *other) {
	bool all = (h->is_started_here && h->told) || (other->is_started_here && other->told);
	bool both = h->is_sure && other->is_sure;
	if (other->is_sure > h->is_sure || (other->is_sure == h->is_sure && other->kind < h->kind))
		*h = *other;
	if (all) h->is_sure = both;
}

/* The thread is woken on this path: those that seem to differ from it do not count. */
static void note_wake(struct walk *w, const struct origin *wait) {
	struct wake wake = {walk_origin(w), wait, false};
	VEC_PUSH(w->out, &w->result->wakes, wake);
	for (size_t i = 0; i < w->result->hangs.n; i++) {
		struct hang *h = &w->result->hangs.items[i];
		if (h->is_started_here && h->told && h->wait == wait && thread_is_here(h->at, wake.at))
			h->is_sure = false;
	}
}

/* The same of what was shut, which may be the other end. */
static const char *name_of_acted(struct walk *w, const struct state *s, const struct blocked *b,
                                 const struct thread_done *done) {
	bool is_peer = done->shut && !thread_is_line(s, b, done->shut);
	const struct blocked peer = {.names = {b->peer}, .name_count = 1};
	return name_of(w, s, is_peer ? &peer : b);
}

static void add_hang(struct walk *w, const struct blocked *b, struct hang hang) {
	for (size_t i = 0; i < w->result->hangs.n; i++) {
		struct hang *h = &w->result->hangs.items[i];
		if (h->wait == hang.wait && thread_is_here(h->at, hang.at)) {
			merge_hangs(h, &hang);
			return;
		}
	}
	VEC_PUSH(w->out, &w->result->hangs, hang);
	struct waiting waiting = {*b, hang.at, (uint32_t)w->result->hangs.n - 1};
	if (hang.kind == HANG_JOINED && !hang.woken) VEC_PUSH(w->arena, &w->waiting, waiting);
}

void thread_report(struct walk *w, const struct state *s, const struct blocked *b,
                   const char *entry, const struct origin *started,
                   const struct thread_done *done) {
	struct hang hang = {
		.kind = kind_of(b, done),
		.entry = entry,
		.word = b->wait->word,
		.resource = name_of_acted(w, s, b, done),
		.at = walk_origin(w),
		.wait = b->wait->origin,
		.started = started,
		.act = done->shuts_wrongly ? done->shuts_wrongly
	           : done->closes      ? done->closes
	                               : done->drops,
		.signal = done->signal,
		.signal_is_handled = done->signal_is_handled,
		.cancelled = done->cancelled,
		.told = is_one_of_many(b) ? NULL : done->told,
		.is_started_here = thread_is_started_here(s, entry),
		.woken = done->woken,
	};
	if (done->turn && !done->signal && thread_is_left_behind(w, b, entry, &hang.line)) {
		hang.turn = done->turn;
		hang.handle = done->handle;
	}
	hang.begins_anew = b->wait->expiry.kind == EXPIRY_AGAIN && is_bounded(w, s, b);
	hang.is_sure = is_sure(w, s, b, done, &hang);
	hang.peer_is_ours = has_own_peer(w, s, b);
	hang.has_no_end = b->has_no_end;
	hang.closes_copy = done->closes_copy && hang.kind == HANG_CLOSED;
	hang.is_sure &= !hang.is_started_here || !hang.told || !is_woken_otherwise(w, &hang);
	add_hang(w, b, hang);
}

/* The thread was woken after all streams were flushed: there it was blocked, with the lock of its own. */
static void report_flush(struct walk *w, const struct state *s, const struct blocked *b,
                         const char *entry, const struct origin *started,
                         const struct thread_done *done) {
	const struct region *r = b->names[0].place ? b->names[0].place : b->names[0].line->region;
	const struct region *root = r ? region_root(r) : NULL;
	const struct region *stream =
		root && root->kind == REGION_POINTEE ? root->pointer->region : NULL;
	struct hang hang = {
		.kind = HANG_LOCKED,
		.entry = entry,
		.word = "lock",
		.resource = stream ? path_describe_region(w, s, stream) : NULL,
		.at = done->flushed,
		.wait = b->wait->origin,
		.started = started,
		.is_started_here = thread_is_started_here(s, entry),
		.is_sure = !done->may_wake,
	};
	add_hang(w, b, hang);
}

static bool has_happened(const struct state *s, const struct origin *join) {
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (e->verb == VERB_joins && thread_is_here(e->origin, join)) return true;
	}
	return false;
}

/* The wake that was meant comes behind the wait for the thread. */
void thread_note_later(struct walk *w, const struct state *s, enum verb verb,
                       const struct val *subject, const struct val *how) {
	if (verb != VERB_shuts && verb != VERB_closes) return;
	struct event e = {.verb = verb, .subject = subject, .other = how};
	for (size_t i = 0; i < w->waiting.n; i++) {
		const struct waiting *waiting = &w->waiting.items[i];
		struct hang *h = &w->result->hangs.items[waiting->hang];
		bool right = verb == VERB_closes ||
		             (thread_directions(&e) & thread_needs(waiting->blocked.wait->word));
		if (!right || !thread_is_line(s, &waiting->blocked, subject) ||
		    !has_happened(s, waiting->at))
			continue;
		if (h->later && !(h->later_closes && verb == VERB_shuts)) continue;
		h->later = walk_origin(w);
		h->later_closes = verb == VERB_closes;
	}
}

static void judge(struct walk *w, struct state *s, const struct blocked *b, const char *entry,
                  const struct origin *started, const struct val *handle) {
	if (thread_is_word(b->wait->word, "lock") || !is_open_line(s, b)) return;
	struct thread_done done =
		thread_what_was_done(w, s, &(struct thread_sleeper){b, entry, handle});
	bool goes_on = done.woken && b->wait->end.kind == EXPIRY_AGAIN;
	if (done.wakes && done.flushed && b->wait->has_lock)
		report_flush(w, s, b, entry, started, &done);
	if (done.wakes && !goes_on) note_wake(w, b->wait->origin);
	else thread_report(w, s, b, entry, started, &done);
}

/* What the place held when the thread was started it may have lost since: -1 behind the close. */
static const struct val *line_at(struct walk *w, struct state *s, const struct region *place) {
	const struct val *v = eval_load(w, s, place);
	return v->kind == VAL_CONST ? val_entry(w->values, place) : v;
}

/* Where the pointer lies to the object that the region is in, or NULL. */
static const struct region *way_to(const struct region *r) {
	const struct region *root = region_root(r);
	const struct region *at = root->kind == REGION_POINTEE ? root->pointer->region : NULL;
	return at ? thread_named_holder(at) : NULL;
}

/* Whether the handle in holder may be the one of that start. */
static bool is_start_of(const struct thread_start *start, const struct region *holder) {
	if (!start->via.field && !start->via.global) return true;
	const struct region *at = way_to(holder);
	if (!at) return false;
	struct home home = thread_home(at);
	return home.field == start->via.field && home.global == start->via.global;
}

/* A thread's handle, or what it signals, by the place where it lies. */
struct found {
	const struct region *holder;
	const struct val *handle;
	bool is_of_many; /* handles of other threads that may block lie there, too */
};

/* The waits of a thread that somebody else started, from the place of its handle here. */
static void judge_known_start(struct walk *w, struct state *s, const struct thread_start *start,
                              const struct found *found) {
	const struct region *holder = found->holder;
	const struct region *base = start->via.field || start->via.global ? way_to(holder) : holder;
	const struct region *record = thread_record_around(base, start->up);
	const struct val *object = record ? val_address(w->values, record) : val_unknown(w->values);
	for (size_t i = 0; i < start->waits.n; i++) {
		const struct summary_wait *wait = &start->waits.items[i];
		struct blocked b = {.is_bounded = wait->is_bounded,
		                    .is_for_more = start->signals_before,
		                    .is_of_many = found->is_of_many,
		                    .wait = wait};
		for (uint32_t k = 0; k < wait->place_count; k++) {
			const struct val *v;
			bool reachable = record || wait->places[k].root != PATH_PARAM;
			const struct region *r =
				reachable ? call_place(w, s, &object, 1, &wait->places[k], &v) : NULL;
			if (r) r = thread_go_back(w, r);
			if (!r) continue;
			b.is_gone |= eval_load(w, s, r)->kind == VAL_CONST;
			b.names[b.name_count++] = (struct name){line_at(w, s, r), r, wait->copies >> k & 1};
		}
		for (uint32_t k = 0; k < wait->other_count; k++) {
			const struct val *v;
			bool reachable = record || wait->others[k].root != PATH_PARAM;
			const struct region *r =
				reachable ? call_place(w, s, &object, 1, &wait->others[k], &v) : NULL;
			if (r) b.others[b.other_count++] = (struct name){line_at(w, s, r), r, false};
		}
		b.has_no_end = wait->has_no_end;
		if (wait->has_peer && (record || wait->peer.root != PATH_PARAM)) {
			const struct val *v;
			const struct region *r = call_place(w, s, &object, 1, &wait->peer, &v);
			if (r) b.peer = (struct name){line_at(w, s, r), r, false};
		}
		if (b.name_count) judge(w, s, &b, start->entry, start->origin, found->handle);
	}
}

/* Whether handles of other threads that may block lie there, too: this may be one of theirs. */
static bool is_shared_handle(const struct thread_start *const *starts, size_t n,
                             const struct region *holder) {
	const char *entry = NULL;
	for (size_t i = 0; i < n; i++) {
		if (!starts[i]->waits.n || !is_start_of(starts[i], holder)) continue;
		if (entry && starts[i]->entry != entry) return true;
		entry = starts[i]->entry;
	}
	return false;
}

struct names thread_entries(const struct walk *w, const struct state *s, const struct val *handle) {
	struct names found = {{0}};
	for (size_t i = 0; i < w->threads.n; i++)
		if (doubt_same_but_for_age(w->threads.items[i]->id, handle))
			VEC_PUSH(w->arena, &found.list, w->threads.items[i]->entry);
	const struct region *holder = handle->region ? thread_handle_holder(s, handle->region) : NULL;
	size_t n = 0;
	const struct thread_start *const *starts = NULL;
	if (holder && !found.list.n) {
		struct home home = thread_home(holder);
		starts = w->env->starts(w->env->data, home.field, home.global, &n);
	}
	for (size_t i = 0; i < n; i++) VEC_PUSH(w->arena, &found.list, starts[i]->entry);
	return found;
}

static bool join_own(struct walk *w, struct state *s, const struct val *handle) {
	bool known = false;
	for (size_t i = 0; i < w->threads.n; i++) {
		const struct thread *t = w->threads.items[i];
		if (!doubt_same_but_for_age(t->id, handle)) continue;
		known = true;
		for (size_t k = 0; k < t->waits.n; k++)
			judge(w, s, &t->waits.items[k], t->entry, t->started, handle);
	}
	return known;
}

/* Whether any thread is known by that. */
static bool join_found(struct walk *w, struct state *s, const struct val *handle,
                       const struct region *holder) {
	const struct ir_field *field = holder->kind == REGION_FIELD ? holder->field : NULL;
	const char *global = field ? NULL : holder->global;
	size_t n;
	const struct thread_start *const *starts = w->env->starts(w->env->data, field, global, &n);
	struct found found = {holder, handle, is_shared_handle(starts, n, holder)};
	for (size_t i = 0; i < n; i++)
		if (is_start_of(starts[i], holder)) judge_known_start(w, s, starts[i], &found);
	return n > 0;
}

void thread_joins(struct walk *w, struct state *s, const struct val *handle) {
	w->result->joins = true;
	if (w->env->threads < THREADS_START) return;
	if (w->env->threads == THREADS_JOIN && !join_own(w, s, handle)) {
		const struct region *holder =
			handle->region ? thread_handle_holder(s, handle->region) : NULL;
		if (holder) join_found(w, s, handle, holder);
	}
	thread_act(w, s, VERB_joins, handle, NULL);
}

/* While somebody waits, others change the numbers that he asked for before: what was asked is no longer known. */
static void forget_numbers(struct walk *w, struct state *s) {
	VEC(const struct region *) asked = {0};
	for (size_t i = 0; i < s->facts.n; i++) {
		const struct val *v = s->facts.items[i].val;
		const struct region *r = v->region;
		bool is_number = r && r->kind == REGION_FIELD && r->field->type.kind == IR_INT &&
		                 !v->may_hold_line && !state_descriptor(s, v);
		if (is_number) VEC_PUSH(w->arena, &asked, r);
	}
	for (size_t i = 0; i < asked.n; i++)
		state_bind(w->arena, s, asked.items[i],
		           val_made(w->values, walk_site(w), CHANGED_PART, asked.items[i]));
}

/* A condition or a semaphore, and the threads that give it a signal when they are through. */
void thread_waits_for_signal(struct walk *w, struct state *s, const struct val *lock) {
	const struct region *holder = thread_named_holder(lock->region);
	if (holder && join_found(w, s, lock, holder)) thread_act(w, s, VERB_joins, lock, NULL);
	forget_numbers(w, s);
}
