#include "flow/value.h"

#include <string.h>

#include "base/vec.h"

struct node {
	struct node *next; /* of the same hash */
	union {
		struct val val;
		struct region region;
	} as;
};

struct values {
	struct arena *arena;
	struct map vals, regions; /* hash -> struct node */
	struct map parts;         /* ids of a join and of a part -> the join, when it has that part */
	uint32_t val_count, region_count;
	const struct val *unknown;       /* val_unknown(), once somebody asked */
	VEC(const struct region *) vars; /* region_var() by var, or NULL */
};

struct values *values_new(struct arena *a) {
	struct values *v = ARENA_NEW(a, struct values);
	v->arena = a;
	return v;
}

/* Of all that same_val() compares. */
static uint64_t hash_val(const struct val *x) {
	const uint64_t words[] = {(uint64_t)x->kind << 32 | x->site,
	                          (uint64_t)x->part << 32 | x->age,
	                          (uint64_t)x->number,
	                          MAP_KEY(x->text),
	                          MAP_KEY(x->region),
	                          MAP_KEY(x->base),
	                          MAP_KEY(x->field)};
	return hash_bytes(words, sizeof words);
}

static bool same_val(const struct val *a, const struct val *b) {
	return a->kind == b->kind && a->number == b->number && a->text == b->text &&
	       a->region == b->region && a->base == b->base && a->field == b->field &&
	       a->site == b->site && a->part == b->part && a->age == b->age;
}

/* Both tables hold the only copy: the mark may change though all else is fixed. */
static void lead_on(const struct val *v) {
	((struct val *)v)->leads_on = true;
}

static const struct val *cons_val(struct values *v, struct val x) {
	uint64_t hash = hash_val(&x);
	struct node *first = map_get(&v->vals, hash);
	for (struct node *n = first; n; n = n->next)
		if (same_val(&n->as.val, &x)) return &n->as.val;
	struct node *n = ARENA_NEW(v->arena, struct node);
	if (x.base) lead_on(x.base);
	x.id = ++v->val_count;
	x.pointee = NULL;
	n->as.val = x;
	n->next = first;
	map_put(v->arena, &v->vals, hash, n);
	return &n->as.val;
}

/* Of all that same_region() compares. */
static uint64_t hash_region(const struct region *r) {
	const uint64_t words[] = {(uint64_t)r->kind << 32 | r->var,
	                          MAP_KEY(r->global),
	                          MAP_KEY(r->pointer),
	                          MAP_KEY(r->parent),
	                          MAP_KEY(r->field),
	                          (uint64_t)r->index,
	                          MAP_KEY(r->at)};
	return hash_bytes(words, sizeof words);
}

static bool same_region(const struct region *a, const struct region *b) {
	return a->kind == b->kind && a->var == b->var && a->global == b->global &&
	       a->pointer == b->pointer && a->parent == b->parent && a->field == b->field &&
	       a->index == b->index && a->at == b->at;
}

static bool shares_memory(const struct ir_field *a, const struct ir_field *b) {
	return a->bits && b->bits && a->bit < b->bit + (uint64_t)b->bits &&
	       b->bit < a->bit + (uint64_t)a->bits;
}

static void add_to_parent(struct region *r) {
	struct region *parent = (struct region *)r->parent;
	if (!parent) return;
	parent->has_parts = true;
	if (r->kind != REGION_FIELD) return;
	r->older_field = parent->newest_field;
	parent->newest_field = r;
	for (const struct region *other = r->older_field; other && !parent->is_mixed;
	     other = other->older_field)
		parent->is_mixed = shares_memory(r->field, other->field);
}

static const struct region *cons_region(struct values *v, struct region r) {
	uint64_t hash = hash_region(&r);
	struct node *first = map_get(&v->regions, hash);
	for (struct node *n = first; n; n = n->next)
		if (same_region(&n->as.region, &r)) return &n->as.region;
	struct node *n = ARENA_NEW(v->arena, struct node);
	if (r.pointer) lead_on(r.pointer);
	if (r.at) lead_on(r.at);
	r.id = ++v->region_count;
	r.root = r.parent ? r.parent->root : &n->as.region;
	r.depth = r.parent ? r.parent->depth + 1 : 0;
	r.has_at = r.at || (r.parent && r.parent->has_at);
	n->as.region = r;
	add_to_parent(&n->as.region);
	n->next = first;
	map_put(v->arena, &v->regions, hash, n);
	return &n->as.region;
}

