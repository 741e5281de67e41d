/* Atomic operations as what they do to their place: loads, operations, stores. Reference counts
 * are made of them. */
#include <string.h>

#include "front/lower.h"

/* What an atomic operation does. */
enum atomic_kind {
	ATOMIC_LOAD,
	ATOMIC_STORE,
	ATOMIC_EXCHANGE,
	ATOMIC_COMPARE, /* and exchange */
	ATOMIC_FETCH,   /* computes; the result is the old value */
	ATOMIC_COMPUTE, /* computes; the result is the new value */
	ATOMIC_SET,     /* exchanges with 1 */
	ATOMIC_CLEAR,   /* stores 0 */
	ATOMIC_OTHER
};

struct atomic {
	enum atomic_kind kind;
	enum ir_op op;
	bool is_by_address; /* `__atomic_load(p, &v, …)`: values are passed by their address */
};

/* The order of the children, which is not that of the source (AtomicExpr). */
enum { POINTER = 0, ORDER = 1, VALUE = 2, FAILURE = 3, SECOND = 4 };

static enum ir_op op_named(const char *name) {
	static const struct {
		const char *word;
		enum ir_op op;
	} ops[] = {{"add", IR_OP_add},
	           {"sub", IR_OP_sub},
	           {"and", IR_OP_and},
	           {"or", IR_OP_or},
	           {"xor", IR_OP_xor}};
	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
		if (text_begins(name, ops[i].word)) return ops[i].op;
	return IR_OP_opaque;
}

static struct atomic with_op(enum atomic_kind kind, const char *op) {
	struct atomic atomic = {.kind = kind, .op = op_named(op)};
	if (atomic.op == IR_OP_opaque) atomic.kind = ATOMIC_OTHER;
	return atomic;
}

/* word is behind `__atomic_` or `__c11_atomic_`. */
static struct atomic atomic_named(const char *word, bool is_c11) {
	bool is_n = strlen(word) > 2 && strcmp(word + strlen(word) - 2, "_n") == 0;
	bool is_by_address = !is_c11 && !is_n;
	if (text_begins(word, "fetch_")) return with_op(ATOMIC_FETCH, word + strlen("fetch_"));
	if (strstr(word, "_fetch")) return with_op(ATOMIC_COMPUTE, word);
	if (text_begins(word, "load")) return (struct atomic){ATOMIC_LOAD, IR_OP_copy, is_by_address};
	if (text_begins(word, "store") || text_begins(word, "init"))
		return (struct atomic){ATOMIC_STORE, IR_OP_copy, is_by_address};
	if (text_begins(word, "exchange"))
		return (struct atomic){ATOMIC_EXCHANGE, IR_OP_copy, is_by_address};
	if (strcmp(word, "test_and_set") == 0) return (struct atomic){.kind = ATOMIC_SET};
	if (strcmp(word, "clear") == 0) return (struct atomic){.kind = ATOMIC_CLEAR};
	if (text_begins(word, "compare_exchange"))
		return (struct atomic){ATOMIC_COMPARE, IR_OP_copy, is_by_address};
	return (struct atomic){.kind = ATOMIC_OTHER};
}

/* Pointers move by elements, as with the operators. */
static struct ir_value computed(struct body *b, enum ir_op op, struct ir_value old,
                                struct ir_value v, const struct type_note *t, CXCursor at) {
	if (t->kind != CXType_Pointer) return emit_binary(b, op, old, v, t, at);
	struct ir_place place = place_at(b, old, at);
	if (v.kind != IR_CONST) return emit_addr(b, with_any(b, place), at);
	return emit_addr(b, with_index(b, place, op == IR_OP_sub ? -v.number : v.number), at);
}

/* `*p == expected ? (*p = desired, 1) : (expected = *p, 0)` */
static struct ir_value compare_exchange(struct body *b, struct ir_place place,
                                        struct ir_place expected, struct ir_value desired,
                                        CXCursor at) {
	uint32_t same = new_block(b), other = new_block(b), join = new_block(b), temp = new_temp(b);
	struct ir_value old = emit_load(b, place, at);
	emit_branch(b, IR_EQ, false, old, emit_load(b, expected, at), same, other, at);
	if (!is_referenced(b, same)) return UNKNOWN;
	place_block(b, same);
	emit_store(b, place, desired, at);
	emit_copy(b, temp, constant(1), at);
	emit_jump(b, join, (struct ir_loc){0});
	place_block(b, other);
	emit_store(b, expected, old, at);
	emit_copy(b, temp, constant(0), at);
	place_block(b, join);
	return temp_value(temp);
}

