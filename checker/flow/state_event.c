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

void state_add_event(struct arena *a, struct state *s, struct event event) {
	for (size_t i = 0; i < s->events.n; i++) {
		if (!same_event(&s->events.items[i], &event)) continue;
		if (!s->events.items[i].is_doubtful || event.is_doubtful) return;
		OWN(a, s, events, SHARE_EVENTS);
		s->events.items[i].is_doubtful = false;
		return;
	}
	OWN(a, s, events, SHARE_EVENTS);
	VEC_PUSH(a, &s->events, event);
}

/* Whether it was done in the other state, too, and for certain. */
static bool is_settled_in(const struct state *s, const struct event *event) {
	for (size_t i = 0; i < s->events.n; i++)
		if (same_event(&s->events.items[i], event)) return !s->events.items[i].is_doubtful;
	return false;
}

bool state_doubt_events(struct arena *a, struct state *s, const struct state *other) {
	bool changed = false;
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (!e->apart || e->is_doubtful || is_settled_in(other, e)) continue;
		OWN(a, s, events, SHARE_EVENTS);
		s->events.items[i].is_doubtful = changed = true;
	}
	return changed;
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
