/* One situation of a function's walk: what its places hold and what became of each descriptor. Floor 2.
 *
 * States are values: state_fork() gives a copy that shares arrays until one side writes. All live in the
 * walk's arena.
 */
#ifndef CLOSEWAIT_FLOW_STATE_H
#define CLOSEWAIT_FLOW_STATE_H

#include "base/vec.h"
#include "flow/flow.h"
#include "flow/range.h"
#include "flow/summary.h"
#include "flow/value.h"

/* What a place holds. */
struct binding {
	const struct region *region;
	const struct val *value;
	uint32_t site;              /* of the store, where eval_store() made it */
	const struct origin *inner; /* and the callee's own, when it was a callee's */
};

/* What the parts of a region hold that have no binding of their own. */
enum fill_kind {
	FILL_ZERO,
	FILL_GARBAGE,
	FILL_CHANGED, /* by somebody unseen, at site */
	FILL_SHARED,  /* the same, and its address may be kept there */
	FILL_COPY     /* what the same parts of from held at entry */
};

struct fill {
	const struct region *region;
	enum fill_kind kind;
	uint32_t site;
	const struct region *from;
};

struct fact {
	const struct val *val;
	const struct range *range; /* states share it: it is larger than all the rest of a fact */
};

enum descriptor_state {
	DESCRIPTOR_OPEN, /* opened here or by a callee, and its duty is ours */
	DESCRIPTOR_CLOSED,
	DESCRIPTOR_HANDED,   /* somebody else may keep or close it: nothing more is said */
	DESCRIPTOR_DISPUTED, /* a bound merged what became of it: the same, but nobody took care of it */
	DESCRIPTOR_LOST,     /* reported */
	DESCRIPTOR_NOTED /* none, but one of the losses on the way here: what is lost in several places is merged */
};

struct descriptor {
	const struct val *id;
	enum descriptor_state state;
	const char *kind;              /* "socket", "pipe", "file"…: as in the model that opened it */
	const struct origin *opened;   /* NULL when it came from outside */
	const struct val *copy_of;     /* it is a duplicate of that descriptor, or NULL */
	const struct val *peer;        /* the other end of the pair that it was made with, or NULL */
	bool is_of_datagrams;          /* no end of the line is ever seen */
	const struct origin *wrapped;  /* the last owns or borrows over it, or NULL */
	bool borrowed;                 /* that was a borrow */
	const struct origin *released; /* a borrowing wrapper over it was released here, or NULL */
	const struct origin *dropped;  /* an object that held it was freed or forgot it here, or NULL */
	struct handover *handed;       /* to a thread, the last time; or NULL */
	struct spared
		spared; /* the last callee that closes it in other cases, and did not in this one */
	struct callee_case made; /* the callee that opened it, if it was not opened here */
	struct callee_case
		untaken; /* the last callee that takes it over in other cases, and did not in this one */
	const struct region *first_holder; /* the first member that it was stored in */
	const struct region *holder;       /* the last place that it was stored in, for its name */
	uint32_t loss;                     /* DESCRIPTOR_LOST: index in the result's losses */
	uint32_t trail_length; /* of the state when it was opened: later steps lead to its loss */
};

/* An object that the function made. */
struct object {
	const struct val *pointer;
	bool freed;
};

/* What was done to something of the caller's, or to a thread: becomes an effect of the summary. */
struct event {
	enum verb verb;
	const struct val *subject; /* the value it was done to */
	const struct val
		*other; /* starts: the function (the subject is its argument); shuts: how; else NULL */
	const struct region *place; /* starts: what gets the handle, or NULL */
	const struct val *handle;   /* starts: that itself */
	const char *word;
	const char *record; /* frees, zeros: what the object was taken for, or NULL */
	bool apart;         /* states that differ in it are not merged, unless there are too many */
	bool is_doubtful;   /* apart: it happened on some of the paths that were merged */
	const struct origin *origin;
};

/* One branch that the path took. */
struct trail {
	const struct trail *previous;
	uint32_t length;
	uint32_t leaves_loop; /* the header of a loop that the branch leaves, or UINT32_MAX */
	struct ir_loc loc;
	const struct val *left, *right;
	enum ir_compare compare;
};

