/* What the parser lost. Where a name is undeclared libclang drops the statement, or keeps it
 * without its call; so a function proves nothing by what is absent in it when
 *   (a) an error stands in its extent, or in a file that is included there;
 *   (b) its own declaration is invalid;
 *   (c) a type in it depends on something that is not there;
 *   (d) it uses a declaration that holds an error, or that is made of one.
 */
#include <string.h>

#include "front/lower.h"

/* Distinct messages that the unit keeps, and errors that are located. */
enum { MOST_LOSSES = 50, MOST_FAULTS = 20000 };

struct site {
	CXFile file;
	unsigned offset;
};

struct fault {
	const char *message;
	struct site at;
	VEC(struct site) includes; /* the #include lines through which the file was read */
};

struct faults {
	VEC(struct fault) list;
	struct map tainted; /* canonical declaration -> message */
};

/* --- finding them ----------------------------------------------------------------------------- */

static bool is_error(CXDiagnostic d) {
	enum CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(d);
	return severity == CXDiagnostic_Error || severity == CXDiagnostic_Fatal;
}

static struct ir_loc point_of(struct lower *l, CXSourceLocation at) {
	CXFile file;
	struct ir_loc loc = {0};
	clang_getExpansionLocation(at, &file, &loc.line, &loc.column, NULL);
	if (!file) return (struct ir_loc){0};
	loc.file = file_index(l, file_note(l, file));
	return loc;
}

static void add_loss(struct lower *l, struct map *seen, const char *message, CXSourceLocation at) {
	if (seen->n >= MOST_LOSSES || map_get(seen, MAP_KEY(message))) return;
	map_put(l->notes, seen, MAP_KEY(message), l);
	VEC_PUSH(l->arena, &l->unit->losses, (struct ir_loss){message, point_of(l, at)});
}

static void add_fault(struct lower *l, struct map *seen, CXDiagnostic d) {
	struct fault fault = {0};
	CXSourceLocation at = clang_getDiagnosticLocation(d);
	clang_getExpansionLocation(at, &fault.at.file, NULL, NULL, &fault.at.offset);
	if (clang_equalLocations(at, clang_getNullLocation())) return; /* about the command line */
	fault.message = take_string(l->names, clang_getDiagnosticSpelling(d));
	add_loss(l, seen, fault.message, at);
	if (!fault.at.file) return; /* in what -include and -D make */
	if (!l->faults) l->faults = ARENA_NEW(l->notes, struct faults);
	VEC_PUSH(l->notes, &l->faults->list, fault);
}

/* An error in a fragment that is included within a body is in another file than the body. */
static void note_inclusion(CXFile file, CXSourceLocation *stack, unsigned n, CXClientData data) {
	struct lower *l = data;
	for (size_t i = 0; n && i < l->faults->list.n; i++) {
		struct fault *fault = &l->faults->list.items[i];
		if (!clang_File_isEqual(fault->at.file, file)) continue;
		for (unsigned j = 0; j < n; j++) {
			struct site site;
			clang_getExpansionLocation(stack[j], &site.file, NULL, NULL, &site.offset);
			VEC_PUSH(l->notes, &fault->includes, site);
		}
	}
}

void faults_find(struct lower *l) {
	struct map seen = {0};
	unsigned n = clang_getNumDiagnostics(l->tu);
	for (unsigned i = 0; i < n && (!l->faults || l->faults->list.n < MOST_FAULTS); i++) {
		CXDiagnostic d = clang_getDiagnostic(l->tu, i);
		if (is_error(d)) add_fault(l, &seen, d);
		clang_disposeDiagnostic(d);
	}
	if (l->faults) clang_getInclusions(l->tu, note_inclusion, l);
}

/* --- extents ---------------------------------------------------------------------------------- */

struct extent {
	CXFile file;
	unsigned start, end;
};

static struct extent extent_of(CXCursor c) {
	struct extent extent;
	CXSourceRange range = clang_getCursorExtent(c);
	clang_getExpansionLocation(clang_getRangeStart(range), &extent.file, NULL, NULL, &extent.start);
	clang_getExpansionLocation(clang_getRangeEnd(range), NULL, NULL, NULL, &extent.end);
	return extent;
}

static bool is_within(struct site site, const struct extent *extent) {
	return site.offset >= extent->start && site.offset <= extent->end && site.file &&
	       extent->file && clang_File_isEqual(site.file, extent->file);
}

