#include "flow/flow.h"

#include <string.h>

#include "flow/arm.h"
#include "flow/entries.h"
#include "flow/look.h"
#include "flow/loops.h"
#include "flow/walk.h"

struct run {
	struct walk w;
	struct entries *blocks; /* one per block, and one for the function's exits */
	struct loops *loops;
	uint32_t visits;
	size_t memory_before; /* what others had of the arena */
	uint32_t sweep;       /* position in reverse post-order */
};

/* --- where we are ----------------------------------------------------------------------------- */

uint32_t walk_site(const struct walk *w) {
	return w->cfg->block_start[w->block] + w->instr;
}

static uint32_t instr_total(const struct walk *w) {
	uint32_t last = (uint32_t)w->f->blocks.n - 1;
	return w->cfg->block_start[last] + (uint32_t)w->f->blocks.items[last].instrs.n + 1;
}

const struct ir_instr *walk_instr_at(const struct walk *w, uint32_t site) {
	for (uint32_t b = (uint32_t)w->f->blocks.n; b-- > 0;) {
		if (w->cfg->block_start[b] > site) continue;
		uint32_t i = site - w->cfg->block_start[b];
		return i < w->f->blocks.items[b].instrs.n ? &w->f->blocks.items[b].instrs.items[i] : NULL;
	}
	return NULL;
}

const struct region *walk_return_slot(struct walk *w) {
	return temp_region(w, w->f->temp_count);
}

const char *walk_file(const struct walk *w, const struct ir_loc *loc) {
	return loc->file < w->unit->files.n ? w->unit->files.items[loc->file] : w->unit->source;
}

const struct origin *walk_origin(struct walk *w) {
	struct origin *o = ARENA_NEW(w->out, struct origin);
	*o = (struct origin){w->f->name, walk_file(w, &w->loc), w->loc, w->inner};
	return o;
}

bool walk_follows(const struct walk *w) {
	const struct ir_block *b = &w->f->blocks.items[w->block];
	enum ir_op op = w->instr < b->instrs.n ? b->instrs.items[w->instr].op : IR_OP_addr;
	return op == IR_OP_load || op == IR_OP_store || op == IR_OP_blit;
}

bool walk_temp_lives(const struct walk *w, uint32_t temp) {
	return temp >= w->f->temp_count || cfg_live_after(w->cfg, w->block, w->instr, temp);
}

/* --- instructions ----------------------------------------------------------------------------- */

/* Of a value and a number; NULL: unknown. */
static const struct val *fold_number(struct walk *w, enum ir_op op, const struct val *a,
                                     int64_t number) {
	bool constant = a->kind == VAL_CONST;
	uint64_t x = (uint64_t)a->number, y = (uint64_t)number;
	if (op == IR_OP_add) return val_sum(w->values, a, number);
	if (op == IR_OP_sub) return val_sum(w->values, a, (int64_t)(0 - y));
	if (op == IR_OP_and) return val_bits(w->values, a, number);
	if (op == IR_OP_or) return val_set(w->values, a, number);
	if (op == IR_OP_mul && constant) return val_const(w->values, (int64_t)(x * y));
	if (op == IR_OP_xor && constant) return val_const(w->values, (int64_t)(x ^ y));
	if (op == IR_OP_shl && constant && y < 63) return val_const(w->values, (int64_t)(x << y));
	if (op == IR_OP_shr && constant && y < 63) return val_const(w->values, a->number >> y);
	return NULL;
}

static const struct val *fold(struct walk *w, enum ir_op op, const struct val *a,
                              const struct val *b) {
	if (b->kind == VAL_CONST) return fold_number(w, op, a, b->number);
	bool commutes = op == IR_OP_add || op == IR_OP_and || op == IR_OP_or;
	return commutes && a->kind == VAL_CONST ? fold_number(w, op, b, a->number) : NULL;
}

static void set_temp(struct walk *w, struct state *s, const struct ir_instr *i,
                     const struct val *v) {
	if (i->result != IR_NO_TEMP)
		state_bind(w->arena, s, temp_region(w, i->result), v ? v : eval_make(w, s, 0));
}