const struct val *val_unknown(struct values *v) {
	if (!v->unknown) v->unknown = cons_val(v, (struct val){.kind = VAL_UNKNOWN});
	return v->unknown;
}

const struct val *val_const(struct values *v, int64_t number) {
	return cons_val(v, (struct val){.kind = VAL_CONST, .number = number});
}

const struct val *val_string(struct values *v, const char *text) {
	return cons_val(v, (struct val){.kind = VAL_STRING, .text = text});
}

const struct val *val_function(struct values *v, const char *name) {
	return cons_val(v, (struct val){.kind = VAL_FUNCTION, .text = name});
}

const struct val *val_address(struct values *v, const struct region *region) {
	if (region->kind == REGION_POINTEE) return region->pointer;
	return cons_val(v, (struct val){.kind = VAL_ADDRESS, .region = region});
}

const struct val *val_entry(struct values *v, const struct region *region) {
	if (!region->entry)
		((struct region *)region)->entry =
			cons_val(v, (struct val){.kind = VAL_ENTRY, .region = region});
	return region->entry;
}

void val_mark_holder(const struct val *v) {
	((struct val *)v)->may_hold_line = true;
}

const struct val *val_made(struct values *v, uint32_t site, uint32_t part,
                           const struct region *region) {
	return cons_val(v,
	                (struct val){.kind = VAL_MADE, .site = site, .part = part, .region = region});
}

const struct val *val_aged(struct values *v, const struct val *made) {
	struct val older = *made;
	older.age = 1;
	return cons_val(v, older);
}

const struct val *val_referent(const struct val *v) {
	for (;;) {
		if (v->kind == VAL_SUM || v->kind == VAL_OWNER) v = v->base;
		else if (v->kind == VAL_ADDRESS && region_root(v->region)->kind == REGION_POINTEE)
			v = region_root(v->region)->pointer;
		else return v;
	}
}

const struct val *val_join(struct values *v, uint32_t block, const struct region *region) {
	const struct val *last = region->join;
	if (last && last->site == block) return last;
	last = cons_val(v, (struct val){.kind = VAL_JOIN, .site = block, .region = region});
	((struct region *)region)->join = last;
	return last;
}

void val_note_part(struct values *v, const struct val *join, const struct val *part) {
	if (join->parts && join->parts->val == part) return;
	uint64_t key = (uint64_t)join->id << 32 | part->id;
	if (map_get(&v->parts, key)) return;
	map_put(v->arena, &v->parts, key, (void *)join);
	struct val_part *p = ARENA_NEW(v->arena, struct val_part);
	*p = (struct val_part){part, join->parts};
	((struct val *)join)->parts = p;
}

const struct val *val_bits(struct values *v, const struct val *base, int64_t mask) {
	if (base->kind == VAL_CONST) return val_const(v, base->number & mask);
	if (mask == 0) return val_const(v, 0);
	if (mask == -1) return base;
	if (base->kind == VAL_SET) {
		if ((base->number & mask) == mask) return val_const(v, mask);
		if ((base->number & mask) == 0) return val_bits(v, base->base, mask);
	}
	if (base->kind == VAL_BITS) return val_bits(v, base->base, base->number & mask);
	if (base->kind == VAL_UNKNOWN) return base;
	return cons_val(v, (struct val){.kind = VAL_BITS, .base = base, .number = mask});
}

const struct val *val_set(struct values *v, const struct val *base, int64_t mask) {
	if (base->kind == VAL_CONST) return val_const(v, base->number | mask);
	if (mask == 0) return base;
	if (base->kind == VAL_SET) return val_set(v, base->base, base->number | mask);
	return cons_val(v, (struct val){.kind = VAL_SET, .base = base, .number = mask});
}

const struct val *val_sum(struct values *v, const struct val *base, int64_t number) {
	if (base->kind == VAL_CONST)
		return val_const(v, (int64_t)((uint64_t)base->number + (uint64_t)number));
	if (number == 0) return base;
	if (base->kind == VAL_SUM)
		return val_sum(v, base->base, (int64_t)((uint64_t)base->number + (uint64_t)number));
	if (base->kind == VAL_UNKNOWN) return base;
	return cons_val(v, (struct val){.kind = VAL_SUM, .base = base, .number = number});
}

const struct val *val_inverse(struct values *v, const struct val *base) {
	if (base->kind == VAL_CONST) return val_const(v, ~base->number);
	if (base->kind == VAL_INVERSE) return base->base;
	if (base->kind == VAL_UNKNOWN) return base;
	return cons_val(v, (struct val){.kind = VAL_INVERSE, .base = base});
}

