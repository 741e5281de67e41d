/* The flow engine: one function in, its summary and its losses out. Floor 2: base, ir.
 *
 * A path-sensitive walk over the function's blocks. What callees do comes from their summaries; what the
 * function cannot decide goes into its own, for its callers. It reports nothing: a loss is a fact, and rules
 * decide what to say about it.
 */
#ifndef CLOSEWAIT_FLOW_FLOW_H
#define CLOSEWAIT_FLOW_FLOW_H

#include "flow/summary.h"
#include "ir/ir.h"

/* What the engine sees of threads. */
enum flow_threads {
	THREADS_NONE,  /* the program starts none */
	THREADS_WAIT,  /* what functions may block on */
	THREADS_START, /* and which threads are started, in what order with what wakes them */
	THREADS_JOIN   /* and, with all starts known, whether waits for them come to an end */
};

struct thread_start;
struct home;

/* The first three numbers are taken by the standard streams: so `fd > 0`, `fd >= 0` and `fd != -1`
 * say the same. */
enum { FIRST_DESCRIPTOR = 3 };

/* What the engine asks about the rest of the program. data is handed back in each call. */
struct flow_env {
	void *data;
	/* The summary or model of a function as the unit sees it; one without cases while its own recursion is being
	 * worked out; NULL when there is neither body nor model. */
	const struct summary *(*summary)(void *data, const struct ir_unit *from, const char *function);
	/* The same of what threads run: that of the first look, which had more time to find what they block on. */
	const struct summary *(*entry)(void *data, const struct ir_unit *from, const char *function);
	/* The global variable of that name, or NULL: then the name is a function's. */
	const struct ir_global *(*global)(void *data, const char *name);
	/* The functions that temp of f may point to, at most max. *all says whether these are all. */
	size_t (*targets)(void *data, const struct ir_function *f, uint32_t temp, const char **out,
	                  size_t max, bool *all);
	/* The members of the record that hold sockets which the program opens, or records (by value) with such members; at
	 * most max. */
	size_t (*socket_fields)(void *data, const char *record, const struct ir_field **out,
	                        size_t max);
	/* The one field by which a record with sockets begins with the given one, or NULL. */
	const struct ir_field *(*derived)(void *data, const char *record);
	/* The members of the record that the program uses, at most max. */
	size_t (*members)(void *data, const char *record, const struct ir_field **out, size_t max);
	/* Whether an object of the record may hold a socket of the program, or lead to one. */
	bool (*matters)(void *data, const char *record);
	/* Whether callers may hand a descriptor, or an object that may hold one, to that parameter of f. */
	bool (*may_hold_line)(void *data, const struct ir_function *f, uint32_t param);
	/* The same of what is stored in the field. */
	bool (*field_may_hold_line)(void *data, const struct ir_field *field);
	/* Whether it may be a descriptor without a peer, such as a file's. */
	bool (*field_may_hold_file)(void *data, const struct ir_field *field);
	/* Whether that global variable itself may hold a socket that the program opens. */
	bool (*global_holds_socket)(void *data, const char *name);
	/* Whether the field holds functions that only the initialisers of tables say: it is a method, by which objects of one
	 * kind differ from those of another. */
	bool (*is_method)(void *data, const struct ir_field *field);
	/* Whether the field gets its number where objects are made, and is never changed: it says of what kind they are. */
	bool (*is_kind)(void *data, const struct ir_field *field);
	/* Whether some table holds the one function in the one of these members, and the other in the other. */
	bool (*share_table)(void *data, const struct ir_field *a, const char *in_a,
	                    const struct ir_field *b, const char *in_b);
	/* Whether that member of the global variable always holds what its initialiser says. */
	bool (*is_fixed)(void *data, const char *global, const struct ir_field *field);
	enum flow_threads threads;
	/* The known starts of threads whose handle lies in the field or global; *n of them. */
	const struct thread_start *const *(*starts)(void *data, const struct ir_field *field,
	                                            const char *global, size_t *n);
	/* The same of threads that may hold the lock of a stream that lies there. */
	const struct thread_start *const *(*lockers)(void *data, const struct home *home, size_t *n);
	/* Whether waits on what lies there may end by themselves: some function sees to that. */
	bool (*is_bounded)(void *data, const struct home *home);
	/* Whether some handler takes the signal, or such as cannot be told from it (ANY_SIGNAL), and calls that it interrupts
	 * end; despite_restart: also those of a handler with SA_RESTART. */
	bool (*is_handled)(void *data, int64_t signal, bool despite_restart);
	/* Whether some object has such a way back to the one around it. */
	bool (*is_way_back)(void *data, const struct ir_field *link, const struct ir_field *back);
	/* Whether the code that the thread runs (NULL: some thread) asks what lies there, to decide what it does next. */
	bool (*is_asked)(void *data, const char *entry, const struct home *home);
	/* Whether that code does something that may wake another thread: shuts, cancels, signals, connects; or_close: also by a
	 * close, which the thread at the other end of a pair sees. */
	bool (*may_wake)(void *data, const char *entry, bool or_close);
	/* Whether the field holds ends of pairs that the program makes, and nothing else. */
	bool (*is_end_of_pair)(void *data, const struct ir_field *field);
	/* Whether the two fields may hold descriptors of one line. */
	bool (*may_share_line)(void *data, const struct ir_field *a, const struct ir_field *b);
	/* The pseudo-fields of library wrappers: `fd` and `owns`; and of sets of descriptors: `fds`, an array. */
	const struct ir_field *fd, *owns, *fds;
};

