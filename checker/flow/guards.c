#include "flow/guards.h"

bool guard_is_about_result(const struct guard *g) {
	return g->left.kind == TERM_PATH && g->left.path.root == PATH_RETURN &&
	       g->left.path.step_count == 0;
}

bool guard_is_about_number(const struct guard *g) {
	return g->right.kind == TERM_CONST || g->right.kind == TERM_SPAN;
}

/* The numbers of r that meet the guard. */
static struct range narrow(const struct guard *g, struct range r) {
	if (g->right.kind == TERM_SPAN) return range_without(r, g->right.number, g->right.last);
	return range_where(r, g->compare, g->right.number);
}

static bool same_term(const struct term *a, const struct term *b) {
	return a->kind == b->kind && a->number == b->number && a->symbol == b->symbol &&
	       path_equal(&a->path, &b->path);
}

struct range guards_narrow(const struct summary_case *c, const struct term *value, struct range r) {
	for (size_t i = 0; i < c->guards.n; i++) {
		const struct guard *g = &c->guards.items[i];
		if (guard_is_about_number(g) && same_term(&g->left, value)) r = narrow(g, r);
	}
	return r;
}

static void add_guard(struct arena *a, struct summary_case *c, const struct guard *about,
                      enum ir_compare compare, int64_t number, int64_t last) {
	struct guard g = *about;
	g.compare = compare;
	g.right = (struct term){
		.kind = number == last ? TERM_CONST : TERM_SPAN, .number = number, .last = last};
	VEC_PUSH(a, &c->guards, g);
}

void guards_add_range(struct arena *a, struct summary_case *c, const struct guard *about,
                      struct range r) {
	if (r.low == r.high) {
		add_guard(a, c, about, IR_EQ, r.low, r.low);
		return;
	}
	bool bits = about->left.kind == TERM_BITS && about->left.number > 0;
	if (r.low > (bits ? 0 : INT64_MIN)) add_guard(a, c, about, IR_GE, r.low, r.low);
	if (r.high < (bits ? about->left.number : INT32_MAX))
		add_guard(a, c, about, IR_LE, r.high, r.high);
	for (uint32_t i = 0; i < r.gap_count; i++)
		add_guard(a, c, about, IR_NE, r.gaps[i].low, r.gaps[i].high);
}

bool guards_tell_results_apart(const struct summary_case *a, const struct summary_case *b) {
	const struct term result = {.kind = TERM_PATH, .path = {.root = PATH_RETURN}};
	struct range both = guards_narrow(a, &result, guards_narrow(b, &result, range_full()));
	return range_is_empty(&both);
}

static bool is_first_about(const struct summary_case *c, size_t i) {
	for (size_t k = 0; k < i; k++)
		if (same_term(&c->guards.items[k].left, &c->guards.items[i].left)) return false;
	return true;
}

void guards_join(struct arena *a, struct summary_case *c, const struct summary_case *other) {
	struct summary_case joined = {.left = c->left,
	                              .no_memory = c->no_memory && other->no_memory,
	                              .asks_changed = c->asks_changed || other->asks_changed};
	for (size_t i = 0; i < c->guards.n; i++) {
		const struct guard *g = &c->guards.items[i];
		if (!guard_is_about_number(g) || !is_first_about(c, i)) continue;
		struct range mine = guards_narrow(c, &g->left, range_full());
		struct range theirs = guards_narrow(other, &g->left, range_full());
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
