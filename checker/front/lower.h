/* What the files of the lowering share. Floor 2: base, ir. Private to front/.
 *
 *     lower_unit      the declarations of the file; which functions are worth lowering
 *     lower_function  one body: parameters, then
 *     lower_stmt, lower_loop, lower_switch, lower_jump       statements, scopes
 *     lower_expr, lower_operator, lower_cond, lower_place    expressions
 *     unexposed, literal                                     what an expression is
 *     lower_call, lower_builtin, lower_atomic, lower_asm     calls and what looks like one
 *     lower_init, lower_global                               initialisers
 *     build, tidy                                            instructions and blocks
 *     notes.h: decl, type, record, locate, fault             what libclang knows, what it lost
 *     printed                                                what it hides
 *
 * An expression of record type has no value in the IR: where one is asked for, it is the
 * object's address.
 */
#ifndef CLOSEWAIT_FRONT_LOWER_H
#define CLOSEWAIT_FRONT_LOWER_H

#include "front/notes.h"

struct printed;

/* --- bodies ----------------------------------------------------------------------------------- */

enum { NO_BLOCK = UINT32_MAX };

/* A block while it is built. */
struct draft {
	VEC(struct ir_instr) instrs;
	struct ir_exit exit;
	uint32_t references; /* jumps to it so far */
};

/* A live local variable, or a cleanup that is due; the list goes from the innermost outwards and
 * is shared by what remembers it. */
struct scope {
	uint32_t var;
	const char *cleanup; /* called with the variable's address; NULL: the variable ends here */
	const struct scope *outer;
	uint32_t depth;
};

/* Where break and continue go. */
struct breakable {
	uint32_t break_to, continue_to; /* continue_to is NO_BLOCK for a switch */
	const struct scope *scope;
	const char *label; /* of the statement, or NULL */
	struct breakable *outer;
	struct dispatch *dispatch; /* of a switch */
};

struct label {
	uint32_t block;
	const struct scope *scope;
	const char *name;
	bool is_placed, has_address;
};

struct pending_goto {
	uint32_t block; /* which ends with the goto and has no exit yet */
	const struct scope *scope;
	struct label *label;
	CXCursor at;
};

struct dispatch; /* the cases of a switch: lower_switch.c */

struct body {
	struct lower *l;
	CXCursor function;
	const char *name;
	const char *incomplete;
	const struct type_note *result;
	VEC(struct ir_var) vars;
	struct map var_index; /* declaration -> index into vars, plus 1 */
	struct map var_names; /* interned name -> how often it was used */
	VEC(struct draft) blocks;
	VEC(uint32_t) order; /* blocks as they follow each other */
	uint32_t block;      /* where instructions go; NO_BLOCK where control does not come */
	uint32_t temp_count;
	uint32_t depth;
	const struct scope *scope;
	struct breakable *breakable;
	struct map labels; /* label statement -> struct label */
	VEC(struct label *) label_list;
	VEC(struct pending_goto) gotos;
	VEC(uint32_t) any_blocks;  /* that end with IR_ANY to labels not yet known */
	const char *pending_label; /* the label of the loop or switch that comes next */
	struct printed *printed;
};

/* Lowers the definition into f. */
void lower_function(struct lower *l, CXCursor function, struct ir_function *f);
/* The first reason stays. */
void body_incomplete(struct body *b, const char *reason);
/* Counts a level of nesting; false, and the function is incomplete, where it is too deep.
 * leave_level() ends it. */
bool enter_level(struct body *b);
void leave_level(struct body *b);

/* --- building (build.c, tidy.c) --------------------------------------------------------------- */

#define UNKNOWN ((struct ir_value){.kind = IR_UNKNOWN})

struct ir_value constant(int64_t number);
struct ir_value symbol(const char *name);
struct ir_value temp_value(uint32_t temp);
uint32_t new_temp(struct body *b);

struct ir_place var_place(uint32_t var);
struct ir_place global_place(const char *name);
/* What v points to. A value that is no temporary is first copied into one, except the address of
 * a global. */
