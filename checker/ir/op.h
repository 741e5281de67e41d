/* What print, read, verify and cfg share about operations. Floor 1: base. Private to ir/. */
#ifndef CLOSEWAIT_IR_OP_H
#define CLOSEWAIT_IR_OP_H

#include "ir/ir.h"

enum ir_result_rule { IR_RESULT_NEVER, IR_RESULT_MAYBE, IR_RESULT_ALWAYS };

/* A row of ops.def. */
struct ir_op_info {
	const char *name;
	uint32_t places;
	int operands; /* -1: any number */
};

const struct ir_op_info *ir_op_info(enum ir_op op);
/* Sets *op; false when there is no operation of this name. */
bool ir_op_find(const char *name, size_t len, enum ir_op *op);
enum ir_result_rule ir_op_result(enum ir_op op);

/* As in `br`: eq, ne, lt …, and ult … for unsigned integers. */
const char *ir_compare_name(enum ir_compare compare, bool is_unsigned);

/* The unit's field, or NULL. record and name are interned in unit->names. */
struct ir_field *ir_unit_find_field(const struct ir_unit *unit, const char *record,
                                    const char *name);

/* Calls fn for every temporary that is read: by the instruction, by the exit. */
void ir_instr_each_use(const struct ir_instr *instr, void (*fn)(void *data, uint32_t temp),
                       void *data);
void ir_exit_each_use(const struct ir_exit *exit, void (*fn)(void *data, uint32_t temp),
                      void *data);

/* A word that may follow a type whose record is left out, so that a record of this name is
 * quoted. */
bool ir_is_word_after_type(const char *word, size_t len);

#endif