/* --- __atomic_x, __c11_atomic_x: an UnexposedExpr --------------------------------------------- */

static struct ir_value escaped(struct body *b, CXCursor e, struct kids kids) {
	struct ir_value *values = ARENA_ARRAY(b->l->scratch, struct ir_value, kids.n);
	uint32_t n = 0;
	for (uint32_t i = 0; i < kids.n; i++)
		if (clang_isExpression(kids.at[i].kind)) values[n++] = lower_value(b, kids.at[i]);
	emit_escape(b, values, n, e);
	return emit_opaque(b, values, n, e);
}

static struct ir_value operand(struct body *b, CXCursor e, bool is_by_address) {
	if (!is_by_address) return lower_value(b, e);
	return emit_load(b, lower_pointee(b, e), e);
}

static const struct type_note *pointee_type(struct body *b, CXCursor pointer) {
	return pointee_note(b->l, type_of(b->l, pointer));
}

static struct ir_value exchange(struct body *b, struct ir_place place, struct ir_value v,
                                CXCursor at) {
	struct ir_value old = emit_load(b, place, at);
	emit_store(b, place, v, at);
	return old;
}

/* The value: the third child, or the second of an initialisation, which has no order. */
static CXCursor value_kid(struct kids kids) {
	return kid(kids, kids.n > VALUE ? VALUE : 1);
}

static struct ir_value perform(struct body *b, CXCursor e, struct kids kids, struct atomic atomic) {
	const struct type_note *t = pointee_type(b, kid(kids, POINTER));
	struct ir_value v = UNKNOWN;
	if (atomic.kind == ATOMIC_SET || atomic.kind == ATOMIC_CLEAR)
		v = constant(atomic.kind == ATOMIC_SET);
	else if (atomic.kind == ATOMIC_COMPARE) v = operand(b, kid(kids, SECOND), atomic.is_by_address);
	else if (atomic.kind != ATOMIC_LOAD) v = operand(b, value_kid(kids), atomic.is_by_address);
	struct ir_place place = lower_pointee(b, kid(kids, POINTER));
	if (atomic.kind == ATOMIC_COMPARE)
		return compare_exchange(b, place, lower_pointee(b, kid(kids, VALUE)), v, e);
	if (atomic.kind == ATOMIC_STORE || atomic.kind == ATOMIC_CLEAR) {
		emit_store(b, place, v, e);
		return UNKNOWN;
	}
	struct ir_value old = emit_load(b, place, e), result = old;
	if (atomic.kind == ATOMIC_EXCHANGE || atomic.kind == ATOMIC_SET) emit_store(b, place, v, e);
	if (atomic.kind == ATOMIC_FETCH || atomic.kind == ATOMIC_COMPUTE) {
		struct ir_value new = computed(b, atomic.op, old, v, t, e);
		emit_store(b, place, new, e);
		if (atomic.kind == ATOMIC_COMPUTE) result = new;
	}
	if (!atomic.is_by_address) return result;
	if (atomic.kind == ATOMIC_LOAD) emit_store(b, lower_pointee(b, kid(kids, VALUE)), old, e);
	if (atomic.kind == ATOMIC_EXCHANGE) emit_store(b, lower_pointee(b, kid(kids, FAILURE)), old, e);
	return UNKNOWN;
}

static uint32_t kids_needed(struct atomic atomic) {
	switch (atomic.kind) {
	case ATOMIC_SET:
	case ATOMIC_CLEAR: return 1;
	case ATOMIC_LOAD: return atomic.is_by_address ? VALUE + 1 : 1;
	case ATOMIC_STORE: return 2;
	case ATOMIC_EXCHANGE: return atomic.is_by_address ? FAILURE + 1 : VALUE + 1;
	case ATOMIC_COMPARE: return SECOND + 1;
	case ATOMIC_FETCH:
	case ATOMIC_COMPUTE: return VALUE + 1;
	case ATOMIC_OTHER: return UINT32_MAX;
	}
	return UINT32_MAX;
}

struct ir_value lower_atomic(struct body *b, CXCursor e, struct kids kids) {
	const char *word = first_word(b->l, e);
	bool is_c11 = text_begins(word, "__c11_atomic_");
	const char *name = strstr(word, "atomic_");
	struct atomic atomic = {.kind = ATOMIC_OTHER};
	if (name) atomic = atomic_named(name + strlen("atomic_"), is_c11);
	if (kids.n < kids_needed(atomic)) return escaped(b, e, kids);
	return perform(b, e, kids, atomic);
}

