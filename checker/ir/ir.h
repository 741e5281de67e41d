/* The IR: functions of basic blocks over places and values. Floor 1: base.
 *
 * A *value* is a temporary, a constant, the address of a function or global, a string literal, or unknown.
 * A *place* is where a value lives: a variable, or what a temporary points to, plus a path of fields and
 * elements. A path never goes through a pointer: `s->sock->fd` is two loads.
 *
 * Temporaries belong to one function and may be written in several blocks (both arms of `?:` write the
 * same one). Conditions exist only in branches: `&&`, `||`, `!` and `?:` are lowered to control flow.
 *
 * docs/ir.md is the page about the text form. ir_print and ir_read are inverses.
 */
#ifndef CLOSEWAIT_IR_IR_H
#define CLOSEWAIT_IR_IR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"

/* --- types: no more than the analysis needs --------------------------------------------------- */

enum ir_type_kind { IR_VOID, IR_INT, IR_FLOAT, IR_FUNC, IR_PTR, IR_RECORD, IR_ARRAY };

/* record is the record's name for IR_RECORD; for IR_PTR and IR_ARRAY that of the record at the end of
 * the pointers and arrays, or NULL. Interned. */
struct ir_type {
	enum ir_type_kind kind;
	const char *record;
};

/* --- names ------------------------------------------------------------------------------------ */

/* A field's identity. record is the tag of its struct or union; the typedef's name for an unnamed one;
 * `parent::declarator` for an unnamed one inside another; members of anonymous structs belong to the
 * record around them. A record defined in a source file and not in a header has `@file.c` behind it,
 * since another file may have its own of that name. One struct ir_field per identity: compare pointers. */
struct ir_field {
	const char *record, *name;
	struct ir_type type;
	/* A record at the very beginning of its record: a pointer to the one is a pointer to the other. */
	bool is_first;
	/* Where it lies in its record and how long it is, in bits. Members that share bits are members of a union, and members of
	 * two records that one object is seen as may. 0 bits: not known. */
	uint32_t bit, bits;
	/* The program stores only a few constants in it, and the smallest and largest of these and zero: known after linking,
	 * never in the text. */
	bool is_flag;
	int64_t flag_low, flag_high;
};

/* --- locations -------------------------------------------------------------------------------- */

/* A source range. Lines and columns count from 1, columns are bytes; 0 where unknown. file is an index
 * into ir_unit.files. The spelling is where the text stands when a macro made it, and zero otherwise. */
struct ir_loc {
	uint32_t file, line, column, end_line, end_column;
	uint32_t spelling_file, spelling_line, spelling_column;
};

/* --- values and places ------------------------------------------------------------------------ */

enum ir_value_kind { IR_UNKNOWN, IR_TEMP, IR_CONST, IR_SYMBOL, IR_STRING };

struct ir_value {
	enum ir_value_kind kind;
	uint32_t temp;  /* IR_TEMP */
	int64_t number; /* IR_CONST; a null pointer is 0 */
	const char
		*text; /* IR_SYMBOL: the name of a function or global; IR_STRING: the bytes (interned) */
};

enum ir_step_kind { IR_STEP_FIELD, IR_STEP_INDEX, IR_STEP_AT, IR_STEP_ELEMENT };

struct ir_step {
	enum ir_step_kind kind;
	const struct ir_field *field; /* IR_STEP_FIELD */
	int64_t index; /* IR_STEP_INDEX: a constant index; IR_STEP_ELEMENT: any element */
	uint32_t temp; /* IR_STEP_AT: the index is what this temporary holds */
};

enum ir_base_kind { IR_BASE_VAR, IR_BASE_GLOBAL, IR_BASE_TEMP };

struct ir_place {
	enum ir_base_kind base;
	uint32_t var;       /* IR_BASE_VAR: index into ir_function.vars */
	uint32_t temp;      /* IR_BASE_TEMP: the place is what this pointer points to */
	const char *global; /* IR_BASE_GLOBAL */
	struct ir_step *steps;
	uint32_t step_count;
};

/* --- instructions ----------------------------------------------------------------------------- */

enum ir_op {
#define OP(name, places, operands, legend) IR_OP_##name,
#include "ir/ops.def"
#undef OP
};

enum { IR_NO_TEMP = UINT32_MAX };

struct ir_instr {
	enum ir_op op;
	uint32_t result;              /* IR_NO_TEMP when there is none */
	struct ir_place place;        /* of the ops that take one */
	struct ir_place source;       /* blit */
	const struct ir_field *field; /* container */
	struct ir_value
		callee; /* call: IR_SYMBOL when direct, IR_TEMP when through a pointer, IR_UNKNOWN */
	struct ir_value *args;
	uint32_t arg_count;
	struct ir_loc loc;
};

enum ir_compare { IR_EQ, IR_NE, IR_LT, IR_LE, IR_GT, IR_GE };

