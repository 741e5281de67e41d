/* Goodbyes of a protocol that wait for the peer's own, and what comes behind them: where the session is released, nobody
 * needed that answer. Part of the flow engine. Floor 2. */
#include "flow/walk.h"

const char GOODBYE[] = "answer";

/* Whether the case is that of one result: such a call did not come to its end, and says that it would block. */
static bool has_one_result(const struct summary_case *k, int64_t *result) {
	for (size_t i = 0; i < k->guards.n; i++) {
		const struct guard *g = &k->guards.items[i];
		bool is_it = g->compare == IR_EQ && g->left.kind == TERM_PATH &&
		             g->left.path.root == PATH_RETURN && g->right.kind == TERM_CONST;
		if (is_it) *result = g->right.number;
		if (is_it) return true;
	}
	return false;
}

/* Whether the function calls again whenever the call would block, and asks nothing before. */
static bool is_begun_anew(struct walk *w, const struct summary_case *k) {
	struct wait_expiry call = {.kind = EXPIRY_RETURNS, .is_known = true};
	return has_one_result(k, &call.result) && thread_follow_expiry(w, &call).kind == EXPIRY_AGAIN;
}

void goodbye_waits(struct walk *w, struct state *s, const struct region *line,
                   const struct summary_case *k) {
	bool again = !k || is_begun_anew(w, k);
	if (!line || w->env->threads > THREADS_WAIT) return;
	struct event e = {.verb = VERB_waits,
	                  .subject = val_address(w->values, line),
	                  .other = val_const(w->values, again),
	                  .word = GOODBYE,
	                  .origin = walk_origin(w)};
	state_add_event(w->arena, s, e);
}

static bool is_at(const struct origin *a, const struct origin *b) {
	return a->loc.line == b->loc.line && a->loc.column == b->loc.column;
}

static void note(struct walk *w, const struct goodbye *goodbye) {
	for (size_t i = 0; i < w->result->goodbyes.n; i++) {
		struct goodbye *known = &w->result->goodbyes.items[i];
		if (!is_at(known->at, goodbye->at) || !is_at(known->released, goodbye->released)) continue;
		known->begins_anew |= goodbye->begins_anew;
		return;
	}
	VEC_PUSH(w->out, &w->result->goodbyes, *goodbye);
}

void goodbye_ends(struct walk *w, const struct state *s, const struct val *session,
                  const struct region *line) {
	const struct origin *here = walk_origin(w);
	for (size_t i = 0; i < s->events.n && w->env->threads <= THREADS_WAIT; i++) {
		const struct event *e = &s->events.items[i];
		if (e->verb != VERB_waits || e->word != GOODBYE || e->subject->region != line) continue;
		if (is_at(e->origin, here)) continue; /* a callee did both, and knows */
		struct goodbye g = {
			.resource = session->region ? path_describe_region(w, s, session->region) : NULL,
			.at = e->origin,
			.released = here,
			.begins_anew = e->other->number,
		};
		note(w, &g);
	}
}
