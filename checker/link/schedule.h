/* The components of the call graph on all processors, callees before callers. Floor 3. */
#ifndef CLOSEWAIT_LINK_SCHEDULE_H
#define CLOSEWAIT_LINK_SCHEDULE_H

#include "link/callgraph.h"

/* Calls the task for each component, when it is done with all whose calls this one follows, on so many threads; the
 * caller's is worker 0. A task may read what tasks for callees wrote. Where no thread can be had, fewer do the work. */
void schedule_run(const struct program *program, const struct components *c, uint32_t workers,
                  void (*task)(void *data, uint32_t worker, uint32_t component), void *data);

#endif
