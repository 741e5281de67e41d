#include "front/cursor.h"

#include <string.h>

#include "base/vec.h"

struct collector {
	struct arena *arena;
	uint32_t most;
	VEC(CXCursor) found;
};

static enum CXChildVisitResult collect(CXCursor c, CXCursor parent, CXClientData data) {
	(void)parent;
	struct collector *to = data;
	if (to->found.n >= to->most) return CXChildVisit_Break;
	VEC_PUSH(to->arena, &to->found, c);
	return CXChildVisit_Continue;
}

struct kids cursor_first_kids(struct arena *a, CXCursor c, uint32_t most) {
	struct collector to = {.arena = a, .most = most};
	clang_visitChildren(c, collect, &to);
	return (struct kids){to.found.items, (uint32_t)to.found.n};
}

struct kids cursor_kids(struct arena *a, CXCursor c) {
	return cursor_first_kids(a, c, UINT32_MAX);
}

CXCursor kid(struct kids kids, uint32_t i) {
	return i < kids.n ? kids.at[i] : clang_getNullCursor();
}

CXCursor last_kid(struct kids kids) {
	return kid(kids, kids.n - 1);
}

static enum CXChildVisitResult take_first(CXCursor c, CXCursor parent, CXClientData data) {
	(void)parent;
	*(CXCursor *)data = c;
	return CXChildVisit_Break;
}

CXCursor cursor_first_kid(CXCursor c) {
	CXCursor first = clang_getNullCursor();
	clang_visitChildren(c, take_first, &first);
	return first;
}

/* libclang keeps the Decl in data[0] and the Stmt in data[1] (CXCursor.cpp);
 * clang_equalCursors() compares the same pointers, but cannot be a key. */
uint64_t cursor_key(CXCursor c) {
	const void *node = clang_isDeclaration(c.kind) ? c.data[0] : c.data[1];
	return (uint64_t)(uintptr_t)node;
}

const char *take_string(struct intern *names, CXString s) {
	const char *text = clang_getCString(s);
	const char *interned = intern(names, text ? text : "");
	clang_disposeString(s);
	return interned;
}

const char *cursor_name(struct intern *names, CXCursor c) {
	return take_string(names, clang_getCursorSpelling(c));
}

static bool same_spot(CXSourceLocation a, CXSourceLocation b) {
	CXFile file_a, file_b;
	unsigned offset_a, offset_b;
	clang_getSpellingLocation(a, &file_a, NULL, NULL, &offset_a);
	clang_getSpellingLocation(b, &file_b, NULL, NULL, &offset_b);
	return offset_a == offset_b && clang_File_isEqual(file_a, file_b);
}

bool cursor_same_extent(CXCursor a, CXCursor b) {
	CXSourceRange in_a = clang_getCursorExtent(a), in_b = clang_getCursorExtent(b);
	return same_spot(clang_getRangeStart(in_a), clang_getRangeStart(in_b)) &&
	       same_spot(clang_getRangeEnd(in_a), clang_getRangeEnd(in_b));
}

bool cursor_is_elvis(CXCursor c, struct kids kids) {
	return c.kind == CXCursor_UnexposedExpr && kids.n == 4 &&
	       cursor_same_extent(kids.at[0], kids.at[1]) && cursor_same_extent(kids.at[0], kids.at[2]);
}

bool text_begins(const char *text, const char *with) {
	return strncmp(text, with, strlen(with)) == 0;
}

const char *cursor_pretty(struct arena *a, CXCursor declaration, bool is_terse) {
	CXPrintingPolicy policy = clang_getCursorPrintingPolicy(declaration);
	if (is_terse) clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_TerseOutput, 1);
	CXString printed = clang_getCursorPrettyPrinted(declaration, policy);
	const char *text = clang_getCString(printed);
	text = arena_strdup(a, text ? text : "");
	clang_disposeString(printed);
	clang_PrintingPolicy_dispose(policy);
	return text;
}
