/* The names of records and their fields: what is the same field in every unit has the same name
 * there.
 *
 * A record that no header declares belongs to its file, since another file may have its own of
 * that name; one that a header declares and a source file defines is the program's one opaque
 * type. */
#include <string.h>

#include "front/lower.h"

/* The definition when there is one: in 22 a type's declaration is the first, in 19 the
 * definition. */
static CXCursor defining(CXCursor declaration) {
	CXCursor definition = clang_getCursorDefinition(declaration);
	return clang_Cursor_isNull(definition) ? declaration : definition;
}

/* The type at the end of arrays and pointers. */
static CXType innermost(CXType type) {
	for (;;) {
		type = clang_getCanonicalType(type);
		if (type.kind == CXType_Pointer) type = clang_getPointeeType(type);
		else if (type.kind == CXType_Atomic) type = clang_Type_getValueType(type);
		else if (clang_getArrayElementType(type).kind != CXType_Invalid)
			type = clang_getArrayElementType(type);
		else return type;
	}
}

static uint64_t record_key(CXCursor declaration) {
	return cursor_key(clang_getCanonicalCursor(declaration));
}

/* --- names ------------------------------------------------------------------------------------ */

struct field_search {
	uint64_t record;
	CXCursor found;
};

static enum CXVisitorResult find_field(CXCursor field, CXClientData data) {
	struct field_search *search = data;
	CXType type = innermost(clang_getCursorType(field));
	if (type.kind != CXType_Record || record_key(clang_getTypeDeclaration(type)) != search->record)
		return CXVisit_Continue;
	search->found = field;
	return CXVisit_Break;
}

/* `parent::declarator`, or the parent's own name for an anonymous struct or union. Without the
 * '@file' behind the parent's. */
static const char *name_in_parent(struct lower *l, CXCursor record, CXCursor parent) {
	const char *outer = record_name(l, clang_getCanonicalType(clang_getCursorType(parent)));
	if (clang_Cursor_isAnonymousRecordDecl(record)) return outer;
	size_t n = strcspn(outer, "@");
	struct field_search search = {.record = record_key(record), .found = clang_getNullCursor()};
	clang_Type_visitFields(clang_getCursorType(parent), find_field, &search);
	if (clang_Cursor_isNull(search.found)) return NULL;
	return arena_printf(l->notes, "%.*s::%s%s", (int)n, outer, cursor_name(l->names, search.found),
	                    outer + n);
}

static const char *with_file(struct lower *l, CXCursor record, const char *name) {
	CXCursor first = clang_getCanonicalCursor(record);
	if (!is_in_source(l, first)) return name;
	return arena_printf(l->notes, "%s@%s", name, source_path(l, first));
}

static const char *name_by_position(struct lower *l, CXCursor record) {
	struct ir_loc loc = locate(l, record);
	return arena_printf(l->notes, "unnamed.%u.%u", loc.line, loc.column);
}

static bool is_record(CXCursor c) {
	return c.kind == CXCursor_StructDecl || c.kind == CXCursor_UnionDecl;
}

static const char *make_record_name(struct lower *l, CXCursor record) {
	CXCursor parent = clang_getCursorSemanticParent(record);
	const char *name = map_get(&l->record_names, record_key(record));
	if (clang_Cursor_isAnonymous(record)) {
		const char *nested = is_record(parent) ? name_in_parent(l, record, parent) : NULL;
		if (nested) return nested;
		if (!name) name = name_by_position(l, record);
	} else {
		name = cursor_name(l->names, record);
		if (parent.kind == CXCursor_FunctionDecl)
			name = arena_printf(l->notes, "%s::%s", cursor_name(l->names, parent), name);
	}
	return with_file(l, record, name);
}

/* What is anonymous has the name of the record around it. */
static void note_header(struct lower *l, CXCursor record, const char *name) {
	const char *file = source_path(l, record);
	bool is_systems = clang_Location_isInSystemHeader(clang_getCursorLocation(record));
	if (!clang_isCursorDefinition(record) || clang_Cursor_isAnonymousRecordDecl(record) ||
	    is_systems || !*file || is_in_source(l, record))
		return;
	VEC_PUSH(l->unit->arena, &l->unit->records, (struct ir_record){name, intern(l->names, file)});
}

const char *record_name(struct lower *l, CXType record) {
	CXCursor declaration = defining(clang_getTypeDeclaration(record));
	uint64_t key = record_key(declaration);
	const char *name = map_get(&l->records, key);
	if (name) return name;
	name = intern(l->names, make_record_name(l, declaration));
	note_header(l, declaration, name);
	map_put(l->notes, &l->records, key, (void *)(uintptr_t)name);
	return name;
}

