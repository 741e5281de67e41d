/* Whole-program facts, without regard to order: what each place may ever hold. Floor 3.
 *
 * One node per variable, temporary, result, global and field (fields of all objects of a record are one),
 * edges where values are copied, and sets of constants, functions, allocations and opened descriptors that
 * flow along them (an inclusion-based points-to analysis, field-based).
 */
#ifndef CLOSEWAIT_LINK_FACTS_H
#define CLOSEWAIT_LINK_FACTS_H

#include "link/program.h"

enum atom_kind {
	ATOM_UNKNOWN,  /* anything */
	ATOM_CONST,    /* number */
	ATOM_FUNCTION, /* the function named text */
	ATOM_ADDRESS,  /* the address of the node number */
	ATOM_OBJECT,   /* an object made at loc */
	ATOM_OPENED    /* a descriptor opened at loc; text is its kind, number 1 for an end of a pair */
};

/* Where an atom comes from: the instruction that first put it into the set that is asked. */
struct atom {
	enum atom_kind kind;
	uint32_t print; /* equal atoms have the same */
	int64_t number;
	const char *text;
	const char *function; /* where it arose: NULL in a global's initialiser */
	const char *file;
	struct ir_loc loc;
};

struct atom_list {
	const struct atom **items;
	size_t n;
};

/* Works them out for all functions of the program. */
struct facts *facts_new(struct program *program);

/* What the field, or the temporary of f, may hold. */
struct atom_list facts_of_field(const struct facts *facts, const struct ir_field *field);
struct atom_list facts_of_temp(const struct facts *facts, const struct program_function *f,
                               uint32_t temp);
struct atom_list facts_of_var(const struct facts *facts, const struct program_function *f,
                              uint32_t var);
/* Whether somebody may shut the line that lies there, or cancel the thread or send it a signal, for all that is known. */
bool facts_is_woken(const struct facts *facts, const struct home *home);
/* Whether it is a descriptor of a line with a peer, rather than of a file. */
bool facts_is_connection(const struct atom *atom);
/* Whether an object of that record may hold a socket of the program, or a pointer to one that may. */
bool facts_record_matters(const struct facts *facts, const char *record);
/* Whether a value of the field may be handed to close, or to something that closes it. */
bool facts_field_is_closed(const struct facts *facts, const struct ir_field *field);
/* Whether a value of the field may be handed to a function that nobody has seen. */
bool facts_field_escapes(const struct facts *facts, const struct ir_field *field);
/* Whether the field holds sockets that the program opens. */
bool facts_field_holds_socket(const struct facts *facts, const struct ir_field *field);
/* Whether some descriptor that the program opens may get into both fields, or one of them gets none that is known. */
bool facts_share_line(const struct facts *facts, const struct ir_field *a,
                      const struct ir_field *b);
/* Whether all descriptors that are known to get into the field are ends of pairs. */
bool facts_is_end_of_pair(const struct facts *facts, const struct ir_field *field);
/* Whether the field may hold a stream or the like over something that blocks: not over files alone. */
bool facts_may_block(const struct facts *facts, const struct home *home);
/* Whether the global variable itself does. */
bool facts_global_holds_socket(const struct facts *facts, const struct ir_global *global);
/* Whether the field holds functions, and nothing but an initialiser ever stores them there. */
bool facts_is_method(const struct facts *facts, const struct ir_field *field);
/* Whether the field holds one of several constants, stored only by way of pointers that their function was not given: where
 * objects are made. */
bool facts_is_kind(const struct facts *facts, const struct ir_field *field);
/* Whether some global's initialiser stores the one function in the one member of a record and the other in the other. */
bool facts_share_table(const struct facts *facts, const struct ir_field *a, const char *in_a,
                       const struct ir_field *b, const char *in_b);
/* Whether the global, or a part of it, gets the contents of another object somewhere, or is cleared; or may be, by a
 * function that gets its address and has no body here. */
bool facts_is_copied_over(const struct facts *facts, const char *global);
/* The fields of the record that hold sockets of the program, or are records with such fields, at most max of them. */
size_t facts_socket_fields(const struct facts *facts, const char *record,
                           const struct ir_field **out, size_t max);
/* The one field by which a record with sockets begins with the given one, or NULL where there is none or several, and for nodes of
 * lists. */
const struct ir_field *facts_derived(const struct facts *facts, const char *record);
/* The fields of the record that the program uses, at most max of them. */
size_t facts_members(const struct facts *facts, const char *record, const struct ir_field **out,
                     size_t max);
/* All fields that hold sockets, in order of first use. */
struct field_list {
	const struct ir_field **items;
	size_t n;
};
struct field_list facts_all_socket_fields(const struct facts *facts);
/* The fields that only mention descriptors, as that of pollfd, of which the program closes some all the same. */
struct field_list facts_closed_mentions(const struct facts *facts);

/* Where constants are stored into the field: one entry per store, in program order. */
struct field_store {
	const struct program_function *in; /* NULL: an initialiser */
	const struct ir_instr *instr;
};
struct field_stores {
	const struct field_store *items;
	size_t n;
};
struct field_stores facts_stores(const struct facts *facts, const struct ir_field *field);

#endif
