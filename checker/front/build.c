/* Instructions and blocks. Behind a jump there is no block: what is emitted there is dropped. */
#include <string.h>

#include "front/lower.h"

/* --- values ----------------------------------------------------------------------------------- */

struct ir_value constant(int64_t number) {
	return (struct ir_value){.kind = IR_CONST, .number = number};
}

struct ir_value symbol(const char *name) {
	return (struct ir_value){.kind = IR_SYMBOL, .text = name};
}

struct ir_value temp_value(uint32_t temp) {
	return (struct ir_value){.kind = IR_TEMP, .temp = temp};
}

uint32_t new_temp(struct body *b) {
	return b->temp_count++;
}

/* --- places ----------------------------------------------------------------------------------- */

struct ir_place var_place(uint32_t var) {
	return (struct ir_place){.base = IR_BASE_VAR, .var = var};
}

struct ir_place global_place(const char *name) {
	return (struct ir_place){.base = IR_BASE_GLOBAL, .global = name};
}

struct ir_place place_at(struct body *b, struct ir_value v, CXCursor at) {
	if (v.kind == IR_SYMBOL) return global_place(v.text);
	if (v.kind != IR_TEMP) {
		uint32_t temp = new_temp(b);
		emit_copy(b, temp, v, at);
		v = temp_value(temp);
	}
	return (struct ir_place){.base = IR_BASE_TEMP, .temp = v.temp};
}

struct ir_place with_step(struct arena *a, struct ir_place place, struct ir_step step) {
	struct ir_step *steps = ARENA_ARRAY(a, struct ir_step, place.step_count + 1);
	if (place.step_count) memcpy(steps, place.steps, place.step_count * sizeof *steps);
	steps[place.step_count++] = step;
	place.steps = steps;
	return place;
}

struct ir_place with_field(struct body *b, struct ir_place place, const struct ir_field *field) {
	return with_step(b->l->arena, place, (struct ir_step){.kind = IR_STEP_FIELD, .field = field});
}

struct ir_place with_first(struct body *b, struct ir_place array) {
	return with_step(b->l->arena, array, (struct ir_step){.kind = IR_STEP_INDEX});
}

static struct ir_place without_last(struct ir_place place) {
	place.step_count--;
	return place;
}

static const struct ir_step *last_step(const struct ir_place *place) {
	return place->step_count ? &place->steps[place->step_count - 1] : NULL;
}

/* Only `p + 0` is no element step; that of an array is `[0]`. */
struct ir_place with_index(struct body *b, struct ir_place place, int64_t n) {
	const struct ir_step *last = last_step(&place);
	if (n == 0 || (last && last->kind == IR_STEP_ELEMENT)) return place;
	if (last && last->kind == IR_STEP_AT) return with_any(b, place);
	if (last && last->kind == IR_STEP_INDEX) {
		n = (int64_t)((uint64_t)n + (uint64_t)last->index);
		bool is_pointer_again = n == 0 && place.step_count == 1 && place.base == IR_BASE_TEMP;
		place = without_last(place);
		if (is_pointer_again) return place;
	}
	return with_step(b->l->arena, place, (struct ir_step){.kind = IR_STEP_INDEX, .index = n});
}

struct ir_place with_at(struct body *b, struct ir_place place, struct ir_value index) {
	const struct ir_step *last = last_step(&place);
	if (index.kind == IR_CONST) return with_index(b, place, index.number);
	bool is_first = last && last->kind == IR_STEP_INDEX && last->index == 0;
	bool is_inner = last && last->kind != IR_STEP_FIELD && !is_first;
	if (index.kind != IR_TEMP || is_inner) return with_any(b, place);
	if (is_first) place = without_last(place);
	return with_step(b->l->arena, place, (struct ir_step){.kind = IR_STEP_AT, .temp = index.temp});
}

struct ir_place with_any(struct body *b, struct ir_place place) {
	const struct ir_step *last = last_step(&place);
	if (last && last->kind == IR_STEP_ELEMENT) return place;
	if (last && (last->kind == IR_STEP_INDEX || last->kind == IR_STEP_AT))
		place = without_last(place);
	return with_step(b->l->arena, place, (struct ir_step){.kind = IR_STEP_ELEMENT});
}

