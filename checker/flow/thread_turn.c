/* Who starts threads, and then runs their code himself: once that comes to its end, the work is over, and those who are
 * blocked in it have been left there. Part of the flow engine. Floor 2. */
#include "flow/thread.h"

static const struct event *find_start(const struct state *s, const char *entry) {
	for (size_t i = 0; i < s->events.n; i++) {
		const struct event *e = &s->events.items[i];
		if (e->verb == VERB_starts && e->other->kind == VAL_FUNCTION && e->other->text == entry)
			return e;
	}
	return NULL;
}

bool thread_takes_turn(struct walk *w, struct state *s, const struct summary *callee) {
	const struct event *start =
		w->env->threads == THREADS_JOIN && !callee->is_model ? find_start(s, callee->name) : NULL;
	if (!start) return false;
	struct event turn = {.verb = VERB_calls, .subject = start->other, .origin = walk_origin(w)};
	state_add_event(w->arena, s, turn);
	return true;
}

bool thread_is_turn(const struct event *e, const char *entry) {
	return e->verb == VERB_calls && e->subject->kind == VAL_FUNCTION && e->subject->text == entry;
}

/* The place in the program that the wait is on, whoever runs the code; NULL: it depends on what that is given. */
static const struct path *common_place(const struct summary_wait *wait) {
	for (uint32_t i = 0; i < wait->place_count; i++)
		if (wait->places[i].root == PATH_GLOBAL) return &wait->places[i];
	return NULL;
}

static struct home home_of(const struct path *p) {
	for (uint32_t i = p->step_count; i-- > 0;)
		if (p->steps[i].kind == PATH_FIELD) return (struct home){.field = p->steps[i].field};
	return (struct home){.global = p->global};
}

static bool is_same_home(const struct home *a, const struct home *b) {
	return a->field == b->field && a->global == b->global;
}

/* Whether the code polls for nothing but what lies there: no pipe that somebody may write to. */
static bool polls_alone(const struct summary *entry, const struct home *line) {
	for (size_t i = 0; i < entry->waits.n; i++) {
		const struct summary_wait *wait = &entry->waits.items[i];
		if (!thread_is_word(wait->word, "poll")) continue;
		struct home other = home_of(&wait->places[0]);
		if (!is_same_home(&other, line)) return false;
	}
	return true;
}

/* Of one connection the end is seen by all who wait on it. */
static bool has_no_end(const struct blocked *b) {
	return b->has_no_end || thread_is_word(b->wait->word, "accept") ||
	       (thread_is_word(b->wait->word, "poll") && b->wait->is_shared);
}

bool thread_is_left_behind(const struct walk *w, const struct blocked *b, const char *entry,
                           struct home *line) {
	const struct path *place = common_place(b->wait);
	const struct summary *summary = w->env->entry(w->env->data, w->unit, entry);
	if (!place || !summary || !has_no_end(b)) return false;
	*line = home_of(place);
	return polls_alone(summary, line);
}
