#include "ir/ir.h"

#include <inttypes.h>
#include <string.h>

#include "base/lex.h"
#include "base/trouble.h"
#include "ir/op.h"

/* --- words ------------------------------------------------------------------------------------ */

/* buf_printf() is too slow for the many numbers of a unit. */
static void add_number(struct buf *out, int64_t number) {
	char digits[24];
	size_t at = sizeof digits;
	uint64_t n = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	do {
		digits[--at] = (char)('0' + n % 10);
		n /= 10;
	} while (n);
	if (number < 0) digits[--at] = '-';
	buf_add_bytes(out, digits + at, sizeof digits - at);
}

static bool is_letter(char c) {
	return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* May the name stand without quotes where the reader takes a name of this kind? */
static bool is_bare(const char *name, enum lex_name_end end) {
	if (!is_letter(*name)) return false;
	for (; *name; name++) {
		if (!lex_is_name_char(*name)) return false;
		if (end == LEX_NAME_SHORT && *name == '.' && !(name[1] >= '0' && name[1] <= '9'))
			return false;
	}
	return true;
}

static void add_name(struct buf *out, const char *name, enum lex_name_end end) {
	if (is_bare(name, end)) buf_add(out, name);
	else lex_add_quoted(out, name);
}

static void add_sigil_name(struct buf *out, char sigil, const char *name) {
	buf_add_char(out, sigil);
	add_name(out, name, LEX_NAME_SHORT);
}

static void add_temp(struct buf *out, uint32_t temp) {
	buf_add_char(out, '%');
	add_number(out, temp);
}

static void add_block(struct buf *out, uint32_t block) {
	buf_add_char(out, 'b');
	add_number(out, block);
}

static void add_position(struct buf *out, uint32_t file, uint32_t line, uint32_t column) {
	add_number(out, file);
	buf_add_char(out, ':');
	add_number(out, line);
	buf_add_char(out, ':');
	add_number(out, column);
}

/* Adds a space and the location, or nothing when it is unknown. */
static void add_loc(struct buf *out, const struct ir_loc *loc) {
	bool has_end = loc->end_line || loc->end_column;
	bool has_spelling = loc->spelling_file || loc->spelling_line || loc->spelling_column;
	if (!loc->file && !loc->line && !loc->column && !has_end && !has_spelling) return;
	buf_add(out, " !");
	add_position(out, loc->file, loc->line, loc->column);
	if (has_end) {
		buf_add_char(out, '-');
		add_number(out, loc->end_line);
		buf_add_char(out, ':');
		add_number(out, loc->end_column);
	}
	if (has_spelling) {
		buf_add_char(out, '~');
		add_position(out, loc->spelling_file, loc->spelling_line, loc->spelling_column);
	}
}

static const char *type_word(enum ir_type_kind kind) {
	switch (kind) {
	case IR_VOID: return "void";
	case IR_INT: return "int";
	case IR_FLOAT: return "float";
	case IR_FUNC: return "fn";
	case IR_PTR: return "ptr";
	case IR_RECORD: return "rec";
	case IR_ARRAY: return "arr";
	}
	bug("no type has the number %d", (int)kind);
}

static void add_type(struct buf *out, struct ir_type type) {
	buf_add(out, type_word(type.kind));
	if (!type.record) return;
	buf_add_char(out, ' ');
	bool may_lack_record = type.kind != IR_RECORD;
	if (may_lack_record && ir_is_word_after_type(type.record, strlen(type.record)))
		lex_add_quoted(out, type.record);
	else add_name(out, type.record, LEX_NAME_LONG);
}

static void add_field(struct buf *out, const struct ir_field *field) {
	add_name(out, field->record, LEX_NAME_LONG);
	buf_add_char(out, ':');
	add_name(out, field->name, LEX_NAME_SHORT);
}

/* --- places and values ------------------------------------------------------------------------ */

static void add_steps(struct buf *out, const struct ir_step *steps, uint32_t count) {
	for (uint32_t i = 0; i < count; i++) {
		const struct ir_step *step = &steps[i];
		switch (step->kind) {
		case IR_STEP_FIELD:
			buf_add_char(out, '.');
			add_field(out, step->field);
			break;
		case IR_STEP_INDEX:
			buf_add_char(out, '[');
			add_number(out, step->index);
			buf_add_char(out, ']');
			break;
		case IR_STEP_AT:
			buf_add_char(out, '[');
			add_temp(out, step->temp);
			buf_add_char(out, ']');
			break;
		case IR_STEP_ELEMENT: buf_add(out, "[]"); break;
		}
	}
}

void ir_print_place(struct buf *out, const struct ir_function *f, const struct ir_place *place) {
	switch (place->base) {
	case IR_BASE_VAR: add_sigil_name(out, '$', f->vars.items[place->var].name); break;
	case IR_BASE_GLOBAL: add_sigil_name(out, '@', place->global); break;
	case IR_BASE_TEMP:
		buf_add_char(out, '*');
		add_temp(out, place->temp);
		break;
	}
	add_steps(out, place->steps, place->step_count);
}

void ir_print_value(struct buf *out, const struct ir_value *value) {
	switch (value->kind) {
	case IR_UNKNOWN: buf_add_char(out, '?'); break;
	case IR_TEMP: add_temp(out, value->temp); break;
	case IR_CONST: add_number(out, value->number); break;
	case IR_SYMBOL: add_sigil_name(out, '@', value->text); break;
	case IR_STRING: lex_add_quoted(out, value->text); break;
	}
}

/* --- instructions and exits ------------------------------------------------------------------- */

static void add_values(struct buf *out, const struct ir_value *values, uint32_t count) {
	for (uint32_t i = 0; i < count; i++) {
		if (i) buf_add(out, ", ");
		ir_print_value(out, &values[i]);
	}
}

static void add_parenthesised(struct buf *out, const struct ir_instr *instr) {
	buf_add_char(out, '(');
	add_values(out, instr->args, instr->arg_count);
	buf_add_char(out, ')');
}

static void add_callee(struct buf *out, const struct ir_value *callee) {
	buf_add_char(out, ' ');
	if (callee->kind == IR_TEMP) buf_add_char(out, '*');
	ir_print_value(out, callee);
}

/* The places, values and field of an operation with a fixed number of them. */
static void add_operands(struct buf *out, const struct ir_function *f, const struct ir_instr *instr,
                         const struct ir_op_info *info) {
	buf_add_char(out, ' ');
	if (info->places > 0) ir_print_place(out, f, &instr->place);
	if (info->places > 1) {
		buf_add(out, ", ");
		ir_print_place(out, f, &instr->source);
	}
	if (info->places > 0 && instr->arg_count) buf_add(out, ", ");
	add_values(out, instr->args, instr->arg_count);
	if (instr->op == IR_OP_container) {
		buf_add(out, ", ");
		add_field(out, instr->field);
	}
}

static void add_instr(struct buf *out, const struct ir_function *f, const struct ir_instr *instr) {
	const struct ir_op_info *info = ir_op_info(instr->op);
	buf_add(out, "    ");
	if (instr->result != IR_NO_TEMP) {
		add_temp(out, instr->result);
		buf_add(out, " = ");
	}
	buf_add(out, info->name);
	if (instr->op == IR_OP_call) add_callee(out, &instr->callee);
	if (info->operands < 0) add_parenthesised(out, instr);
	else add_operands(out, f, instr, info);
	add_loc(out, &instr->loc);
	buf_add_char(out, '\n');
}

static void add_targets(struct buf *out, const struct ir_exit *exit) {
	for (uint32_t i = 0; i < exit->target_count; i++) {
		if (i) buf_add(out, ", ");
		add_block(out, exit->targets[i]);
	}
}

static void add_cases(struct buf *out, const struct ir_exit *exit) {
	buf_add(out, " [");
	for (uint32_t i = 0; i < exit->case_count; i++) {
		add_number(out, exit->cases[i].low);
		if (exit->cases[i].high != exit->cases[i].low) {
			buf_add(out, "..");
			add_number(out, exit->cases[i].high);
		}
		buf_add(out, ": ");
		add_block(out, exit->targets[i]);
		buf_add(out, ", ");
	}
	buf_add(out, "else: ");
	add_block(out, exit->targets[exit->case_count]);
	buf_add_char(out, ']');
}

static void add_branch(struct buf *out, const struct ir_exit *exit) {
	buf_add(out, "br ");
	buf_add(out, ir_compare_name(exit->compare, exit->is_unsigned));
	buf_add_char(out, ' ');
	ir_print_value(out, &exit->left);
	buf_add(out, ", ");
	ir_print_value(out, &exit->right);
	buf_add(out, ", ");
	add_targets(out, exit);
}

static void add_exit(struct buf *out, const struct ir_function *f, const struct ir_exit *exit) {
	buf_add(out, "    ");
	switch (exit->kind) {
	case IR_JUMP:
		buf_add(out, "jump ");
		add_targets(out, exit);
		break;
	case IR_BRANCH: add_branch(out, exit); break;
	case IR_SWITCH:
		buf_add(out, "switch ");
		ir_print_value(out, &exit->left);
		add_cases(out, exit);
		break;
	case IR_ANY:
		buf_add(out, "any [");
		add_targets(out, exit);
		buf_add_char(out, ']');
		break;
	case IR_RETURN:
		buf_add(out, "ret");
		if (f->type.kind == IR_VOID && exit->left.kind == IR_UNKNOWN) break;
		buf_add_char(out, ' ');
		ir_print_value(out, &exit->left);
		break;
	case IR_UNREACHABLE: buf_add(out, "unreachable"); break;
	}
	add_loc(out, &exit->loc);
	buf_add_char(out, '\n');
}

/* --- functions, globals, units ---------------------------------------------------------------- */

static void add_var(struct buf *out, const struct ir_var *var) {
	add_sigil_name(out, '$', var->name);
	buf_add_char(out, ' ');
	add_type(out, var->type);
	add_loc(out, &var->loc);
}

static void add_signature(struct buf *out, const struct ir_function *f) {
	buf_add(out, "func ");
	add_sigil_name(out, '@', f->name);
	buf_add_char(out, '(');
	for (uint32_t i = 0; i < f->param_count; i++) {
		if (i) buf_add(out, ", ");
		add_var(out, &f->vars.items[i]);
	}
	buf_add(out, ") ");
	add_type(out, f->type);
	if (f->is_static) buf_add(out, " static");
	if (f->is_variadic) buf_add(out, " variadic");
	if (f->is_noreturn) buf_add(out, " noreturn");
	if (f->incomplete) {
		buf_add(out, " incomplete ");
		lex_add_quoted(out, f->incomplete);
	}
	add_loc(out, &f->loc);
}

void ir_print_function(struct buf *out, const struct ir_unit *unit, const struct ir_function *f) {
	(void)unit;
	add_signature(out, f);
	buf_add(out, " {\n");
	for (size_t i = f->param_count; i < f->vars.n; i++) {
		buf_add(out, "  var ");
		add_var(out, &f->vars.items[i]);
		buf_add_char(out, '\n');
	}
	for (size_t i = 0; i < f->blocks.n; i++) {
		const struct ir_block *block = &f->blocks.items[i];
		buf_add(out, "  ");
		add_block(out, (uint32_t)i);
		buf_add(out, ":\n");
		for (size_t j = 0; j < block->instrs.n; j++) add_instr(out, f, &block->instrs.items[j]);
		add_exit(out, f, &block->exit);
	}
	buf_add(out, "}\n");
}

static void add_inits(struct buf *out, const struct ir_global *global) {
	buf_add(out, " {\n");
	for (size_t i = 0; i < global->inits.n; i++) {
		const struct ir_init *init = &global->inits.items[i];
		buf_add(out, "  ");
		add_steps(out, init->steps, init->step_count);
		buf_add(out, init->step_count ? " = " : "= ");
		ir_print_value(out, &init->value);
		add_loc(out, &init->loc);
		buf_add_char(out, '\n');
	}
	buf_add_char(out, '}');
}

static void add_global(struct buf *out, const struct ir_global *global) {
	buf_add(out, "global ");
	add_sigil_name(out, '@', global->name);
	if (global->is_static) buf_add(out, " static");
	if (global->is_const) buf_add(out, " const");
	if (!global->is_defined) buf_add(out, " extern");
	buf_add_char(out, ' ');
	add_type(out, global->type);
	add_loc(out, &global->loc);
	if (global->inits.n) add_inits(out, global);
	buf_add_char(out, '\n');
}

static void add_head(struct buf *out, const struct ir_unit *unit) {
	buf_add(out, "unit ");
	lex_add_quoted(out, unit->source);
	if (unit->output) {
		buf_add(out, " output ");
		lex_add_quoted(out, unit->output);
	}
	buf_add_char(out, '\n');
	for (size_t i = 0; i < unit->files.n; i++) {
		buf_add(out, "file ");
		add_number(out, (int64_t)i);
		buf_add_char(out, ' ');
		lex_add_quoted(out, unit->files.items[i]);
		buf_add_char(out, '\n');
	}
	for (size_t i = 0; i < unit->losses.n; i++) {
		buf_add(out, "loss ");
		lex_add_quoted(out, unit->losses.items[i].reason);
		add_loc(out, &unit->losses.items[i].loc);
		buf_add_char(out, '\n');
	}
	for (size_t i = 0; i < unit->records.n; i++) {
		buf_add(out, "record ");
		add_name(out, unit->records.items[i].name, LEX_NAME_LONG);
		buf_add_char(out, ' ');
		lex_add_quoted(out, unit->records.items[i].file);
		buf_add_char(out, '\n');
	}
}

void ir_print(struct buf *out, const struct ir_unit *unit) {
	add_head(out, unit);
	for (size_t i = 0; i < unit->fields.n; i++) {
		buf_add(out, "field ");
		add_field(out, unit->fields.items[i]);
		buf_add_char(out, ' ');
		add_type(out, unit->fields.items[i]->type);
		if (unit->fields.items[i]->is_first) buf_add(out, " first");
		if (unit->fields.items[i]->bits)
			buf_printf(out, " at %" PRIu32 "+%" PRIu32, unit->fields.items[i]->bit,
			           unit->fields.items[i]->bits);
		buf_add_char(out, '\n');
	}
	for (size_t i = 0; i < unit->globals.n; i++) add_global(out, &unit->globals.items[i]);
	for (size_t i = 0; i < unit->functions.n; i++)
		ir_print_function(out, unit, &unit->functions.items[i]);
}
