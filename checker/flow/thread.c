/* Threads: what they may block on, and what was done to it when somebody waits for them. Part of the flow engine. Floor 2.
 *
 * The function that a thread runs says what it may block on, from its parameter on. Where the thread is started, that is
 * known in the terms of the starter; where somebody waits for it, in those of the object that holds the handle. What was
 * done to the line before that wait is in the state: its events.
 */
#include <string.h>

#include "flow/walk.h"

/* One wait of a thread, in the terms of the function at hand. */
struct blocked {
	const struct val *line;
	const struct region *place; /* that held it, or NULL */
	const struct summary_wait *wait;
};

struct thread {
	const struct val *id; /* the handle */
	const char *entry;
	const struct origin *started;
	VEC(struct blocked) waits;
};

/* A wait for a thread to which nothing was done before. */
struct waiting {
	struct blocked blocked;
	const struct origin *at;
	uint32_t hang; /* index in the result's hangs */
};

static bool is_word(const char *word, const char *other) {
	return strcmp(word, other) == 0;
}

/* --- what a function may block on ----------------------------------------------------------------------------------- */

static bool is_bounded(const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->events.n; i++)
		if (s->events.items[i].verb == VERB_bounds && s->events.items[i].subject == v) return true;
	return false;
}

static bool is_same_wait(const struct summary_wait *a, const struct summary_wait *b) {
	return a->word == b->word && a->is_shared == b->is_shared && path_equal(&a->place, &b->place);
}

static void add_wait(struct walk *w, struct state *s, const struct region *region, const struct val *v, const char *word,
                     bool is_shared, const struct origin *origin) {
	struct summary *summary = w->result->summary;
	struct summary_wait wait = {.word = word, .is_shared = is_shared, .origin = origin};
	const struct descriptor *d = state_descriptor(s, v);
	if (is_bounded(s, v) || state_range(s, v).high < 0 || summary->waits.n >= BOUND_WAITS) return;
	if (!path_name_value(w, v, &wait.place) && !(region && path_name_region(w, region, &wait.place)) &&
	    !(d && d->holder && path_name_region(w, d->holder, &wait.place)))
		return;
	for (size_t i = 0; i < summary->waits.n; i++)
		if (is_same_wait(&summary->waits.items[i], &wait)) return;
	VEC_PUSH(w->out, &summary->waits, wait);
}

/* Whether the value may be a descriptor that somebody put into a set. */
static bool is_member(const struct state *s, const struct val *v) {
	return state_descriptor(s, v) || (v->kind == VAL_ENTRY && v->may_hold_line);
}

/* poll and select wait for all that was put into their array or set. */
static void wait_for_members(struct walk *w, struct state *s, const struct region *set) {
	const struct region *root = region_root(set);
	VEC(const struct val *) members = {0};
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct binding *b = &s->bindings.items[i];
		bool known = region_root(b->region) != root || !is_member(s, b->value);
		for (size_t k = 0; k < members.n && !known; k++) known = members.items[k] == b->value;
		if (!known) VEC_PUSH(w->arena, &members, b->value);
	}
	for (size_t i = 0; i < members.n; i++)
		add_wait(w, s, NULL, members.items[i], "poll", members.n > 1, walk_origin(w));
}

/* Printing to a stream is no message to a thread: the call takes the stream's lock. */
static bool takes_lock(const struct summary_case *k) {
	for (size_t i = 0; i < k->effects.n; i++)
		if (k->effects.items[i].verb == VERB_waits && is_word(k->effects.items[i].word, "lock")) return true;
	return false;
}

static bool sends(const struct summary_case *k, const char *word) {
	return is_word(word, "connect") || (is_word(word, "write") && !takes_lock(k));
}

static void look_for_lock(struct walk *w, struct state *s, const struct val *stream);

