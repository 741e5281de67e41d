/* The parts of the thread analysis to each other: not for the rest of the flow engine. Floor 2.
 *
 * The function that a thread runs says what it may block on, from its parameter on (thread_wait.c). Where the thread is
 * started, that is known in the terms of the starter (thread_start.c); where somebody waits for it, in those of the object
 * that holds the handle (thread_join.c). What was done to the line before that wait is in the state: its events
 * (thread_end.c).
 */
#ifndef CLOSEWAIT_FLOW_THREAD_H
#define CLOSEWAIT_FLOW_THREAD_H

#include "flow/walk.h"

/* A name for a line: its descriptor, and the place that held it, or NULL. */
struct name {
	const struct val *line;
	const struct region *place;
	bool is_copy; /* there lies a duplicate of the descriptor that the thread waits on */
};

enum { NAMES_MAX = 3, OTHERS_MAX = 2 };

/* One wait of a thread, in the terms of the function at hand. */
struct blocked {
	struct name names[NAMES_MAX]; /* of the line: a stream's and the object's own may be two */
	uint32_t name_count;
	struct name others[OTHERS_MAX]; /* lines that it is not, whatever the program's facts say */
	uint32_t other_count;
	struct name peer; /* the other end of its pair, where that is known; else no line */
	bool has_no_end;  /* nobody can hang up: a listener's line, or one of datagrams */
	bool is_gone;     /* its place holds no descriptor any more */
	bool is_bounded;  /* each call ends by itself, and the thread begins it anew */
	bool is_for_more; /* who waits for the thread may wait for something else that it does */
	bool is_of_many;  /* handles of other threads that may block lie where its own does */
	const struct summary_wait *wait;
};

struct thread {
	const struct val *id; /* the handle */
	const char *entry;
	const struct origin *started;
	const struct region *holder; /* of the handle */
	VEC(struct blocked) waits;
};

/* A wait for a thread to which nothing was done before. */
struct waiting {
	struct blocked blocked;
	const struct origin *at;
	uint32_t hang; /* index in the result's hangs */
};

/* A lock is taken, at a time when the thread that runs entry has not been started here. */
struct early {
	const struct origin *at, *wait; /* and where that thread may be blocked with it */
	const char *entry;
};

/* Where the place lies if the way to it leads back to an object that it came through (thread_back.c); NULL: it cannot be,
 * that object is of another kind. */
const struct region *thread_go_back(const struct walk *w, const struct region *r);

/* The word of summary_wait for what is no wait, but a signal that ends others': those who wait for it wait for the thread
 * that gives it. */
extern const char THREAD_SIGNAL[];
/* The same of one that it gives when it is through, for there is no loop behind it. */
extern const char THREAD_LAST_SIGNAL[];
bool thread_is_signal(const char *word);

/* The same for a wait for all that is registered with the descriptor: for what that is, one looks at the registrations. */
extern const char THREAD_SET[];
/* The word of models for poll and the like where they wait for so long only. */
extern const char THREAD_LOOKS[];
/* Whether the event registers its subject with the descriptor fd. */
bool thread_is_watched(const struct event *e, const struct val *fd);

/* The words of what was sent, in events: data, or a connection. */
extern const char THREAD_WRITES[], THREAD_CONNECTS[];
/* The same of what is no message: all streams were flushed. */
extern const char THREAD_FLUSHES[];

bool thread_is_word(const char *word, const char *other);
/* Whether such waits on a descriptor end by themselves once those on it are bounded: poll and the like have a bound of
 * their own. */
bool thread_heeds_bounds(const char *word);
/* Whether such a wait on the descriptor, which was found at r (or NULL), is known to end by itself. */
bool thread_is_bounded(const struct state *s, const struct val *v, const struct region *r,
                       const char *word);
/* Whether some call of that function does not come back. */
bool thread_may_end(const struct summary *callee);

/* --- who runs the code of threads himself (thread_turn.c) --- */

/* The function at hand calls what threads run that it started: notes it, and returns whether that is so. */
bool thread_takes_turn(struct walk *w, struct state *s, const struct summary *callee);
/* Whether the event is such a call. */
bool thread_is_turn(const struct event *e, const char *entry);
/* Whether a thread that is blocked so stays blocked, for all that is known, where another who ran the same code came to its
 * end: they wait in one place, which *line becomes, and nowhere else. */
bool thread_is_left_behind(const struct walk *w, const struct blocked *b, const char *entry,
                           struct home *line);

