#include "ir/ir.h"

#include <string.h>

#include "base/trouble.h"
#include "ir/op.h"

/* --- units ------------------------------------------------------------------------------------ */

struct ir_unit *ir_unit_new(struct arena *a, struct intern *names) {
	struct ir_unit *unit = ARENA_NEW(a, struct ir_unit);
	unit->arena = a;
	unit->names = names;
	unit->source = intern(names, "");
	return unit;
}

uint32_t ir_unit_file(struct ir_unit *unit, const char *path) {
	const char *interned = intern(unit->names, path);
	/* Neighbours in the source mostly name the file that was added last. */
	for (size_t i = unit->files.n; i > 0; i--)
		if (unit->files.items[i - 1] == interned) return (uint32_t)(i - 1);
	VEC_PUSH(unit->arena, &unit->files, interned);
	return (uint32_t)(unit->files.n - 1);
}

/* field_index maps a record's name to a map of its fields by name. */
struct ir_field *ir_unit_find_field(const struct ir_unit *unit, const char *record,
                                    const char *name) {
	const struct map *fields = map_get(&unit->field_index, MAP_KEY(record));
	return fields ? map_get(fields, MAP_KEY(name)) : NULL;
}

static struct ir_field *add_field(struct ir_unit *unit, const char *record, const char *name,
                                  struct ir_type type) {
	struct map *fields = map_get(&unit->field_index, MAP_KEY(record));
	if (!fields) {
		fields = ARENA_NEW(unit->arena, struct map);
		map_put(unit->arena, &unit->field_index, MAP_KEY(record), fields);
	}
	struct ir_field *field = ARENA_NEW(unit->arena, struct ir_field);
	*field = (struct ir_field){.record = record, .name = name, .type = type};
	map_put(unit->arena, fields, MAP_KEY(name), field);
	VEC_PUSH(unit->arena, &unit->fields, field);
	return field;
}

const struct ir_field *ir_unit_field(struct ir_unit *unit, const char *record, const char *name,
                                     struct ir_type type) {
	record = intern(unit->names, record);
	name = intern(unit->names, name);
	struct ir_field *field = ir_unit_find_field(unit, record, name);
	return field ? field : add_field(unit, record, name, type);
}

/* --- uses ------------------------------------------------------------------------------------- */

static void value_use(const struct ir_value *value, void (*fn)(void *data, uint32_t temp),
                      void *data) {
	if (value->kind == IR_TEMP) fn(data, value->temp);
}

static void place_use(const struct ir_place *place, void (*fn)(void *data, uint32_t temp),
                      void *data) {
	if (place->base == IR_BASE_TEMP) fn(data, place->temp);
	for (uint32_t i = 0; i < place->step_count; i++)
		if (place->steps[i].kind == IR_STEP_AT) fn(data, place->steps[i].temp);
}

void ir_instr_each_use(const struct ir_instr *instr, void (*fn)(void *data, uint32_t temp),
                       void *data) {
	uint32_t places = ir_op_info(instr->op)->places;
	if (places > 0) place_use(&instr->place, fn, data);
	if (places > 1) place_use(&instr->source, fn, data);
	if (instr->op == IR_OP_call) value_use(&instr->callee, fn, data);
	for (uint32_t i = 0; i < instr->arg_count; i++) value_use(&instr->args[i], fn, data);
}

void ir_exit_each_use(const struct ir_exit *exit, void (*fn)(void *data, uint32_t temp),
                      void *data) {
	switch (exit->kind) {
	case IR_BRANCH:
		value_use(&exit->left, fn, data);
		value_use(&exit->right, fn, data);
		break;
	case IR_SWITCH:
	case IR_RETURN: value_use(&exit->left, fn, data); break;
	case IR_JUMP:
	case IR_ANY:
	case IR_UNREACHABLE: break;
	}
}

/* --- words ------------------------------------------------------------------------------------ */

const struct ir_op_info *ir_op_info(enum ir_op op) {
	static const struct ir_op_info infos[] = {
#define OP(name, places, operands, legend) {#name, places, operands},
#include "ir/ops.def"
#undef OP
	};
	if ((size_t)op >= sizeof infos / sizeof infos[0])
		bug("no operation has the number %d", (int)op);
	return &infos[op];
}

const char *ir_op_name(enum ir_op op) {
	return ir_op_info(op)->name;
}

bool ir_op_find(const char *name, size_t len, enum ir_op *op) {
	static const struct {
		const char *name;
		size_t len;
		enum ir_op op;
	} ops[] = {
#define OP(name, places, operands, legend) {#name, sizeof #name - 1, IR_OP_##name},
#include "ir/ops.def"
#undef OP
	};
	for (size_t i = 0; i < sizeof ops / sizeof ops[0]; i++) {
		if (ops[i].len != len || memcmp(ops[i].name, name, len) != 0) continue;
		*op = ops[i].op;
		return true;
	}
	return false;
}

enum ir_result_rule ir_op_result(enum ir_op op) {
	switch (op) {
	case IR_OP_call: return IR_RESULT_MAYBE;
	case IR_OP_blit:
	case IR_OP_clear:
	case IR_OP_end:
	case IR_OP_escape:
	case IR_OP_start:
	case IR_OP_store: return IR_RESULT_NEVER;
	case IR_OP_add:
	case IR_OP_addr:
	case IR_OP_and:
	case IR_OP_container:
	case IR_OP_copy:
	case IR_OP_div:
	case IR_OP_inv:
	case IR_OP_load:
	case IR_OP_mul:
	case IR_OP_neg:
	case IR_OP_opaque:
	case IR_OP_or:
	case IR_OP_rem:
	case IR_OP_shl:
	case IR_OP_shr:
	case IR_OP_sub:
	case IR_OP_xor: return IR_RESULT_ALWAYS;
	}
	bug("no operation has the number %d", (int)op);
}

const char *ir_compare_name(enum ir_compare compare, bool is_unsigned) {
	switch (compare) {
	case IR_EQ: return "eq";
	case IR_NE: return "ne";
	case IR_LT: return is_unsigned ? "ult" : "lt";
	case IR_LE: return is_unsigned ? "ule" : "le";
	case IR_GT: return is_unsigned ? "ugt" : "gt";
	case IR_GE: return is_unsigned ? "uge" : "ge";
	}
	bug("no comparison has the number %d", (int)compare);
}

bool ir_is_word_after_type(const char *word, size_t len) {
	static const char *const words[] = {
		"at",   "field",    "file",   "first",  "func", "global", "incomplete",
		"loss", "noreturn", "record", "static", "unit", "var",    "variadic",
	};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strlen(words[i]) == len && memcmp(words[i], word, len) == 0) return true;
	if (len < 2 || word[0] != 'b') return false;
	for (size_t i = 1; i < len; i++)
		if (word[i] < '0' || word[i] > '9') return false;
	return true; /* a block's label */
}

int ir_record_display_length(const char *record) {
	return (int)strcspn(record, "@");
}
