/* Who owns what a callee closes in one case and leaves open in another. */
#include "flow/call.h"
#include "flow/gate.h"
#include "flow/guards.h"

/* Whether the guard may fail, as far as the caller's state says. */
static bool may_fail(struct call *c, const struct guard *g) {
	struct walk *w = c->w;
	struct state *s = state_fork(w->arena, c->before);
	const struct val *left = call_term(c, &g->left);
	if (g->right.kind != TERM_SPAN)
		return state_assume(w->arena, s, w->values, left, compare_negate(g->compare),
		                    call_term(c, &g->right), false);
	return state_assume(w->arena, s, w->values, left, IR_GE, val_const(w->values, g->right.number),
	                    false) &&
	       state_assume(w->arena, s, w->values, left, IR_LE, val_const(w->values, g->right.last),
	                    false);
}

/* Whether the guards of the case are what the caller's state says, rather than one of two possibilities. */
static bool is_implied(struct call *c, const struct summary_case *k) {
	for (size_t i = 0; i < k->guards.n; i++)
		if (!guard_is_about_result(&k->guards.items[i]) && may_fail(c, &k->guards.items[i]))
			return false;
	return true;
}

bool call_is_element(const struct call *c, const struct region *r, const struct val *fd) {
	if (!r || !region_is_many(r)) return false;
	for (size_t i = 0; i < c->s->bindings.n; i++) {
		const struct binding *b = &c->s->bindings.items[i];
		if (region_may_be(b->region, r) && (b->value == fd || elements_may_hold(b, fd)))
			return true;
	}
	return false;
}

/* Whether fd is held by an object that an element points to. */
static bool is_held_by_element(const struct call *c, const struct region *r, const struct val *fd) {
	for (size_t i = 0; i < c->s->bindings.n; i++) {
		const struct region *root = region_root(c->s->bindings.items[i].region);
		if (c->s->bindings.items[i].value == fd && root->kind == REGION_POINTEE &&
		    call_is_element(c, r, root->pointer))
			return true;
	}
	return false;
}

/* Whether the effect is done to all elements of an array, of which one holds fd. */
static bool ends_elements(struct call *c, const struct effect *e, const struct val *fd) {
	const struct region *r = call_region(c, &e->place);
	if (e->verb == VERB_closes) return call_is_element(c, r, fd);
	return e->verb == VERB_releases && is_held_by_element(c, r, fd);
}

static const struct effect *closing_effect(struct call *c, const struct summary_case *k,
                                           const struct val *fd) {
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		bool closes = e->verb == VERB_closes && call_value(c, &e->place) == fd;
		if (closes || ends_elements(c, e, fd)) return e;
	}
	return NULL;
}

/* A case but k that closes it, when k does not. */
static const struct summary_case *closed_otherwise(struct call *c, const struct summary *summary,
                                                   const struct summary_case *k,
                                                   const struct val *fd) {
	if (closing_effect(c, k, fd)) return NULL;
	for (size_t i = 0; i < summary->cases.n; i++)
		if (closing_effect(c, &summary->cases.items[i], fd)) return &summary->cases.items[i];
	return NULL;
}

/* Whether a flag may decide: a case that asks only whether pointers are there, and releases nothing by way of them, does
 * not say who owns a descriptor. */
static bool may_be_about_ownership(const struct summary_case *k) {
	for (size_t i = 0; i < k->effects.n; i++)
		if (k->effects.items[i].verb == VERB_releases || k->effects.items[i].verb == VERB_escapes)
			return true;
	for (size_t i = 0; i < k->guards.n; i++) {
		const struct guard *g = &k->guards.items[i];
		const struct path *p = &g->left.path;
		bool pointer = g->left.kind == TERM_PATH && p->step_count &&
		               p->steps[p->step_count - 1].kind == PATH_FIELD &&
		               p->steps[p->step_count - 1].field->type.kind == IR_PTR;
		bool itself = g->left.kind == TERM_PATH && (!p->step_count || guard_is_about_result(g));
		if (!pointer && !itself) return true;
	}
	return false;
}

/* Whether the case may happen as well, as far as the caller knows. */
static bool may_happen(struct call *c, const struct summary_case *k) {
	struct state *s = c->s;
	c->s = state_fork(c->w->arena, c->before);
	bool possible = call_assume(c, k, false);
	c->s = s;
	return possible;
}

