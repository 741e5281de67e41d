/* What a function may block on, and what it does that may wake others. Part of the flow engine. Floor 2. */
#include <string.h>

#include "flow/thread.h"

bool thread_is_word(const char *word, const char *other) {
	return strcmp(word, other) == 0;
}

/* --- what a function may block on ------------------------------------------------------------- */

bool thread_heeds_bounds(const char *word) {
	return !thread_is_word(word, "poll");
}

bool thread_is_bounded(const struct state *s, const struct val *v, const struct region *r,
                       const char *word) {
	for (size_t i = 0; i < s->events.n && thread_heeds_bounds(word); i++) {
		const struct event *e = &s->events.items[i];
		/* Where paths met the place holds another value, for what one of them had bounded. */
		if (e->verb == VERB_bounds && (e->subject == v || (r && e->place == r))) return true;
	}
	return false;
}

/* Where others find the descriptor. */
static const struct region *home_of(const struct state *s, const struct event *bounded) {
	const struct descriptor *d = state_descriptor(s, bounded->subject);
	const struct region *r = bounded->place ? thread_named_holder(bounded->place) : NULL;
	if (!r && d && d->first_holder) r = thread_named_holder(d->first_holder);
	return !r && d && d->holder ? thread_named_holder(d->holder) : r;
}

struct home thread_home(const struct region *r) {
	if (r->kind == REGION_FIELD) return (struct home){.field = r->field};
	return (struct home){.global = r->global};
}

static void note_home(struct walk *w, const struct region *r) {
	struct home home = thread_home(r);
	for (size_t i = 0; i < w->result->bounded.n; i++) {
		const struct home *known = &w->result->bounded.items[i];
		if (known->field == home.field && known->global == home.global) return;
	}
	VEC_PUSH(w->out, &w->result->bounded, home);
}

void thread_note_bounded(struct walk *w, const struct state *s) {
	if (w->env->threads != THREADS_WAIT || w->result->joins) return;
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		const struct region *r = e->verb == VERB_bounds ? home_of(s, e) : NULL;
		if (r) note_home(w, r);
	}
}

static bool is_same_wait(const struct summary_wait *a, const struct summary_wait *b) {
	return strcmp(a->word, b->word) == 0 && a->is_shared == b->is_shared &&
	       a->is_bounded == b->is_bounded && a->reads == b->reads &&
	       a->expiry.kind == b->expiry.kind && a->end.kind == b->end.kind &&
	       path_equal(&a->places[0], &b->places[0]);
}

/* Who waits for the line where he can be cancelled, too, is cancelled sooner or later; nor is anything said of a lock that
 * may be free on one of the ways to it. */
static void merge_waits(struct summary_wait *wait, const struct summary_wait *other) {
	wait->defers_cancellation &= other->defers_cancellation;
	wait->heeds_cancellation |= other->heeds_cancellation;
	wait->is_met |= other->is_met;
}

/* Whether the thread has cancellation put off: on some path; *always: on each. */
static bool defers(const struct state *s, enum verb verb, bool *always) {
	for (size_t i = 0; i < s->events.n; i++) {
		if (s->events.items[i].verb != verb) continue;
		*always = !s->events.items[i].is_doubtful;
		return true;
	}
	return *always = false;
}

/* Puts into the wait what the state says of it. Whose callee says something knows better. */
static void note_deferral(const struct state *s, struct summary_wait *wait) {
	bool always, heeds = defers(s, VERB_heeds, &always);
	if (wait->defers_cancellation || wait->heeds_cancellation) return;
	bool put_off = defers(s, VERB_defers, &always);
	wait->defers_cancellation = put_off && always && !heeds;
	wait->heeds_cancellation = heeds || (put_off && !always);
}

/* Whether it leads from a variable of a library's, such as stderr: no line of the program's. */
static bool is_librarys(const struct walk *w, const struct path *p) {
	const struct ir_global *g =
		p->root == PATH_GLOBAL ? w->env->global(w->env->data, p->global) : NULL;
	return g && !g->is_defined;
}

