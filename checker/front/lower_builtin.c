/* The compiler's builtins, and the fortified names of library functions. */
#include <string.h>

#include "front/lower.h"

/* Names behind `__builtin_` that are the library's functions. Sorted. */
static const char *const library[] = {
	"_exit",    "abort",   "alloca",    "bcmp",     "bcopy",   "bzero",   "calloc",  "dprintf",
	"exit",     "fprintf", "fputc",     "fputs",    "free",    "fwrite",  "index",   "malloc",
	"memchr",   "memcmp",  "memcpy",    "memmove",  "mempcpy", "memset",  "printf",  "putchar",
	"puts",     "realloc", "rindex",    "snprintf", "sprintf", "stpcpy",  "stpncpy", "strcasecmp",
	"strcat",   "strchr",  "strcmp",    "strcpy",   "strcspn", "strdup",  "strlen",  "strncasecmp",
	"strncat",  "strncmp", "strncpy",   "strndup",  "strpbrk", "strrchr", "strspn",  "strstr",
	"vfprintf", "vprintf", "vsnprintf", "vsprintf",
};

/* `__NAME_chk(…)`: the arguments that fortification adds, from the first, how many. */
static const struct {
	const char *name;
	uint32_t from, count;
} fortified[] = {
	{"asprintf", 1, 1}, {"dprintf", 1, 1},   {"fprintf", 1, 1},  {"memcpy", 3, 1},
	{"memmove", 3, 1},  {"mempcpy", 3, 1},   {"memset", 3, 1},   {"printf", 0, 1},
	{"snprintf", 2, 2}, {"sprintf", 1, 2},   {"stpcpy", 2, 1},   {"stpncpy", 3, 1},
	{"strcat", 2, 1},   {"strcpy", 2, 1},    {"strncat", 3, 1},  {"strncpy", 3, 1},
	{"syslog", 1, 1},   {"vasprintf", 1, 1}, {"vdprintf", 1, 1}, {"vfprintf", 1, 1},
	{"vprintf", 0, 1},  {"vsnprintf", 2, 2}, {"vsprintf", 1, 2}, {"vsyslog", 1, 1},
};

static bool is_library(const char *name) {
	for (size_t i = 0; i < sizeof library / sizeof *library; i++)
		if (strcmp(library[i], name) == 0) return true;
	return false;
}

static const char *plain_name(struct lower *l, const char *name, struct ir_value *args,
                              uint32_t *n) {
	size_t length = strlen(name);
	if (!text_begins(name, "__") || length < 7 || strcmp(name + length - 4, "_chk") != 0)
		return name;
	for (size_t i = 0; i < sizeof fortified / sizeof *fortified; i++) {
		const char *plain = fortified[i].name;
		uint32_t from = fortified[i].from, behind = from + fortified[i].count;
		if (strlen(plain) != length - 6 || strncmp(plain, name + 2, length - 6) != 0 || behind > *n)
			continue;
		memmove(args + from, args + behind, (*n - behind) * sizeof *args);
		*n -= fortified[i].count;
		return intern(l->names, plain);
	}
	return name;
}

const char *library_name(struct lower *l, const char *name, struct ir_value *args, uint32_t *n) {
	if (text_begins(name, "__builtin_")) name = intern(l->names, name + strlen("__builtin_"));
	return plain_name(l, name, args, n);
}

/* --- builtins that are no calls --------------------------------------------------------------- */

static CXCursor arg(CXCursor e, unsigned i) {
	return clang_Cursor_getArgument(e, i);
}

static struct ir_value opaque_call(struct body *b, CXCursor e) {
	int count = clang_Cursor_getNumArguments(e);
	uint32_t n = count > 0 ? (uint32_t)count : 0;
	struct ir_value *values = ARENA_ARRAY(b->l->scratch, struct ir_value, n);
	for (uint32_t i = 0; i < n; i++) values[i] = lower_value(b, arg(e, i));
	return emit_opaque(b, values, n, e);
}

static void effects(struct body *b, CXCursor e) {
	int n = clang_Cursor_getNumArguments(e);
	for (int i = 0; i < n; i++) lower_effect(b, arg(e, (unsigned)i));
}

/* `__builtin_add_overflow(a, b, &r)`: r is a + b; whether it overflows is not known. */
static struct ir_value overflow(struct body *b, CXCursor e, enum ir_op op) {
	struct ir_value v = lower_value(b, arg(e, 0)), w = lower_value(b, arg(e, 1));
	struct ir_value sum = emit_binary(b, op, v, w, NULL, e), operands[] = {v, w};
	emit_store(b, lower_pointee(b, arg(e, 2)), sum, e);
	return emit_opaque(b, operands, 2, e);
}

static bool lower_overflow(struct body *b, CXCursor e, const char *name, struct ir_value *result) {
	if (!strstr(name, "_overflow") || clang_Cursor_getNumArguments(e) != 3) return false;
	if (strstr(name, "add")) *result = overflow(b, e, IR_OP_add);
	else if (strstr(name, "sub")) *result = overflow(b, e, IR_OP_sub);
	else if (strstr(name, "mul")) *result = overflow(b, e, IR_OP_mul);
	else return false;
	return true;
}

static bool is_first_argument(const char *name) {
	return text_begins(name, "expect") || strcmp(name, "assume_aligned") == 0 ||
	       strcmp(name, "launder") == 0;
}

static bool is_end(const char *name) {
	return strcmp(name, "unreachable") == 0 || strcmp(name, "trap") == 0 ||
	       strcmp(name, "verbose_trap") == 0;
}

static bool is_without_effect(const char *name) {
	return strcmp(name, "assume") == 0 || strcmp(name, "prefetch") == 0 ||
	       strcmp(name, "object_size") == 0 || strcmp(name, "dynamic_object_size") == 0;
}

/* name is what stands behind `__builtin_`. */
static bool lower_named(struct body *b, CXCursor e, const char *name, struct ir_value *result) {
	*result = UNKNOWN;
	if (is_first_argument(name) && clang_Cursor_getNumArguments(e) > 0) {
		*result = lower_value(b, arg(e, 0));
		for (int i = 1; i < clang_Cursor_getNumArguments(e); i++)
			lower_effect(b, arg(e, (unsigned)i));
		return true;
	}
	if (is_end(name)) {
		emit_unreachable(b, e);
		return true;
	}
	if (strcmp(name, "constant_p") == 0) {
		int64_t number;
		*result = constant(evaluate(e, &number) ? number : 0);
		return true;
	}
	if (is_without_effect(name)) {
		if (strcmp(name, "prefetch") == 0) effects(b, e);
		return true;
	}
	if (is_library(name) || text_begins(name, "__")) return false;
	if (!lower_overflow(b, e, name, result)) *result = opaque_call(b, e);
	return true;
}

bool lower_builtin(struct body *b, CXCursor e, const char *name, struct ir_value *result) {
	if (text_begins(name, "__builtin_"))
		return lower_named(b, e, name + strlen("__builtin_"), result);
	bool is_atomic = text_begins(name, "__sync_") || text_begins(name, "__atomic_") ||
	                 text_begins(name, "__c11_atomic_");
	return is_atomic && lower_sync(b, e, name, result);
}