/* What the C library's errno holds. */
static bool is_errno(const struct walk *w, const struct val *v) {
	const struct region *root = v->region ? region_root(v->region) : NULL;
	if (!root || root->kind != REGION_POINTEE || root->pointer->kind != VAL_MADE) return false;
	const struct ir_instr *i = walk_instr_at(w, root->pointer->site);
	return i && i->op == IR_OP_call && i->callee.kind == IR_SYMBOL &&
	       strcmp(i->callee.text, "__errno_location") == 0;
}

/* `return -errno` says that something failed. */
static const struct val *negate(struct walk *w, struct state *s, const struct val *a) {
	if (a->kind == VAL_CONST) return val_const(w->values, (int64_t)(0 - (uint64_t)a->number));
	if (!is_errno(w, a)) return NULL;
	const struct val *v = eval_make(w, s, 0);
	state_set_range(w->arena, s, v, range_of(INT32_MIN, -1));
	return v;
}

static const struct val *compute(struct walk *w, struct state *s, const struct ir_instr *i) {
	const struct val *a = i->arg_count ? eval_value(w, s, &i->args[0]) : NULL;
	if (i->op == IR_OP_copy) return a;
	if (i->op == IR_OP_container) return eval_owner(w, a, i->field);
	if (i->op == IR_OP_neg) return negate(w, s, a);
	if (i->op == IR_OP_inv) return val_inverse(w->values, a);
	return fold(w, i->op, a, eval_value(w, s, &i->args[1]));
}

static void step(struct walk *w, struct state *s, const struct ir_instr *i) {
	switch (i->op) {
	case IR_OP_add:
	case IR_OP_and:
	case IR_OP_container:
	case IR_OP_copy:
	case IR_OP_div:
	case IR_OP_inv:
	case IR_OP_mul:
	case IR_OP_neg:
	case IR_OP_or:
	case IR_OP_rem:
	case IR_OP_shl:
	case IR_OP_shr:
	case IR_OP_sub:
	case IR_OP_xor: set_temp(w, s, i, compute(w, s, i)); break;
	case IR_OP_addr: set_temp(w, s, i, val_address(w->values, eval_place(w, s, &i->place))); break;
	case IR_OP_load: {
		const struct region *r = eval_place(w, s, &i->place);
		const struct val *v = eval_load(w, s, r);
		set_temp(w, s, i, v->kind == VAL_UNKNOWN ? NULL : v);
		break;
	}
	case IR_OP_store:
		eval_store(w, s, eval_place(w, s, &i->place), eval_value(w, s, &i->args[0]));
		break;
	case IR_OP_blit:
		eval_copy(w, s, eval_place(w, s, &i->place), eval_place(w, s, &i->source));
		break;
	case IR_OP_clear:
		effect_zeros(w, s, val_address(w->values, eval_place(w, s, &i->place)));
		break;
	case IR_OP_start:
		state_fill(w->arena, s, eval_place(w, s, &i->place), FILL_GARBAGE, walk_site(w));
		lost_check(w, s, LOSS_SCOPE, false, NULL);
		break;
	case IR_OP_end:
		state_unbind(w->arena, s, eval_place(w, s, &i->place));
		lost_check(w, s, LOSS_SCOPE, false, NULL);
		break;
	case IR_OP_escape:
		for (uint32_t k = 0; k < i->arg_count; k++)
			escape_value(w, s, eval_value(w, s, &i->args[k]), NULL);
		set_temp(w, s, i, NULL);
		break;
	case IR_OP_opaque: set_temp(w, s, i, NULL); break;
	case IR_OP_call: break; /* call_apply() */
	}
}

/* --- states at blocks ------------------------------------------------------------------------- */

/* Temporaries that nobody reads any more would only keep states apart. */
static void drop_dead_temps(struct walk *w, struct state *s, uint32_t block) {
	uint32_t vars = (uint32_t)w->f->vars.n;
	VEC(const struct region *) dead = {0};
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct region *r = s->bindings.items[i].region;
		if (r->kind != REGION_VAR || r->var < vars || r->var - vars >= w->f->temp_count) continue;
		if (!cfg_live_in(w->cfg, block, r->var - vars)) VEC_PUSH(w->arena, &dead, r);
	}
	for (size_t i = 0; i < dead.n; i++) state_unbind(w->arena, s, dead.items[i]);
}

