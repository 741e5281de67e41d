/* The reader of the text form, between read.c (units, globals, functions), read_code.c
 * (instructions and exits) and read_parts.c (names, types, locations, values, places). Private to
 * ir/.
 *
 * Each function takes what its grammar allows next. After an error, which sticks in lex, they
 * return something harmless.
 */
#ifndef CLOSEWAIT_IR_READER_H
#define CLOSEWAIT_IR_READER_H

#include "base/lex.h"
#include "ir/ir.h"

/* The lists are reused from one block, switch or place to the next; each is copied once its length
 * is known. They live in scratch, what is kept in unit->arena. */
struct reader {
	struct lex lex;
	struct ir_unit *unit;
	struct arena *scratch;
	struct ir_function *f; /* the one being read */
	struct map vars;       /* of f: name -> index + 1 */
	VEC(struct ir_step) steps;
	VEC(struct ir_value) values;
	VEC(struct ir_case) cases;
	VEC(uint32_t) targets;
	VEC(struct ir_instr) instrs;
	VEC(struct ir_block) blocks;
};

/* Returns count items copied to the unit's arena; NULL when there are none. */
void *reader_keep(const struct reader *r, const void *items, size_t count, size_t size);
#define READER_KEEP(r, vec) reader_keep((r), (vec)->items, (vec)->n, sizeof *(vec)->items)

/* A name behind its sigil; what says of what: "a variable". */
const char *read_sigil_name(struct reader *r, char sigil, const char *what);
/* RECORD:NAME. */
void read_field_name(struct reader *r, const char **record, const char **name);
/* RECORD:NAME of a field that has a line; NULL after an error. */
const struct ir_field *read_field(struct reader *r);
struct ir_type read_type(struct reader *r);
/* The location here; zero when there is none. */
struct ir_loc read_loc(struct reader *r);
/* A temporary, behind its '%'. */
uint32_t read_temp(struct reader *r);
bool value_follows(struct reader *r);
struct ir_value read_value(struct reader *r);
/* Any number of steps; *steps is in the unit's arena. */
void read_steps(struct reader *r, struct ir_step **steps, uint32_t *count);
struct ir_place read_place(struct reader *r);

/* bNUMBER. */
uint32_t read_block_name(struct reader *r);
/* The instructions up to the block's exit into r->instrs, and the exit. */
void read_instrs(struct reader *r, struct ir_exit *exit);

#endif
