#ifndef WORKER_H
#define WORKER_H

typedef void worker_function(void *arg);

struct worker;

/* Runs function(arg) in a thread of its own. NULL when there is none to be had. */
struct worker *worker_start(worker_function *function, void *arg);

/* Waits until the function has returned. */
void worker_finish(struct worker *w);

#endif