/* --- instructions ----------------------------------------------------------------------------- */

static void add(struct body *b, struct ir_instr instr, struct ir_loc loc) {
	if (b->block == NO_BLOCK) return;
	instr.loc = loc;
	VEC_PUSH(b->l->scratch, &b->blocks.items[b->block].instrs, instr);
}

static struct ir_value *copy_values(struct body *b, const struct ir_value *values, uint32_t n) {
	struct ir_value *copy = ARENA_ARRAY(b->l->arena, struct ir_value, n);
	if (n) memcpy(copy, values, n * sizeof *copy);
	return copy;
}

/* An instruction over values, without a place. */
static void add_over(struct body *b, enum ir_op op, uint32_t result, const struct ir_value *values,
                     uint32_t n, CXCursor at) {
	struct ir_instr instr = {
		.op = op, .result = result, .args = copy_values(b, values, n), .arg_count = n};
	add(b, instr, locate(b->l, at));
}

struct ir_value emit_load(struct body *b, struct ir_place place, CXCursor at) {
	struct ir_instr instr = {.op = IR_OP_load, .result = new_temp(b), .place = place};
	add(b, instr, locate(b->l, at));
	return temp_value(instr.result);
}

void emit_store(struct body *b, struct ir_place place, struct ir_value v, CXCursor at) {
	struct ir_instr instr = {.op = IR_OP_store,
	                         .result = IR_NO_TEMP,
	                         .place = place,
	                         .args = copy_values(b, &v, 1),
	                         .arg_count = 1};
	add(b, instr, locate(b->l, at));
}

void emit_blit(struct body *b, struct ir_place place, struct ir_place source, CXCursor at) {
	struct ir_instr instr = {
		.op = IR_OP_blit, .result = IR_NO_TEMP, .place = place, .source = source};
	add(b, instr, locate(b->l, at));
}

struct ir_value emit_addr(struct body *b, struct ir_place place, CXCursor at) {
	if (!place.step_count && place.base == IR_BASE_TEMP) return temp_value(place.temp);
	if (!place.step_count && place.base == IR_BASE_GLOBAL) return symbol(place.global);
	struct ir_instr instr = {.op = IR_OP_addr, .result = new_temp(b), .place = place};
	add(b, instr, locate(b->l, at));
	return temp_value(instr.result);
}

void emit_copy(struct body *b, uint32_t temp, struct ir_value v, CXCursor at) {
	add_over(b, IR_OP_copy, temp, &v, 1, at);
}

void emit_place_op(struct body *b, enum ir_op op, struct ir_place place, struct ir_loc loc) {
	add(b, (struct ir_instr){.op = op, .result = IR_NO_TEMP, .place = place}, loc);
}

struct ir_value emit_container(struct body *b, struct ir_value v, const struct ir_field *field,
                               CXCursor at) {
	struct ir_instr instr = {.op = IR_OP_container,
	                         .result = new_temp(b),
	                         .field = field,
	                         .args = copy_values(b, &v, 1),
	                         .arg_count = 1};
	add(b, instr, locate(b->l, at));
	return temp_value(instr.result);
}

struct ir_value emit_opaque(struct body *b, const struct ir_value *values, uint32_t n,
                            CXCursor at) {
	bool reads = false;
	for (uint32_t i = 0; i < n; i++) reads |= values[i].kind == IR_TEMP;
	if (!reads) return UNKNOWN;
	uint32_t result = new_temp(b);
	add_over(b, IR_OP_opaque, result, values, n, at);
	return temp_value(result);
}

void emit_escape(struct body *b, const struct ir_value *values, uint32_t n, CXCursor at) {
	if (n) add_over(b, IR_OP_escape, IR_NO_TEMP, values, n, at);
}

struct ir_value emit_call(struct body *b, struct ir_value callee, const struct ir_value *args,
                          uint32_t n, bool has_result, struct ir_loc loc) {
	struct ir_instr instr = {.op = IR_OP_call,
	                         .result = has_result ? new_temp(b) : IR_NO_TEMP,
	                         .callee = callee,
	                         .args = copy_values(b, args, n),
	                         .arg_count = n};
	add(b, instr, loc);
	return has_result ? temp_value(instr.result) : UNKNOWN;
}

