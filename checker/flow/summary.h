/* Summaries and models: what a function does, by case. Floor 2: base, ir.
 *
 * A model is a summary that somebody wrote by hand. Both have this one form in memory and one text form
 * (docs/summaries.md), read by summary_read and printed by summary_print.
 */
#ifndef CLOSEWAIT_FLOW_SUMMARY_H
#define CLOSEWAIT_FLOW_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"
#include "flow/range.h"
#include "ir/ir.h"

/* --- paths: places as callers and callees both see them --------------------------------------- */

enum path_root { PATH_PARAM, PATH_RETURN, PATH_GLOBAL, PATH_NEW };

enum path_step_kind { PATH_DEREF, PATH_FIELD, PATH_INDEX, PATH_AT, PATH_ELEMENT, PATH_OWNER };

struct path_step {
	enum path_step_kind kind;
	const struct ir_field *
		field; /* PATH_FIELD; PATH_OWNER: from the pointer to this member to one to the object around it */
	int64_t index; /* PATH_INDEX; PATH_AT: the number of the parameter that holds it at entry */
};

/* A place: a root and the way from there. `s->sock` is the parameter s, DEREF, FIELD sock. `sv[1]` is
 * the parameter sv, DEREF, INDEX 1. An index of 0 behind DEREF is left out: `*p` is `p[0]`. */
struct path {
	enum path_root root;
	uint32_t
		number; /* PATH_PARAM: index from 0, which may be beyond the named ones; PATH_NEW: the number in `new0`, `new1`: an object that the
	                     * function allocated, as a pointer to it */
	const char *global; /* PATH_GLOBAL */
	struct path_step *steps;
	uint32_t step_count;
};

bool path_equal(const struct path *a, const struct path *b);

/* --- values ----------------------------------------------------------------------------------- */

enum term_kind {
	TERM_UNKNOWN, /* ? */
	TERM_CONST,   /* 7 */
	TERM_SPAN,    /* 1..9: number to last, both included; behind the != of a guard only */
	TERM_RANGE,   /* ..-1|1..9: some number of these; for what is assigned only */
	TERM_PATH,    /* the value that the place held at entry, or `ret`, `new0` */
	TERM_ADDRESS, /* &PLACE: its address */
	TERM_SYMBOL,  /* &@name: the address of a function or global */
	TERM_BITS,    /* PLACE & number */
	TERM_SET,     /* PLACE | number */
	TERM_SUM      /* PLACE + number */
};

struct term {
	enum term_kind kind;
	struct path path;
	int64_t number, last;
	const char *symbol;
	const struct range *range; /* TERM_RANGE */
};

/* --- cases ------------------------------------------------------------------------------------ */

/* left compare right, over the values at entry; over `ret` it says what is known of the result. */
struct guard {
	enum ir_compare compare;
	struct term left, right;
	struct ir_loc loc; /* the branch that asks, when it is the function's own; else zero */
};

enum verb {
#define VERB(name, shape, legend) VERB_##name,
#include "flow/effects.def"
#undef VERB
	VERB_assign /* P = V: after the call the place holds this value */
};

/* Where an effect happens, for the steps of a finding: in function at loc, by calling something whose
 * effect happens at inner (NULL: here itself). */
struct origin {
	const char *function;
	const char *file;
	struct ir_loc loc;
	const struct origin *inner;
};

struct effect {
	enum verb verb;
	struct path place, other; /* in the order of the text; the handle of starts is its place */
	struct term
		value; /* assign; the condition of owns (TERM_CONST 1 when there is none); how of shuts;
	                         * the function of calls and starts */
	const char *word;  /* see the words in effects.def; NULL where there is none */
	struct term *args; /* calls, starts */
	uint32_t arg_count;
	const struct origin *origin; /* NULL in a model */
	const char
		*record; /* frees, zeros: of what record it took the object, or NULL; not in the text */
	const char *
		unseen; /* escapes: to the function of that name, which nobody has seen, or NULL; not in the text */
};

struct loss;

struct loss_list {
	struct loss **items;
	size_t n, cap;
};

struct summary_case {
	VEC(struct guard) guards;
	VEC(struct effect) effects; /* in order */
	struct ir_loc left; /* where one path of the case leaves the function; zero in a model */
	bool no_memory;     /* it rests on memory running out; not in the text */
	struct loss_list
		lost; /* losses of the function and its callees on paths of the case; not in the text */
	/* What decided between paths of the case that a bound had merged: guards on it are missing. Not in the text. */
	VEC(struct term) forgotten;
	bool
		asks_changed; /* such as a count of references, behind a loop that changed it: no guard says so */
};