struct ir_place place_at(struct body *b, struct ir_value v, CXCursor at);
struct ir_place with_field(struct body *b, struct ir_place place, const struct ir_field *field);
/* The element behind place by n, by index, or by nobody knows what, where place is an element: `*%p`, `$a[2]`. */
struct ir_place with_index(struct body *b, struct ir_place place, int64_t n);
struct ir_place with_at(struct body *b, struct ir_place place, struct ir_value index);
struct ir_place with_any(struct body *b, struct ir_place place);
/* One step further in: an element of the array at place. */
struct ir_place with_step(struct arena *a, struct ir_place place, struct ir_step step);
struct ir_place with_first(struct body *b, struct ir_place array);

struct ir_value emit_load(struct body *b, struct ir_place place, CXCursor at);
void emit_store(struct body *b, struct ir_place place, struct ir_value v, CXCursor at);
void emit_blit(struct body *b, struct ir_place place, struct ir_place source, CXCursor at);
/* The address of place; no instruction where the address is already at hand. */
struct ir_value emit_addr(struct body *b, struct ir_place place, CXCursor at);
void emit_copy(struct body *b, uint32_t temp, struct ir_value v, CXCursor at);
/* start, end or clear. */
void emit_place_op(struct body *b, enum ir_op op, struct ir_place place, struct ir_loc loc);
/* v op w, folded when both are constants. */
struct ir_value emit_binary(struct body *b, enum ir_op op, struct ir_value v, struct ir_value w,
                            const struct type_note *t, CXCursor at);
struct ir_value emit_unary(struct body *b, enum ir_op op, struct ir_value v,
                           const struct type_note *t, CXCursor at);
struct ir_value emit_container(struct body *b, struct ir_value v, const struct ir_field *field,
                               CXCursor at);
/* An unknown value over the n values; without any that is a temporary no instruction is needed. */
struct ir_value emit_opaque(struct body *b, const struct ir_value *values, uint32_t n, CXCursor at);
void emit_escape(struct body *b, const struct ir_value *values, uint32_t n, CXCursor at);
/* Calls the cleanup function of var. */
void emit_cleanup(struct body *b, const char *function, uint32_t var, struct ir_loc loc);
struct ir_value emit_call(struct body *b, struct ir_value callee, const struct ir_value *args,
                          uint32_t n, bool has_result, struct ir_loc loc);

uint32_t new_block(struct body *b);
/* Instructions go to block from here; control falls into it from the block before. */
void place_block(struct body *b, uint32_t block);
bool is_referenced(const struct body *b, uint32_t block);
/* Goes on at block when something leads there, else where we are. */
void continue_at(struct body *b, uint32_t block);
void emit_jump(struct body *b, uint32_t to, struct ir_loc loc);
void emit_branch(struct body *b, enum ir_compare compare, bool is_unsigned, struct ir_value left,
                 struct ir_value right, uint32_t yes, uint32_t no, CXCursor at);
void emit_exit(struct body *b, struct ir_exit exit);
bool compare_holds(enum ir_compare compare, bool is_unsigned, int64_t v, int64_t w);
void emit_unreachable(struct body *b, CXCursor at);

/* Declares a local variable; a name that is taken gets a suffix. */
uint32_t new_var(struct body *b, const char *name, struct ir_type type, struct ir_loc loc);
/* A variable of ours, live to the end of the scope. */
struct ir_place new_object(struct body *b, const char *name, struct ir_type type, CXCursor at);

/* Moves the blocks that control reaches into f, in order, jumps threaded, temporaries numbered
 * anew. */
void tidy(struct body *b, struct ir_function *f);

/* --- expressions ------------------------------------------------------------------------------ */

struct ir_value lower_value(struct body *b, CXCursor e);
/* For its side effects alone. */
void lower_effect(struct body *b, CXCursor e);
/* The place of an lvalue, or of the object that an expression of record type gives. */
struct ir_place lower_place(struct body *b, CXCursor e);
/* What the pointer expression e points to. */
struct ir_place lower_pointee(struct body *b, CXCursor e);
/* Goes to yes or no. */
void lower_condition(struct body *b, CXCursor e, uint32_t yes, uint32_t no);
/* 1 or 0 by the truth of e. */
struct ir_value lower_truth(struct body *b, CXCursor e);
struct ir_value truth_of(struct body *b, struct ir_value v, CXCursor at);
/* Stores the expression into place, as an object where it is a record. */
void lower_store(struct body *b, struct ir_place place, CXCursor e, CXCursor at);
/* The object's address for a record, the value otherwise. */
struct ir_value place_value(struct body *b, struct ir_place place, const struct type_note *t,
                            CXCursor at);

