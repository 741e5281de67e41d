#include "flow/call.h"
#include "flow/guards.h"
#include "ir/format.h"

/* --- one case, one callee --------------------------------------------------------------------- */

static void set_result(struct walk *w, struct state *s, const struct val *result) {
	const struct ir_instr *i = &w->f->blocks.items[w->block].instrs.items[w->instr];
	if (i->result != IR_NO_TEMP) state_bind(w->arena, s, temp_region(w, i->result), result);
}

static bool says_of_result(const struct summary_case *k) {
	for (size_t i = 0; i < k->guards.n; i++)
		if (guard_is_about_result(&k->guards.items[i])) return true;
	return false;
}

/* Whether the function does nothing but to get memory, and the case is that it gets none. */
static bool is_want_of_memory(const struct summary *summary, const struct summary_case *k) {
	bool allocates = false;
	if (!summary->is_model || k->effects.n || !says_of_result(k)) return false;
	for (size_t i = 0; i < summary->cases.n; i++)
		for (size_t e = 0; e < summary->cases.items[i].effects.n; e++) {
			enum verb verb = summary->cases.items[i].effects.items[e].verb;
			if (verb != VERB_allocs && verb != VERB_assign && verb != VERB_copies) return false;
			allocates |= verb == VERB_allocs;
		}
	return allocates;
}

static void apply_case(struct call *c, const struct summary *summary, const struct summary_case *k,
                       struct states *out) {
	struct walk *w = c->w;
	const struct val **args = c->args;
	w->work++;
	for (size_t i = 0; i < sizeof c->made / sizeof *c->made; i++) c->made[i] = NULL;
	c->s = state_fork(w->arena, c->before);
	c->summary = summary;
	c->k = k;
	c->s->no_memory |= k->no_memory || is_want_of_memory(summary, k);
	c->result = eval_make(w, c->s, 0);
	w->pending.n = 0;
	VEC_PUSH(w->arena, &w->pending, c->result);
	if (call_waits_on_nothing(c, k) || !call_assume(c, k, false)) {
		w->pending.n = 0;
		c->args = args;
		return;
	}
	call_note_spared(c, summary, k);
	call_note_blurred(c);
	if (summary->closes) call_note_hidden(c, k);
	call_note_untaken(c);
	lost_take_up(w, c->s, k);
	w->via = summary->name;
	call_apply_effects(c, k, false);
	call_apply_effects(c, k, true);
	w->pending.n = 0;
	bool possible = call_assume(c, k, true);
	if (possible && !c->s->ended) {
		set_result(w, c->s, c->result);
		lost_check(w, c->s, LOSS_UNUSED, false, NULL);
		VEC_PUSH(w->arena, &out->list, c->s);
	}
	w->via = NULL;
	c->args = args;
}

/* Nobody looks at whether the call worked: then the author takes it that it does, and so do we, where it is a library's or
 * only memory may be wanting. */
static bool is_ignored_failure(struct call *c, const struct summary *summary,
                               const struct summary_case *k) {
	const struct ir_instr *call = &c->w->f->blocks.items[c->w->block].instrs.items[c->w->instr];
	bool ignored = call->result == IR_NO_TEMP || !walk_temp_lives(c->w, call->result);
	if (!ignored || !says_of_result(k)) return false;
	if (k->no_memory) return true;
	if (!summary->is_model || k->effects.n) return false;
	for (size_t i = 0; i < summary->cases.n; i++) {
		const struct summary_case *other = &summary->cases.items[i];
		if (other->effects.n && guards_tell_results_apart(k, other)) return true;
	}
	return false;
}

/* A case that does the one or the other is two. */
static void apply_decided(struct call *c, const struct summary *summary,
                          const struct summary_case *k, struct states *out) {
	const struct val *owns = c->before->descriptors.n ? call_undecided_owner(c, k) : NULL;
	struct state *before = c->before;
	for (int owned = 0; owned < (owns ? 2 : 1); owned++) {
		c->before = owns ? state_fork(c->w->arena, before) : before;
		bool possible =
			!owns || state_assume(c->w->arena, c->before, c->w->values, owns, owned ? IR_NE : IR_EQ,
		                          val_const(c->w->values, 0), false);
		if (possible) apply_case(c, summary, k, out);
	}
	c->before = before;
}

const struct region *call_place(struct walk *w, struct state *s, const struct val *const *args,
                                uint32_t n, const struct path *path, const struct val **value) {
	struct call c = {
		.w = w, .before = s, .s = s, .args = (const struct val **)args, .arg_count = n};
	return call_spot(&c, path, value);
}

static void apply_summary(struct call *c, const struct summary *summary, struct states *out) {
	thread_takes_waits(c->w, c->before, summary, c->args, c->arg_count);
	/* It ends the thread or jumps elsewhere, and the process goes on. */
	if (summary->is_model && !summary->cases.n)
		lost_survive(c->w, state_fork(c->w->arena, c->before), true);
	for (size_t i = 0; i < summary->cases.n; i++) {
		const struct summary_case *k = &summary->cases.items[i];
		bool fits = c->anything || !c->before->descriptors.n || call_case_fits(c, k);
		c->misfits += !fits;
		if (fits && !is_ignored_failure(c, summary, k)) apply_decided(c, summary, k, out);
	}
}

