/* What libclang lacks: children as arrays, keys, interned names. Floor 2: base. Private to
 * front/. */
#ifndef CLOSEWAIT_FRONT_CURSOR_H
#define CLOSEWAIT_FRONT_CURSOR_H

#include <clang-c/Index.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/intern.h"

/* The children of a cursor in libclang's order; they carry no roles, so take them by kind and
 * position. */
struct kids {
	CXCursor *at;
	uint32_t n;
};

struct kids cursor_kids(struct arena *a, CXCursor c);
/* The first of them, at most so many: tables may have millions. */
struct kids cursor_first_kids(struct arena *a, CXCursor c, uint32_t most);
/* The null cursor where there is none: broken code lacks what it should have. */
CXCursor kid(struct kids kids, uint32_t i);
CXCursor last_kid(struct kids kids);
CXCursor cursor_first_kid(CXCursor c);

/* Identifies a declaration, statement or expression while its translation unit lives. Two locals
 * that one macro makes share a USR, so a USR will not do. */
uint64_t cursor_key(CXCursor c);

/* The cursor's spelling, interned; "" for none. */
const char *cursor_name(struct intern *names, CXCursor c);
/* The string, interned; disposes it. */
const char *take_string(struct intern *names, CXString s);

/* Do both stand at the same text? Compares where the tokens are spelled. */
bool cursor_same_extent(CXCursor a, CXCursor b);

/* Is c `a ?: b`? It shows a three times: as itself, as the condition and as the value. */
bool cursor_is_elvis(CXCursor c, struct kids kids);

bool text_begins(const char *text, const char *with);

/* What clang prints for a declaration, macros expanded; "" when it prints nothing. is_terse
 * leaves out the bodies of functions. */
const char *cursor_pretty(struct arena *a, CXCursor declaration, bool is_terse);

#endif