enum ir_exit_kind {
	IR_JUMP,       /* to targets[0] */
	IR_BRANCH,     /* left compare right ? targets[0] : targets[1] */
	IR_SWITCH,     /* on left: cases[i] to targets[i], else to targets[case_count] */
	IR_ANY,        /* to any of the targets (computed goto, asm goto) */
	IR_RETURN,     /* left, unless IR_UNKNOWN in a void function */
	IR_UNREACHABLE /* behind a call that does not return */
};

struct ir_case {
	int64_t low, high;
};

struct ir_exit {
	enum ir_exit_kind kind;
	enum ir_compare compare;
	bool is_unsigned; /* branch: the comparison is of unsigned integers (pointers are not) */
	struct ir_value left, right;
	struct ir_case *cases;
	uint32_t case_count;
	uint32_t *targets;
	uint32_t target_count;
	struct ir_loc loc;
};

struct ir_block {
	VEC(struct ir_instr) instrs;
	struct ir_exit exit;
};

/* --- functions, globals, units ---------------------------------------------------------------- */

/* A parameter or local. Two locals of one name in a function are told apart by a suffix: `fd`, `fd.2`. */
struct ir_var {
	const char *name;
	struct ir_type type;
	struct ir_loc loc;
};

struct ir_function {
	const char *name;
	bool is_static; /* internal linkage: its name means nothing in other units */
	bool is_variadic;
	bool is_noreturn;
	const char *
		incomplete; /* why libclang lost a part of it, or NULL; nothing follows from what is absent */
	struct ir_type type;     /* of the result */
	struct ir_loc loc;       /* from the name to the closing brace */
	VEC(struct ir_var) vars; /* the parameters first */
	uint32_t param_count;
	uint32_t temp_count;
	VEC(struct ir_block) blocks; /* entered at block 0 */
};

/* One constant member of a global's initialiser: steps, and the value stored there. */
struct ir_init {
	struct ir_step *steps;
	uint32_t step_count;
	struct ir_value value;
	struct ir_loc loc;
};

/* A file-scope or static local variable (named `function.variable`). */
struct ir_global {
	const char *name;
	bool is_static;
	bool is_const;
	bool is_defined; /* this unit holds its definition: what has no initialiser here is zero */
	struct ir_type type;
	struct ir_loc loc;
	VEC(struct ir_init) inits;
};

/* What could not be analysed, or was read with doubt. */
struct ir_loss {
	const char *reason;
	struct ir_loc loc;
};

/* A record that a header of the project defines: another program of the build may have its own of that name. */
struct ir_record {
	const char *name;
	const char *file; /* the header's path, as it is shown */
};

struct ir_unit {
	struct arena *arena;
	struct intern *names;
	const char *source; /* path of the main file, as it is shown to the user */
	const char *output; /* absolute path of the object file that the build makes of it, or NULL */
	VEC(const char *) files;       /* files[0] is the main file */
	VEC(struct ir_field *) fields; /* every field that the unit uses, in order of first use */
	struct map field_index;        /* of ir_unit_field() */
	VEC(struct ir_global) globals;
	VEC(struct ir_function) functions;
	VEC(struct ir_loss) losses;
	VEC(struct ir_record) records;
};

/* Makes an empty unit. Names are interned in names, all else lives in a. */
struct ir_unit *ir_unit_new(struct arena *a, struct intern *names);
/* The unit's index of the file at path, added when it is new. */
uint32_t ir_unit_file(struct ir_unit *unit, const char *path);
/* The unit's one struct ir_field for record and name. type is recorded on first use. */
const struct ir_field *ir_unit_field(struct ir_unit *unit, const char *record, const char *name,
                                     struct ir_type type);

/* --- text ------------------------------------------------------------------------------------- */

/* Adds the unit as text. */
void ir_print(struct buf *out, const struct ir_unit *unit);
void ir_print_function(struct buf *out, const struct ir_unit *unit, const struct ir_function *f);
/* Adds one place or value of f. */
void ir_print_place(struct buf *out, const struct ir_function *f, const struct ir_place *place);
void ir_print_value(struct buf *out, const struct ir_value *value);

/* Reads the text form. On failure returns NULL and sets *error to "NAME:line: what is wrong", in a. */
struct ir_unit *ir_read(struct arena *a, struct intern *names, const char *name, const char *text,
                        size_t len, const char **error);

/* Whether both do the same, wherever they stand. Their fields must be shared, and their names come from one intern. */
bool ir_same_function(const struct ir_function *a, const struct ir_function *b);

/* Checks what every pass relies on: targets, temps and vars in range, every temp written somewhere,
 * operands as ops.def says. Returns NULL, or what is wrong, in a. */
const char *ir_verify(struct arena *a, const struct ir_unit *unit);

/* The op's name in the text form. */
const char *ir_op_name(enum ir_op op);
/* What a user should see of a record's name: without the file behind '@'. */
int ir_record_display_length(const char *record);

#endif
