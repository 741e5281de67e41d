#include "rules/gate.h"

bool gate_excludes(const struct guard *a, const struct guard *b) {
	int64_t x = a->right.number, y = b->right.number;
	bool a_eq = a->compare == IR_EQ, b_eq = b->compare == IR_EQ;
	if (a_eq && b_eq) return x != y;
	if (a_eq && b->compare == IR_NE) return x == y;
	if (b_eq && a->compare == IR_NE) return x == y;
	if (a_eq && b->compare == IR_GE) return x < y;
	if (a_eq && b->compare == IR_LE) return x > y;
	if (b_eq && a->compare == IR_GE) return y < x;
	if (b_eq && a->compare == IR_LE) return y > x;
	if (a->compare == IR_GE && b->compare == IR_LE) return x > y;
	if (a->compare == IR_LE && b->compare == IR_GE) return x < y;
	return false;
}

/* One finds two places the same, the other does not. */
static bool tell_apart(const struct guard *a, const struct guard *b) {
	bool opposite = (a->compare == IR_EQ && b->compare == IR_NE) || (a->compare == IR_NE && b->compare == IR_EQ);
	return opposite && a->left.kind == TERM_PATH && b->left.kind == TERM_PATH && a->right.kind == TERM_PATH &&
	       b->right.kind == TERM_PATH && path_equal(&a->left.path, &b->left.path) &&
	       path_equal(&a->right.path, &b->right.path);
}

static bool same_subject(const struct guard *a, const struct guard *b) {
	bool is_place = a->left.kind == TERM_PATH || a->left.kind == TERM_BITS;
	return is_place && a->left.kind == b->left.kind && a->left.number == b->left.number &&
	       a->left.path.root != PATH_RETURN && a->right.kind == TERM_CONST && b->right.kind == TERM_CONST &&
	       path_equal(&a->left.path, &b->left.path);
}

const struct guard *gate_between(const struct summary_case *c, const struct summary_case *other) {
	for (size_t i = 0; i < c->guards.n; i++)
		for (size_t k = 0; k < other->guards.n; k++) {
			const struct guard *a = &c->guards.items[i], *b = &other->guards.items[k];
			if (tell_apart(a, b) || (same_subject(a, b) && gate_excludes(a, b))) return a;
		}
	return NULL;
}

static bool is_about_result(const struct guard *g) {
	return g->left.kind == TERM_PATH && g->left.path.root == PATH_RETURN && !g->left.path.step_count &&
	       g->right.kind == TERM_CONST;
}

bool gate_tells_results_apart(const struct summary_case *a, const struct summary_case *b) {
	for (size_t i = 0; i < a->guards.n; i++)
		for (size_t k = 0; k < b->guards.n; k++) {
			const struct guard *x = &a->guards.items[i], *y = &b->guards.items[k];
			if (is_about_result(x) && is_about_result(y) && gate_excludes(x, y)) return true;
		}
	return false;
}