/* Where descriptors lie: a member, or a global; the other is NULL. */
struct home {
	const struct ir_field *field;
	const char *global;
};

/* Where a thread was started whose handle others find by its place: a member, or a global. */
struct thread_start {
	const char *entry;            /* the function that it runs */
	const struct ir_field *field; /* that holds the handle, or NULL */
	const char *global;           /* the same, when it is a variable itself */
	bool
		signals_before; /* there lies what the thread signals, not only when it is through, in place of its handle */
	struct home via; /* where the pointer lies to the object that the handle is in; or nowhere */
	uint32_t up;     /* how many records around the field, or around via, the waits' places begin */
	VEC(struct summary_wait)
	waits; /* places from the pointer to that record as parameter 0, or from globals; none: it blocks on no line */
	const struct origin *origin;
};

enum { ANY_SIGNAL = -1 };

/* A handler that the program installs. */
struct signal_handler {
	int64_t signal; /* or ANY_SIGNAL, when nobody knows which */
	bool restarts;  /* calls that it interrupts begin anew, for certain */
};

enum hang_kind {
	HANG_CLOSED,    /* the line was closed, which wakes nobody */
	HANG_JOINED,    /* nothing was done to the line before */
	HANG_WRONG_WAY, /* the line was shut in the direction that does not end the wait */
	HANG_LOCKED     /* the stream's lock is held by the reader */
};

