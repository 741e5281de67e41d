#include "flow/guards.h"

bool guard_is_about_result(const struct guard *g) {
	return g->left.kind == TERM_PATH && g->left.path.root == PATH_RETURN && g->left.path.step_count == 0;
}

static void add_guard(struct arena *a, struct summary_case *c, const struct guard *about, enum ir_compare compare,
                      int64_t number) {
	struct guard g = *about;
	g.compare = compare;
	g.right = (struct term){.kind = TERM_CONST, .number = number};
	VEC_PUSH(a, &c->guards, g);
}

void guards_add_range(struct arena *a, struct summary_case *c, const struct guard *about, struct range r) {
	if (r.low == r.high) {
		add_guard(a, c, about, IR_EQ, r.low);
		return;
	}
	if (r.low != INT64_MIN) add_guard(a, c, about, IR_GE, r.low);
	if (r.high < INT32_MAX) add_guard(a, c, about, IR_LE, r.high);
	for (uint32_t i = 0; i < r.hole_count; i++) add_guard(a, c, about, IR_NE, r.holes[i]);
}

static bool same_path(const struct path *a, const struct path *b) {
	if (a->root != b->root || a->number != b->number || a->global != b->global || a->step_count != b->step_count)
		return false;
	for (uint32_t i = 0; i < a->step_count; i++) {
		const struct path_step *x = &a->steps[i], *y = &b->steps[i];
		if (x->kind != y->kind || x->field != y->field || x->index != y->index) return false;
	}
	return true;
}

static bool same_term(const struct term *a, const struct term *b) {
	return a->kind == b->kind && a->number == b->number && a->symbol == b->symbol && same_path(&a->path, &b->path);
}

static bool is_about_number(const struct guard *g) {
	return g->right.kind == TERM_CONST;
}

/* What the case says of the value. */
static struct range range_in(const struct summary_case *c, const struct term *value) {
	struct range r = range_full();
	for (size_t i = 0; i < c->guards.n; i++) {
		const struct guard *g = &c->guards.items[i];
		if (is_about_number(g) && same_term(&g->left, value)) r = range_where(r, g->compare, g->right.number);
	}
	return r;
}

/* Whether all that a holds is known to be outside of b, as far as intervals and single numbers say. */
static bool is_apart(const struct range *a, const struct range *b) {
	return a->high < b->low || b->high < a->low || (a->low == a->high && !range_has(b, a->low)) ||
	       (b->low == b->high && !range_has(a, b->low));
}

bool guards_tell_results_apart(const struct summary_case *a, const struct summary_case *b) {
	const struct term result = {.kind = TERM_PATH, .path = {.root = PATH_RETURN}};
	struct range x = range_in(a, &result), y = range_in(b, &result);
	return is_apart(&x, &y);
}

static bool is_first_about(const struct summary_case *c, size_t i) {
	for (size_t k = 0; k < i; k++)
		if (same_term(&c->guards.items[k].left, &c->guards.items[i].left)) return false;
	return true;
}

void guards_join(struct arena *a, struct summary_case *c, const struct summary_case *other) {
	struct summary_case joined = {.left = c->left, .no_memory = c->no_memory && other->no_memory};
	for (size_t i = 0; i < c->guards.n; i++) {
		const struct guard *g = &c->guards.items[i];
		if (!is_about_number(g) || !is_first_about(c, i)) continue;
		struct range mine = range_in(c, &g->left), theirs = range_in(other, &g->left);
		struct range both = range_join(&mine, &theirs);
		if (!range_is_full(&both)) guards_add_range(a, &joined, g, both);
	}
	for (size_t i = 0; i < c->lost.n; i++) VEC_PUSH(a, &joined.lost, c->lost.items[i]);
	for (size_t i = 0; i < other->lost.n; i++) VEC_PUSH(a, &joined.lost, other->lost.items[i]);
	joined.effects.items = c->effects.items;
	joined.effects.n = c->effects.n;
	joined.effects.cap = c->effects.cap;
	*c = joined;
}