static const char *fault_in_extent(const struct faults *faults, CXCursor c) {
	struct extent extent = extent_of(c);
	for (size_t i = 0; i < faults->list.n; i++) {
		const struct fault *fault = &faults->list.items[i];
		if (is_within(fault->at, &extent)) return fault->message;
		for (size_t j = 0; j < fault->includes.n; j++)
			if (is_within(fault->includes.items[j], &extent)) return fault->message;
	}
	return NULL;
}

/* --- declarations ----------------------------------------------------------------------------- */

static uint64_t canonical_key(CXCursor declaration) {
	return cursor_key(clang_getCanonicalCursor(declaration));
}

static void taint(struct lower *l, CXCursor declaration, const char *why) {
	map_put(l->notes, &l->faults->tainted, canonical_key(declaration), (void *)(uintptr_t)why);
}

/* The declaration or one around it: a field's record, an enumerator's enum. */
static const char *taint_of_declaration(const struct lower *l, CXCursor declaration) {
	for (int depth = 0; clang_isDeclaration(declaration.kind) && depth < 16; depth++) {
		const char *why = map_get(&l->faults->tainted, canonical_key(declaration));
		if (why) return why;
		declaration = clang_getCursorSemanticParent(declaration);
	}
	return NULL;
}

static CXType without_pointers(CXType type) {
	for (;;) {
		CXType element = clang_getArrayElementType(type);
		if (type.kind == CXType_Pointer) type = clang_getPointeeType(type);
		else if (element.kind != CXType_Invalid) type = element;
		else return type;
	}
}

/* Of the typedef or record that the type is made of. */
static const char *taint_of_type(const struct lower *l, CXType type) {
	CXCursor declaration = clang_getTypeDeclaration(without_pointers(type));
	const char *why = taint_of_declaration(l, declaration);
	if (why) return why;
	declaration = clang_getTypeDeclaration(without_pointers(clang_getCanonicalType(type)));
	return taint_of_declaration(l, declaration);
}

struct search {
	const struct lower *l;
	struct map records; /* that were looked through */
	const char *why;
};

static const char *taint_of_cursor(const struct lower *l, CXCursor c) {
	CXType type = clang_getCursorType(c);
	if (type.kind == CXType_Dependent)
		return "an expression depends on what the parser did not find";
	if (clang_isDeclaration(c.kind) && clang_isInvalidDeclaration(c))
		return "a declaration is not valid";
	CXCursor referenced = clang_getCursorReferenced(c);
	if (!clang_Cursor_isNull(referenced) && clang_isDeclaration(referenced.kind)) {
		const char *why = taint_of_declaration(l, referenced);
		if (why) return why;
		if (clang_isInvalidDeclaration(referenced))
			return "it uses a declaration that is not valid";
	}
	return type.kind == CXType_Invalid ? NULL : taint_of_type(l, type);
}

/* libclang shows a nested record by itself and again below the member of its type: looking through it each time would
 * double the time with each level. */
static bool is_looked_through(struct search *search, CXCursor c) {
	if (c.kind != CXCursor_StructDecl && c.kind != CXCursor_UnionDecl) return false;
	uint64_t key = cursor_key(c);
	if (map_get(&search->records, key)) return true;
	map_put(search->l->notes, &search->records, key, search);
	return false;
}

static enum CXChildVisitResult search_taint(CXCursor c, CXCursor parent, CXClientData data) {
	(void)parent;
	struct search *search = data;
	if (is_looked_through(search, c)) return CXChildVisit_Continue;
	search->why = taint_of_cursor(search->l, c);
	return search->why ? CXChildVisit_Break : CXChildVisit_Recurse;
}

static const char *taint_within(const struct lower *l, CXCursor c) {
	struct search search = {.l = l};
	clang_visitChildren(c, search_taint, &search);
	return search.why;
}

/* A function is tainted by its signature alone: what its body lost is its own. */
void faults_taint(struct lower *l, CXCursor declaration) {
	const char *why = NULL;
	if (!clang_isDeclaration(declaration.kind)) return;
	if (declaration.kind == CXCursor_FunctionDecl) {
		if (clang_isInvalidDeclaration(declaration))
			why = "it uses a function of which the declaration is not valid";
	} else {
		why = fault_in_extent(l->faults, declaration);
		if (!why && clang_isInvalidDeclaration(declaration))
			why = "it uses a declaration that is not valid";
		if (!why) why = taint_within(l, declaration);
	}
	if (why) taint(l, declaration, why);
}

const char *faults_in(struct lower *l, CXCursor function) {
	if (!l->faults) return NULL;
	const char *why = fault_in_extent(l->faults, function);
	if (!why && clang_isInvalidDeclaration(function)) why = "its declaration is not valid";
	return why ? why : taint_within(l, function);
}