/* --- what ends a wait (thread_end.c) --- */

/* What was done before somebody waits for the thread, as far as that wait of its is concerned. */
struct thread_done {
	bool wakes, may_wake;
	const struct origin *woken; /* by a shutdown */
	bool closes_perhaps;        /* on some of the paths that lead here */
	bool joins_other; /* another thread is through, which may have hung up at the other end */
	const struct origin *closes, *shuts_wrongly, *drops;
	const struct val *closed, *shut; /* which descriptor is; which one is shut wrongly */
	bool closes_copy;                /* not the one that the thread waits on */
	const struct origin *signal;     /* that ends nothing */
	bool signal_is_handled;
	const struct origin *cancelled; /* which the thread puts off */
	const struct origin *flushed;   /* all streams, before the thread was woken */
	const struct origin *told;      /* to stop, since it was started */
	const struct origin *turn;      /* its code was run here since, and came to its end */
	struct home handle;             /* where others find the thread, or nowhere */
};

/* The thread of that handle, which runs entry, where it is blocked. */
struct thread_sleeper {
	const struct blocked *blocked;
	const char *entry;
	const struct val *handle;
};
struct thread_done thread_what_was_done(const struct walk *w, const struct state *s,
                                        const struct thread_sleeper *sleeper);
/* The descriptor that it is a duplicate of, as far as that is known; else it itself. */
const struct val *thread_without_copies(const struct state *s, const struct val *v);
/* Whether the value names the line that the thread is blocked on. */
bool thread_is_line(const struct state *s, const struct blocked *b, const struct val *v);
/* The member that the region is, or is an element of, or NULL; the same of where the line was found. */
const struct ir_field *thread_field_of(const struct region *r);
const struct ir_field *thread_field_of_name(const struct state *s, const struct name *name);

/* The directions of a line. */
enum { THREAD_READING = 1, THREAD_WRITING = 2 };
/* Which of them the shutdown ends; 0: nobody knows. */
int thread_directions(const struct event *shutdown);
/* Which of them to end for such a wait: one of them will do. */
int thread_needs(const char *word);

/* --- what the parts need of each other --- */

/* The member or global that the region is, or is an element of; NULL: it is none. */
const struct region *thread_named_holder(const struct region *r);
/* The same of a thread's handle, which may be, or be an element of, what a pointer there points to. */
const struct region *thread_handle_holder(const struct state *s, const struct region *r);
/* Where others find what lies there: such a member or global. */
struct home thread_home(const struct region *named);
/* The record around the member, so many up; NULL: there is none. */
const struct region *thread_record_around(const struct region *r, uint32_t up);
/* --- of joins, for locks (thread_join.c) --- */

/* Whether both are at one place of the source. */
bool thread_is_here(const struct origin *a, const struct origin *b);
/* Whether such a thread was started on the same path: who does nothing to it since waits for its work to be done. */
bool thread_is_started_here(const struct state *s, const char *entry);
/* Notes the hang of who waits here for the thread that runs entry, was started there and is blocked. */
void thread_report(struct walk *w, const struct state *s, const struct blocked *b,
                   const char *entry, const struct origin *started, const struct thread_done *done);
/* A condition or a semaphore is waited for, and with it the threads that give it a signal when they are through. */
void thread_waits_for_signal(struct walk *w, struct state *s, const struct val *lock);

/* --- and of locks (thread_lock.c) --- */

/* The lock of the stream, which was found at place (or NULL), is taken, or the condition waited for. */
void thread_look_for_lock(struct walk *w, struct state *s, const struct val *stream,
                          const struct region *place);
/* A callee takes the stream's lock in that wait of its. */
void thread_takes_lock(struct walk *w, const struct state *s, const struct val *stream,
                       const struct region *place, const struct summary_wait *wait);
/* A thread is started that runs entry: locks that were taken before it did not have. */
void thread_note_start(struct walk *w, const char *entry);
/* Somebody has waited for a thread here, or ended a read: locks may be free. */
bool thread_may_be_free(const struct state *s);
/* What the threads run that may have the handle. */
struct names {
	VEC(const char *) list;
};
struct names thread_entries(const struct walk *w, const struct state *s, const struct val *handle);
/* Something is done to the line behind a wait for a thread: the wake that was meant comes too late. */
void thread_note_later(struct walk *w, const struct state *s, enum verb verb,
                       const struct val *subject, const struct val *how);

#endif
