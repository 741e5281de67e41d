/* Initialiser lists. libclang shows them as they are written: which value is for which member
 * follows from C's rules for the current object (C17 6.7.9). */
#include <string.h>

#include "front/lower.h"

/* The values within one pair of braces. */
struct list {
	struct init_sink *sink;
	struct kids kids;
	uint32_t next;
};

static void fill(struct list *list, struct ir_place place, CXType type, int64_t from,
                 bool is_braced);

static const struct type_note *note_of(const struct list *list, CXType type) {
	return type_note(list->sink->l, type);
}

/* --- places within the object ----------------------------------------------------------------- */

/* A member's place; those of an anonymous struct or union are the record's own. */
static struct ir_place member_place(struct list *list, struct ir_place place,
                                    const struct member *member) {
	const struct ir_field *field = field_of(list->sink->l, member->cursor);
	if (!field) return place;
	return with_step(list->sink->l->arena, place,
	                 (struct ir_step){.kind = IR_STEP_FIELD, .field = field});
}

static struct ir_place element_place(struct list *list, struct ir_place place, int64_t index) {
	return with_step(list->sink->l->arena, place,
	                 (struct ir_step){.kind = IR_STEP_INDEX, .index = index});
}

static int64_t array_limit(CXType array) {
	long long size = clang_getArraySize(clang_getCanonicalType(array));
	return size >= 0 ? size : INT64_MAX;
}

/* --- one value -------------------------------------------------------------------------------- */

/* `.f = x`, `[1] = x` have no kind of their own either: an UnexposedExpr of type void. */
static bool is_designated(CXCursor e) {
	return e.kind == CXCursor_UnexposedExpr && clang_getCursorType(e).kind == CXType_Void;
}

static bool is_same_record(struct list *list, CXType type, CXCursor e) {
	const struct type_note *have = type_of(list->sink->l, e), *want = note_of(list, type);
	return have->kind == CXType_Record &&
	       clang_equalCursors(clang_getTypeDeclaration(have->canonical),
	                          clang_getTypeDeclaration(want->canonical));
}

/* Does e initialise the whole object, rather than the first of its members? */
static bool is_for_whole(struct list *list, CXType type, CXCursor e) {
	const struct type_note *t = note_of(list, type);
	if (e.kind == CXCursor_InitListExpr) return true;
	if (t->kind == CXType_Record) return is_same_record(list, type, e);
	if (!is_array(t)) return true;
	CXCursor literal;
	return find_string(e, &literal) && note_of(list, clang_getArrayElementType(t->canonical))->bits;
}

static void init_object(struct list *list, struct ir_place place, CXType type) {
	CXCursor e = list->kids.at[list->next];
	if (!is_for_whole(list, type, e)) {
		fill(list, place, type, 0, false);
		return;
	}
	list->next++;
	if (e.kind == CXCursor_InitListExpr) walk_initialiser(list->sink, place, type, e);
	else if (list->sink->taken++ < MOST_MEMBERS)
		list->sink->take(list->sink, place, note_of(list, type), e);
}

/* --- designators ------------------------------------------------------------------------------ */

struct designators {
	CXCursor *at;
	uint32_t n;
};

static int64_t designate(struct list *list, struct ir_place place, CXType type,
                         struct designators d);

/* Initialises what the designators behind the first say of the part at place. */
static void designate_part(struct list *list, struct ir_place place, CXType type,
                           struct designators rest) {
	if (!rest.n) {
		init_object(list, place, type);
		return;
	}
	int64_t next = designate(list, place, type, rest);
	fill(list, place, type, next, false);
}

static bool holds_field(struct lower *l, CXType type, CXCursor field) {
	const struct members *members = record_members(l, type);
	for (uint32_t i = 0; i < members->n; i++) {
		const struct member *m = &members->at[i];
		if (clang_equalCursors(m->cursor, field)) return true;
		if (!field_of(l, m->cursor) && type_note(l, m->type)->kind == CXType_Record &&
		    holds_field(l, m->type, field))
			return true;
	}
	return false;
}

/* libclang names the anonymous structs and unions on the way to a field, but not always all of
 * them. */
