/* Threads that own what lies in their argument. Floor 4. */
#ifndef CLOSEWAIT_RULE_OWNER_H
#define CLOSEWAIT_RULE_OWNER_H

#include "rules/teardown.h"

/* A thread whose starter hands it an object with an open line, and never touches that again, has
 * to close it on each of its paths. Adds what its entry does not close, of those that close it on
 * other paths or start another thread that does. */
void owners_find(struct arena *a, const struct program *program, struct teardowns *found);

#endif