void thread_waits(struct walk *w, struct state *s, const struct region *region, const struct val *value,
                  const struct summary_case *k, const char *word) {
	if (w->env->threads == THREADS_NONE || is_word(word, "child")) return;
	if (is_word(word, "poll")) {
		w->result->summary->polls = true;
		const struct region *set = region ? region : region_pointee(w->values, value);
		if (value->kind != VAL_CONST && value->kind != VAL_UNKNOWN) wait_for_members(w, s, set);
		else if (region) wait_for_members(w, s, region);
		return;
	}
	if (sends(k, word)) {
		w->result->summary->writes = true;
		thread_act(w, s, VERB_waits, value, NULL);
	}
	if (is_word(word, "lock")) look_for_lock(w, s, value);
	add_wait(w, s, region, value, word, false, walk_origin(w));
}

static bool is_poll(const struct summary *model) {
	for (size_t i = 0; model->is_model && i < model->cases.n; i++)
		for (size_t k = 0; k < model->cases.items[i].effects.n; k++) {
			const struct effect *e = &model->cases.items[i].effects.items[k];
			if (e->verb == VERB_waits && is_word(e->word, "poll")) return true;
		}
	return false;
}

/* Here, by calling what waits at inner. */
static const struct origin *origin_over(struct walk *w, const struct origin *inner) {
	const struct origin *before = w->inner;
	w->inner = inner;
	const struct origin *o = walk_origin(w);
	w->inner = before;
	return o;
}

void thread_takes_waits(struct walk *w, struct state *s, const struct summary *callee, const struct val *const *args,
                        uint32_t n) {
	if (w->env->threads == THREADS_NONE) return;
	w->result->summary->polls |= callee->polls || is_poll(callee);
	if (callee->writes) {
		w->result->summary->writes = true;
		thread_act(w, s, VERB_waits, val_unknown(w->values), NULL);
	}
	for (size_t i = 0; i < callee->waits.n; i++) {
		const struct summary_wait *wait = &callee->waits.items[i];
		const struct val *v;
		const struct region *r = call_place(w, s, args, n, &wait->place, &v);
		if (r) v = eval_load(w, s, r);
		add_wait(w, s, r, v, wait->word, wait->is_shared, origin_over(w, wait->origin));
	}
}

static void note_later(struct walk *w, const struct state *s, enum verb verb, const struct val *subject, const struct val *how);

/* --- what is done ------------------------------------------------------------------------------------------------------- */