/* A wait for a thread, or for the lock that it holds, while that may be blocked on a line. */
struct hang {
	enum hang_kind kind;
	const char *entry, *word;  /* of the thread, and what it waits for */
	const char *resource;      /* the line, as the user would write it */
	const struct origin *at;   /* the wait that does not end */
	const struct origin *wait; /* of the thread */
	const struct origin *started;
	const struct origin
		*act; /* the close or the shutdown before, or where the line was let go of; or NULL */
	const struct origin
		*signal;            /* one that was sent to the thread and ends no call of it, or NULL */
	bool signal_is_handled; /* by what lets calls begin anew; else by nothing */
	const struct origin *cancelled; /* the thread here, which puts that off; or NULL */
	const struct origin *told; /* a flag that the thread looks at was set here before, or NULL */
	const struct origin
		*turn; /* the thread's code was run here before, and came to its end; or NULL */
	struct home line,
		handle; /* with turn: where all who run that code wait; where the thread's handle lies */
	bool is_started_here;       /* the thread, in the function that waits for it */
	const struct origin *later; /* the wake that comes too late, or NULL */
	bool later_closes;          /* that only closes */
	bool peer_is_ours; /* the line is an end of a pair, and the other end is the program's */
	bool has_no_end;   /* nobody can hang up at its other end: a listener's, or one of datagrams */
	bool closes_copy;  /* a duplicate of the descriptor that the thread waits on is closed */
	bool
		begins_anew; /* each call of the thread's ends after a while, and it asks nothing before the next */
	const struct origin
		*woken;   /* the shutdown that ends its call, whereupon it begins anew; or NULL */
	bool is_sure; /* nothing else was done that might end it */
};

/* The same, where it was ended: by at's wait, and the thread's. */
struct wake {
	const struct origin *at, *wait;
	bool is_unstarted; /* not ended: the thread is started later */
};

/* How the last reference to an open descriptor went. */
enum loss_manner {
	LOSS_RETURN,      /* the function returned */
	LOSS_SCOPE,       /* a variable went out of scope */
	LOSS_UNUSED,      /* a result was never stored */
	LOSS_OVERWRITTEN, /* its place got another value */
	LOSS_FREED,       /* the object that held it was freed */
	LOSS_RELEASED     /* the library wrapper that borrowed it was released */
};

/* A callee left a descriptor open that it closes when the object's state is another. */
struct spared {
	const struct summary *by; /* NULL: there was none */
	const struct summary_case *in;
	const struct effect *close; /* of the other case */
};

/* What one case of a callee did, and others do otherwise. */
struct callee_case {
	const struct summary *by; /* NULL: there was none */
	const struct summary_case *in;
	uint32_t param; /* the descriptor, when it was passed */
};

/* One step of the path to a loss, in order. */
struct loss_step {
	struct ir_loc loc;
	const char *text;
};

struct loss {
	const char *function; /* in which it happens */
	enum loss_manner manner;
	const char *kind;             /* "socket", "pipe", "file"… */
	const char *resource;         /* the place that held it last, as the user would write it */
	const struct ir_field *field; /* the member that held it last, or NULL */
	struct ir_loc loc;            /* where it is lost */
	const char
		*via; /* the function whose call freed, overwrote or released it; NULL: this one itself */
	const struct origin *lost;     /* the same with the way through the callee, or NULL */
	bool closes_otherwise;         /* other paths close it, and not by calling that callee */
	const struct origin *opened;   /* where the line was opened */
	const struct origin *wrapped;  /* where a wrapper was put over it, or NULL */
	bool borrowed;                 /* that wrapper borrows */
	const struct origin *released; /* where the borrowing wrapper was released, or NULL */
	const struct origin
		*dropped; /* where an object that held it let go of it before the loss, or NULL */
	struct spared spared;
	struct callee_case made; /* the callee that opened it, if it was not opened here */
	struct callee_case
		untaken; /* the last callee that takes it over in other cases, and did not in this one */
	VEC(struct loss_step) steps; /* branches taken between opening and loss */
	bool
		is_doubtful; /* it rests on somebody unseen having changed what was asked before, or on a guard of its own */
	bool
		goes_on; /* the process goes on behind it, in this function; once all is settled, or in a caller */
	bool
		leaves; /* a path leaves the function behind it: its callers decide whether the process goes on */
	bool is_taken_up; /* some caller was asked; known once all is settled (link/fate.h) */
};

/* A callee's hazard was met: it drops a descriptor that was closed before or is held by its caller too (prepared), or
 * there was none. */
struct met {
	const struct origin *drop;
	bool prepared;
};

