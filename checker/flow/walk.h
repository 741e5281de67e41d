/* The parts of the flow engine to each other: not for other floors. Floor 2. */
#ifndef CLOSEWAIT_FLOW_WALK_H
#define CLOSEWAIT_FLOW_WALK_H

#include "flow/bounds.h"
#include "flow/flow.h"
#include "flow/state.h"
#include "ir/cfg.h"

struct suspect;
struct closing;
struct thread;
struct waiting;
struct early;

/* One walk over one function. */
struct walk {
	struct arena *arena; /* states, values: gone with the walk */
	struct arena *out;   /* what is kept */
	const struct flow_env *env;
	const struct ir_unit *unit;
	const struct ir_function *f;
	struct values *values;
	struct flow_result *result;
	struct map records; /* val -> the record that it points to, where it was seen */
	struct map
		looked_up; /* site of a call -> the descriptor that it was given, by whose number it may find something */
	struct cfg *cfg;
	uint32_t variants; /* how many states of one key are kept apart */
	uint32_t work;     /* done so far: see BOUND_WORK */
	uint32_t tired_at, ends_at;
	/* The instruction that is being carried out. */
	uint32_t block, instr;
	struct ir_loc loc;
	const char *via;                 /* the callee whose effect is being applied, or NULL */
	const char *taken_for;           /* the record of the object that this effect ends, or NULL */
	const struct origin *inner;      /* and that effect's own origin */
	VEC(const struct val *) pending; /* what that callee made and has not put anywhere yet */
	VEC(const struct val *) chosen;  /* functions that calls through pointers were taken to reach */
	VEC(struct suspect) suspects;    /* losses, and those of callees */
	VEC(const struct region *)
	kept_at; /* places of callers that something to care for was stored in, on some path */
	VEC(struct closing) closings;
	VEC(struct thread *) threads; /* started here */
	VEC(struct waiting)
	waiting; /* for threads that may be blocked: what comes later may show that it was meant to wake them */
	VEC(struct early)
	early; /* locks that were taken before a thread was started that may hold them */
	struct map
		stored; /* fields, and regions that are none, that a value was stored in on some path */
	struct overwrites *overwrites; /* while a callee's assignments happen: all at once */
};

/* A loss by its descriptor and path, to be judged when the walk is over. */
struct suspect {
	struct loss *loss;
	bool is_callees; /* it happened in a callee, which left with it */
	const struct val *id;
	const struct trail *trail;
	uint32_t since; /* length of the trail when the line was opened */
	bool crowded,
		out_of_memory; /* in such a state (state.h); out of memory that it may have asked before */
	const struct forgotten *forgotten; /* by then */
};

/* A descriptor of ours was closed, at the end of that path. */
struct closing {
	const struct val *id;
	const struct trail *trail;
	const char *via; /* the callee that closed it, or NULL */
};

/* What an assignment replaced. */
struct overwrite {
	const struct val *old;
	const struct origin *origin;
};

struct overwrites {
	VEC(struct overwrite) list;
};

/* The states that a step leads to. */
struct states {
	VEC(struct state *) list;
};

/* The number of the current instruction, for VAL_MADE. */
uint32_t walk_site(const struct walk *w);
/* The instruction of that number. */
const struct ir_instr *walk_instr_at(const struct walk *w, uint32_t site);
/* The place of the value that the function returns: where its exits meet. */
const struct region *walk_return_slot(struct walk *w);
/* The path of the location's file. */
const char *walk_file(const struct walk *w, const struct ir_loc *loc);
/* Here, or here by calling: for effects that callers will see. */
const struct origin *walk_origin(struct walk *w);
/* Whether the temporary is read after the current instruction. */
bool walk_temp_lives(const struct walk *w, uint32_t temp);

/* Whether the current instruction reads or writes its place, rather than to name it. */
bool walk_follows(const struct walk *w);

/* eval.c: values and places ------------------------------------------------------------------------------ */
const struct region *temp_region(struct walk *w, uint32_t temp);
const struct val *eval_value(struct walk *w, struct state *s, const struct ir_value *value);
const struct region *eval_place(struct walk *w, struct state *s, const struct ir_place *place);
/* The element of that index behind a pointer to r. Of a number that is a member, as in pipe(&ends.read), that is the member
 * which lies there. */
