/* The graph behind the facts: nodes, copies, sets. Not for other floors. Floor 3. */
#ifndef CLOSEWAIT_LINK_FACTS_GRAPH_H
#define CLOSEWAIT_LINK_FACTS_GRAPH_H

#include "link/facts.h"

enum { NO_NODE = UINT32_MAX };

/* A call whose arguments flow into whatever its callee turns out to be. */
struct flow_call {
	const struct program_function *in;
	const struct ir_instr *instr;
	uint32_t *args; /* nodes */
	uint32_t arg_count;
	uint32_t result; /* node, or NO_NODE */
};

/* A duplicate that a call makes: of the kinds of lines that from may be of, but another descriptor. */
struct duplicate {
	uint32_t from;
	const struct atom *opened; /* what it is taken for where nobody knows what from is */
	uint32_t to;
};

/* What is done by way of a pointer. */
struct uses {
	VEC(uint32_t) loads;  /* nodes that get what it points to */
	VEC(uint32_t) stores; /* nodes that are stored to where it points */
	VEC(uint32_t) calls;  /* calls through it */
};

/* All but the atoms is of the flow's arena. */
struct node {
	VEC(uint32_t) out, in; /* copies to and from other nodes */
	VEC(const struct atom *) atoms;
	VEC(uint32_t) prints; /* of the atoms: many are compared with each that comes along */
	size_t spread;        /* atoms before this index were passed on */
	struct uses *uses;    /* or NULL */
	bool full;            /* BOUND_FACTS_PER_NODE was hit */
	bool closed, escaped; /* may be handed to close; to somebody unseen */
	bool woken; /* may be a line that is shut, or a thread that is cancelled or gets a signal */
	bool queued;
};

struct record_fields {
	VEC(const struct ir_field *) sockets;
};

struct member_list {
	VEC(const struct ir_field *) list;
};

struct first_list {
	VEC(const struct ir_field *) list;
};

/* A record among a global's initialisers: the steps that lead there are the first of any of them. */
struct table {
	const struct ir_global *global;
	const struct ir_step *steps;
	uint32_t step_count;
};

struct table_list {
	VEC(struct table) list;
};

struct store_list {
	VEC(struct field_store) list;
};

struct facts {
	struct arena *arena;
	struct arena *flow; /* what atoms flow through; gone once they have */
	struct program *program;
	VEC(struct node) nodes;
	VEC(struct flow_call) calls;
	VEC(struct duplicate) duplicates;
	VEC(uint32_t) queue;
	struct map edges;                     /* from << 32 | to: those that are there */
	uint32_t *first_node;                 /* of each function: its vars, temps, and result */
	struct map field_nodes, global_nodes; /* -> node + 1 */
	struct map stores;                    /* field -> struct store_list */
	VEC(const struct ir_field *) sockets; /* all fields that hold one */
	VEC(const struct ir_field *) closed_mentions;
	struct map members;  /* record -> struct member_list: its fields that the program uses */
	struct map firsts;   /* record -> struct first_list: the fields by which others begin with it */
	struct map carriers; /* records that hold one, or point to a record that does -> facts */
	struct map records;  /* record -> struct record_fields */
	bool *is_called;     /* function: some call reaches it */
	struct map
		tables; /* field and function -> struct table_list: the initialisers that put it there */
	struct map copied_over; /* globals that are written as a whole, or in larger parts -> facts */
};

/* Adds an empty node. */
uint32_t graph_node(struct facts *g);
/* To write to. */
struct uses *graph_uses(struct facts *g, uint32_t pointer);
uint32_t graph_var_node(const struct facts *g, const struct program_function *f, uint32_t var);
uint32_t graph_temp_node(const struct facts *g, const struct program_function *f, uint32_t temp);
uint32_t graph_result_node(const struct facts *g, const struct program_function *f);
uint32_t graph_field_node(struct facts *g, const struct ir_field *field);
uint32_t graph_global_node(struct facts *g, const char *name);
/* Notes the functions that the global's initialiser puts side by side. */
void graph_note_tables(struct facts *g, const struct ir_global *global);
/* A new atom that arises at instr of f. */
const struct atom *graph_atom(struct facts *g, enum atom_kind kind, int64_t number,
                              const char *text, const struct program_function *f,
                              const struct ir_loc *loc);
void graph_add_atom(struct facts *g, uint32_t node, const struct atom *atom);
/* What from holds, to may hold. */
void graph_copy(struct facts *g, uint32_t from, uint32_t to);
/* What from holds, to may hold as well; but what becomes of to says nothing of from. */
void graph_derive(struct facts *g, uint32_t from, uint32_t to);
/* to gets what pointer points to; what pointer points to gets from. */
void graph_load(struct facts *g, uint32_t pointer, uint32_t to);
void graph_store(struct facts *g, uint32_t pointer, uint32_t from);
/* Lets all atoms flow until nothing changes. */
void graph_solve(struct facts *g);
/* Passes closed, escaped and woken on to all that flows into such a node. */
void graph_mark_backwards(struct facts *g);

/* facts_call.c: lets the call reach the function of that name: one with a body, a model, or neither. */
void graph_connect(struct facts *g, uint32_t call, const char *callee);

#endif