enum expiry_kind {
	EXPIRY_LEAVES, /* the thread may end, or nobody knows */
	EXPIRY_RETURNS,
	EXPIRY_AGAIN /* it waits again, and asks nobody before */
};

/* What becomes of a function behind a wait of its that came to an end, in one of the ways in which it may. */
struct wait_expiry {
	enum expiry_kind kind;
	bool is_known; /* RETURNS: what */
	int64_t result;
	int64_t error; /* the number of the last error; 0: some call since may have changed it */
};

/* A call that may block: what it waits for, as the function's callers know it. */
struct summary_wait {
	struct path places
		[3]; /* the descriptor, or the stream whose lock it is; of a started thread's, by several names */
	uint32_t place_count;
	uint32_t copies;       /* by place, a bit: a duplicate of the descriptor lies there */
	struct path others[2]; /* the same: where other lines lie that the starter opened */
	uint32_t other_count;
	struct path peer; /* of a started thread's: where the other end of its pair lies */
	bool has_peer;
	bool has_no_end; /* the same: nobody can hang up, it is a listener's line or one of datagrams */
	const char *word; /* of waits, in effects.def */
	bool is_shared;   /* one of several that one call waits for */
	bool is_bounded;  /* for so long only */
	bool has_lock;    /* of the stream that it reads from or writes to */
	bool
		reads; /* for a lock: it has it while it reads; who writes is blocked only when buffers are full */
	bool is_met; /* for a lock: somebody was woken or waited for before, and it may be free */
	bool defers_cancellation, heeds_cancellation; /* neither: as whoever calls the function */
	struct wait_expiry expiry;                    /* its time is up, or it would block */
	struct wait_expiry end;                       /* the line was shut down */
	const struct origin *origin;
};

/* A parameter that is stored in a member. */
struct summary_kept {
	uint32_t param;
	const struct ir_field *in;
};

struct summary {
	const char *name;
	VEC(const char *) params; /* the last may be "...": any more arguments */
	VEC(struct summary_case) cases;
	bool is_model;
	const char *library; /* of a model: the file that it stands in; else NULL */
	bool closes;         /* one of its cases closes or releases something; not set in models */
	/* In whatever case; not in the text, and known of programs with threads alone. */
	VEC(struct summary_wait) waits;
	VEC(struct summary_kept) kept; /* found in the second look at who starts threads */
	bool
		polls; /* it asks whether something is there before it reads: poll and the like, bounded or not */
	bool writes;   /* what somebody else may read */
	bool connects; /* to who may be waiting for that */
	bool may_end;  /* some path ends the process or the thread, or jumps elsewhere */
};

/* Whether the case closes or keeps the descriptor that the parameter is, or hands it to somebody unseen. */
bool summary_case_takes(const struct summary_case *c, uint32_t param);
/* The same without closing it. */
bool summary_case_keeps(const struct summary_case *c, uint32_t param);

/* --- text ------------------------------------------------------------------------------------- */

/* Models by name; a later definition of a name replaces an earlier one. */
struct models {
	struct arena *arena;
	struct intern *names;
	struct map by_name; /* interned name -> struct summary */
	struct map fields;  /* of models_field() */
};

struct models *models_new(struct arena *a, struct intern *names);
/* Reads the text of a model file into models. Returns NULL, or "NAME:line: what is wrong" in the arena;
 * what stands before the error is kept. */
const char *models_read(struct models *models, const char *name, const char *text, size_t len);
/* The summary of the function, or NULL. name must be interned in models->names. */
const struct summary *models_find(const struct models *models, const char *name);

/* Resolves RECORD:NAME to the program's one struct ir_field; record is "" for a field that only models
 * name. Both interned. Given by models_new() with a table of its own. */
const struct ir_field *models_field(struct models *models, const char *record, const char *name);

/* Adds the summary as text that models_read reads back. */
void summary_print(struct buf *out, const struct summary *summary);
void path_print(struct buf *out, const struct path *path, const struct summary *summary);
void term_print(struct buf *out, const struct term *term, const struct summary *summary);
void guard_print(struct buf *out, const struct guard *guard, const struct summary *summary);
void effect_print(struct buf *out, const struct effect *effect, const struct summary *summary);
const char *verb_name(enum verb verb);

#endif