const struct region *eval_index(struct walk *w, const struct region *r, int64_t index);
/* A member of the record at parent. What is known to be a record that begins with that of the field, and came here by
 * way of a pointer that does not say so, has it in there. */
const struct region *eval_field(struct walk *w, const struct region *parent,
                                const struct ir_field *field);
/* What the region holds; gives up on descriptors that are read through another name than they were stored under. */
const struct val *eval_load(struct walk *w, struct state *s, const struct region *region);
/* Stores and looks for what was lost by it. */
void eval_store(struct walk *w, struct state *s, const struct region *region,
                const struct val *value);
/* Copies a whole object. */
void eval_copy(struct walk *w, struct state *s, const struct region *to, const struct region *from);
/* The places within region, which is such a record, that may hold sockets of the program. */
struct regions {
	VEC(const struct region *) list;
};
void eval_socket_places(struct walk *w, const struct region *region, const char *record,
                        struct regions *out);
/* Whether something other than except holds the value: a variable, a place, a copy of the object around it. */
bool eval_is_held_elsewhere(struct walk *w, const struct state *s, const struct val *v,
                            const struct region *except);
/* Makes room for a new value of the current site: an older one of the same name gets an age. */
const struct val *eval_make(struct walk *w, struct state *s, uint32_t part);
/* Gives an age to all that the current instruction made before: its values of now are others. */
void eval_age_all(struct walk *w, struct state *s);
/* The record that a pointer points to, or NULL. */
const char *eval_record(const struct walk *w, const struct val *pointer);
/* The object around the member that the pointer is to. A record that begins with the member may have been made, or be known,
 * as the whole. */
const struct val *eval_owner(struct walk *w, const struct val *pointer,
                             const struct ir_field *field);
/* Whether it is a descriptor that the caller passed, by its number. */
bool eval_is_given_line(const struct walk *w, const struct val *v);
/* The same of a pointer to no record, as what a container of anything gets. */
bool eval_is_given_anything(const struct walk *w, const struct val *v);
/* Whether the value was found in a member or global for numbers that are no descriptors. */
bool eval_is_number(const struct walk *w, const struct val *v);
/* Remembers that the pointer points to such a record. */
void eval_note_record(struct walk *w, const struct val *pointer, const char *record);

/* elements.c: arrays --------------------------------------------------------------------------------------- */
/* What an element holds that was stored under other indexes; NULL: nothing of the kind is known. */
const struct val *elements_load(struct walk *w, struct state *s, const struct region *region);
/* The place for a store to region: any element, unless it matters which. */
const struct region *elements_target(struct walk *w, struct state *s, const struct region *region,
                                     const struct val *value);
/* Whether the place is an element that holds v, or may hold it: it did on one of the paths that met. */
bool elements_may_hold(const struct binding *b, const struct val *v);
/* Whether the place is in a set of descriptors. A set names numbers and is no home for them, but who knows no better goes
 * through it to close them. */
bool elements_is_in_set(const struct walk *w, const struct region *region);
/* A number is closed of which nobody says where it comes from: it may be any of those in sets. */
void elements_give_up_sets(struct walk *w, struct state *s);

/* call.c: calls ------------------------------------------------------------------------------------------- */
/* Carries out the current call in s, and adds the states that follow to out. */
void call_apply(struct walk *w, struct state *s, const struct ir_instr *call, struct states *out);
/* What the path means where the arguments are these: its place, or NULL for a value that has none, which *value is then. */
const struct region *call_place(struct walk *w, struct state *s, const struct val *const *args,
                                uint32_t n, const struct path *path, const struct val **value);
/* fit.c --------------------------------------------------------------------------------------------------- */
/* Whether the object may be such a record: not when it holds an open descriptor in a member of another one. */
bool fit_object(const struct walk *w, const struct state *s, const struct val *object,
                const char *record);
/* escape.c ------------------------------------------------------------------------------------------------- */
/* The value and all that it points to is handed to somebody unseen: to the function of that name, which makes it a
 * blind spot; or kept somewhere (NULL). */
void escape_value(struct walk *w, struct state *s, const struct val *v, const char *unseen);

/* The parts of a call's site that are a thread's handle, and what others changed while the call waited for them. */
enum { THREAD_PART = 2000, CHANGED_PART };