/* A line that was opened in this function or below is closed, out of the member that held it last. */
struct known_close {
	const struct ir_field *field;
	const struct origin *close;
	struct callee_case made; /* the callee that opened it, if there was one */
};

/* An object with an open line in that member is handed to a thread that runs entry. */
struct handover {
	const char *entry;
	const struct ir_field *field;
	const struct origin *origin;
	bool is_taken_back; /* whoever handed it over closes it in the end */
};

/* What a member holds that somebody unseen may have changed, such as a thread, is closed. */
struct found_close {
	const struct ir_field *field;
	const struct origin *close;
};

/* A descriptor was handed to a function without body or model. */
struct blind_spot {
	const char *callee; /* its name, or words for a call through a pointer */
	struct ir_loc loc;
};

/* The member `back` of the object that the member `link` points to, or is, leads to the object that link is in. */
struct way_back {
	const struct ir_field *link, *back;
};

/* The word of waits for the peer's goodbye, in models. */
extern const char GOODBYE[];

/* A goodbye that waits for the peer's own, after which the session is released: the answer was for nothing. */
struct goodbye {
	const char *resource;    /* the session, as the user would write it, or NULL */
	const struct origin *at; /* the call that waits */
	const struct origin *released;
	bool begins_anew; /* when it would block, it is called again, and nothing is asked before */
};

struct flow_result {
	struct summary *summary;
	struct loss_list losses;
	/* Those of callees that are behind a way through this function: the process goes on behind them, or paths leave this
	 * function as well. */
	struct loss_list taken_up, survived, passed_up;
	VEC(struct met) met;
	VEC(struct known_close) closes;
	VEC(struct handover *) handovers;
	VEC(struct found_close) found_closes;
	VEC(struct blind_spot) blind_spots;
	VEC(struct thread_start *) starts;
	bool has_starts; /* for its callers to see */
	VEC(const char *)
	blocking;   /* what threads run that may block on a line, whoever holds the handle */
	bool joins; /* it waits for threads */
	VEC(struct home)
	bounded; /* what lies there waits for so long only, before threads are waited for */
	VEC(struct signal_handler) handlers;
	VEC(struct way_back) ways_back;
	VEC(struct hang) hangs;
	VEC(struct wake) wakes;
	VEC(struct goodbye) goodbyes;
	size_t states, merged_states; /* walked; merged because BOUND_STATES_PER_BLOCK was hit */
	size_t blurred_states;        /* merged because BOUND_VARIANTS was hit */
	bool is_rough;    /* it closes sometimes, or a loss is doubtful: FLOW_CLOSELY may tell more */
	bool gave_up;     /* BOUND_WORK or BOUND_WALK_BYTES was hit */
	bool cut;         /* BOUND_CASES or BOUND_EFFECTS_PER_CASE was hit */
	bool lacks_cases; /* BOUND_CASES was */
};

/* A closer look tells more situations apart. It is worth its time where a function closes sometimes, or seems to lose. */
enum flow_look { FLOW_ROUGHLY, FLOW_CLOSELY };

/* Walks f, whose unit names the files. The result lives in out; scratch is used, and as full afterwards as
 * before. */
struct flow_result *flow_function(struct arena *out, struct arena *scratch,
                                  const struct flow_env *env, const struct ir_unit *unit,
                                  const struct ir_function *f, enum flow_look look);

/* The result for a function that touches nothing that matters: unless it only reads, it may write to what its pointers
 * point to. */
struct flow_result *flow_trivial(struct arena *out, const struct flow_env *env,
                                 const struct ir_unit *unit, const struct ir_function *f);

/* How threads may hold up others: with the lock of a stream, or with a signal that these wait for. */
struct flow_hold {
	bool locks, signals;
};
/* Adds how a thread may that does what the summary says. */
void flow_add_hold(struct flow_hold *hold, const struct summary *summary);

/* Whether it is a program's main. */
bool flow_is_main(const struct ir_function *f);

#endif