void emit_cleanup(struct body *b, const char *function, uint32_t var, struct ir_loc loc) {
	bool is_array = b->vars.items[var].type.kind == IR_ARRAY;
	struct ir_place place = is_array ? with_first(b, var_place(var)) : var_place(var);
	struct ir_instr addr = {.op = IR_OP_addr, .result = new_temp(b), .place = place};
	struct ir_value v = temp_value(addr.result);
	add(b, addr, loc);
	emit_call(b, symbol(function), &v, 1, false, loc);
}

/* --- arithmetic ------------------------------------------------------------------------------- */

/* False where the result is not defined. */
static bool fold(enum ir_op op, int64_t v, int64_t w, int64_t *result) {
	uint64_t a = (uint64_t)v, c = (uint64_t)w;
	bool divides = w != 0 && !(v == INT64_MIN && w == -1);
	switch ((int)op) {
	case IR_OP_add: *result = (int64_t)(a + c); return true;
	case IR_OP_sub: *result = (int64_t)(a - c); return true;
	case IR_OP_mul: *result = (int64_t)(a * c); return true;
	case IR_OP_div: *result = divides ? v / w : 0; return divides;
	case IR_OP_rem: *result = divides ? v % w : 0; return divides;
	case IR_OP_and: *result = v & w; return true;
	case IR_OP_or: *result = v | w; return true;
	case IR_OP_xor: *result = v ^ w; return true;
	case IR_OP_shl: *result = w >= 0 && w < 64 ? (int64_t)(a << w) : 0; return w >= 0 && w < 64;
	case IR_OP_shr: *result = w >= 0 && w < 64 ? v >> w : 0; return w >= 0 && w < 64;
	default: return false;
	}
}

struct ir_value emit_binary(struct body *b, enum ir_op op, struct ir_value v, struct ir_value w,
                            const struct type_note *t, CXCursor at) {
	int64_t folded;
	struct ir_value operands[] = {v, w};
	if (v.kind == IR_CONST && w.kind == IR_CONST && fold(op, v.number, w.number, &folded))
		return constant(wrap_constant(t, folded));
	if (v.kind == IR_UNKNOWN || w.kind == IR_UNKNOWN || (t && is_float(t)))
		return emit_opaque(b, operands, 2, at);
	uint32_t result = new_temp(b);
	add_over(b, op, result, operands, 2, at);
	return temp_value(result);
}

struct ir_value emit_unary(struct body *b, enum ir_op op, struct ir_value v,
                           const struct type_note *t, CXCursor at) {
	if (v.kind == IR_CONST)
		return constant(
			wrap_constant(t, op == IR_OP_neg ? (int64_t)(0 - (uint64_t)v.number) : ~v.number));
	if (v.kind == IR_UNKNOWN || is_float(t)) return emit_opaque(b, &v, 1, at);
	uint32_t result = new_temp(b);
	add_over(b, op, result, &v, 1, at);
	return temp_value(result);
}

/* --- blocks ----------------------------------------------------------------------------------- */

uint32_t new_block(struct body *b) {
	struct draft draft = {.exit = {.kind = IR_UNREACHABLE}};
	VEC_PUSH(b->l->scratch, &b->blocks, draft);
	return (uint32_t)b->blocks.n - 1;
}

void place_block(struct body *b, uint32_t block) {
	emit_jump(b, block, (struct ir_loc){0});
	VEC_PUSH(b->l->scratch, &b->order, block);
	b->block = block;
}

bool is_referenced(const struct body *b, uint32_t block) {
	return b->blocks.items[block].references > 0;
}

void continue_at(struct body *b, uint32_t block) {
	if (is_referenced(b, block)) place_block(b, block);
}

void emit_exit(struct body *b, struct ir_exit exit) {
	if (b->block == NO_BLOCK) return;
	for (uint32_t i = 0; i < exit.target_count; i++) b->blocks.items[exit.targets[i]].references++;
	b->blocks.items[b->block].exit = exit;
	b->block = NO_BLOCK;
}