static void arrive(struct run *run, uint32_t block, struct state *s) {
	loops_note_turn(&run->w, run->loops, run->w.block, block, s);
	if (block < run->w.f->blocks.n) drop_dead_temps(&run->w, s, block);
	bool is_exit = block == run->w.f->blocks.n;
	entries_add(&run->w, &run->blocks[block], s, instr_total(&run->w) + block,
	            is_exit ? ENTRIES_OF_EXIT : ENTRIES_OF_BLOCK);
}

/* --- exits ------------------------------------------------------------------------------------ */

static void push_trail(struct run *run, struct state *s, const struct ir_exit *exit,
                       uint32_t target, enum ir_compare compare, const struct val *left,
                       const struct val *right) {
	uint32_t length = s->trail ? s->trail->length : 0;
	uint32_t left_loop = loops_left(run->loops, run->w.block, target);
	if (left_loop != CFG_NONE) loops_leave(&run->w, run->loops, left_loop, s);
	s->asks_changed |= doubt_is_changed(&run->w, s, left);
	bool says_nothing = left->kind == VAL_CONST || left->kind == VAL_UNKNOWN;
	if (says_nothing && left_loop == CFG_NONE) return;
	struct trail *t = ARENA_NEW(run->w.arena, struct trail);
	*t = (struct trail){s->trail, length + 1, left_loop, exit->loc, left, right, compare};
	s->trail = t;
}

/* What was given, a descriptor or anything, is what some object has already: then that keeps it, and may close it. */
static void meet(struct walk *w, struct state *s, const struct val *given,
                 const struct val *other) {
	bool is_kept = other->region && region_root(other->region)->kind != REGION_VAR;
	if (is_kept && (eval_is_given_line(w, given) || eval_is_given_anything(w, given)))
		effect_event(w, s, VERB_escapes, given, NULL, false);
}

static bool is_in_pointer(const struct walk *w, const struct state *s, const struct val *v) {
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct region *r = s->bindings.items[i].region;
		bool is_var = r->kind == REGION_VAR && r->var < w->f->vars.n;
		if (is_var && s->bindings.items[i].value == v &&
		    w->f->vars.items[r->var].type.kind == IR_PTR)
			return true;
	}
	return false;
}

/* An object that is not new was found by the number of a descriptor that was given. */
static void meet_found(struct walk *w, struct state *s, const struct val *found) {
	const struct val *key =
		found->kind == VAL_MADE ? map_get(&w->looked_up, (uint64_t)found->site + 1) : NULL;
	if (key && !state_object(s, found) && is_in_pointer(w, s, found)) s->found_by = key;
}

static void branch(struct run *run, struct state *s, const struct ir_exit *exit) {
	struct walk *w = &run->w;
	const struct val *left = eval_value(w, s, &exit->left), *right = eval_value(w, s, &exit->right);
	for (int taken = 0; taken < 2; taken++) {
		enum ir_compare compare = taken ? compare_negate(exit->compare) : exit->compare;
		struct state *next = state_fork(w->arena, s);
		if (!state_assume(w->arena, next, w->values, left, compare, right, exit->is_unsigned))
			continue;
		if (compare == IR_EQ) meet(w, next, left, right), meet(w, next, right, left);
		if (compare == IR_NE && right->kind == VAL_CONST && !right->number)
			meet_found(w, next, left);
		push_trail(run, next, exit, exit->targets[taken], compare, left, right);
		arrive(run, exit->targets[taken], next);
	}
}

/* A switch over all that the program ever stores in a field has no other way out. */
static bool may_be_no_case(struct walk *w, struct state *rest, const struct val *v) {
	bool flag = v->region && v->region->kind == REGION_FIELD && v->region->field->is_flag;
	if (!flag) return true;
	const struct ir_field *field = v->region->field;
	return state_assume(w->arena, rest, w->values, v, IR_GE, val_const(w->values, field->flag_low),
	                    false) &&
	       state_assume(w->arena, rest, w->values, v, IR_LE, val_const(w->values, field->flag_high),
	                    false);
}

static void take_arm(struct run *run, struct state *s, const struct ir_exit *exit,
                     const struct arm *arm, const struct val *v) {
	struct values *values = run->w.values;
	bool single = arm->low == arm->high;
	if (!arm_assume(&run->w, s, exit, arm, v)) return;
	push_trail(run, s, exit, arm->target, single ? IR_EQ : IR_GE, v, val_const(values, arm->low));
	if (!single) push_trail(run, s, exit, arm->target, IR_LE, v, val_const(values, arm->high));
	arrive(run, arm->target, s);
}