/* Adds the wait, of which all but the place is known. */
static void add_wait(struct walk *w, struct state *s, const struct region *region,
                     const struct val *v, struct summary_wait wait) {
	struct summary *summary = w->result->summary;
	const struct descriptor *d = state_descriptor(s, v);
	wait.place_count = 1;
	wait.is_bounded |= thread_is_bounded(s, v, region, wait.word);
	bool ends = wait.is_bounded && wait.expiry.kind == EXPIRY_LEAVES;
	if (ends || state_range(s, v).high < 0 || summary->waits.n >= BOUND_WAITS) return;
	if (!path_name_value(w, v, wait.places) &&
	    !(region && path_name_region(w, region, wait.places)) &&
	    !(d && d->holder && path_name_region(w, d->holder, wait.places)))
		return;
	if (is_librarys(w, wait.places)) return;
	note_deferral(s, &wait);
	wait.is_met |= thread_is_word(wait.word, "lock") && thread_may_be_free(s);
	for (size_t i = 0; i < summary->waits.n; i++) {
		if (!is_same_wait(&summary->waits.items[i], &wait)) continue;
		merge_waits(&summary->waits.items[i], &wait);
		return;
	}
	VEC_PUSH(w->out, &summary->waits, wait);
}

/* Whether the value may be a descriptor that somebody put into a set. */
static bool is_member(const struct state *s, const struct val *v) {
	return state_descriptor(s, v) || (v->kind == VAL_ENTRY && v->may_hold_line);
}

bool thread_is_watched(const struct event *e, const struct val *fd) {
	return e->verb == VERB_watches && doubt_same_but_for_age(e->other, fd);
}

struct members {
	VEC(const struct val *) list, met;
};

/* Where paths met, some of them had put the descriptor there, and others had not. */
static void add_members(struct walk *w, const struct state *s, const struct val *v,
                        struct members *m) {
	if (v->is_marked) return;
	val_mark(v, true);
	VEC_PUSH(w->arena, &m->met, v);
	if (is_member(s, v)) VEC_PUSH(w->arena, &m->list, v);
	for (const struct val_part *p = v->parts; p; p = p->next) add_members(w, s, p->val, m);
}

static struct members members_of(struct walk *w, const struct state *s, const struct region *set) {
	struct members m = {{0}, {0}};
	for (size_t i = 0; i < s->bindings.n; i++)
		if (region_root(s->bindings.items[i].region) == region_root(set))
			add_members(w, s, s->bindings.items[i].value, &m);
	for (size_t i = 0; i < m.met.n; i++) val_mark(m.met.items[i], false);
	return m;
}

const char THREAD_SET[] = "set", THREAD_LOOKS[] = "look";

/* A wait for what was registered with the descriptor fd, which was found at place: here, or by callers. */
static void wait_for_watched(struct walk *w, struct state *s, const struct region *place,
                             const struct val *fd, struct summary_wait wait) {
	wait.word = "poll";
	wait.is_shared = true;
	for (size_t i = 0; i < s->events.n; i++)
		if (thread_is_watched(&s->events.items[i], fd))
			add_wait(w, s, s->events.items[i].place, s->events.items[i].subject, wait);
	wait.word = THREAD_SET;
	add_wait(w, s, place, fd, wait);
}

/* poll and select wait for all that was put into their array or set. */
static void wait_for_members(struct walk *w, struct state *s, const struct region *set,
                             const struct val *fd, struct summary_wait wait) {
	struct members m = members_of(w, s, set);
	wait.is_shared = m.list.n > 1;
	for (size_t i = 0; i < m.list.n; i++) add_wait(w, s, NULL, m.list.items[i], wait);
	if (!m.list.n && fd->kind != VAL_CONST) wait_for_watched(w, s, set, fd, wait);
	/* The one that somebody else put there. */
	const struct region *first = set->kind == REGION_FIELD && set->parent->kind == REGION_ELEMENT
	                                 ? region_field(w->values, set->parent->parent, set->field)
	                                 : NULL;
	wait.is_shared = true;
	if (!m.list.n && first) add_wait(w, s, first, eval_load(w, s, first), wait);
}

