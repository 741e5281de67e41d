/* Threads of the program: which start where, and whether those who wait for them wait for ever. Floor 3.
 *
 * A second look at the few functions that start threads, wait for them, or do something in between that may wake them;
 * nothing in a program without threads.
 */
#ifndef CLOSEWAIT_LINK_THREADS_H
#define CLOSEWAIT_LINK_THREADS_H

#include "link/program.h"

/* Whether some function calls what starts threads. */
bool threads_are_started(const struct program *program);
/* For each function, whether it may run in a thread that the program starts. Needs the facts and the call graph. In a. */
bool *threads_code(struct arena *a, const struct program *program);

/* The same for what runs where f is called, and in threads that are started from there on. */
bool *threads_code_of(struct arena *a, const struct program *program,
                      const struct program_function *f);

struct threads;

/* For the second look: finds the functions that it is about. In a. Needs the call graph. */
struct threads *threads_new(struct arena *a, struct program *program);
/* Whether the function is one of them, in the look for starts or in that for waits. */
bool threads_concern(const struct threads *t, uint32_t function, enum flow_threads look);
/* Takes over the starts that the walks found; returns whether any of these threads may block on a line. */
bool threads_collect(struct threads *t);

/* The starts whose handle lies in the field or global; those of threads that may hold the lock of a stream that lies there. */
const struct thread_start *const *threads_by_handle(const struct threads *t,
                                                    const struct ir_field *field,
                                                    const char *global, size_t *n);
const struct thread_start *const *threads_by_lock(const struct threads *t, const struct home *home,
                                                  size_t *n);

/* Whether waits on a line that lies there may end by themselves: some function that waits for no thread sees to that. */
bool threads_is_bounded(const struct threads *t, const struct home *home);

/* Whether a handler may take the signal (or ANY_SIGNAL) and end what it interrupts; despite_restart: with SA_RESTART, too. */
bool threads_handle(const struct threads *t, int64_t signal, bool despite_restart);

/* Whether the member back of what link leads to, or is, was seen to lead to the object that link is in. */
bool threads_lead_back(const struct threads *t, const struct ir_field *link,
                       const struct ir_field *back);
/* Whether the code of the thread (NULL: of one whose start is known) decides by what lies there: see asked.h. */
bool threads_ask(const struct threads *t, const char *entry, const struct home *home);
/* Whether that code shuts, cancels, signals or connects; or_close: or closes. */
bool threads_may_wake(const struct threads *t, const char *entry, bool or_close);

/* Whether the function may run in a thread that is started in entry. */
bool threads_run(const struct program *program, const char *entry, const char *function);

#endif
