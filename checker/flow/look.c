#include "flow/look.h"

#include "flow/bounds.h"
#include "flow/guards.h"

static bool is_own(const struct effect *e) {
	return e->origin && !e->origin->inner;
}

/* Whether the case puts what it made elsewhere than into a global. */
static bool hands_out(const struct summary_case *c, uint32_t made) {
	for (size_t i = 0; i < c->effects.n; i++) {
		const struct effect *e = &c->effects.items[i];
		if (e->verb == VERB_assign && e->value.kind == TERM_PATH &&
		    e->value.path.root == PATH_NEW && e->value.path.number == made &&
		    e->place.root != PATH_GLOBAL)
			return true;
	}
	return false;
}

/* Closes what callers gave it, or puts what it opened into an object of theirs. What a callee does to globals, such as a log
 * that opens its file again, is no decision of this function. */
static bool decides(const struct summary_case *c) {
	for (size_t i = 0; i < c->effects.n; i++) {
		const struct effect *e = &c->effects.items[i];
		if (e->verb == VERB_closes && (e->place.root != PATH_GLOBAL || is_own(e))) return true;
		if (e->verb == VERB_opens && e->place.root == PATH_NEW &&
		    (is_own(e) || hands_out(c, e->place.number)))
			return true;
	}
	return false;
}

/* Whether some way through the function does so, and some way does not. */
static bool decides_sometimes(const struct summary *s) {
	size_t deciding = 0;
	for (size_t i = 0; i < s->cases.n; i++) deciding += decides(&s->cases.items[i]);
	return deciding > 0 && deciding < s->cases.n;
}

static bool is_in_doubt(const struct flow_result *r) {
	for (size_t i = 0; i < r->losses.n; i++)
		if (r->losses.items[i]->is_doubtful) return true;
	return false;
}

/* Whether it does nothing but answer, and some case of it may answer this or that. */
static bool mixes_answers(const struct summary *s) {
	static const struct term answer = {.kind = TERM_PATH, .path = {.root = PATH_RETURN}};
	bool mixes = false;
	for (size_t i = 0; i < s->cases.n; i++) {
		if (s->cases.items[i].effects.n) return false;
		struct range answers = guards_narrow(&s->cases.items[i], &answer, range_full());
		mixes |= answers.low != answers.high;
	}
	return mixes;
}

/* A short question about what it is given, `bool is_open(int fd)`: callers ask it instead of the thing itself, and the
 * answer must go with what it is about. */
static bool is_blurred_question(const struct flow_result *r, const struct ir_function *f) {
	return r->blurred_states > 0 && f->type.kind == IR_INT && f->param_count > 0 &&
	       f->blocks.n <= BOUND_QUESTION_BLOCKS && mixes_answers(r->summary);
}

bool look_again(const struct flow_result *rough, const struct ir_function *f) {
	return decides_sometimes(rough->summary) || is_in_doubt(rough) || is_blurred_question(rough, f);
}