static bool waits_for(const struct summary_case *k, const char *word) {
	for (size_t i = 0; i < k->effects.n; i++)
		if (k->effects.items[i].verb == VERB_waits &&
		    thread_is_word(k->effects.items[i].word, word))
			return true;
	return false;
}

/* Printing to a stream is no message to a thread: the call takes the stream's lock. */
static bool takes_lock(const struct summary_case *k) {
	return waits_for(k, "lock");
}

const char THREAD_WRITES[] = "write", THREAD_CONNECTS[] = "connect", THREAD_FLUSHES[] = "locks";

/* Something is sent that may be what a thread waits for: data, or a connection. What goes to a standard stream, no thread
 * reads. */
static void send(struct walk *w, struct state *s, const struct val *to, const char *how) {
	if (state_range(s, to).high < FIRST_DESCRIPTOR) return;
	w->result->summary->writes |= how == THREAD_WRITES;
	w->result->summary->connects |= how == THREAD_CONNECTS;
	if (w->env->threads < THREADS_START) return;
	struct event e = {
		.verb = VERB_waits, .subject = to, .word = how, .apart = true, .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

/* The errors of calls whose time is up, or that would block, and of accept on a line that was shut down: of most
 * architectures of Linux. */
enum { TIME_IS_UP = 11, IS_SHUT = 22 };

/* The lock of each stream is taken, that of a stream in which a thread is blocked among them. */
static void flush(struct walk *w, struct state *s) {
	if (w->env->threads < THREADS_START) return;
	struct event e = {.verb = VERB_waits,
	                  .subject = val_unknown(w->values),
	                  .word = THREAD_FLUSHES,
	                  .apart = true,
	                  .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

/* What becomes of the function when the call's time is up, and when the line was shut down. Of calls that do more than to
 * wait on a descriptor nobody knows what they return then. */
static void note_expiry(struct walk *w, const struct wait_kind *kind, struct summary_wait *wait) {
	bool looks = thread_is_word(kind->word, THREAD_LOOKS);
	bool reads = kind->is_call && thread_is_word(kind->word, "read");
	bool accepts = kind->is_call && thread_is_word(kind->word, "accept");
	struct wait_expiry call = {.kind = EXPIRY_RETURNS, .is_known = true, .result = looks ? 0 : -1};
	if (!looks) call.error = TIME_IS_UP;
	if (looks || reads || accepts) wait->expiry = thread_follow_expiry(w, &call);
	call.result = reads ? 0 : -1;
	call.error = reads ? 0 : IS_SHUT;
	if (reads || accepts) wait->end = thread_follow_expiry(w, &call);
}

/* poll and the like; set: the array or set, if that is a place. */
static void wait_for_any(struct walk *w, struct state *s, const struct region *region,
                         const struct val *value, struct summary_wait wait) {
	wait.word = "poll";
	const struct region *set = region ? region : region_pointee(w->values, value);
	if (value->kind != VAL_CONST && value->kind != VAL_UNKNOWN)
		wait_for_members(w, s, set, value, wait);
	else if (region) wait_for_members(w, s, region, value, wait);
}

void thread_waits(struct walk *w, struct state *s, const struct region *region,
                  const struct val *value, const struct summary_case *k,
                  const struct wait_kind *kind) {
	const char *word = kind->word;
	if (w->env->threads == THREADS_NONE || thread_is_word(word, "child")) return;
	if (thread_is_word(word, THREAD_FLUSHES)) {
		/* Not where a stream is meant that may be null, for all that is known. */
		if (value->kind == VAL_CONST) flush(w, s);
		return;
	}
	struct summary_wait wait = {.word = word,
	                            .is_bounded = thread_is_word(word, THREAD_LOOKS),
	                            .has_lock = takes_lock(k),
	                            .reads = thread_is_word(word, "lock") && waits_for(k, "read"),
	                            .origin = walk_origin(w)};
	note_expiry(w, kind, &wait);
	if (thread_is_word(word, "poll") || wait.is_bounded) {
		w->result->summary->polls = true;
		wait_for_any(w, s, region, value, wait);
		return;
	}
	if (thread_is_word(word, "connect")) send(w, s, value, THREAD_CONNECTS);
	if (thread_is_word(word, "write") && !takes_lock(k)) send(w, s, value, THREAD_WRITES);
	if (thread_is_word(word, "lock")) thread_look_for_lock(w, s, value, region);
	add_wait(w, s, region, value, wait);
}

const char THREAD_SIGNAL[] = "signal", THREAD_LAST_SIGNAL[] = "last signal";

bool thread_is_signal(const char *word) {
	return thread_is_word(word, THREAD_SIGNAL) || thread_is_word(word, THREAD_LAST_SIGNAL);
}

/* Whether the current instruction is in a loop, or before one. */
static bool loops_behind(struct walk *w) {
	bool *seen = ARENA_ARRAY(w->arena, bool, w->f->blocks.n);
	VEC(uint32_t) queue = {0};
	VEC_PUSH(w->arena, &queue, w->block);
	while (queue.n) {
		uint32_t block = queue.items[--queue.n];
		if (seen[block]) continue;
		seen[block] = true;
		const struct ir_exit *exit = &w->f->blocks.items[block].exit;
		for (uint32_t i = 0; i < exit->target_count; i++) {
			if (w->cfg->position[exit->targets[i]] <= w->cfg->position[block]) return true;
			VEC_PUSH(w->arena, &queue, exit->targets[i]);
		}
	}
	return false;
}

void thread_signals(struct walk *w, struct state *s, const struct val *lock) {
	if (w->env->threads == THREADS_NONE) return;
	struct summary_wait wait = {.word = loops_behind(w) ? THREAD_SIGNAL : THREAD_LAST_SIGNAL,
	                            .origin = walk_origin(w)};
	add_wait(w, s, lock->kind == VAL_ADDRESS ? lock->region : NULL, lock, wait);
}

/* A callee's last signal is one among others where it is called in a loop. */
static const char *word_here(struct walk *w, const char *word) {
	return thread_is_word(word, THREAD_LAST_SIGNAL) && loops_behind(w) ? THREAD_SIGNAL : word;
}

static bool is_poll(const struct summary *model) {
	for (size_t i = 0; model->is_model && i < model->cases.n; i++)
		for (size_t k = 0; k < model->cases.items[i].effects.n; k++) {
			const struct effect *e = &model->cases.items[i].effects.items[k];
			if (e->verb == VERB_waits &&
			    (thread_is_word(e->word, "poll") || thread_is_word(e->word, THREAD_LOOKS)))
				return true;
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

void thread_takes_waits(struct walk *w, struct state *s, const struct summary *callee,
                        const struct val *const *args, uint32_t n) {
	if (w->env->threads == THREADS_NONE) return;
	w->result->summary->polls |= callee->polls || is_poll(callee);
	/* What the code writes that threads run, it writes to others. */
	bool is_turn = thread_takes_turn(w, s, callee);
	if (callee->writes && !is_turn) send(w, s, val_unknown(w->values), THREAD_WRITES);
	if (callee->connects) send(w, s, val_unknown(w->values), THREAD_CONNECTS);
	w->result->summary->may_end |= thread_may_end(callee);
	for (size_t i = 0; i < callee->waits.n; i++) {
		const struct summary_wait *wait = &callee->waits.items[i];
		const struct val *v;
		const struct region *r = call_place(w, s, args, n, wait->places, &v);
		if (r) v = eval_load(w, s, r);
		struct summary_wait here = {.word = word_here(w, wait->word),
		                            .is_shared = wait->is_shared,
		                            .is_bounded = wait->is_bounded,
		                            .has_lock = wait->has_lock,
		                            .reads = wait->reads,
		                            .is_met = wait->is_met,
		                            .defers_cancellation = wait->defers_cancellation,
		                            .heeds_cancellation = wait->heeds_cancellation,
		                            .expiry = thread_follow_expiry(w, &wait->expiry),
		                            .end = thread_follow_expiry(w, &wait->end),
		                            .origin = origin_over(w, wait->origin)};
		if (thread_is_word(wait->word, THREAD_SET)) wait_for_watched(w, s, r, v, here);
		else add_wait(w, s, r, v, here);
		if (thread_is_word(wait->word, "lock")) thread_takes_lock(w, s, v, r, wait);
	}
}

/* --- what is done ----------------------------------------------------------------------------- */

void thread_act(struct walk *w, struct state *s, enum verb verb, const struct val *subject,
                const struct val *how) {
	if (w->env->threads == THREADS_NONE) return;
	if (w->env->threads < THREADS_START) return;
	thread_note_later(w, s, verb, subject, how);
	struct event e = {
		.verb = verb, .subject = subject, .other = how, .apart = true, .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

void thread_bounds(struct walk *w, struct state *s, const struct val *fd,
                   const struct region *place) {
	if (w->env->threads == THREADS_NONE) return;
	struct event e = {.verb = VERB_bounds, .subject = fd, .place = place, .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

void thread_watches(struct walk *w, struct state *s, const struct val *set, const struct val *fd,
                    const struct region *place) {
	if (w->env->threads == THREADS_NONE) return;
	struct event e = {.verb = VERB_watches,
	                  .subject = fd,
	                  .other = set,
	                  .place = place,
	                  .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

void thread_defers(struct walk *w, struct state *s, const struct effect *e) {
	if (w->env->threads == THREADS_NONE) return;
	struct event event = {.verb = e->verb,
	                      .subject = val_unknown(w->values),
	                      .word = e->word,
	                      .apart = true,
	                      .origin = walk_origin(w)};
	state_add_event(w->arena, s, event);
}

/* SA_RESTART, of all architectures of Linux that a model speaks of. */
enum { RESTARTS = 0x10000000 };

void thread_handles(struct walk *w, const struct state *s, const struct val *signal,
                    const struct val *flags) {
	if (w->env->threads != THREADS_START) return;
	struct range number = state_range(s, signal);
	bool restarts = flags->kind == VAL_CONST && (flags->number & RESTARTS);
	struct signal_handler h = {.signal = number.low == number.high ? number.low : ANY_SIGNAL,
	                           .restarts = restarts};
	VEC_PUSH(w->out, &w->result->handlers, h);
}

void thread_shows(struct walk *w, struct state *s, const struct val *v) {
	if (w->env->threads != THREADS_JOIN || v->kind == VAL_CONST || v->kind == VAL_UNKNOWN) return;
	struct event e = {.verb = VERB_calls, .subject = v, .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

void thread_is_told(struct walk *w, struct state *s, const struct region *region,
                    const struct val *value) {
	const struct region *flag = thread_named_holder(region);
	if (w->env->threads != THREADS_JOIN || value->kind != VAL_CONST || !flag) return;
	struct home home = thread_home(flag);
	if (!w->env->is_asked(w->env->data, NULL, &home)) return;
	struct event e = {.verb = VERB_assign,
	                  .subject = val_address(w->values, flag),
	                  .other = value,
	                  .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

void flow_add_hold(struct flow_hold *hold, const struct summary *summary) {
	for (size_t i = 0; i < summary->waits.n; i++) {
		hold->locks |= thread_is_word(summary->waits.items[i].word, "lock");
		hold->signals |= thread_is_signal(summary->waits.items[i].word);
	}
}