static int64_t designate_member(struct list *list, struct ir_place place, CXType type,
                                struct designators d) {
	struct lower *l = list->sink->l;
	CXCursor field = clang_getCursorReferenced(d.at[0]);
	const struct members *members = record_members(l, note_of(list, type)->canonical);
	for (uint32_t i = 0; i < members->n; i++) {
		const struct member *m = &members->at[i];
		bool is_it = clang_equalCursors(m->cursor, field);
		bool is_inside = !is_it && !field_of(l, m->cursor) &&
		                 type_note(l, m->type)->kind == CXType_Record &&
		                 holds_field(l, m->type, field);
		if (!is_it && !is_inside) continue;
		struct designators rest = is_it ? (struct designators){d.at + 1, d.n - 1} : d;
		designate_part(list, member_place(list, place, m), m->type, rest);
		return members->is_union ? INT64_MAX : (int64_t)i + 1;
	}
	list->next++;
	return INT64_MAX;
}

/* `[1 ... 2] = x` and `[1][2] = x` have the same children; only the text between the two tells. */
static bool is_range(struct list *list, CXType element, struct designators d) {
	if (d.n < 2 || d.at[1].kind == CXCursor_MemberRef) return false;
	if (!is_array(note_of(list, element))) return true;
	size_t length, rest;
	const char *from = spelled_text(list->sink->l, d.at[0], &length);
	const char *to = spelled_text(list->sink->l, d.at[1], &rest);
	if (!from || !to || to < from || to >= from + length) return false;
	for (; from + 2 < to; from++)
		if (memcmp(from, "...", 3) == 0) return true;
	return false;
}

static int64_t designate_element(struct list *list, struct ir_place place, CXType type,
                                 struct designators d) {
	CXType element = clang_getArrayElementType(note_of(list, type)->canonical);
	int64_t low = 0, high = 0;
	if (is_range(list, element, d)) {
		if (!evaluate(d.at[1], &high)) high = 0;
		place = with_step(list->sink->l->arena, place, (struct ir_step){.kind = IR_STEP_ELEMENT});
		designate_part(list, place, element, (struct designators){d.at + 2, d.n - 2});
		return high + 1;
	}
	if (!evaluate(d.at[0], &low)) low = 0;
	designate_part(list, element_place(list, place, low), element,
	               (struct designators){d.at + 1, d.n - 1});
	return low + 1;
}

/* Initialises what the designators say; list->next is at their value. The index behind the first
 * of them. */
static int64_t designate(struct list *list, struct ir_place place, CXType type,
                         struct designators d) {
	const struct type_note *t = note_of(list, type);
	if (t->kind == CXType_Record && d.at[0].kind == CXCursor_MemberRef)
		return designate_member(list, place, type, d);
	if (is_array(t) && d.at[0].kind != CXCursor_MemberRef)
		return designate_element(list, place, type, d);
	list->next++;
	return INT64_MAX;
}

/* --- lists ------------------------------------------------------------------------------------ */

/* A designated value goes on with what follows it in its own aggregate, so it takes the place of
 * its designation in the list. */
static int64_t take_designated(struct list *list, struct ir_place place, CXType type) {
	struct kids kids = cursor_kids(list->sink->arena, list->kids.at[list->next]);
	if (kids.n < 2) {
		list->next++;
		return INT64_MAX;
	}
	list->kids.at[list->next] = last_kid(kids);
	return designate(list, place, type, (struct designators){kids.at, kids.n - 1});
}

static int64_t limit_of(struct list *list, const struct type_note *t) {
	if (is_array(t)) return array_limit(t->canonical);
	const struct members *members = record_members(list->sink->l, t->canonical);
	return members->is_union && members->n ? 1 : (int64_t)members->n;
}

static void fill_next(struct list *list, struct ir_place place, const struct type_note *t,
                      int64_t index) {
	if (is_array(t)) {
		init_object(list, element_place(list, place, index),
		            clang_getArrayElementType(t->canonical));
		return;
	}
	const struct member *member = &record_members(list->sink->l, t->canonical)->at[index];
	init_object(list, member_place(list, place, member), member->type);
}

/* Initialises the members of an aggregate from the index on, with the values that come next.
 * Without braces of its own it takes as many as it has members, and leaves designations to the
 * braces around it. */