struct ir_value lower_unary(struct body *b, CXCursor e);
struct ir_value lower_binary(struct body *b, CXCursor e);
void lower_assign_effect(struct body *b, CXCursor e);
struct ir_value lower_compound_assign(struct body *b, CXCursor e);
void lower_step_effect(struct body *b, CXCursor e); /* x++ without a use of its value */
/* FD_SET and FD_CLR, FD_ZERO, FD_ISSET: what they do to a word of an fd_set. False, and nothing is lowered, where the
 * operation over kids is none of them. */
bool lower_set_change(struct body *b, CXCursor e, struct kids kids);
bool lower_set_clearing(struct body *b, CXCursor e, struct kids kids);
bool lower_set_test(struct body *b, CXCursor e, struct kids kids, struct ir_value *v);
/* What a cast pointer points to, when the cast goes from a record to its first member or back;
 * else false, and nothing is lowered. */
bool lower_record_cast(struct body *b, CXCursor inner, const struct type_note *to,
                       struct ir_place *pointee);
/* inner, of value v, is cast from an integer to a pointer. A sum hides its number, `(void *)(intptr_t)(fd + 1)`: who
 * gets the pointer knows it. */
void lower_hidden_number(struct body *b, CXCursor inner, struct ir_value v);
/* `p + i`; the value of the pointer is the address of the element. */
struct ir_place lower_pointer_sum(struct body *b, CXCursor e);
/* Is e (T*)((char *)p - offsetof(T, f))'s subtraction? Then sets *v to its value. */
bool lower_container(struct body *b, CXCursor e, struct ir_value *v);
enum ir_op binary_op(enum CXBinaryOperatorKind kind);
/* Of an assigning operator, the operator that computes. */
enum CXBinaryOperatorKind plain_operator(enum CXBinaryOperatorKind kind);

/* What an UnexposedExpr is; it has no kind of its own. */
enum unexposed_kind {
	UNEXPOSED_INNER,  /* a cast, or something around one expression */
	UNEXPOSED_ELVIS,  /* a ?: b: kids 0, 1 and 2 are a */
	UNEXPOSED_CHOOSE, /* __builtin_choose_expr */
	UNEXPOSED_OFFSETOF,
	UNEXPOSED_VA_ARG,
	UNEXPOSED_ATOMIC,   /* __atomic_x, __c11_atomic_x */
	UNEXPOSED_CONSTANT, /* no children: __builtin_types_compatible_p and the like */
	UNEXPOSED_OTHER
};

enum unexposed_kind unexposed_kind(struct body *b, CXCursor e, struct kids kids);
/* Without parentheses, casts and what else does not change the place or function that e
 * designates. */
CXCursor strip(struct body *b, CXCursor e);
/* The arm of `_Generic` or `__builtin_choose_expr` that is meant; the null cursor when that
 * cannot be told. */
CXCursor selected_arm(struct body *b, CXCursor e, struct kids kids);
CXCursor chosen_arm(struct kids kids);
/* The value of e when it is a constant, without an instruction. */
bool constant_of(struct body *b, CXCursor e, int64_t *number);
/* The value of a constant expression without side effects, by libclang. */
bool evaluate(CXCursor e, int64_t *number);
/* What a DeclRefExpr to a variable designates. */
struct ir_place name_place(struct body *b, CXCursor e);
/* The bytes of a StringLiteral. */
const char *string_bytes(struct lower *l, CXCursor literal);
/* Is e a string literal, perhaps in parentheses or `__func__`? Then sets *literal to it. */
bool find_string(CXCursor e, CXCursor *literal);

struct ir_value lower_choice(struct body *b, CXCursor e); /* ?: as a value */
struct ir_value lower_elvis(struct body *b, CXCursor e, struct kids kids);
void lower_choice_effect(struct body *b, CXCursor e);
struct ir_place lower_choice_object(struct body *b, CXCursor e);

struct ir_value lower_call(struct body *b, CXCursor e);
/* Lowers the call of a compiler's builtin; false when note is none that is modelled apart from
 * its name. */
bool lower_builtin(struct body *b, CXCursor e, const char *name, struct ir_value *result);
/* The library function behind a builtin or fortified name, with the arguments that are not its
 * own taken out. */