/* --- functions that nobody has seen ----------------------------------------------------------- */

static const char UNSEEN_POINTER[] = "a call through a pointer";

static void apply_unseen(struct call *c, struct states *out) {
	struct walk *w = c->w;
	w->pending.n = 0;
	c->s = state_fork(w->arena, c->before);
	const struct ir_instr *call = &w->f->blocks.items[w->block].instrs.items[w->instr];
	const char *unseen = call->callee.kind == IR_SYMBOL ? call->callee.text : UNSEEN_POINTER;
	uint32_t given = format_first_value(call);
	for (uint32_t i = 0; i < given; i++) {
		thread_shows(w, c->s, c->args[i]);
		escape_value(w, c->s, c->args[i], unseen);
	}
	set_result(w, c->s, eval_make(w, c->s, 0));
	VEC_PUSH(w->arena, &out->list, c->s);
}

/* --- which callee ----------------------------------------------------------------------------- */

/* Whether the pointer is a hook: the library's own functions stand there unless an embedder puts others in their place,
 * which then act as they do. */
static bool is_library_hook(const struct walk *w, const char *const *targets, size_t n) {
	for (size_t i = 0; i < n; i++) {
		const struct summary *s = w->env->summary(w->env->data, w->unit, targets[i]);
		if (!s || !s->is_model) return false;
	}
	return n > 0;
}

/* The state before the call in which the pointer is that function; NULL where it cannot be. */
static struct state *choose_target(struct call *c, const struct val *callee, const char *target) {
	struct walk *w = c->w;
	const struct val *function = val_function(w->values, target);
	if (!call_fits_table(w, c->before, callee, target)) return NULL;
	struct state *s = state_fork(w->arena, c->before);
	if (!state_assume(w->arena, s, w->values, callee, IR_EQ, function, false)) return NULL;
	call_note_chosen(w, function);
	return s;
}

static void apply_targets(struct call *c, uint32_t temp, struct states *out) {
	struct walk *w = c->w;
	const char *targets[BOUND_CALL_TARGETS];
	bool all = false;
	size_t n = w->env->targets(w->env->data, w->f, temp, targets, BOUND_CALL_TARGETS, &all);
	for (size_t i = 0; i < n; i++)
		all &= w->env->summary(w->env->data, w->unit, targets[i]) != NULL;
	if ((!all || !n) && !is_library_hook(w, targets, n)) {
		apply_unseen(c, out);
		return;
	}
	struct state *before = c->before;
	const struct val *callee =
		eval_value(w, before, &(struct ir_value){.kind = IR_TEMP, .temp = temp});
	for (size_t i = 0; i < n; i++) {
		struct state *chosen = all && n > 1 ? choose_target(c, callee, targets[i]) : before;
		if (!chosen) continue;
		c->before = chosen;
		apply_summary(c, w->env->summary(w->env->data, w->unit, targets[i]), out);
		c->before = before;
	}
}

static void apply_callee(struct call *c, const struct ir_instr *call, struct states *out) {
	struct walk *w = c->w;
	const struct val *callee = eval_value(w, c->before, &call->callee);
	const struct summary *summary = NULL;
	if (callee->kind == VAL_FUNCTION)
		summary = w->env->summary(w->env->data, w->unit, callee->text);
	if (summary) apply_summary(c, summary, out);
	else if (callee->kind == VAL_FUNCTION || call->callee.kind != IR_TEMP) apply_unseen(c, out);
	else apply_targets(c, call->callee.temp, out);
}

/* A container of anything may ask whether it has what it is given: by a call that does no more than answer. */
static void note_found_by(struct states *out, size_t first, const struct val *key) {
	for (size_t i = first; i < out->list.n; i++)
		if (state_keeps(out->list.items[i], key)) return;
	for (size_t i = first; i < out->list.n; i++)
		if (!out->list.items[i]->found_by) out->list.items[i]->found_by = key;
}

void call_apply(struct walk *w, struct state *s, const struct ir_instr *call, struct states *out) {
	struct call c = {.w = w, .before = s, .arg_count = call->arg_count};
	eval_age_all(w, s);
	c.args = ARENA_ARRAY(w->arena, const struct val *, call->arg_count + 1);
	for (uint32_t i = 0; i < call->arg_count; i++) {
		c.args[i] = eval_value(w, s, &call->args[i]);
		if (call->result != IR_NO_TEMP && eval_is_given_line(w, c.args[i]))
			map_put(w->arena, &w->looked_up, (uint64_t)walk_site(w) + 1, (void *)c.args[i]);
	}
	size_t before = out->list.n;
	apply_callee(&c, call, out);
	c.anything = c.misfits && out->list.n == before;
	if (c.anything) apply_callee(&c, call, out);
	for (uint32_t i = 0; i < call->arg_count; i++)
		if (eval_is_given_anything(w, c.args[i])) note_found_by(out, before, c.args[i]);
}