void record_name_after(struct lower *l, CXType type, const char *name) {
	CXType record = innermost(type);
	if (record.kind != CXType_Record) return;
	CXCursor declaration = clang_getTypeDeclaration(record);
	if (!clang_Cursor_isAnonymous(declaration)) return;
	uint64_t key = record_key(declaration);
	if (!map_get(&l->record_names, key))
		map_put(l->notes, &l->record_names, key, (void *)(uintptr_t)name);
}

/* --- fields ----------------------------------------------------------------------------------- */

/* 19 and 22 give an anonymous member a spelling with a location, or none. */
static bool is_unnamed(const char *field_name) {
	return !*field_name || strchr(field_name, '(');
}

/* Not where the record itself has no name: it may stand behind others in the one around it. */
static bool is_first(CXCursor field, CXType parent) {
	return clang_Cursor_getOffsetOfField(field) == 0 &&
	       !clang_Cursor_isAnonymousRecordDecl(clang_getTypeDeclaration(parent));
}

/* The record that the members of anonymous ones belong to. */
static CXType named_record(CXCursor field) {
	CXCursor record = clang_getCursorSemanticParent(field);
	while (clang_Cursor_isAnonymousRecordDecl(record))
		record = clang_getCursorSemanticParent(record);
	return clang_getCursorType(record);
}

/* An array without a size has no end, and no extent. */
static void set_extent(struct ir_field *made, CXCursor field) {
	long long bit = clang_Type_getOffsetOf(named_record(field), made->name);
	long long bits = clang_Cursor_isBitField(field)
	                     ? clang_getFieldDeclBitWidth(field)
	                     : clang_Type_getSizeOf(clang_getCursorType(field)) * 8;
	if (bit < 0 || bits <= 0 || bit > UINT32_MAX - bits) return;
	made->bit = (uint32_t)bit;
	made->bits = (uint32_t)bits;
}

const struct ir_field *field_of(struct lower *l, CXCursor field) {
	uint64_t key = cursor_key(field);
	struct ir_field *known = map_get(&l->fields, key);
	if (known) return known;
	const char *name = cursor_name(l->names, field);
	if (is_unnamed(name)) return NULL;
	CXType parent =
		clang_getCanonicalType(clang_getCursorType(clang_getCursorSemanticParent(field)));
	if (parent.kind != CXType_Record) return NULL;
	struct ir_field *made = (struct ir_field *)ir_unit_field(l->unit, record_name(l, parent), name,
	                                                         type_of(l, field)->type);
	made->is_first = is_first(field, parent) && made->type.kind == IR_RECORD;
	set_extent(made, field);
	map_put(l->notes, &l->fields, key, made);
	return made;
}

struct member_list {
	struct lower *l;
	VEC(struct member) found;
};

static enum CXVisitorResult add_member(CXCursor field, CXClientData data) {
	struct member_list *list = data;
	if (clang_Cursor_isBitField(field) && is_unnamed(cursor_name(list->l->names, field)))
		return CXVisit_Continue;
	struct member member = {field, clang_getCursorType(field)};
	VEC_PUSH(list->l->notes, &list->found, member);
	return CXVisit_Continue;
}

const struct members *record_members(struct lower *l, CXType record) {
	CXCursor declaration = clang_getTypeDeclaration(record);
	uint64_t key = record_key(declaration);
	struct members *members = map_get(&l->record_fields, key);
	if (members) return members;
	struct member_list list = {.l = l};
	clang_Type_visitFields(record, add_member, &list);
	members = ARENA_NEW(l->notes, struct members);
	*members = (struct members){list.found.items, (uint32_t)list.found.n,
	                            declaration.kind == CXCursor_UnionDecl};
	map_put(l->notes, &l->record_fields, key, members);
	return members;
}

bool first_members(struct lower *l, const struct type_note *record, const struct type_note *other,
                   struct field_path *path) {
	const struct members *members = record_members(l, record->canonical);
	uint64_t wanted = record_key(clang_getTypeDeclaration(other->canonical));
	for (uint32_t i = 0; i < members->n && (i == 0 || members->is_union); i++) {
		const struct type_note *t = type_note(l, members->at[i].type);
		if (t->kind != CXType_Record || path->n == sizeof path->at / sizeof *path->at) continue;
		const struct ir_field *field = field_of(l, members->at[i].cursor);
		if (!field || !field->is_first) continue;
		path->at[path->n++] = field;
		bool found = record_key(clang_getTypeDeclaration(t->canonical)) == wanted;
		if (found || first_members(l, t, other, path)) return true;
		path->n--;
	}
	return false;
}
