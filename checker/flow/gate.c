#include "flow/gate.h"

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

/* Both are about bits of one place: with one, none of those is set that the other knows some of. */
static bool tell_bits_apart(const struct guard *a, const struct summary_case *of_a,
                            const struct guard *b, const struct summary_case *of_b) {
	bool within = a->left.kind == TERM_BITS && b->left.kind == TERM_BITS &&
	              !(b->left.number & ~a->left.number) && path_equal(&a->left.path, &b->left.path);
	return within && !gate_excludes(of_a, &a->left, 0) && gate_excludes(of_b, &b->left, 0) &&
	       guards_narrow(of_a, &a->left, range_full()).high == 0;
}

/* Whether the guard is about a number found at entry, of which one case says what the other excludes. */
static bool parts(const struct guard *g, const struct summary_case *c,
                  const struct summary_case *other) {
	bool is_place = g->left.kind == TERM_PATH || g->left.kind == TERM_BITS;
	if (!is_place || g->left.path.root == PATH_RETURN || !guard_is_about_number(g)) return false;
	struct range both = guards_narrow(c, &g->left, guards_narrow(other, &g->left, range_full()));
	return range_is_empty(&both);
}

const struct guard *gate_between(const struct summary_case *c, const struct summary_case *other,
                                 const struct path *but) {
	for (size_t i = 0; i < c->guards.n; i++) {
		const struct guard *a = &c->guards.items[i];
		if (but && path_equal(&a->left.path, but)) continue;
		if (parts(a, c, other)) return a;
		for (size_t k = 0; k < other->guards.n; k++) {
			const struct guard *b = &other->guards.items[k];
			if (tell_apart(a, b) || tell_bits_apart(a, c, b, other) ||
			    tell_bits_apart(b, other, a, c))
				return a;
		}
	}
	return NULL;
}

static int64_t bits_of(const struct term *t) {
	return t->kind == TERM_BITS ? t->number : -1;
}

/* Whether that may be any number: bits of one are never below zero, nor above all of them. */
static bool is_any(const struct summary_case *c, const struct term *value) {
	struct range all =
		value->kind == TERM_BITS && value->number > 0 ? range_of(0, value->number) : range_full();
	struct range r = guards_narrow(c, value, all);
	return range_equal(&r, &all);
}

static bool asks(const struct summary_case *c, const struct term *value) {
	for (size_t i = 0; i < c->guards.n; i++) {
		const struct guard *g = &c->guards.items[i];
		bool same = path_equal(&value->path, &g->left.path) && bits_of(value) & bits_of(&g->left);
		if (same && !(guard_is_about_number(g) && is_any(c, &g->left))) return true;
	}
	return false;
}

size_t gate_forgot(const struct summary_case *c, const struct summary_case *other) {
	size_t n = 0;
	for (size_t i = 0; i < c->forgotten.n; i++) n += asks(other, &c->forgotten.items[i]);
	return n;
}

bool gate_is_blurred(const struct summary_case *c, const struct summary_case *other) {
	return c->asks_changed || other->asks_changed || gate_forgot(c, other) > 1 ||
	       gate_forgot(other, c) > 1;
}