/* Something of the caller's that decided between paths, until a bound had their states merged. */
struct forgotten {
	const struct val *val;
	const struct forgotten *previous;
	uint32_t length;
};

struct state {
	VEC(struct binding) bindings;       /* sorted by region id */
	VEC(struct fill) fills;             /* sorted by region id */
	VEC(struct fact) facts;             /* sorted by val id */
	VEC(struct descriptor) descriptors; /* in order of appearance */
	VEC(struct object) objects;
	VEC(struct event) events;
	const struct trail *trail;
	const struct forgotten *forgotten; /* each value once */
	struct ir_loc left;                /* where the function was left */
	unsigned shared;                   /* bit per array: another state uses it too */
	bool ended;     /* the process ended: exits, or a null pointer was followed */
	bool no_memory; /* the path rests on memory running out */
	const struct val *
		found_by; /* what was given, and by which something may have been found that is not new; or NULL */
	bool asks_changed; /* it asked what memory held after that was changed */
	bool freed_number; /* a descriptor was closed by its number, which the next one gets */
	bool
		crowded; /* behind a bound, others were merged to keep it apart: what it asked of memory may no longer tell */
};

struct state *state_new(struct arena *a);
struct state *state_fork(struct arena *a, struct state *s);

/* --- places --- */
/* What region holds: its binding, or what its fill or the function's entry says. Temporaries and locals that
 * hold nothing yet give VAL_UNKNOWN. */
const struct val *state_load(const struct state *s, struct values *values,
                             const struct region *region);
const struct val *state_binding(const struct state *s, const struct region *region);
/* Returns the binding, valid until the next change. */
struct binding *state_bind(struct arena *a, struct state *s, const struct region *region,
                           const struct val *value);
/* Forgets what region and its parts hold. */
void state_unbind(struct arena *a, struct state *s, const struct region *region);
/* As state_unbind, and says what the parts hold from now on. */
void state_fill(struct arena *a, struct state *s, const struct region *region, enum fill_kind kind,
                uint32_t site);
void state_fill_copy(struct arena *a, struct state *s, const struct region *region,
                     const struct region *from);
/* As state_fill, and leaves alone what other places say that share memory with the region. */
void state_fill_alone(struct arena *a, struct state *s, const struct region *region,
                      enum fill_kind kind, uint32_t site);
/* Of what the region was filled with, some was changed at site. */
void state_spoil_fill(struct arena *a, struct state *s, const struct region *region, uint32_t site);
/* The innermost fill that covers region, or NULL. */
const struct fill *state_find_fill(const struct state *s, const struct region *region);

/* --- numbers --- */
struct range state_range(const struct state *s, const struct val *v);
/* Whether the state knows of f's value what f says. Of one fact after the other of some state: *at is 0 at first. */
bool state_knows_alike(const struct state *s, const struct fact *f, size_t *at);
void state_set_range(struct arena *a, struct state *s, const struct val *v, struct range r);
/* Restricts the state to `left compare right`. Returns false when it cannot hold. */
bool state_assume(struct arena *a, struct state *s, struct values *values, const struct val *left,
                  enum ir_compare compare, const struct val *right, bool is_unsigned);
/* The same to numbers that v may be outside low..high. */
bool state_assume_outside(struct arena *a, struct state *s, const struct val *v, int64_t low,
                          int64_t high);

/* --- descriptors, objects, events --- */
/* NULL when unknown. The result is valid until the next change. */
const struct descriptor *state_descriptor(const struct state *s, const struct val *id);
/* The same to write to; made when new (open, socket). */
struct descriptor *state_touch_descriptor(struct arena *a, struct state *s, const struct val *id);
/* Forgets all about it. */
void state_drop_descriptor(struct arena *a, struct state *s, const struct val *id);
const struct object *state_object(const struct state *s, const struct val *pointer);
struct object *state_touch_object(struct arena *a, struct state *s, const struct val *pointer);
/* Whether the value went out of sight, or is held in memory that outlives the function. */
bool state_keeps(const struct state *s, const struct val *v);
/* Adds the event unless it is there. */
void state_add_event(struct arena *a, struct state *s, struct event event);
/* Adds the other's events to those of s; what happened in one of them only may have happened. Returns whether s changed. */
bool state_merge_events(struct arena *a, struct state *s, const struct state *other);
/* Replaces a value wherever it stands (a site is run again: the old result gets an age). */
void state_rename(struct arena *a, struct state *s, struct values *values, const struct val *from,
                  const struct val *to);