void emit_jump(struct body *b, uint32_t to, struct ir_loc loc) {
	if (b->block == NO_BLOCK) return;
	uint32_t *target = ARENA_NEW(b->l->arena, uint32_t);
	*target = to;
	emit_exit(b,
	          (struct ir_exit){.kind = IR_JUMP, .targets = target, .target_count = 1, .loc = loc});
}

bool compare_holds(enum ir_compare compare, bool is_unsigned, int64_t v, int64_t w) {
	bool is_less = is_unsigned ? (uint64_t)v < (uint64_t)w : v < w;
	switch (compare) {
	case IR_EQ: return v == w;
	case IR_NE: return v != w;
	case IR_LT: return is_less;
	case IR_LE: return is_less || v == w;
	case IR_GT: return !is_less && v != w;
	case IR_GE: return !is_less;
	}
	return false;
}

static enum ir_compare mirrored(enum ir_compare compare) {
	switch (compare) {
	case IR_EQ:
	case IR_NE: return compare;
	case IR_LT: return IR_GT;
	case IR_LE: return IR_GE;
	case IR_GT: return IR_LT;
	case IR_GE: return IR_LE;
	}
	return compare;
}

/* Is the outcome known? The address of a function, a variable or a string is not null. */
static bool decide(enum ir_compare compare, bool is_unsigned, struct ir_value v, struct ir_value w,
                   bool *outcome) {
	bool is_address = v.kind == IR_SYMBOL || v.kind == IR_STRING;
	if (w.kind != IR_CONST) return false;
	if (v.kind == IR_CONST) *outcome = compare_holds(compare, is_unsigned, v.number, w.number);
	else if (is_address && w.number == 0 && (compare == IR_EQ || compare == IR_NE))
		*outcome = compare == IR_NE;
	else return false;
	return true;
}

void emit_branch(struct body *b, enum ir_compare compare, bool is_unsigned, struct ir_value left,
                 struct ir_value right, uint32_t yes, uint32_t no, CXCursor at) {
	if (b->block == NO_BLOCK) return;
	if (left.kind == IR_CONST && right.kind != IR_CONST) {
		struct ir_value swapped = left;
		left = right;
		right = swapped;
		compare = mirrored(compare);
	}
	bool outcome;
	struct ir_loc loc = locate(b->l, at);
	if (decide(compare, is_unsigned, left, right, &outcome)) {
		emit_jump(b, outcome ? yes : no, loc);
		return;
	}
	uint32_t *targets = ARENA_ARRAY(b->l->arena, uint32_t, 2);
	targets[0] = yes;
	targets[1] = no;
	struct ir_exit exit = {.kind = IR_BRANCH,
	                       .compare = compare,
	                       .left = left,
	                       .right = right,
	                       .is_unsigned = is_unsigned && compare != IR_EQ && compare != IR_NE,
	                       .targets = targets,
	                       .target_count = 2,
	                       .loc = loc};
	emit_exit(b, exit);
}

void emit_unreachable(struct body *b, CXCursor at) {
	emit_exit(b, (struct ir_exit){.kind = IR_UNREACHABLE, .loc = locate(b->l, at)});
}

/* --- variables -------------------------------------------------------------------------------- */

uint32_t new_var(struct body *b, const char *name, struct ir_type type, struct ir_loc loc) {
	struct lower *l = b->l;
	if (!*name) name = intern(l->names, "unnamed");
	uintptr_t used = (uintptr_t)map_get(&b->var_names, MAP_KEY(name)) + 1;
	map_put(l->scratch, &b->var_names, MAP_KEY(name), (void *)used);
	if (used > 1) name = intern(l->names, arena_printf(l->scratch, "%s.%u", name, (unsigned)used));
	VEC_PUSH(l->scratch, &b->vars, (struct ir_var){name, type, loc});
	return (uint32_t)b->vars.n - 1;
}

struct ir_place new_object(struct body *b, const char *name, struct ir_type type, CXCursor at) {
	struct ir_loc loc = locate(b->l, at);
	uint32_t var = new_var(b, intern(b->l->names, name), type, loc);
	emit_place_op(b, IR_OP_start, var_place(var), loc);
	enter_scope(b, var, NULL);
	return var_place(var);
}
