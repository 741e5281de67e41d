/* What was done to a line, and whether that ends a wait on it. Part of the flow engine. Floor 2. */
#include "flow/thread.h"

static const struct val *without_copies(const struct state *s, const struct val *v) {
	const struct descriptor *d = state_descriptor(s, v);
	return d && d->copy_of ? d->copy_of : v;
}

static bool is_named(const struct state *s, const struct name *name, const struct val *v) {
	v = without_copies(s, v);
	if (v == name->line || doubt_same_but_for_age(v, name->line)) return true;
	if (name->line->region && v->region == name->line->region) return true;
	return name->place && v->region == name->place;
}

bool thread_is_line(const struct state *s, const struct blocked *b, const struct val *v) {
	for (uint32_t i = 0; i < b->name_count; i++)
		if (is_named(s, &b->names[i], v)) return true;
	return false;
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

/* Whether the value may name the same line, as far as the program's facts say. */
static bool may_be_line(const struct walk *w, const struct state *s, const struct blocked *b,
                        const struct val *v) {
	if (thread_is_line(s, b, v)) return true;
	const struct descriptor *one = state_descriptor(s, v),
							*other = state_descriptor(s, b->names[0].line);
	if (one && other && one->opened && other->opened) return false;
	const struct ir_field *x = field_of_line(s, v);
	for (uint32_t i = 0; i < b->name_count; i++) {
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
	const struct val *line = without_copies(s, b->names[0].line);
	if (v->kind == VAL_MADE && line->kind == VAL_MADE && !v->region && !line->region)
		return v->site == line->site;
	const struct ir_field *x = field_of_line(s, v), *y = thread_field_of_name(s, &b->names[0]);
	return x && y && w->env->may_share_line(w->env->data, x, y);
}

static void consider_shutdown(const struct walk *w, const struct state *s, const struct blocked *b,
                              const struct event *e, struct thread_done *done) {
	int how = thread_directions(e);
	if (!thread_is_line(s, b, e->subject) || !how)
		done->may_wake |= b->wait->is_shared || may_be_line(w, s, b, e->subject);
	else if (!(how & thread_needs(b->wait->word))) done->shuts_wrongly = e->origin;
	else if (!done->closes || done->closes_perhaps) done->wakes = true;
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

static void consider(const struct walk *w, const struct state *s, const struct blocked *b,
                     const struct event *e, struct thread_done *done) {
	if (e->verb == VERB_cancels || e->verb == VERB_waits) done->may_wake = true;
	else if (e->verb == VERB_interrupts) consider_signal(w, b, e, done);
	else if (e->verb == VERB_shuts) consider_shutdown(w, s, b, e, done);
	else if (e->verb == VERB_drops && is_of_kind(s, b, e->subject)) done->drops = e->origin;
	else if (e->verb != VERB_closes) return;
	else if (thread_is_line(s, b, e->subject)) {
		done->closes = e->origin;
		done->closes_perhaps = e->is_doubtful;
	} else if (b->wait->is_shared || is_other_end(w, s, b, e->subject)) done->may_wake = true;
}

struct thread_done thread_what_was_done(const struct walk *w, const struct state *s,
                                        const struct blocked *b, const struct val *handle) {
	struct thread_done done = {.wakes = false};
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		consider(w, s, b, e, &done);
		done.joins_other |= e->verb == VERB_joins && !doubt_same_but_for_age(e->subject, handle);
	}
	return done;
}