/* parts.c --------------------------------------------------------------------------------------------------- */
/* Something ends what v is, or holds, or hands it out: that may have been each of those that met in the value by which v
 * was found, and is out of the callers' sight. */
void parts_hand_out(struct walk *w, struct state *s, const struct val *v);
/* The same to parameters that memory holds where the function ends, or something else, as they met. */
void parts_hand_out_kept(struct walk *w, struct state *s);
/* Tells apart states in which a parameter that points to a record was given another pointer of the caller's. */
uint64_t parts_key(const struct walk *w, const struct state *s);

/* effect.c: verbs ------------------------------------------------------------------------------------------ */
void effect_opens(struct walk *w, struct state *s, const struct val *id, const char *kind);
void effect_closes(struct walk *w, struct state *s, const struct val *v);
/* The same for all numbers from that of v on. */
void effect_closes_upward(struct walk *w, struct state *s, const struct val *v);
void effect_frees(struct walk *w, struct state *s, const struct val *pointer);
void effect_releases(struct walk *w, struct state *s, const struct val *wrapper);
void effect_wraps(struct walk *w, struct state *s, const struct val *wrapper, const struct val *fd,
                  const struct val *owns);
void effect_drops(struct walk *w, struct state *s, const struct val *v, const char *how);
/* The members of a caller's object that may hold an open socket nobody told us about. */
void effect_drops_members(struct walk *w, struct state *s, const struct val *pointer,
                          const char *how);
void effect_zeros(struct walk *w, struct state *s, const struct val *pointer);
void effect_event(struct walk *w, struct state *s, enum verb verb, const struct val *subject,
                  const char *word, bool apart);

/* lost.c: what nothing refers to any more ------------------------------------------------------------------- */
/* Records each open descriptor that has become unreachable. returned is what a return hands out, else NULL. */
void lost_check(struct walk *w, struct state *s, enum loss_manner manner, bool returns,
                const struct val *returned);
/* The same for what was found by way of old alone, which a place no longer holds. */
void lost_check_overwritten(struct walk *w, struct state *s, const struct val *old);

/* What was taken for lost is closed, later in the same call. */
void lost_was_none(struct walk *w, struct state *s, const struct val *v);

/* The process goes on in s: what was lost is lost for good. At the end of a program that failed, what callees lost does
 * not count. */
void lost_survive(struct walk *w, struct state *s, bool callees_too);
/* The function is left in s: whether the process goes on is up to its callers. */
void lost_leave(struct walk *w, struct state *s);
/* What a case of a callee lost on its way to its return. */
void lost_take_up(struct walk *w, struct state *s, const struct summary_case *k);
/* What the descriptor, or the token of a loss, tells is lost; NULL: nothing. */
const struct suspect *lost_suspect(const struct walk *w, const struct descriptor *d);
/* In the arena of the results, unless it is there. */
void lost_add_once(struct walk *w, struct loss_list *to, struct loss *loss);

/* doubt.c ---------------------------------------------------------------------------------------------------- */
/* Whether both are one value, this time around a loop or the one before. */
bool doubt_same_but_for_age(const struct val *a, const struct val *b);
/* Whether it is what memory held after the function had changed it, or made of that. */
bool doubt_is_changed(const struct walk *w, const struct state *s, const struct val *v);
/* A value was stored in the region, for all to see. */
void doubt_note_stored(struct walk *w, const struct region *region);
/* Whether the loss rests on more than what was seen. */
bool doubt_is_cast(const struct walk *w, const struct suspect *suspect);

/* goodbye.c: goodbyes that wait for the peer's own -------------------------------------------------------------- */
/* A call waits for the answer, on the line that the session has there: a library's in that case, or (NULL) one of a
 * function that begins it anew. */
void goodbye_waits(struct walk *w, struct state *s, const struct region *line,
                   const struct summary_case *k);
/* The session is released, which had its line there. */
void goodbye_ends(struct walk *w, const struct state *s, const struct val *session,
                  const struct region *line);

/* thread.c: who waits for what ------------------------------------------------------------------------------------ */
/* What a library call waits for; is_call: on the very descriptor that it is given. */
struct wait_kind {
	const char *word;
	bool is_call;
};
/* A library call with these effects may block on value, which region holds (or NULL). */
void thread_waits(struct walk *w, struct state *s, const struct region *region,
                  const struct val *value, const struct summary_case *k,
                  const struct wait_kind *kind);