static void switch_on(struct run *run, struct state *s, const struct ir_exit *exit) {
	struct walk *w = &run->w;
	const struct val *v = eval_value(w, s, &exit->left);
	struct state *rest = state_fork(w->arena, s);
	bool rest_possible = true;
	for (uint32_t i = 0; i < exit->case_count; i++) {
		struct arm arm;
		if (arm_begins(exit, i, &arm)) take_arm(run, state_fork(w->arena, s), exit, &arm, v);
		if (rest_possible)
			rest_possible =
				state_assume_outside(w->arena, rest, v, exit->cases[i].low, exit->cases[i].high);
	}
	if (rest_possible && may_be_no_case(w, rest, v))
		arrive(run, exit->targets[exit->case_count], rest);
}

static void drop_locals(struct walk *w, struct state *s) {
	const struct region *slot = walk_return_slot(w);
	VEC(const struct region *) locals = {0};
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct region *root = region_root(s->bindings.items[i].region);
		if (root->kind == REGION_VAR && root != slot) VEC_PUSH(w->arena, &locals, root);
	}
	for (size_t i = 0; i < locals.n; i++) state_unbind(w->arena, s, locals.items[i]);
}

/* A project of several programs has several: all but the first have their file's path behind '@'. */
bool flow_is_main(const struct ir_function *f) {
	return !f->is_static && strncmp(f->name, "main", 4) == 0 && (!f->name[4] || f->name[4] == '@');
}

/* A struct that is returned is the address of a variable that ends here: callers get an object with what it held. */
static const struct val *outlive(struct walk *w, struct state *s, const struct val *v) {
	bool local = v->kind == VAL_ADDRESS && region_root(v->region)->kind == REGION_VAR;
	if (!local || w->f->type.kind != IR_RECORD) return v;
	const struct val *copy = eval_make(w, s, 0);
	eval_note_record(w, copy, w->f->type.record);
	state_touch_object(w->arena, s, copy);
	eval_copy(w, s, region_pointee(w->values, copy), v->region);
	return copy;
}

static void leave(struct run *run, struct state *s, const struct ir_exit *exit) {
	struct walk *w = &run->w;
	bool has_value = exit->left.kind != IR_UNKNOWN;
	const struct val *v = has_value ? eval_value(w, s, &exit->left) : NULL;
	if (has_value && v->kind == VAL_UNKNOWN) v = eval_make(w, s, 0);
	/* The end of main is the end of the process, and of all its descriptors. */
	if (flow_is_main(w->f)) {
		struct range status = v ? state_range(s, v) : range_full();
		lost_survive(w, s, range_has(&status, 0));
		return;
	}
	w->loc = exit->loc;
	if (v) state_settle_element(w->arena, s, w->values, v);
	if (v) v = outlive(w, s, v);
	lost_check(w, s, LOSS_RETURN, true, v);
	lost_leave(w, s);
	if (v) state_bind(w->arena, s, walk_return_slot(w), v);
	s->left = exit->loc;
	parts_hand_out_kept(w, s);
	drop_locals(w, s);
	arrive(run, (uint32_t)w->f->blocks.n, s);
}

static void take_exit(struct run *run, struct state *s, const struct ir_exit *exit) {
	run->w.loc = exit->loc;
	switch (exit->kind) {
	case IR_JUMP: arrive(run, exit->targets[0], s); break;
	case IR_BRANCH: branch(run, s, exit); break;
	case IR_SWITCH: switch_on(run, s, exit); break;
	case IR_ANY:
		for (uint32_t i = 0; i < exit->target_count; i++)
			arrive(run, exit->targets[i], state_fork(run->w.arena, s));
		break;
	case IR_RETURN: leave(run, s, exit); break;
	case IR_UNREACHABLE: run->w.result->summary->may_end = true; break;
	}
}

/* --- the walk --------------------------------------------------------------------------------- */

/* The states after a call, from the states before it. */
static struct entries call_all(struct walk *w, const struct entries *before,
                               const struct ir_instr *call) {
	struct entries after = {0};
	uint32_t site = instr_total(w) + (uint32_t)w->f->blocks.n + 1 + walk_site(w);
	for (size_t i = 0; i < before->list.n; i++) {
		struct states next = {{0}};
		call_apply(w, before->list.items[i].state, call, &next);
		for (size_t k = 0; k < next.list.n; k++)
			entries_add(w, &after, next.list.items[k], site, ENTRIES_OF_CALL);
	}
	return after;
}

