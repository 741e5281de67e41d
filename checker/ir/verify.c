#include "ir/ir.h"

#include <inttypes.h>
#include <string.h>

#include "ir/op.h"

enum { IN_SIGNATURE = UINT32_MAX, IN_EXIT = UINT32_MAX };

/* The first error sticks; what is wrong is named with the place that is being looked at. */
struct verifier {
	struct arena *arena;
	struct arena *scratch;
	const struct ir_unit *unit;
	const struct ir_function *f; /* NULL outside of functions */
	uint32_t block, instr;
	bool *written; /* by temp of f */
	const char *error;
};

static const char *where(const struct verifier *v) {
	if (!v->f) return "";
	const char *name = v->f->name ? v->f->name : "?";
	if (v->block == IN_SIGNATURE) return arena_printf(v->arena, "function '%s': ", name);
	if (v->instr == IN_EXIT)
		return arena_printf(v->arena, "function '%s', exit of b%" PRIu32 ": ", name, v->block);
	return arena_printf(v->arena, "function '%s', b%" PRIu32 ", instruction %" PRIu32 ": ", name,
	                    v->block, v->instr);
}

static void fail(struct verifier *v, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void fail(struct verifier *v, const char *format, ...) {
	if (v->error) return;
	va_list args;
	va_start(args, format);
	v->error = arena_printf(v->arena, "%s%s", where(v), arena_vprintf(v->arena, format, args));
	va_end(args);
}

/* --- parts ------------------------------------------------------------------------------------ */

static void check_name(struct verifier *v, const char *name, const char *what) {
	if (!name) fail(v, "%s has no name", what);
}

static void check_type(struct verifier *v, struct ir_type type) {
	switch (type.kind) {
	case IR_VOID:
	case IR_INT:
	case IR_FLOAT:
	case IR_FUNC:
		if (type.record) fail(v, "a type that is none of ptr, rec and arr names a record");
		return;
	case IR_RECORD:
		if (!type.record) fail(v, "the type rec names no record");
		return;
	case IR_PTR:
	case IR_ARRAY: return;
	}
	fail(v, "no type has the number %d", (int)type.kind);
}

static void check_loc(struct verifier *v, const struct ir_loc *loc) {
	uint32_t file = loc->file > loc->spelling_file ? loc->file : loc->spelling_file;
	bool known = loc->line || loc->spelling_line || file;
	if (known && file >= v->unit->files.n) fail(v, "no file has the number %" PRIu32, file);
}

static void check_field(struct verifier *v, const struct ir_field *field) {
	if (!field || !field->record || !field->name) fail(v, "a field is missing or has no name");
	else if (ir_unit_find_field(v->unit, field->record, field->name) != field)
		fail(v, "the field '%s:%s' is not of this unit", field->record, field->name);
}

static void check_temp(struct verifier *v, uint32_t temp) {
	if (temp >= v->f->temp_count) fail(v, "%%%" PRIu32 " is out of range", temp);
	else if (!v->written[temp]) fail(v, "%%%" PRIu32 " is read and never written", temp);
}

static void check_value(struct verifier *v, const struct ir_value *value) {
	switch (value->kind) {
	case IR_UNKNOWN:
	case IR_CONST: return;
	case IR_TEMP:
		if (v->f) check_temp(v, value->temp);
		else fail(v, "a temporary stands outside of functions");
		return;
	case IR_SYMBOL:
	case IR_STRING: check_name(v, value->text, "a symbol or text"); return;
	}
	fail(v, "no kind of value has the number %d", (int)value->kind);
}

static void check_steps(struct verifier *v, const struct ir_step *steps, uint32_t count) {
	for (uint32_t i = 0; i < count; i++) {
		if (steps[i].kind == IR_STEP_FIELD) check_field(v, steps[i].field);
		if (steps[i].kind != IR_STEP_AT) continue;
		if (v->f) check_temp(v, steps[i].temp);
		else fail(v, "a temporary stands outside of functions");
	}
}

static void check_place(struct verifier *v, const struct ir_place *place) {
	check_steps(v, place->steps, place->step_count);
	switch (place->base) {
	case IR_BASE_VAR:
		if (place->var >= v->f->vars.n) fail(v, "no variable has the number %" PRIu32, place->var);
		return;
	case IR_BASE_GLOBAL: check_name(v, place->global, "a global"); return;
	case IR_BASE_TEMP: check_temp(v, place->temp); return;
	}
	fail(v, "no base of a place has the number %d", (int)place->base);
}

/* --- instructions and exits ------------------------------------------------------------------- */

static void check_result(struct verifier *v, const struct ir_instr *instr) {
	enum ir_result_rule rule = ir_op_result(instr->op);
	bool has_result = instr->result != IR_NO_TEMP;
	if (rule == IR_RESULT_ALWAYS && !has_result)
		fail(v, "%s needs a result", ir_op_name(instr->op));
	if (rule == IR_RESULT_NEVER && has_result) fail(v, "%s has no result", ir_op_name(instr->op));
}

static void check_callee(struct verifier *v, const struct ir_value *callee) {
	if (callee->kind == IR_CONST || callee->kind == IR_STRING)
		fail(v, "a number or text is called");
	check_value(v, callee);
}

static void check_instr(struct verifier *v, const struct ir_instr *instr) {
	const struct ir_op_info *info = ir_op_info(instr->op);
	check_result(v, instr);
	if (info->places > 0) check_place(v, &instr->place);
	if (info->places > 1) check_place(v, &instr->source);
	if (info->operands >= 0 && instr->arg_count != (uint32_t)info->operands)
		fail(v, "%s takes %d values, not %" PRIu32, info->name, info->operands, instr->arg_count);
	for (uint32_t i = 0; i < instr->arg_count; i++) check_value(v, &instr->args[i]);
	if (instr->op == IR_OP_container) check_field(v, instr->field);
	if (instr->op == IR_OP_call) check_callee(v, &instr->callee);
	if ((instr->op == IR_OP_start || instr->op == IR_OP_end) &&
	    (instr->place.base != IR_BASE_VAR || instr->place.step_count))
		fail(v, "%s is not of a whole variable", info->name);
	check_loc(v, &instr->loc);
}

/* How many targets the exit must have; any number from 1 for IR_ANY. */
static bool target_count_fits(const struct ir_exit *exit) {
	switch (exit->kind) {
	case IR_JUMP: return exit->target_count == 1;
	case IR_BRANCH: return exit->target_count == 2;
	case IR_SWITCH: return exit->target_count == exit->case_count + 1;
	case IR_ANY: return exit->target_count > 0;
	case IR_RETURN:
	case IR_UNREACHABLE: return exit->target_count == 0;
	}
	return false;
}

static void check_exit(struct verifier *v, const struct ir_exit *exit) {
	if (!target_count_fits(exit))
		fail(v, "an exit of this kind does not have %" PRIu32 " targets", exit->target_count);
	for (uint32_t i = 0; i < exit->target_count; i++)
		if (exit->targets[i] >= v->f->blocks.n) fail(v, "there is no b%" PRIu32, exit->targets[i]);
	for (uint32_t i = 0; exit->kind == IR_SWITCH && i < exit->case_count; i++)
		if (exit->cases[i].low > exit->cases[i].high) fail(v, "a case ends before it begins");
	if (exit->kind == IR_BRANCH || exit->kind == IR_SWITCH || exit->kind == IR_RETURN)
		check_value(v, &exit->left);
	if (exit->kind == IR_BRANCH) check_value(v, &exit->right);
	check_loc(v, &exit->loc);
}

/* --- functions and units ---------------------------------------------------------------------- */

static void check_vars(struct verifier *v) {
	struct map seen = {0};
	if (v->f->param_count > v->f->vars.n) fail(v, "there are fewer variables than parameters");
	for (size_t i = 0; i < v->f->vars.n; i++) {
		const struct ir_var *var = &v->f->vars.items[i];
		check_type(v, var->type);
		check_loc(v, &var->loc);
		check_name(v, var->name, "a variable");
		if (map_get(&seen, MAP_KEY(var->name))) fail(v, "there are two variables '%s'", var->name);
		map_put(v->scratch, &seen, MAP_KEY(var->name), v);
	}
}

/* Marks each temporary that is written, so that it may be read. */
static void mark_written(struct verifier *v) {
	v->written = ARENA_ARRAY(v->scratch, bool, v->f->temp_count);
	for (size_t b = 0; b < v->f->blocks.n; b++) {
		const struct ir_block *block = &v->f->blocks.items[b];
		for (size_t i = 0; i < block->instrs.n; i++) {
			uint32_t result = block->instrs.items[i].result;
			if (result == IR_NO_TEMP) continue;
			if (result < v->f->temp_count) v->written[result] = true;
			else fail(v, "the result %%%" PRIu32 " is out of range", result);
		}
	}
}

static void check_blocks(struct verifier *v) {
	if (!v->f->blocks.n) fail(v, "there is no block");
	for (size_t b = 0; b < v->f->blocks.n; b++) {
		const struct ir_block *block = &v->f->blocks.items[b];
		v->block = (uint32_t)b;
		for (size_t i = 0; i < block->instrs.n; i++) {
			v->instr = (uint32_t)i;
			check_instr(v, &block->instrs.items[i]);
		}
		v->instr = IN_EXIT;
		check_exit(v, &block->exit);
	}
}

static void check_function(struct verifier *v, const struct ir_function *f) {
	struct arena_mark mark = arena_mark(v->scratch);
	v->f = f;
	v->block = IN_SIGNATURE;
	check_name(v, f->name, "a function");
	check_type(v, f->type);
	check_loc(v, &f->loc);
	check_vars(v);
	mark_written(v);
	check_blocks(v);
	v->f = NULL;
	arena_reset(v->scratch, mark);
}

static void check_global(struct verifier *v, const struct ir_global *global) {
	check_name(v, global->name, "a global");
	check_type(v, global->type);
	check_loc(v, &global->loc);
	for (size_t i = 0; i < global->inits.n; i++) {
		const struct ir_init *init = &global->inits.items[i];
		check_steps(v, init->steps, init->step_count);
		check_value(v, &init->value);
		check_loc(v, &init->loc);
	}
}

static void check_extent(struct verifier *v, const struct ir_field *field) {
	if (field->bit && !field->bits)
		fail(v, "the field '%s:%s' begins somewhere and has no bits", field->record, field->name);
	if (field->bits > UINT32_MAX - field->bit)
		fail(v, "the field '%s:%s' ends behind the last bit", field->record, field->name);
}

static void check_fields(struct verifier *v) {
	for (size_t i = 0; i < v->unit->fields.n; i++) {
		check_field(v, v->unit->fields.items[i]);
		check_type(v, v->unit->fields.items[i]->type);
		check_extent(v, v->unit->fields.items[i]);
	}
}

const char *ir_verify(struct arena *a, const struct ir_unit *unit) {
	struct verifier v = {.arena = a, .scratch = arena_new("verifying a unit"), .unit = unit};
	check_name(&v, unit->source, "the unit");
	check_fields(&v);
	for (size_t i = 0; i < unit->records.n; i++) {
		check_name(&v, unit->records.items[i].name, "a record");
		check_name(&v, unit->records.items[i].file, "a record's file");
	}
	for (size_t i = 0; i < unit->losses.n; i++) check_loc(&v, &unit->losses.items[i].loc);
	for (size_t i = 0; i < unit->globals.n; i++) check_global(&v, &unit->globals.items[i]);
	for (size_t i = 0; i < unit->functions.n && !v.error; i++)
		check_function(&v, &unit->functions.items[i]);
	arena_free(v.scratch);
	return v.error;
}