/* Whether the case as well as k may happen, as far as the state of all objects goes: the number itself, fd, says nothing of
 * who owns it. */
static bool is_undecided(struct call *c, const struct summary_case *k,
                         const struct summary_case *other, const struct path *fd) {
	return !gate_is_blurred(k, other) && !gate_between(k, other, fd) && may_happen(c, other);
}

/* What closes fd, which is an argument, in a case that might as well have happened: then it was no flag that kept k from it.
 * What is held in an object or a variable may be looked after by others. */
static const struct effect *closed_all_the_same(struct call *c, const struct summary *summary,
                                                const struct summary_case *k,
                                                const struct val *fd) {
	for (size_t i = 0; i < summary->cases.n; i++) {
		const struct effect *e = closing_effect(c, &summary->cases.items[i], fd);
		bool is_argument = e && e->place.root == PATH_PARAM && !e->place.step_count;
		if (is_argument && is_undecided(c, k, &summary->cases.items[i], &e->place)) return e;
	}
	return NULL;
}

/* Whether the callee closes elements of the array that fd is in, each by itself: that k met one that it left alone says
 * nothing of fd. */
static bool is_element_closed(struct call *c, const struct summary *summary,
                              const struct summary_case *k, const struct val *fd) {
	for (size_t i = 0; i < summary->cases.n; i++) {
		const struct summary_case *other = &summary->cases.items[i];
		const struct effect *e = closing_effect(c, other, fd);
		if (e && ends_elements(c, e, fd) && !gate_between(k, other, &e->place)) return true;
	}
	return false;
}

void call_note_spared(struct call *c, const struct summary *summary, const struct summary_case *k) {
	if (summary->cases.n < 2 || !c->before->descriptors.n) return;
	bool implied = !k->asks_changed && (is_implied(c, k) || !may_be_about_ownership(k));
	for (size_t i = 0; i < c->before->descriptors.n; i++) {
		const struct val *id = c->before->descriptors.items[i].id;
		bool open = c->before->descriptors.items[i].state == DESCRIPTOR_OPEN;
		const struct summary_case *other = open ? closed_otherwise(c, summary, k, id) : NULL;
		if (!other) continue;
		const struct effect *close = implied && gate_forgot(k, other) == 0
		                                 ? closing_effect(c, other, id)
		                                 : closed_all_the_same(c, summary, k, id);
		if (close && !is_element_closed(c, summary, k, id))
			state_touch_descriptor(c->w->arena, c->s, id)->spared =
				(struct spared){summary, k, close};
		else call_give_up(c, id);
	}
}

/* Whether the value leads to the descriptor: to an object that holds it, or one that leads there. */
static bool leads_to(const struct state *s, const struct val *v, const struct val *fd, int depth) {
	enum { DEEPEST = 4 };
	v = val_referent(v);
	if (v == fd) return true;
	for (size_t i = 0; i < s->bindings.n && depth < DEEPEST; i++) {
		const struct binding *b = &s->bindings.items[i];
		const struct region *root = region_root(b->region);
		if (root->kind == REGION_POINTEE && root->pointer == v &&
		    leads_to(s, b->value, fd, depth + 1))
			return true;
	}
	return false;
}

/* Whether the case ends the descriptor or what leads to it, or takes it over. */
static bool takes(struct call *c, const struct summary_case *k, const struct val *fd) {
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		bool ends = e->verb == VERB_closes || e->verb == VERB_releases || e->verb == VERB_escapes;
		if (ends && leads_to(c->before, call_value(c, &e->place), fd, 0)) return true;
	}
	return false;
}

bool call_is_blurred(struct call *c) {
	for (size_t i = 0; i < c->k->forgotten.n; i++) {
		struct range r = state_range(c->before, call_term(c, &c->k->forgotten.items[i]));
		if (!range_is_full(&r)) return true;
	}
	return false;
}

void call_note_blurred(struct call *c) {
	if (!c->before->descriptors.n || !call_is_blurred(c)) return;
	for (size_t i = 0; i < c->before->descriptors.n; i++) {
		const struct descriptor *d = &c->before->descriptors.items[i];
		if (d->state != DESCRIPTOR_OPEN || takes(c, c->k, d->id)) continue;
		for (size_t o = 0; o < c->summary->cases.n; o++)
			if (takes(c, &c->summary->cases.items[o], d->id)) call_give_up(c, d->id);
	}
}