void thread_act(struct walk *w, struct state *s, enum verb verb, const struct val *subject, const struct val *how) {
	if (w->env->threads == THREADS_NONE) return;
	bool matters = w->env->threads >= THREADS_START || (verb == VERB_bounds && path_is_entry(w, subject));
	if (!matters) return;
	bool apart = w->env->threads >= THREADS_START && verb != VERB_bounds;
	note_later(w, s, verb, subject, how);
	struct event e = {.verb = verb, .subject = subject, .other = how, .apart = apart, .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

/* --- starts ----------------------------------------------------------------------------------------------------------------- */

struct steps {
	VEC(struct path_step) list;
};

static bool steps_from(struct walk *w, const struct state *s, const struct region *r, const struct val *base, struct steps *out);

/* A place within the object at base that holds the pointer. */
static const struct region *holder_within(struct walk *w, const struct state *s, const struct val *pointer, const struct val *base) {
	const struct region *object = region_pointee(w->values, base);
	for (size_t i = 0; i < s->bindings.n; i++)
		if (s->bindings.items[i].value == pointer && region_within(s->bindings.items[i].region, object))
			return s->bindings.items[i].region;
	return NULL;
}

static bool steps_to_pointer(struct walk *w, const struct state *s, const struct val *pointer, const struct val *base,
                             struct steps *out) {
	if (pointer == base) return true;
	const struct region *r = pointer->kind == VAL_ENTRY ? pointer->region : holder_within(w, s, pointer, base);
	return r && out->list.n < BOUND_PATH_STEPS && steps_from(w, s, r, base, out);
}

/* The way from the pointer base to the region; false: there is none. */
static bool steps_from(struct walk *w, const struct state *s, const struct region *r, const struct val *base, struct steps *out) {
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
static const struct region *record_around(const struct region *r, uint32_t up) {
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

/* The thread's wait from the record that its handle lies in, or from a global. */
static bool relate(struct walk *w, const struct state *s, const struct blocked *b, const struct region *record,
                   struct summary_wait *out) {
	*out = *b->wait;
	const struct region *place = b->place;
	if (!place && b->line->kind == VAL_ENTRY) place = b->line->region;
	if (!place && state_descriptor(s, b->line)) place = state_descriptor(s, b->line)->holder;
	if (!place) return false;
	if (is_global(place)) return path_name_region(w, place, &out->place);
	struct steps steps = {{0}};
	if (!record || !steps_from(w, s, place, val_address(w->values, record), &steps)) return false;
	out->place = (struct path){.root = PATH_PARAM, .step_count = (uint32_t)steps.list.n};
	out->place.steps = ARENA_ARRAY(w->out, struct path_step, steps.list.n + 1);
	memcpy(out->place.steps, steps.list.items, sizeof *steps.list.items * steps.list.n);
	return true;
}

/* What holds the handle, for those who find it there. */
static const struct region *named_holder(const struct region *r) {
	while (r && (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT)) r = r->parent;
	return r && (r->kind == REGION_FIELD || r->kind == REGION_GLOBAL) ? r : NULL;
}

static void tell_start(struct walk *w, const struct state *s, const struct thread *t, const struct region *handle) {
	enum { MOST_UP = 2 };
	const struct region *holder = named_holder(handle);
	if (!holder) return;
	for (uint32_t up = 0; up <= MOST_UP; up++) {
		const struct region *record = record_around(holder, up);
		struct thread_start *start = ARENA_NEW(w->out, struct thread_start);
		*start = (struct thread_start){.entry = t->entry, .up = up, .origin = t->started};
		if (holder->kind == REGION_FIELD) start->field = holder->field;
		else start->global = holder->global;
		for (size_t i = 0; i < t->waits.n; i++) {
			struct summary_wait wait;
			if (relate(w, s, &t->waits.items[i], record, &wait)) VEC_PUSH(w->out, &start->waits, wait);
		}
		if (!start->waits.n && record && up < MOST_UP) continue;
		if (start->waits.n) VEC_PUSH(w->out, &w->result->starts, start);
		return;
	}
}

/* A thread that asks first whether there is something to read does not block in reading. */
static bool counts(const struct summary *entry, const struct summary_wait *wait) {
	return !entry->polls || is_word(wait->word, "poll") || is_word(wait->word, "write") || is_word(wait->word, "lock");
}

static void note_waits(struct walk *w, struct state *s, struct thread *t, const struct summary *entry, const struct val *arg) {
	for (size_t i = 0; i < entry->waits.n; i++) {
		const struct summary_wait *wait = &entry->waits.items[i];
		const struct val *v;
		if (!counts(entry, wait)) continue;
		const struct region *r = call_place(w, s, &arg, 1, &wait->place, &v);
		if (r) v = eval_load(w, s, r);
		if (v->kind == VAL_CONST || is_bounded(s, v)) continue;
		VEC_PUSH(w->arena, &t->waits, (struct blocked){v, r, wait});
	}
}

void thread_starts(struct walk *w, struct state *s, const struct val *entry, const struct val *arg,
                   const struct region *region) {
	if (w->env->threads < THREADS_START) return;
	const struct origin *origin = walk_origin(w);
	struct event e = {.verb = VERB_starts, .subject = arg, .other = entry, .place = region, .origin = origin};
	state_add_event(w->arena, s, e);
	const struct summary *summary =
		entry->kind == VAL_FUNCTION ? w->env->summary(w->env->data, w->unit, entry->text) : NULL;
	if (!summary || !region) return;
	struct thread *t = ARENA_NEW(w->arena, struct thread);
	*t = (struct thread){.id = eval_make(w, s, THREAD_PART), .entry = entry->text, .started = origin};
	note_waits(w, s, t, summary, arg);
	eval_store(w, s, region, t->id);
	if (t->waits.n) VEC_PUSH(w->arena, &w->threads, t);
	tell_start(w, s, t, region);
}

/* --- whether a wait ends ------------------------------------------------------------------------------------------------------ */

static const struct val *without_copies(const struct state *s, const struct val *v) {
	const struct descriptor *d = state_descriptor(s, v);
	return d && d->copy_of ? d->copy_of : v;
}

static bool is_line(const struct state *s, const struct blocked *b, const struct val *v) {
	v = without_copies(s, v);
	if (v == b->line || doubt_same_but_for_age(v, b->line)) return true;
	if (b->line->region && v->region == b->line->region) return true;
	return b->place && v->region == b->place;
}

static const struct ir_field *field_of(const struct region *r) {
	while (r && (r->kind == REGION_INDEX || r->kind == REGION_ELEMENT)) r = r->parent;
	return r && r->kind == REGION_FIELD ? r->field : NULL;
}

static const struct ir_field *field_of_line(const struct state *s, const struct val *v) {
	const struct descriptor *d = state_descriptor(s, v);
	if (v->region) return field_of(v->region);
	return d && d->holder ? field_of(d->holder) : NULL;
}

/* Whether the value may name the same line, as far as the program's facts say. */
static bool may_be_line(const struct walk *w, const struct state *s, const struct blocked *b, const struct val *v) {
	if (is_line(s, b, v)) return true;
	const struct descriptor *one = state_descriptor(s, v), *other = state_descriptor(s, b->line);
	if (one && other && one->opened && other->opened) return false;
	const struct ir_field *x = field_of_line(s, v), *y = b->place ? field_of(b->place) : field_of_line(s, b->line);
	return !x || !y || w->env->may_share_line(w->env->data, x, y);
}

enum { HOW_READING = 1, HOW_WRITING = 2 };

/* Which directions the shutdown ends; 0: nobody knows. */
static int directions(const struct event *e) {
	if (!e->other || e->other->kind != VAL_CONST) return 0;
	if (e->other->number == 0) return HOW_READING;
	return e->other->number == 1 ? HOW_WRITING : HOW_READING | HOW_WRITING;
}

static int needed(const char *word) {
	return is_word(word, "write") ? HOW_WRITING : is_word(word, "connect") ? HOW_READING | HOW_WRITING : HOW_READING;
}

/* What was done, as far as the wait is concerned. */
struct done {
	bool wakes, may_wake;
	const struct origin *closes, *shuts_wrongly;
};

/* Two ends of one pair: whoever reads at the one sees when the other is closed. */
static bool is_other_end(const struct walk *w, const struct state *s, const struct blocked *b, const struct val *v) {
	const struct val *line = without_copies(s, b->line);
	if (v->kind == VAL_MADE && line->kind == VAL_MADE && !v->region && !line->region) return v->site == line->site;
	const struct ir_field *x = field_of_line(s, v), *y = b->place ? field_of(b->place) : field_of_line(s, b->line);
	return x && y && w->env->may_share_line(w->env->data, x, y);
}

static void consider_shutdown(const struct walk *w, const struct state *s, const struct blocked *b, const struct event *e,
                              struct done *done) {
	int how = directions(e);
	if (!is_line(s, b, e->subject) || !how) done->may_wake |= b->wait->is_shared || may_be_line(w, s, b, e->subject);
	else if (!(how & needed(b->wait->word))) done->shuts_wrongly = e->origin;
	else if (!done->closes) done->wakes = true;
}

static void consider(const struct walk *w, const struct state *s, const struct blocked *b, const struct event *e, struct done *done) {
	if (e->verb == VERB_cancels || e->verb == VERB_interrupts || e->verb == VERB_waits) done->may_wake = true;
	else if (e->verb == VERB_shuts) consider_shutdown(w, s, b, e, done);
	else if (e->verb != VERB_closes) return;
	else if (is_line(s, b, e->subject)) done->closes = e->origin;
	else if (b->wait->is_shared || is_other_end(w, s, b, e->subject)) done->may_wake = true;
}

static struct done what_was_done(const struct walk *w, const struct state *s, const struct blocked *b) {
	struct done done = {false, false, NULL, NULL};
	for (size_t i = 0; i < s->events.n; i++) consider(w, s, b, &s->events.items[i], &done);
	return done;
}

/* --- joins ------------------------------------------------------------------------------------------------------------------------ */

static bool is_open_line(const struct state *s, const struct blocked *b) {
	struct range r = state_range(s, b->line);
	return b->line->kind != VAL_CONST && r.high >= FIRST_DESCRIPTOR;
}

static const char *name_of(struct walk *w, const struct state *s, const struct blocked *b) {
	const struct descriptor *d = state_descriptor(s, b->line);
	if (b->place) return path_describe_region(w, s, b->place);
	if (d && d->holder) return path_describe_region(w, s, d->holder);
	return b->line->region ? path_describe_region(w, s, b->line->region) : NULL;
}

static enum hang_kind kind_of(const struct blocked *b, const struct done *done) {
	if (is_word(b->wait->word, "lock")) return HANG_LOCKED;
	return done->shuts_wrongly ? HANG_WRONG_WAY : done->closes ? HANG_CLOSED : HANG_JOINED;
}

static void report(struct walk *w, const struct state *s, const struct blocked *b, const char *entry, const struct origin *started,
                   const struct done *done) {
	struct hang hang = {
		.kind = kind_of(b, done),
		.entry = entry, .word = b->wait->word, .resource = name_of(w, s, b), .at = walk_origin(w), .wait = b->wait->origin,
		.started = started, .is_sure = !done->may_wake,
		.act = done->shuts_wrongly ? done->shuts_wrongly : done->closes,
	};
	for (size_t i = 0; i < w->result->hangs.n; i++) {
		struct hang *h = &w->result->hangs.items[i];
		bool same = h->wait == hang.wait && h->at->loc.line == hang.at->loc.line && h->at->loc.column == hang.at->loc.column;
		if (!same) continue;
		if (hang.is_sure > h->is_sure || (hang.is_sure == h->is_sure && hang.kind < h->kind)) *h = hang;
		return;
	}
	VEC_PUSH(w->out, &w->result->hangs, hang);
	struct waiting waiting = {*b, hang.at, (uint32_t)w->result->hangs.n - 1};
	if (hang.kind == HANG_JOINED) VEC_PUSH(w->arena, &w->waiting, waiting);
}

static bool has_happened(const struct state *s, const struct origin *join) {
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (e->verb == VERB_joins && e->origin->loc.line == join->loc.line && e->origin->loc.column == join->loc.column) return true;
	}
	return false;
}

/* The wake that was meant comes behind the wait for the thread. */
static void note_later(struct walk *w, const struct state *s, enum verb verb, const struct val *subject, const struct val *how) {
	if (verb != VERB_shuts && verb != VERB_closes) return;
	struct event e = {.verb = verb, .subject = subject, .other = how};
	for (size_t i = 0; i < w->waiting.n; i++) {
		const struct waiting *waiting = &w->waiting.items[i];
		struct hang *h = &w->result->hangs.items[waiting->hang];
		bool right = verb == VERB_closes || (directions(&e) & needed(waiting->blocked.wait->word));
		if (!right || !is_line(s, &waiting->blocked, subject) || !has_happened(s, waiting->at)) continue;
		if (h->later && !(h->later_closes && verb == VERB_shuts)) continue;
		h->later = walk_origin(w);
		h->later_closes = verb == VERB_closes;
	}
}

static void judge(struct walk *w, struct state *s, const struct blocked *b, const char *entry, const struct origin *started) {
	if (is_word(b->wait->word, "lock") || !is_open_line(s, b)) return;
	struct done done = what_was_done(w, s, b);
	if (done.wakes) VEC_PUSH(w->out, &w->result->wakes, (struct wake){walk_origin(w), b->wait->origin});
	else report(w, s, b, entry, started, &done);
}

/* The waits of a thread that somebody else started, from the place of its handle here. */
static void judge_known_start(struct walk *w, struct state *s, const struct thread_start *start, const struct region *holder) {
	const struct region *record = record_around(holder, start->up);
	const struct val *base = record ? val_address(w->values, record) : val_unknown(w->values);
	for (size_t i = 0; i < start->waits.n; i++) {
		const struct summary_wait *wait = &start->waits.items[i];
		const struct val *v;
		if (!record && wait->place.root == PATH_PARAM) continue;
		const struct region *r = call_place(w, s, &base, 1, &wait->place, &v);
		if (!r) continue;
		/* What the place held when the thread was started it may have lost since: -1 behind the close. */
		const struct val *first = val_entry(w->values, r);
		v = eval_load(w, s, r);
		bool gone = v->kind == VAL_CONST;
		judge(w, s, &(struct blocked){gone ? first : v, r, wait}, start->entry, start->origin);
	}
}

void thread_joins(struct walk *w, struct state *s, const struct val *handle) {
	if (w->env->threads < THREADS_START) return;
	bool known = false;
	for (size_t i = 0; i < w->threads.n && w->env->threads == THREADS_JOIN; i++) {
		const struct thread *t = w->threads.items[i];
		if (!doubt_same_but_for_age(t->id, handle)) continue;
		known = true;
		for (size_t k = 0; k < t->waits.n; k++) judge(w, s, &t->waits.items[k], t->entry, t->started);
	}
	const struct region *holder = known || !handle->region ? NULL : named_holder(handle->region);
	if (holder && w->env->threads == THREADS_JOIN) {
		size_t n;
		const char *global = holder->kind == REGION_GLOBAL ? holder->global : NULL;
		const struct ir_field *field = holder->kind == REGION_FIELD ? holder->field : NULL;
		const struct thread_start *const *starts = w->env->starts(w->env->data, field, global, &n);
		for (size_t i = 0; i < n; i++) judge_known_start(w, s, starts[i], holder);
	}
	thread_act(w, s, VERB_joins, handle, NULL);
}

/* --- locks ---------------------------------------------------------------------------------------------------------------------- */

/* Somebody has waited for a thread here, or ended a read: the lock may be free. */
static bool may_be_free(const struct state *s) {
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (e->verb == VERB_joins) return true;
		if (e->verb == VERB_shuts && directions(e) != HOW_WRITING) return true;
	}
	return false;
}

static void judge_lock(struct walk *w, const struct state *s, const struct blocked *b, const char *entry,
                       const struct origin *started) {
	struct done done = {.may_wake = false};
	for (size_t i = 0; i < s->events.n; i++)
		done.may_wake |= s->events.items[i].verb == VERB_cancels || s->events.items[i].verb == VERB_interrupts;
	report(w, s, b, entry, started, &done);
}

static void look_for_lock(struct walk *w, struct state *s, const struct val *stream) {
	if (w->env->threads != THREADS_JOIN || may_be_free(s)) return;
	for (size_t i = 0; i < w->threads.n; i++) {
		const struct thread *t = w->threads.items[i];
		for (size_t k = 0; k < t->waits.n; k++)
			if (is_word(t->waits.items[k].wait->word, "lock") && is_line(s, &t->waits.items[k], stream))
				judge_lock(w, s, &t->waits.items[k], t->entry, t->started);
	}
	const struct ir_field *field = stream->region ? field_of(stream->region) : NULL;
	size_t n = 0;
	const struct thread_start *const *starts = field ? w->env->lockers(w->env->data, field, &n) : NULL;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < starts[i]->waits.n; k++) {
			const struct summary_wait *wait = &starts[i]->waits.items[k];
			const struct path *place = &wait->place;
			bool same = is_word(wait->word, "lock") && place->step_count && place->steps[place->step_count - 1].field == field;
			if (same) judge_lock(w, s, &(struct blocked){stream, stream->region, wait}, starts[i]->entry, starts[i]->origin);
		}
}
