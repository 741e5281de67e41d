#include "flow/summary.h"

#include <string.h>

#include "flow/summary_text.h"

/* --- models ----------------------------------------------------------------------------------- */

struct models *models_new(struct arena *a, struct intern *names) {
	struct models *models = ARENA_NEW(a, struct models);
	models->arena = a;
	models->names = names;
	return models;
}

const struct summary *models_find(const struct models *models, const char *name) {
	return map_get(&models->by_name, MAP_KEY(name));
}

const struct ir_field *models_field(struct models *models, const char *record, const char *name) {
	/* No name holds a zero byte, so one between them makes the two one key. */
	struct buf both = BUF_IN(models->arena);
	buf_add_bytes(&both, record, strlen(record) + 1);
	buf_add(&both, name);
	uint64_t key = MAP_KEY(intern_bytes(models->names, both.s, both.n));
	struct ir_field *field = map_get(&models->fields, key);
	if (field) return field;
	field = ARENA_NEW(models->arena, struct ir_field);
	field->record = record;
	field->name = name;
	map_put(models->arena, &models->fields, key, field);
	return field;
}

/* --- paths ------------------------------------------------------------------------------------ */

bool path_equal(const struct path *a, const struct path *b) {
	if (a->root != b->root || a->number != b->number || a->global != b->global ||
	    a->step_count != b->step_count)
		return false;
	for (uint32_t i = 0; i < a->step_count; i++) {
		const struct path_step *x = &a->steps[i], *y = &b->steps[i];
		if (x->kind != y->kind || x->field != y->field || x->index != y->index) return false;
	}
	return true;
}

/* --- verbs ------------------------------------------------------------------------------------ */

struct verb_form {
	const char *name;
	enum verb_shape shape;
};

static const struct verb_form forms[] = {
#define VERB(name, shape, legend) {#name, SHAPE_##shape},
#include "flow/effects.def"
#undef VERB
	{"assign", SHAPE_ASSIGN},
};

const char *verb_name(enum verb verb) {
	return forms[verb].name;
}

enum verb_shape verb_shape(enum verb verb) {
	return forms[verb].shape;
}

enum verb verb_find(const char *s, size_t len) {
	for (size_t i = 0; i < VERB_assign; i++)
		if (strlen(forms[i].name) == len && memcmp(forms[i].name, s, len) == 0) return (enum verb)i;
	return VERB_assign;
}

static const char *const words[VERB_assign + 1] = {
	[VERB_allocs] = "zeroed",
	[VERB_closes] = "upward",
	[VERB_defers] = "cancellation",
	[VERB_dups] = "socket pipe file event",
	[VERB_exits] = "flushing",
	[VERB_heeds] = "cancellation",
	[VERB_opens] = "socket pipe file event",
	[VERB_pairs] = "socket pipe file event",
	[VERB_waits] = "read accept answer write connect poll look child lock locks",
};

const char *verb_words(enum verb verb) {
	return words[verb];
}

const char *shut_word(size_t how) {
	static const char *const shut_words[SHUT_WORDS] = {"rd", "wr", "rdwr"};
	return shut_words[how];
}

const char *compare_text(enum ir_compare compare) {
	switch (compare) {
	case IR_EQ: return "==";
	case IR_NE: return "!=";
	case IR_LT: return "<";
	case IR_LE: return "<=";
	case IR_GT: return ">";
	case IR_GE: return ">=";
	}
	return "==";
}

/* --- names ------------------------------------------------------------------------------------ */

static bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

bool name_may_begin(char c) {
	return c == '_' || c == '$' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

bool name_may_hold(char c) {
	return name_may_begin(c) || is_digit(c);
}

bool name_may_hold_file(char c, char next) {
	if (c == '-') return next != '>';
	return name_may_hold(c) || c == '.' || c == '/' || c == '+' || c == '~';
}

size_t name_length(const char *s, size_t len, bool with_file) {
	if (!len || !name_may_begin(*s)) return 0;
	size_t n = 1;
	while (n < len && name_may_hold(s[n])) n++;
	if (!with_file || n == len || s[n] != '@') return n;
	size_t end = n + 1;
	while (end < len && name_may_hold_file(s[end], end + 1 < len ? s[end + 1] : '\0')) end++;
	return end > n + 1 ? end : n;
}

bool name_is_root(const char *s, size_t len) {
	if (len == 3 && memcmp(s, "ret", 3) == 0) return true;
	if (len < 4 || memcmp(s, "new", 3) != 0) return false;
	for (size_t i = 3; i < len; i++)
		if (!is_digit(s[i])) return false;
	return true;
}

static bool is_param(const struct path *p, uint32_t param) {
	return p->root == PATH_PARAM && p->number == param && !p->step_count;
}

static bool keeps(const struct effect *e, uint32_t param) {
	bool stored =
		e->verb == VERB_assign && e->value.kind == TERM_PATH && is_param(&e->value.path, param);
	bool wrapped = (e->verb == VERB_owns || e->verb == VERB_borrows) && is_param(&e->other, param);
	return stored || wrapped || (e->verb == VERB_escapes && is_param(&e->place, param));
}

bool summary_case_keeps(const struct summary_case *c, uint32_t param) {
	for (size_t i = 0; i < c->effects.n; i++)
		if (keeps(&c->effects.items[i], param)) return true;
	return false;
}

static bool closes(const struct summary_case *c, uint32_t param) {
	for (size_t i = 0; i < c->effects.n; i++)
		if (c->effects.items[i].verb == VERB_closes && is_param(&c->effects.items[i].place, param))
			return true;
	return false;
}

bool summary_case_takes(const struct summary_case *c, uint32_t param) {
	return summary_case_keeps(c, param) || closes(c, param);
}
