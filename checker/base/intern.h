/* Interned strings: equal text, equal pointer. Floor 0. */
#ifndef CLOSEWAIT_BASE_INTERN_H
#define CLOSEWAIT_BASE_INTERN_H

#include <stddef.h>

#include "base/arena.h"

struct intern;

/* Makes a table whose strings live in a. */
struct intern *intern_new(struct arena *a);
/* Returns the one copy of the len bytes at s; it is zero-terminated and lives as long as the arena. */
const char *intern_bytes(struct intern *t, const char *s, size_t len);
const char *intern(struct intern *t, const char *s);

#endif