/* Memory stands for time as well: what takes long is to make and to compare many or large states. */
static bool is_exhausted(const struct run *run) {
	return run->w.work > run->w.ends_at ||
	       arena_used(run->w.arena) - run->memory_before > BOUND_WALK_BYTES;
}

static void step_all(struct walk *w, struct entries *states, const struct ir_instr *instr) {
	size_t kept = 0;
	for (size_t i = 0; i < states->list.n; i++) {
		step(w, states->list.items[i].state, instr);
		if (!states->list.items[i].state->ended) states->list.items[kept++] = states->list.items[i];
	}
	states->list.n = kept;
}

static void run_block(struct run *run, uint32_t block, struct state *s) {
	struct walk *w = &run->w;
	const struct ir_block *b = &w->f->blocks.items[block];
	struct entries states = {0};
	VEC_PUSH(w->arena, &states.list, (struct entry){.state = s});
	w->block = block;
	for (w->instr = 0; w->instr < b->instrs.n; w->instr++) {
		if (is_exhausted(run)) return;
		const struct ir_instr *instr = &b->instrs.items[w->instr];
		w->loc = instr->loc;
		if (instr->op == IR_OP_call) states = call_all(w, &states, instr);
		else step_all(w, &states, instr);
	}
	for (size_t i = 0; i < states.list.n; i++) take_exit(run, states.list.items[i].state, &b->exit);
}

/* The next block with something to do, in sweeps of reverse post-order: all that leads to a block is complete, as far as
 * it goes without another turn of a loop, before the block is run again. */
static bool next_pending(struct run *run, uint32_t *block, struct state **s) {
	const struct cfg_blocks *order = &run->w.cfg->order;
	for (uint32_t i = 0; i <= order->n; i++, run->sweep = (run->sweep + 1) % order->n) {
		struct entries *at = &run->blocks[order->items[run->sweep]];
		for (size_t k = 0; k < at->list.n; k++) {
			if (!at->list.items[k].pending) continue;
			at->list.items[k].pending = false;
			*block = order->items[run->sweep];
			*s = state_fork(run->w.arena, at->list.items[k].state);
			return true;
		}
	}
	return false;
}

static void walk_all(struct run *run) {
	struct state *s;
	uint32_t block;
	arrive(run, 0, state_new(run->w.arena));
	while (!is_exhausted(run) && next_pending(run, &block, &s)) {
		run->visits++;
		run->w.work++;
		run_block(run, block, s);
	}
	run->w.result->gave_up = is_exhausted(run);
}

/* Who keeps what it is given unless that, or its number, is there already leaves it to the one that has it. */
static void leave_to_holder(struct walk *w, const struct entries *exits, struct state *s) {
	bool keeps = false;
	for (size_t i = 0; i < exits->list.n && s->found_by; i++)
		keeps |= state_keeps(exits->list.items[i].state, s->found_by);
	if (keeps && !state_keeps(s, s->found_by))
		effect_event(w, s, VERB_escapes, s->found_by, NULL, false);
}

static void summarise(struct run *run) {
	struct walk *w = &run->w;
	struct entries *exits = &run->blocks[w->f->blocks.n];
	for (size_t i = 0; i < exits->list.n; i++) {
		struct state *s = exits->list.items[i].state;
		leave_to_holder(w, exits, s);
		thread_note_bounded(w, s);
		path_add_case(w, s, state_binding(s, walk_return_slot(w)));
	}
}

static void mark_holders(struct walk *w) {
	for (uint32_t i = 0; i < w->f->param_count; i++)
		if (w->env->may_hold_line(w->env->data, w->f, i))
			val_mark_holder(val_entry(w->values, region_var(w->values, i)));
}

static struct flow_result *new_result(struct arena *out, const struct ir_function *f) {
	struct flow_result *result = ARENA_NEW(out, struct flow_result);
	result->summary = ARENA_NEW(out, struct summary);
	result->summary->name = f->name;
	for (uint32_t i = 0; i < f->param_count; i++)
		VEC_PUSH(out, &result->summary->params, f->vars.items[i].name);
	return result;
}

