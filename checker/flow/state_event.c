#include "flow/state_own.h"

#include <string.h>

/* What was done to things of the caller's, and to threads. */

static bool same_event(const struct event *a, const struct event *b) {
	if (a->verb != b->verb || a->subject != b->subject) return false;
	/* Once it is out of sight it does not matter who else gets it. */
	if (a->verb == VERB_escapes) return true;
	bool same_word = a->word && b->word ? strcmp(a->word, b->word) == 0 : a->word == b->word;
	return a->other == b->other && same_word;
}

/* The event's index, or where it would be added. States that meet have much in common: it is looked for at hint first. */
static size_t find_event(const struct state *s, const struct event *event, size_t hint) {
	if (hint < s->events.n && same_event(&s->events.items[hint], event)) return hint;
	for (size_t i = 0; i < s->events.n; i++)
		if (same_event(&s->events.items[i], event)) return i;
	return s->events.n;
}

static void add_event(struct arena *a, struct state *s, const struct event *event, size_t hint) {
	size_t i = find_event(s, event, hint);
	if (i < s->events.n && (!s->events.items[i].is_doubtful || event->is_doubtful)) return;
	OWN(a, s, events, SHARE_EVENTS);
	if (i < s->events.n) s->events.items[i].is_doubtful = false;
	else VEC_PUSH(a, &s->events, *event);
}

void state_add_event(struct arena *a, struct state *s, struct event event) {
	add_event(a, s, &event, 0);
}

/* Whether what was done in s, at i, was done in the other state, too, and for certain. */
static bool is_settled_in(const struct state *other, const struct state *s, size_t i) {
	size_t k = find_event(other, &s->events.items[i], i);
	return k < other->events.n && !other->events.items[k].is_doubtful;
}

static bool doubt_events(struct arena *a, struct state *s, const struct state *other) {
	bool changed = false;
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (!e->apart || e->is_doubtful || is_settled_in(other, s, i)) continue;
		OWN(a, s, events, SHARE_EVENTS);
		s->events.items[i].is_doubtful = changed = true;
	}
	return changed;
}

bool state_merge_events(struct arena *a, struct state *s, const struct state *other) {
	bool changed = doubt_events(a, s, other);
	size_t before = s->events.n;
	for (size_t i = 0; i < other->events.n; i++) {
		struct event e = other->events.items[i];
		e.is_doubtful = e.apart;
		add_event(a, s, &e, i);
	}
	return changed || s->events.n != before;
}

/* Whoever did it may have done something else as well, and no later. */
static void blur_events(struct arena *a, struct state *s, const struct val *subject) {
	size_t kept = 0;
	bool blurred = false;
	OWN(a, s, events, SHARE_EVENTS);
	for (size_t i = 0; i < s->events.n; i++) {
		struct event e = s->events.items[i];
		bool is_meant = event_is_disputable(&e) && e.subject == subject;
		if (is_meant && blurred) continue;
		blurred |= is_meant;
		s->events.items[kept++] =
			is_meant ? (struct event){VERB_escapes, .subject = subject, .origin = e.origin} : e;
	}
	s->events.n = kept;
}

void state_leave_open(struct arena *a, struct state *s, const struct disputed *disputed) {
	for (size_t i = 0; i < disputed->list.n; i++) {
		const struct val *v = disputed->list.items[i];
		const struct descriptor *d = state_descriptor(s, v);
		if (d && d->state == DESCRIPTOR_OPEN)
			state_touch_descriptor(a, s, v)->state = DESCRIPTOR_DISPUTED;
		blur_events(a, s, v);
	}
}

bool state_keeps(const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->events.n; i++)
		if (s->events.items[i].verb == VERB_escapes && s->events.items[i].subject == v) return true;
	for (size_t i = 0; i < s->bindings.n; i++)
		if (s->bindings.items[i].value == v &&
		    region_root(s->bindings.items[i].region)->kind != REGION_VAR)
			return true;
	return false;
}
