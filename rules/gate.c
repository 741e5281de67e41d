#include "rules/gate.h"

#include "flow/guards.h"

bool gate_excludes(const struct summary_case *c, const struct term *value, int64_t number) {
	struct range r = guards_narrow(c, value, range_of(number, number));
	return range_is_empty(&r);
}

/* One finds two places the same, the other does not. */
static bool tell_apart(const struct guard *a, const struct guard *b) {
	bool opposite = (a->compare == IR_EQ && b->compare == IR_NE) ||
	                (a->compare == IR_NE && b->compare == IR_EQ);
	return opposite && a->left.kind == TERM_PATH && b->left.kind == TERM_PATH &&
	       a->right.kind == TERM_PATH && b->right.kind == TERM_PATH &&
	       path_equal(&a->left.path, &b->left.path) && path_equal(&a->right.path, &b->right.path);
}

/* Whether the guard is about a number found at entry, of which one case says what the other excludes. */
static bool parts(const struct guard *g, const struct summary_case *c,
                  const struct summary_case *other) {
	bool is_place = g->left.kind == TERM_PATH || g->left.kind == TERM_BITS;
	if (!is_place || g->left.path.root == PATH_RETURN || !guard_is_about_number(g)) return false;
	struct range both = guards_narrow(c, &g->left, guards_narrow(other, &g->left, range_full()));
	return range_is_empty(&both);
}

const struct guard *gate_between(const struct summary_case *c, const struct summary_case *other) {
	for (size_t i = 0; i < c->guards.n; i++) {
		const struct guard *a = &c->guards.items[i];
		if (parts(a, c, other)) return a;
		for (size_t k = 0; k < other->guards.n; k++)
			if (tell_apart(a, &other->guards.items[k])) return a;
	}
	return NULL;
}