/* --- __sync_x: calls -------------------------------------------------------------------------- */

static struct atomic sync_named(const char *word) {
	if (text_begins(word, "fetch_and_")) return with_op(ATOMIC_FETCH, word + strlen("fetch_and_"));
	if (strstr(word, "_and_fetch")) return with_op(ATOMIC_COMPUTE, word);
	if (text_begins(word, "lock_test_and_set"))
		return (struct atomic){ATOMIC_EXCHANGE, IR_OP_copy, false};
	if (text_begins(word, "lock_release")) return (struct atomic){ATOMIC_STORE, IR_OP_copy, false};
	if (strstr(word, "compare_and_swap")) return (struct atomic){ATOMIC_COMPARE, IR_OP_copy, false};
	return (struct atomic){.kind = ATOMIC_OTHER};
}

/* bool_: whether it was done; val_: what was there. */
static struct ir_value compare_and_swap(struct body *b, CXCursor e, struct ir_place place,
                                        bool is_bool) {
	struct ir_value expected = lower_value(b, clang_Cursor_getArgument(e, 1));
	struct ir_value desired = lower_value(b, clang_Cursor_getArgument(e, 2));
	uint32_t same = new_block(b), other = new_block(b), join = new_block(b), temp = new_temp(b);
	struct ir_value old = emit_load(b, place, e);
	emit_branch(b, IR_EQ, false, old, expected, same, other, e);
	if (!is_referenced(b, same)) return UNKNOWN;
	place_block(b, same);
	emit_store(b, place, desired, e);
	emit_copy(b, temp, is_bool ? constant(1) : old, e);
	emit_jump(b, join, (struct ir_loc){0});
	place_block(b, other);
	emit_copy(b, temp, is_bool ? constant(0) : old, e);
	place_block(b, join);
	return temp_value(temp);
}

/* v is the second argument, or what the operation stores without one. */
static struct ir_value perform_sync(struct body *b, CXCursor e, struct atomic atomic,
                                    struct ir_value v) {
	CXCursor pointer = clang_Cursor_getArgument(e, 0);
	const struct type_note *t = pointee_type(b, pointer);
	struct ir_place place = lower_pointee(b, pointer);
	if (atomic.kind == ATOMIC_EXCHANGE) return exchange(b, place, v, e);
	if (atomic.kind == ATOMIC_STORE) {
		emit_store(b, place, v, e);
		return UNKNOWN;
	}
	struct ir_value old = emit_load(b, place, e), new = computed(b, atomic.op, old, v, t, e);
	emit_store(b, place, new, e);
	return atomic.kind == ATOMIC_COMPUTE ? new : old;
}

static bool lower_sync_call(struct body *b, CXCursor e, const char *word, struct ir_value *result) {
	struct atomic atomic = sync_named(word);
	int n = clang_Cursor_getNumArguments(e);
	if (atomic.kind == ATOMIC_OTHER || n < 1 || (n < 2 && atomic.kind != ATOMIC_STORE))
		return false;
	if (atomic.kind == ATOMIC_COMPARE) {
		if (n < 3) return false;
		struct ir_place place = lower_pointee(b, clang_Cursor_getArgument(e, 0));
		*result = compare_and_swap(b, e, place, text_begins(word, "bool_"));
		return true;
	}
	struct ir_value v = n > 1 ? lower_value(b, clang_Cursor_getArgument(e, 1)) : constant(0);
	*result = perform_sync(b, e, atomic, v);
	return true;
}

/* `__atomic_test_and_set(p, order)`, `__atomic_clear(p, order)`; fences do nothing to a place. */
static bool lower_flag_call(struct body *b, CXCursor e, const char *word, struct ir_value *result) {
	if (clang_Cursor_getNumArguments(e) < 1) return false;
	if (strcmp(word, "test_and_set") == 0)
		*result = perform_sync(b, e, (struct atomic){.kind = ATOMIC_EXCHANGE}, constant(1));
	else if (strcmp(word, "clear") == 0)
		*result = perform_sync(b, e, (struct atomic){.kind = ATOMIC_STORE}, constant(0));
	else return strstr(word, "_fence") != NULL;
	return true;
}

bool lower_sync(struct body *b, CXCursor e, const char *name, struct ir_value *result) {
	*result = UNKNOWN;
	if (strcmp(name, "__sync_synchronize") == 0) return true;
	if (text_begins(name, "__sync_"))
		return lower_sync_call(b, e, name + strlen("__sync_"), result);
	const char *word = strstr(name, "atomic_");
	return word && lower_flag_call(b, e, word + strlen("atomic_"), result);
}