const struct val *val_difference(struct values *v, const struct val *a, const struct val *b) {
	if (a->kind != VAL_ENTRY || b->kind != VAL_ENTRY) return NULL;
	const struct val *first = a->id < b->id ? a : b, *second = a->id < b->id ? b : a;
	return cons_val(v,
	                (struct val){.kind = VAL_DIFFERENCE, .base = first, .region = second->region});
}

const struct val *val_owner(struct values *v, const struct val *base,
                            const struct ir_field *field) {
	if (base->kind == VAL_ADDRESS && base->region->kind == REGION_FIELD &&
	    base->region->field == field)
		return val_address(v, base->region->parent);
	if (base->kind == VAL_UNKNOWN) return base;
	return cons_val(v, (struct val){.kind = VAL_OWNER, .base = base, .field = field});
}

const struct val *val_whole(const struct val *v) {
	if (v->kind != VAL_ADDRESS) return v;
	const struct region *r = v->region;
	while (r->kind == REGION_FIELD && r->field->is_first) r = r->parent;
	return r->kind == REGION_POINTEE ? r->pointer : v;
}

const struct val *val_null_with(const struct val *v) {
	if (v->kind == VAL_OWNER) return v->base;
	const struct val *whole = val_whole(v);
	return whole == v ? NULL : whole;
}

const struct region *region_var(struct values *v, uint32_t var) {
	while (v->vars.n <= var) VEC_PUSH(v->arena, &v->vars, NULL);
	if (!v->vars.items[var])
		v->vars.items[var] = cons_region(v, (struct region){.kind = REGION_VAR, .var = var});
	return v->vars.items[var];
}

const struct region *region_global(struct values *v, const char *name) {
	return cons_region(v, (struct region){.kind = REGION_GLOBAL, .global = name});
}

const struct region *region_pointee(struct values *v, const struct val *pointer) {
	if (pointer->kind == VAL_ADDRESS) return pointer->region;
	if (pointer->kind == VAL_SUM) return region_element(v, region_pointee(v, pointer->base));
	if (!pointer->pointee)
		((struct val *)pointer)->pointee =
			cons_region(v, (struct region){.kind = REGION_POINTEE, .pointer = pointer});
	return pointer->pointee;
}

const struct region *region_field(struct values *v, const struct region *parent,
                                  const struct ir_field *field) {
	/* A member that has the record of the new field cannot contain itself: the pointer was cast from the
	 * first member back to the struct around it. */
	if (parent->kind == REGION_FIELD && parent->field->record == field->record && field->record[0])
		return region_field(v, parent->parent, field);
	if (parent->kind == REGION_POINTEE && parent->pointer->kind == VAL_OWNER &&
	    parent->pointer->field == field)
		return region_pointee(v, parent->pointer->base);
	for (const struct region *r = parent->newest_field; r; r = r->older_field)
		if (r->field == field) return r;
	return cons_region(v, (struct region){.kind = REGION_FIELD, .parent = parent, .field = field});
}

const struct region *region_inner_index(struct values *v, const struct region *array,
                                        int64_t index) {
	if (index == 0 && array->kind == REGION_POINTEE) return array;
	return cons_region(v, (struct region){.kind = REGION_INDEX, .parent = array, .index = index});
}

const struct region *region_inner_at(struct values *v, const struct region *array,
                                     const struct val *at) {
	if (at && at->kind == VAL_UNKNOWN) at = NULL;
	return cons_region(v, (struct region){.kind = REGION_ELEMENT, .parent = array, .at = at});
}

static const struct region *like_inner(struct values *v, const struct region *array,
                                       const struct region *like) {
	return like->kind == REGION_INDEX ? region_inner_index(v, array, like->index)
	                                  : region_inner_at(v, array, like->at);
}

const struct region *region_index(struct values *v, const struct region *parent, int64_t index) {
	if (parent->kind == REGION_INDEX)
		return region_inner_index(v, parent->parent,
		                          (int64_t)((uint64_t)parent->index + (uint64_t)index));
	if (parent->kind != REGION_ELEMENT) return region_inner_index(v, parent, index);
	return parent->at ? region_inner_at(v, parent->parent, val_sum(v, parent->at, index)) : parent;
}

const struct region *region_element(struct values *v, const struct region *parent) {
	bool is_one = parent->kind == REGION_INDEX || parent->kind == REGION_ELEMENT;
	return region_inner_at(v, is_one ? parent->parent : parent, NULL);
}