/* Whether anything is known of v, or by way of it. */
bool state_mentions(const struct state *s, const struct val *v);
/* When v is an open descriptor, it is somebody else's from now on. */
void state_give_up_descriptor(struct arena *a, struct state *s, const struct val *v);
/* All open descriptors in the region, and in objects of ours that it leads to, are somebody else's from now on. */
void state_give_up(struct arena *a, struct state *s, struct values *values,
                   const struct region *region);
/* Whether v is an open descriptor, or an object that is not freed. */
bool state_is_kept(const struct state *s, const struct val *v);
/* v, read as some element of an array, is closed, kept or handed on: all that it may have been is given up. */
void state_settle_element(struct arena *a, struct state *s, struct values *values,
                          const struct val *v);
/* A turn of a loop is over: what was stored by an index of this turn lies in some element from now on. */
void state_end_turn(struct arena *a, struct state *s, struct values *values);
/* Forgets what was known by way of v; and of v itself, if itself. Descriptors found so, and in objects that only v led to,
 * are given up. */
void state_forget(struct arena *a, struct state *s, struct values *values, const struct val *v,
                  bool itself);
/* The same for what was known by way of n values, at one go. */
void state_forget_ways(struct arena *a, struct state *s, struct values *values,
                       const struct val *const *ways, size_t n);

/* Adds the value to what was forgotten, if it belongs to an object that the caller passed: BOUND_FORGOTTEN of them. */
void state_note_forgotten(struct arena *a, struct state *s, const struct val *v);

/* --- merging --- */
/* Equal keys: the states agree on every descriptor and on what was done, and may be merged. Unless tells_losses,
 * what was lost does not count. */
uint64_t state_key(const struct state *s, bool tells_losses);
/* Of what is known of values found at entry: states of one key that differ in it are kept apart while they are few. */
uint64_t state_fine_key(const struct state *s);
/* Of what was handed to somebody unseen, of all that may be or hold a descriptor: the same, for a caller that goes on to
 * close it where it was not. */
uint64_t state_escape_key(const struct state *s);
/* Of all that is known of values found at entry: where nothing more is asked, they differ in what callers see. */
uint64_t state_guards_key(const struct state *s);
/* Of the constants that objects hold: what a function leaves behind besides descriptors. */
uint64_t state_constants_key(const struct state *s);
/* Of the parameters that are null: nothing happens to what is not there, and callers know whether it is. */
uint64_t state_absence_key(const struct state *s);
/* Which of below zero, zero and above zero v may be: a bit each. */
uint64_t state_sign(const struct state *s, const struct val *v);
/* How much merging the two would blur: facts about values found at entry, and constants. */
uint32_t state_distance(const struct state *a, const struct state *b);
/* What two states do not agree on: descriptors that only one has open, or that nobody would hold for sure once they are
 * merged; and what of the caller's only one of them freed, let go of or keeps in that place. */
struct disputed {
	VEC(const struct val *) list;
	size_t open; /* so many of them are open descriptors: those come first */
};
struct disputed state_disputed(struct arena *arena, const struct state *a, const struct state *b);
/* Whether it matters that it happened in one state and not in the other. */
bool event_is_disputable(const struct event *e);
/* Says no more of it than that somebody unseen may have done it. */
void state_leave_open(struct arena *a, struct state *s, const struct disputed *disputed);
/* What s and other know differently of values found at entry: merging them forgets it. */
void state_note_differences(struct arena *a, struct state *s, const struct state *other);
/* Merges other, which is used up, into s at the entry of block; widen: bounds that move go to their end. Returns whether s changed. */
bool state_merge(struct arena *a, struct values *values, struct state *s, struct state *other,
                 uint32_t block, bool widen);

#endif