void call_note_hidden(struct call *c, const struct summary_case *k) {
	c->s->asks_changed |= k->asks_changed;
	for (size_t i = 0; i < k->guards.n; i++) {
		const struct guard *g = &k->guards.items[i];
		if (!guard_is_about_result(g))
			c->s->asks_changed |= doubt_is_changed(c->w, c->before, call_term(c, &g->left));
	}
	for (size_t i = 0; i < k->forgotten.n; i++) {
		const struct val *v = call_term(c, &k->forgotten.items[i]);
		if ((v->kind == VAL_BITS ? v->base : v)->kind == VAL_ENTRY)
			state_note_forgotten(c->w->arena, c->s, v);
	}
}

/* Whether the object behind each void pointer on the way may be what the path takes it for. */
static bool path_fits(struct call *c, const struct path *p) {
	for (uint32_t i = 1; i + 1 < p->step_count; i++) {
		const struct path_step *before = &p->steps[i - 1], *after = &p->steps[i + 1];
		if (p->steps[i].kind != PATH_DEREF || before->kind != PATH_FIELD ||
		    before->field->type.record)
			continue;
		if (after->kind != PATH_FIELD || !after->field->record[0]) continue;
		struct path pointer = *p;
		pointer.step_count = i;
		if (!fit_object(c->w, c->before, call_value(c, &pointer), after->field->record))
			return false;
	}
	return true;
}

/* The same for the object that the effect ends, which lies behind a void pointer itself. */
static bool end_fits(struct call *c, const struct effect *e) {
	const struct path_step *last =
		e->place.step_count ? &e->place.steps[e->place.step_count - 1] : NULL;
	bool is_void = e->record && last && last->kind == PATH_FIELD && !last->field->type.record;
	return !is_void || fit_object(c->w, c->before, call_value(c, &e->place), e->record);
}

bool call_case_fits(struct call *c, const struct summary_case *k) {
	for (size_t i = 0; i < k->guards.n; i++)
		if (k->guards.items[i].left.path.root == PATH_PARAM &&
		    !path_fits(c, &k->guards.items[i].left.path))
			return false;
	for (size_t i = 0; i < k->effects.n; i++)
		if (k->effects.items[i].place.root == PATH_PARAM &&
		    (!path_fits(c, &k->effects.items[i].place) || !end_fits(c, &k->effects.items[i])))
			return false;
	return true;
}

static bool is_taken_otherwise(struct call *c, uint32_t param) {
	for (size_t i = 0; i < c->summary->cases.n; i++) {
		const struct summary_case *other = &c->summary->cases.items[i];
		if (other != c->k && summary_case_takes(other, param) && may_happen(c, other)) return true;
	}
	return false;
}

void call_note_untaken(struct call *c) {
	for (uint32_t i = 0; i < c->arg_count && !c->summary->is_model; i++) {
		const struct descriptor *d = state_descriptor(c->before, c->args[i]);
		if (!d || d->state != DESCRIPTOR_OPEN || summary_case_takes(c->k, i) ||
		    !is_taken_otherwise(c, i))
			continue;
		state_touch_descriptor(c->w->arena, c->s, c->args[i])->untaken =
			(struct callee_case){c->summary, c->k, i};
	}
}

const struct val *call_undecided_owner(struct call *c, const struct summary_case *k) {
	struct walk *w = c->w;
	for (size_t i = 0; i < k->effects.n; i++) {
		const struct effect *e = &k->effects.items[i];
		if (e->verb != VERB_releases || e->place.root != PATH_PARAM) continue;
		const struct region *wrapper = region_pointee(w->values, call_value(c, &e->place));
		const struct val *owns =
			eval_load(w, c->before, region_field(w->values, wrapper, w->env->owns));
		const struct descriptor *d =
			state_descriptor(c->before, eval_load(w, c->before, call_wrapped_fd(c, &e->place)));
		struct range r = state_range(c->before, owns);
		if (d && d->state == DESCRIPTOR_OPEN && owns->kind == VAL_ENTRY && r.low != r.high &&
		    range_has(&r, 0))
			return owns;
	}
	return NULL;
}
