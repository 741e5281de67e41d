/* The program: all units joined, with the summary of every function. Floor 3: base, ir, flow.
 *
 * Names are program-wide: what has internal linkage, and what a second unit defines otherwise, gets its file's
 * path behind '@' when the units are joined. Fields are one struct ir_field each in the whole program.
 */
#ifndef CLOSEWAIT_LINK_PROGRAM_H
#define CLOSEWAIT_LINK_PROGRAM_H

#include "base/vec.h"
#include "flow/flow.h"
#include "flow/summary.h"
#include "ir/ir.h"

struct facts;
struct memo;
struct threads;

struct program_function {
	const struct ir_unit *unit;
	struct ir_function *f;         /* f->name is program-wide */
	uint32_t id;                   /* index in struct program.functions */
	struct flow_result *result;    /* NULL before its first walk */
	const struct summary *outside; /* of the result, as other units see it */
	struct flow_result
		*threads; /* of the second look, which is about threads; NULL: it was not needed */
	/* Hashes of the summaries of both looks, as the own unit and others see them; with a memo. */
	uint64_t summary_print, outside_print, second_print;
	VEC(uint32_t) callees; /* ids, each once, ascending */
	VEC(uint32_t) callers;
	/* Those of its callees whose summaries its walk may ask for, and who may ask for its own (link/follow.h). */
	VEC(uint32_t) followed;
	VEC(uint32_t) followers;
	VEC(uint32_t) dead_ends; /* those of its callees that never come back to it, ascending */
	uint32_t component;      /* of the calls that are followed (link/callgraph.h) */
	bool is_recursive;       /* it may call itself so, if only by way of others */
};

struct program {
	struct arena *arena;
	struct intern *names;
	struct models *models;
	VEC(struct ir_unit *) units;
	VEC(struct program_function) functions;
	struct map function_index;     /* name -> id + 1, as a pointer */
	struct map global_index;       /* name -> struct ir_global */
	struct map record_fields;      /* record -> struct record_fields */
	uint32_t jobs;                 /* threads that may work on it at once; 0 is 1 */
	struct facts *facts;           /* NULL before program_link() */
	const struct threads *threads; /* of the second look, while it lasts */
	struct memo *memo;             /* what an earlier run worked out, or NULL */
	int64_t thread_time;           /* nanoseconds of the second look */
	size_t walks;                  /* of functions, counting each round of a recursion */
	size_t recalled;               /* those of them whose result an earlier run had worked out */
	size_t unfinished_recursions;  /* BOUND_SCC_ROUNDS was hit */
	size_t cut_calls;              /* BOUND_CALL_TARGETS was hit, in any walk */
	size_t full_facts;             /* nodes of the facts where BOUND_FACTS_PER_NODE was hit */
};

/* Makes an empty program whose names are interned in models->names. All of it lives in a. */
struct program *program_new(struct arena *a, struct models *models);
/* Adds a unit, which the program changes and keeps: it must live in the program's arena. The order in which
 * units are added decides which of two definitions is the plain one: add them sorted. */
void program_add(struct program *program, struct ir_unit *unit);
/* Behind the last unit: names are program-wide from here on, and the functions are known. */
void program_join(struct program *program);
/* Works out the facts, the call graph, and all summaries, callees first. */
void program_link(struct program *program);

/* NULL when the program does not define it. name must be interned. */
struct program_function *program_find(const struct program *program, const char *name);
/* The program's function that the instruction calls by its name; NULL: it calls none, or by a pointer. */
struct program_function *program_callee(const struct program *program,
                                        const struct ir_instr *instr);
const struct ir_global *program_global(const struct program *program, const char *name);
/* The name as the user knows it: without the path behind '@'. In a. */
const char *program_display_name(struct arena *a, const char *name);

#endif
