#include "rules/callee.h"

#include "flow/guards.h"

/* --- half made -------------------------------------------------------------------------------- */

/* Where the case puts what it opens: a member of an object that the caller gave. */
static const struct path *filled_place(const struct summary_case *c) {
	for (size_t i = 0; i < c->effects.n; i++) {
		const struct effect *opens = &c->effects.items[i];
		for (size_t k = 0; k < c->effects.n && opens->verb == VERB_opens; k++) {
			const struct effect *e = &c->effects.items[k];
			const struct path *p = &e->place;
			bool same = e->verb == VERB_assign && e->value.kind == TERM_PATH &&
			            path_equal(&e->value.path, &opens->place);
			bool member = p->root == PATH_PARAM && p->step_count &&
			              p->steps[p->step_count - 1].kind == PATH_FIELD;
			if (same && member) return p;
		}
	}
	return NULL;
}

/* Whether the function also fills the place and says by its result that this is another outcome. */
static bool has_other_outcome(const struct summary *s, const struct summary_case *c,
                              const struct path *place) {
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct path *other = filled_place(&s->cases.items[i]);
		if (other && path_equal(other, place) && guards_tell_results_apart(&s->cases.items[i], c))
			return true;
	}
	return false;
}

/* Whether f loses what the callee made in such a case. */
static bool loses(const struct program_function *f, const struct summary *callee,
                  const struct summary_case *c, bool such) {
	for (size_t i = 0; i < f->result->losses.n; i++) {
		const struct callee_case *made = &f->result->losses.items[i]->made;
		if (made->by && made->by->name == callee->name &&
		    guards_tell_results_apart(made->in, c) != such)
			return true;
	}
	return false;
}

static bool closes_left(const struct program_function *f, const struct summary *callee,
                        const struct summary_case *c) {
	for (size_t i = 0; i < f->result->closes.n; i++) {
		const struct callee_case *made = &f->result->closes.items[i].made;
		if (made->by && made->by->name == callee->name && !guards_tell_results_apart(made->in, c))
			return true;
	}
	return false;
}

/* Whether no caller closes what is left when not all is well, though those who get more than that
 * close it: each of them, or several. */
static bool is_nobodys_to_close(const struct program *p, const struct program_function *f,
                                const struct summary_case *c) {
	const struct summary *s = f->result->summary;
	size_t losers = 0;
	for (size_t i = 0; i < f->callers.n; i++) {
		const struct program_function *caller = &p->functions.items[f->callers.items[i]];
		if (closes_left(caller, s, c)) return false;
		losers += loses(caller, s, c, true) && !loses(caller, s, c, false);
	}
	return losers == f->callers.n || losers > 1;
}

static bool is_half_made(const struct program *p, const struct loss *loss,
                         struct callee_fault *fault) {
	const struct summary_case *c = loss->made.in;
	const struct program_function *f = loss->made.by ? program_find(p, loss->made.by->name) : NULL;
	const struct path *place = f ? filled_place(c) : NULL;
	if (!place || !c->left.line || !has_other_outcome(loss->made.by, c, place) ||
	    !is_nobodys_to_close(p, f, c))
		return false;
	*fault = (struct callee_fault){CALLEE_HALF_MADE, f, c, *place};
	return true;
}

/* --- untaken ---------------------------------------------------------------------------------- */

/* Whether the result says which of the paths that take it was taken. */
static bool does_caller_know(const struct loss *loss) {
	const struct callee_case *u = &loss->untaken;
	for (size_t i = 0; i < u->by->cases.n; i++) {
		const struct summary_case *other = &u->by->cases.items[i];
		if (summary_case_takes(other, u->param) && guards_tell_results_apart(other, u->in))
			return true;
	}
	return false;
}

/* Whether the callee keeps it in some case, as its own from then on. */
static bool keeps(const struct callee_case *u) {
	for (size_t i = 0; i < u->by->cases.n; i++)
		if (summary_case_keeps(&u->by->cases.items[i], u->param)) return true;
	return false;
}

/* A callee that only closes it, where it fails, has not promised to: then the one who never closes
 * it forgot it. */
static bool is_untaken(const struct program *p, const struct loss *loss,
                       struct callee_fault *fault) {
	const struct callee_case *u = &loss->untaken;
	const struct program_function *f = u->by ? program_find(p, u->by->name) : NULL;
	bool lost_here = loss->manner == LOSS_RETURN || loss->manner == LOSS_SCOPE;
	if (!f || f->result->cut || !lost_here || !u->in->left.line || does_caller_know(loss))
		return false;
	if (!keeps(u) && !loss->closes_otherwise) return false;
	*fault =
		(struct callee_fault){CALLEE_UNTAKEN, f, u->in, {.root = PATH_PARAM, .number = u->param}};
	return true;
}

bool callee_is_to_blame(const struct program *program, const struct loss *loss,
                        struct callee_fault *fault) {
	return is_half_made(program, loss, fault) || is_untaken(program, loss, fault);
}