static void fill(struct list *list, struct ir_place place, CXType type, int64_t from,
                 bool is_braced) {
	const struct type_note *t = note_of(list, type);
	if (t->kind != CXType_Record && !is_array(t)) return;
	int64_t index = from, limit = limit_of(list, t);
	while (list->next < list->kids.n && list->sink->taken <= MOST_MEMBERS) {
		uint32_t before = list->next;
		if (is_designated(list->kids.at[before])) {
			if (!is_braced) return;
			index = take_designated(list, place, type);
		} else if (index < limit) {
			fill_next(list, place, t, index++);
			if (is_array(t) && list->next == before) return; /* of empty structs */
		} else if (is_braced) {
			list->next++; /* one too many */
		} else {
			return;
		}
	}
}

void walk_initialiser(struct init_sink *sink, struct ir_place place, CXType type, CXCursor e) {
	struct kids kids = cursor_first_kids(sink->arena, e, MOST_MEMBERS + 1);
	struct list list = {.sink = sink, .kids = kids};
	const struct type_note *t = type_note(sink->l, type);
	if (!list.kids.n) return;
	if (t->kind == CXType_Record || is_array(t)) {
		bool is_text =
			is_array(t) && list.kids.n == 1 && is_for_whole(&list, type, list.kids.at[0]);
		if (is_text) init_object(&list, place, type);
		else fill(&list, place, type, 0, true);
	} else if (!is_designated(list.kids.at[0])) {
		init_object(&list, place, type);
	}
}

struct ir_place rest_place(struct lower *l, struct ir_place whole, const struct type_note *t) {
	if (!is_array(t)) return whole;
	return with_step(l->arena, whole, (struct ir_step){.kind = IR_STEP_ELEMENT});
}

/* --- local variables -------------------------------------------------------------------------- */

static void store_text(struct body *b, struct ir_place place, CXCursor e) {
	struct ir_step step = {.kind = IR_STEP_ELEMENT};
	emit_store(b, with_step(b->l->arena, place, step), UNKNOWN, e);
}

static void take_local(struct init_sink *sink, struct ir_place place, const struct type_note *t,
                       CXCursor e) {
	if (is_array(t)) store_text(sink->body, place, e);
	else lower_store(sink->body, place, e, e);
}

/* `{0}` and `{}`: nothing is said of a member. */
static bool is_all_zero(struct body *b, CXCursor list) {
	struct kids kids = cursor_first_kids(b->l->scratch, list, 2);
	if (kids.n > 1) return false;
	int64_t number;
	CXCursor only = kid(kids, 0);
	if (!kids.n) return true;
	if (only.kind == CXCursor_InitListExpr) return is_all_zero(b, only);
	return only.kind == CXCursor_IntegerLiteral && evaluate(only, &number) && number == 0;
}

static bool is_empty_text(struct body *b, CXCursor e) {
	CXCursor literal;
	return find_string(e, &literal) && !*string_bytes(b->l, literal);
}

void lower_local_init(struct body *b, struct ir_place place, CXType type, CXCursor init) {
	const struct type_note *t = type_note(b->l, type);
	bool is_aggregate = t->kind == CXType_Record || is_array(t);
	bool is_list = init.kind == CXCursor_InitListExpr;
	if (!is_aggregate && !is_list) {
		lower_store(b, place, init, init);
		return;
	}
	if (is_aggregate && !is_list && !is_array(t)) {
		lower_store(b, place, init, init);
		return;
	}
	if (is_aggregate) emit_place_op(b, IR_OP_clear, place, locate(b->l, init));
	struct init_sink sink = {take_local, b->l, b->l->scratch, b, 0};
	if (!is_list) {
		if (!is_empty_text(b, init)) store_text(b, place, init);
	} else if (!is_aggregate && !cursor_kids(b->l->scratch, init).n) {
		emit_store(b, place, constant(0), init);
	} else if (!is_aggregate || !is_all_zero(b, init)) {
		walk_initialiser(&sink, place, type, init);
		if (sink.taken > MOST_MEMBERS) emit_store(b, rest_place(b->l, place, t), UNKNOWN, init);
	}
}

struct ir_place lower_compound_literal(struct body *b, CXCursor e) {
	struct kids kids = cursor_kids(b->l->scratch, e);
	CXType type = clang_getCursorType(e);
	struct ir_place place = new_object(b, "literal", type_note(b->l, type)->type, e);
	if (kids.n) lower_local_init(b, place, type, last_kid(kids));
	return place;
}