const char *library_name(struct lower *l, const char *name, struct ir_value *args, uint32_t *n);
struct ir_value lower_atomic(struct body *b, CXCursor e, struct kids kids);
bool lower_sync(struct body *b, CXCursor e, const char *name, struct ir_value *result);
void lower_asm(struct body *b, CXCursor s);

/* --- initialisers ----------------------------------------------------------------------------- */

/* The members of an initialiser that the unit keeps: tables of numbers may have millions. */
enum { MOST_MEMBERS = 4096 };

/* Takes the members of an initialiser list, in order: value is stored at place, of type t. An
 * array is taken as a whole when its value is a string. */
struct init_sink {
	void (*take)(struct init_sink *sink, struct ir_place place, const struct type_note *t,
	             CXCursor value);
	struct lower *l;
	struct arena *arena;
	struct body *body; /* NULL at file scope */
	uint32_t taken;    /* how often; past MOST_MEMBERS the rest was left out */
};

/* Walks an InitListExpr by C's rules for the current object. */
void walk_initialiser(struct init_sink *sink, struct ir_place place, CXType type, CXCursor list);
/* Initialises the local variable at place. */
void lower_local_init(struct body *b, struct ir_place place, CXType type, CXCursor init);
/* What the rest of a list is for that was cut: any element, or the whole. */
struct ir_place rest_place(struct lower *l, struct ir_place whole, const struct type_note *t);
struct ir_place lower_compound_literal(struct body *b, CXCursor e);
/* Declares the variable in the unit. b is the function around a static local, or NULL. */
void lower_global(struct lower *l, struct body *b, const char *name,
                  const struct global_note *note);
/* A name for a variable of the unit that is not taken: name, name.2 … */
const char *new_global_name(struct lower *l, const char *name);

/* --- statements ------------------------------------------------------------------------------- */

void lower_statement(struct body *b, CXCursor s);
/* A statement that is a scope of its own: the body of a loop, an arm. */
void lower_block(struct body *b, CXCursor s);
/* The value is that of the last statement, when it is used. */
struct ir_value lower_statement_expression(struct body *b, CXCursor e, bool is_used);
void lower_variable(struct body *b, CXCursor declaration);

void lower_while(struct body *b, CXCursor s);
void lower_do(struct body *b, CXCursor s);
void lower_for(struct body *b, CXCursor s);
void enter_breakable(struct body *b, struct breakable *breakable, uint32_t break_to,
                     uint32_t continue_to);
void leave_breakable(struct body *b);
void lower_switch(struct body *b, CXCursor s);
void lower_case(struct body *b, CXCursor s);
void lower_default(struct body *b, CXCursor s);

/* Lives from here on; or with cleanup, what is called where the scope is left. */
void enter_scope(struct body *b, uint32_t var, const char *cleanup);
/* Ends what was entered since to, in reverse order. */
void leave_scope(struct body *b, const struct scope *to, struct ir_loc loc);
/* The same where control leaves for good: the scope is to again. */
void close_scope(struct body *b, const struct scope *to, struct ir_loc loc);
/* All cleanups that are due, without `end`: before ret. */
void run_cleanups(struct body *b, struct ir_loc loc);
void lower_break(struct body *b, CXCursor s);
void lower_continue(struct body *b, CXCursor s);
void lower_return(struct body *b, CXCursor s);
void lower_goto(struct body *b, CXCursor s);
void lower_label(struct body *b, CXCursor s);
void lower_computed_goto(struct body *b, CXCursor s);
/* Ends the block with a jump to any of the labels, or to here. */
void emit_any_label(struct body *b, uint32_t here, CXCursor at);
/* `&&label` */
void take_label_address(struct body *b, CXCursor e);
/* Gives the gotos their exits, now that all labels are known. */
void resolve_gotos(struct body *b);

/* --- what only clang's own printing tells (printed.c) ----------------------------------------- */

struct for_header {
	bool has_init, has_condition, has_increment;
};

struct for_header for_header(struct body *b, CXCursor s, struct kids kids);
/* The function of the variable's cleanup attribute, or NULL. */
const char *cleanup_of(struct lower *l, CXCursor variable);
/* The types of the associations of a _Generic, as text; n is 0 when they are not found. */
struct association_types {
	const char **at;
	uint32_t n;
};
struct association_types association_types(struct body *b, CXCursor generic);

#endif