/* A call of a function that may: args are what it gets. */
void thread_takes_waits(struct walk *w, struct state *s, const struct summary *callee,
                        const struct val *const *args, uint32_t n);
/* Whoever waits for the lock goes on. */
void thread_signals(struct walk *w, struct state *s, const struct val *lock);
/* A thread that runs entry gets the argument, and what open lines the object has in its members. */
void thread_gets(struct walk *w, struct state *s, const struct val *entry, const struct val *arg);
/* A thread is started in the function entry with that argument; region gets its handle, or result is it. is_told: by a
 * callee, which knows more of it. */
void thread_starts(struct walk *w, struct state *s, const struct val *entry, const struct val *arg,
                   const struct region *region, const struct val *result, bool is_told);
/* The value is stored in the region: perhaps one of two objects that lead to each other. */
void thread_notes_way_back(struct walk *w, struct state *s, const struct region *region,
                           const struct val *value);
/* The value, which may be a thread's handle, is stored in the region. */
void thread_is_stored(struct walk *w, const struct state *s, const struct region *region,
                      const struct val *value);
/* The caller waits for the thread with the handle. */
void thread_joins(struct walk *w, struct state *s, const struct val *handle);
/* Whoever waits on the descriptor set waits for fd, too, which was found at place (or NULL). */
void thread_watches(struct walk *w, struct state *s, const struct val *set, const struct val *fd,
                    const struct region *place);
/* Waits on the descriptor, which was found at place (or NULL), end by themselves from now on. */
void thread_bounds(struct walk *w, struct state *s, const struct val *fd,
                   const struct region *place);
/* What becomes of the function at hand, where that becomes of what it is calling (thread_expiry.c). */
struct wait_expiry thread_follow_expiry(struct walk *w, const struct wait_expiry *call);
/* At the end of a path: tells where the descriptors lie of which that is so. */
void thread_note_bounded(struct walk *w, const struct state *s);
/* The thread itself puts something off from here on, or no longer: the effect says which. */
void thread_defers(struct walk *w, struct state *s, const struct effect *e);
/* A handler with these flags is installed for the signal. */
void thread_handles(struct walk *w, const struct state *s, const struct val *signal,
                    const struct val *flags);
/* The value is handed to somebody unseen, who may wake the threads that he finds by way of it. */
void thread_shows(struct walk *w, struct state *s, const struct val *v);
/* A constant is stored in the region: perhaps a flag that a thread looks at. */
void thread_is_told(struct walk *w, struct state *s, const struct region *region,
                    const struct val *value);
/* Something is done that may wake a thread. */
void thread_act(struct walk *w, struct state *s, enum verb verb, const struct val *subject,
                const struct val *how);

/* path.c, export.c, describe.c: the caller's view -------------------------------------------------------------------------------- */
/* Whether the value is one that the caller can name: found at entry through parameters and globals. */
bool path_is_entry(const struct walk *w, const struct val *v);
/* Whether it was found by way of a link of a list or tree. */
bool path_is_behind_link(const struct val *v);
/* Where the pointer to an object was found: for one that a member led to, that of the member. */
const struct region *path_found_in(const struct val *v);
/* The variable or global from which pointers lead to the value; NULL: none does. */
const struct region *path_root(const struct val *v);
/* How many pointers lead from a parameter, or from a global's name, to the value, which was found at entry. */
uint32_t path_hops(const struct val *v);
/* Adds the state at a return, with the value returned or NULL, as a case of the summary. */
void path_add_case(struct walk *w, struct state *s, const struct val *returned);
/* The value, or the place, as callers know it; false: they have no name for it. */
bool path_name_value(struct walk *w, const struct val *v, struct path *out);
bool path_name_region(struct walk *w, const struct region *r, struct path *out);
/* The region as the user would write it: "c->fd". Uses the locals of s to name pointers. */
const char *path_describe_region(struct walk *w, const struct state *s, const struct region *r);
/* The value as the user would write it, or NULL when it has no name. */
const char *path_describe_value(struct walk *w, const struct state *s, const struct val *v);

#endif