const struct region *region_at(struct values *v, const struct region *parent,
                               const struct val *at) {
	if (parent->kind == REGION_ELEMENT) return region_element(v, parent);
	if (parent->kind == REGION_INDEX)
		return region_inner_at(v, parent->parent, val_sum(v, at, parent->index));
	return region_inner_at(v, parent, at);
}

/* What v was found by way of, one step back; NULL: nothing. */
static const struct val *step_back(const struct val *v) {
	if (v->base) return v->base;
	return v->region && v->region->root->kind == REGION_POINTEE ? v->region->root->pointer : NULL;
}

const struct val *val_found_by_join(const struct val *v) {
	while (v && v->kind != VAL_JOIN) v = step_back(v);
	return v;
}

bool val_depends(const struct val *v, const struct val *on) {
	for (; v; v = step_back(v)) {
		if (v == on) return true;
		if (!v->base && v->region && v->region->has_at && region_indexed_by(v->region, on))
			return true;
	}
	return false;
}

void val_mark(const struct val *v, bool marked) {
	((struct val *)v)->is_marked = marked;
}

bool val_depends_on_marked(const struct val *v) {
	for (; v; v = step_back(v)) {
		if (v->is_marked) return true;
		for (const struct region *r = v->base ? NULL : v->region; r && r->has_at; r = r->parent)
			if (r->at && val_depends_on_marked(r->at)) return true;
	}
	return false;
}

const struct region *region_root(const struct region *r) {
	return r->root;
}

void region_note_answer(const struct region *r, enum region_question question, bool answer) {
	((struct region *)r)->answers[question] = answer ? ANSWER_YES : ANSWER_NO;
}

const struct region *region_move(struct values *v, const struct region *r,
                                 const struct region *from, const struct region *to) {
	if (r == from) return to;
	const struct region *parent = region_move(v, r->parent, from, to);
	if (r->kind == REGION_FIELD) return region_field(v, parent, r->field);
	if (r->parent != from) return like_inner(v, parent, r);
	if (r->kind == REGION_INDEX) return region_index(v, parent, r->index);
	return r->at ? region_at(v, parent, r->at) : region_element(v, parent);
}

bool region_indexed_by(const struct region *r, const struct val *on) {
	for (; r && r->has_at; r = r->parent)
		if (r->at && val_depends(r->at, on)) return true;
	return false;
}

const struct region *region_unindexed(struct values *v, const struct region *r,
                                      const struct val *on) {
	if (!r->has_at) return r;
	const struct region *parent = region_unindexed(v, r->parent, on);
	bool loses = r->at && (!on || val_depends(r->at, on));
	if (parent == r->parent && !loses) return r;
	if (r->kind == REGION_FIELD) return region_field(v, parent, r->field);
	return loses ? region_inner_at(v, parent, NULL) : like_inner(v, parent, r);
}

static bool is_indexed(const struct region *r) {
	return r->kind == REGION_INDEX || r->kind == REGION_ELEMENT;
}

static bool has_number(const struct region *r, int64_t *number) {
	if (r->at) *number = r->at->number;
	else *number = r->index;
	return r->kind == REGION_INDEX || (r->at && r->at->kind == VAL_CONST);
}

bool region_may_be(const struct region *a, const struct region *b) {
	if (a == b) return true;
	if (is_indexed(a) && is_indexed(b)) {
		int64_t x, y;
		bool differ = has_number(a, &x) && has_number(b, &y) && x != y;
		return !differ && region_may_be(a->parent, b->parent);
	}
	if (a->kind == REGION_ELEMENT) return region_may_be(a->parent, b);
	if (b->kind == REGION_ELEMENT) return region_may_be(a, b->parent);
	return a->kind == REGION_FIELD && b->kind == REGION_FIELD && a->field == b->field &&
	       region_may_be(a->parent, b->parent);
}

bool region_within(const struct region *inner, const struct region *outer) {
	if (inner->root != outer->root) return false;
	while (inner->depth > outer->depth) inner = inner->parent;
	return inner == outer;
}

bool region_is_many(const struct region *r) {
	for (; r; r = r->parent)
		if (r->kind == REGION_ELEMENT) return true;
	return false;
}

bool region_is_any(const struct region *r) {
	for (; r; r = r->parent)
		if (r->kind == REGION_ELEMENT && !r->at) return true;
	return false;
}