/* Whether nothing is known to be done by a function of the program: it just answers. */
static bool is_plain(const struct summary *s) {
	return s && !s->is_model && s->cases.n == 1 && !s->cases.items[0].effects.n;
}

/* Whether the instruction may write where a pointer leads. */
static bool may_write(const struct flow_env *env, const struct ir_unit *unit,
                      const struct ir_instr *i) {
	bool stores = i->op == IR_OP_store || i->op == IR_OP_blit || i->op == IR_OP_clear;
	if (i->op == IR_OP_call)
		return i->callee.kind != IR_SYMBOL ||
		       !is_plain(env->summary(env->data, unit, i->callee.text));
	return i->op == IR_OP_escape || (stores && i->place.base == IR_BASE_TEMP);
}

static bool only_reads(const struct flow_env *env, const struct ir_unit *unit,
                       const struct ir_function *f) {
	for (size_t b = 0; b < f->blocks.n; b++)
		for (size_t i = 0; i < f->blocks.items[b].instrs.n; i++)
			if (may_write(env, unit, &f->blocks.items[b].instrs.items[i])) return false;
	return true;
}

struct flow_result *flow_trivial(struct arena *out, const struct flow_env *env,
                                 const struct ir_unit *unit, const struct ir_function *f) {
	struct flow_result *result = new_result(out, f);
	struct summary_case c = {.left = f->loc};
	uint32_t written = only_reads(env, unit, f) ? 0 : f->param_count;
	for (uint32_t i = 0; i < written; i++) {
		if (f->vars.items[i].type.kind != IR_PTR) continue;
		struct effect e = {.verb = VERB_assign,
		                   .place = {.root = PATH_PARAM, .number = i, .step_count = 1}};
		e.place.steps = ARENA_NEW(out, struct path_step);
		e.place.steps->kind = PATH_DEREF;
		VEC_PUSH(out, &c.effects, e);
	}
	VEC_PUSH(out, &result->summary->cases, c);
	return result;
}

static uint32_t larger(uint32_t a, uint32_t b) {
	return a > b ? a : b;
}

static struct flow_result *walk_once(struct arena *out, struct arena *arena,
                                     const struct flow_env *env, const struct ir_unit *unit,
                                     const struct ir_function *f, uint32_t variants,
                                     struct turns *turns) {
	struct arena_mark mark = arena_mark(arena);
	struct flow_result *result = new_result(out, f);
	struct run run = {
		.w = {.arena = arena, .out = out, .env = env, .unit = unit, .f = f, .result = result},
		.memory_before = arena_used(arena)};
	run.w.variants = variants;
	run.w.tired_at = larger(BOUND_WORK_TIRED, (uint32_t)f->blocks.n * BOUND_WORK_TIRED_PER_BLOCK);
	run.w.ends_at = larger(BOUND_WORK, (uint32_t)f->blocks.n * BOUND_WORK_PER_BLOCK);
	if (env->threads >= THREADS_START) {
		run.w.tired_at /= BOUND_WORK_SECOND_LOOK;
		run.w.ends_at /= BOUND_WORK_SECOND_LOOK;
	}
	run.w.values = values_new(arena);
	run.w.cfg = cfg_new(arena, f);
	run.blocks = ARENA_ARRAY(arena, struct entries, f->blocks.n + 1);
	run.loops = loops_new(&run.w, turns);
	mark_holders(&run.w);
	walk_all(&run);
	loops_keep_losses(&run.w, run.loops);
	summarise(&run);
	result->states = run.visits;
	arena_reset(arena, mark);
	return result;
}

struct flow_result *flow_function(struct arena *out, struct arena *scratch,
                                  const struct flow_env *env, const struct ir_unit *unit,
                                  const struct ir_function *f, enum flow_look look) {
	struct turns turns = {.is_late = false};
	uint32_t variants = look == FLOW_CLOSELY ? BOUND_VARIANTS : 1;
	struct flow_result *result = walk_once(out, scratch, env, unit, f, variants, &turns);
	if (turns.is_late && !result->gave_up)
		result = walk_once(out, scratch, env, unit, f, variants, &turns);
	result->is_rough = look == FLOW_ROUGHLY && !result->gave_up && look_again(result, f);
	return result;
}
