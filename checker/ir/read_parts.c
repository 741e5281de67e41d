#include "ir/reader.h"

#include <string.h>

#include "ir/op.h"

/* A temp's number may be no larger, so that what is as long as the temps of a hostile text stays
 * small. */
enum { MOST_TEMPS = 1 << 24 };

void *reader_keep(const struct reader *r, const void *items, size_t count, size_t size) {
	if (!count) return NULL;
	return memcpy(arena_alloc(r->unit->arena, count * size), items, count * size);
}

/* --- names, types, locations ------------------------------------------------------------------ */

const char *read_sigil_name(struct reader *r, char sigil, const char *what) {
	lex_expect(&r->lex, sigil);
	return lex_name(&r->lex, LEX_NAME_SHORT, what);
}

void read_field_name(struct reader *r, const char **record, const char **name) {
	lex_space(&r->lex);
	*record = lex_name(&r->lex, LEX_NAME_LONG, "a record");
	lex_expect(&r->lex, ':');
	lex_space(&r->lex);
	*name = lex_name(&r->lex, LEX_NAME_SHORT, "a field");
}

const struct ir_field *read_field(struct reader *r) {
	const char *record, *name;
	read_field_name(r, &record, &name);
	if (r->lex.error) return NULL;
	const struct ir_field *field = ir_unit_find_field(r->unit, record, name);
	if (!field) lex_fail(&r->lex, "no field line above has the field '%s:%s'", record, name);
	return field;
}

static bool record_follows(struct reader *r) {
	if (lex_peek(&r->lex) == '"') return true;
	struct lex_word word = lex_peek_word(&r->lex);
	return word.n && !ir_is_word_after_type(word.s, word.n);
}

struct ir_type read_type(struct reader *r) {
	static const struct {
		const char *word;
		enum ir_type_kind kind;
	} types[] = {
		{"int", IR_INT},   {"ptr", IR_PTR},     {"rec", IR_RECORD}, {"arr", IR_ARRAY},
		{"void", IR_VOID}, {"float", IR_FLOAT}, {"fn", IR_FUNC},
	};
	struct lex_word word = lex_peek_word(&r->lex);
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		if (!lex_word_is(word, types[i].word)) continue;
		lex_word(&r->lex);
		struct ir_type type = {.kind = types[i].kind};
		bool may_name = type.kind == IR_PTR || type.kind == IR_ARRAY;
		if (type.kind == IR_RECORD || (may_name && record_follows(r))) {
			lex_space(&r->lex);
			type.record = lex_name(&r->lex, LEX_NAME_LONG, "a record");
		}
		return type;
	}
	lex_fail_expected(&r->lex, "a type");
	return (struct ir_type){.kind = IR_VOID};
}

static uint32_t read_loc_file(struct reader *r) {
	uint32_t file = lex_digits(&r->lex, UINT32_MAX);
	if (!r->lex.error && file >= r->unit->files.n)
		lex_fail(&r->lex, "no file line above has the number %u", (unsigned)file);
	return file;
}

static uint32_t read_loc_part(struct reader *r) {
	if (!lex_take_next(&r->lex, ':')) lex_fail_expected(&r->lex, "':'");
	return lex_digits(&r->lex, UINT32_MAX);
}

struct ir_loc read_loc(struct reader *r) {
	struct ir_loc loc = {0};
	if (!lex_take(&r->lex, '!')) return loc;
	loc.file = read_loc_file(r);
	loc.line = read_loc_part(r);
	loc.column = read_loc_part(r);
	if (lex_take_next(&r->lex, '-')) {
		loc.end_line = lex_digits(&r->lex, UINT32_MAX);
		loc.end_column = read_loc_part(r);
	}
	if (lex_take_next(&r->lex, '~')) {
		loc.spelling_file = read_loc_file(r);
		loc.spelling_line = read_loc_part(r);
		loc.spelling_column = read_loc_part(r);
	}
	return loc;
}

/* --- values and places ------------------------------------------------------------------------ */

uint32_t read_temp(struct reader *r) {
	uint32_t temp = lex_digits(&r->lex, MOST_TEMPS);
	if (temp >= r->f->temp_count) r->f->temp_count = temp + 1;
	return temp;
}

static uint32_t read_var(struct reader *r) {
	const char *name = read_sigil_name(r, '$', "a variable");
	uintptr_t index = (uintptr_t)map_get(&r->vars, MAP_KEY(name));
	if (!index) {
		if (!r->lex.error) lex_fail(&r->lex, "the function has no variable '%s'", name);
		return 0;
	}
	return (uint32_t)(index - 1);
}

bool value_follows(struct reader *r) {
	char c = lex_peek(&r->lex);
	return c == '%' || c == '@' || c == '"' || c == '?' || c == '-' || (c >= '0' && c <= '9');
}

struct ir_value read_value(struct reader *r) {
	switch (lex_peek(&r->lex)) {
	case '%':
		if (!r->f) break;
		lex_take(&r->lex, '%');
		return (struct ir_value){.kind = IR_TEMP, .temp = read_temp(r)};
	case '@':
		return (struct ir_value){.kind = IR_SYMBOL,
		                         .text = read_sigil_name(r, '@', "a function or global")};
	case '"': return (struct ir_value){.kind = IR_STRING, .text = lex_quoted(&r->lex)};
	case '?': lex_take(&r->lex, '?'); return (struct ir_value){.kind = IR_UNKNOWN};
	default:
		if (value_follows(r))
			return (struct ir_value){.kind = IR_CONST, .number = lex_number(&r->lex)};
	}
	lex_fail_expected(&r->lex, r->f ? "a value" : "a constant value");
	return (struct ir_value){.kind = IR_UNKNOWN};
}

static struct ir_step read_index(struct reader *r) {
	if (lex_take(&r->lex, ']')) return (struct ir_step){.kind = IR_STEP_ELEMENT};
	struct ir_step step = {.kind = IR_STEP_INDEX};
	if (r->f && lex_take(&r->lex, '%')) {
		step.kind = IR_STEP_AT;
		step.temp = read_temp(r);
	} else {
		step.index = lex_number(&r->lex);
	}
	lex_expect(&r->lex, ']');
	return step;
}

void read_steps(struct reader *r, struct ir_step **steps, uint32_t *count) {
	r->steps.n = 0;
	for (;;) {
		if (lex_take(&r->lex, '.'))
			VEC_PUSH(r->scratch, &r->steps,
			         (struct ir_step){.kind = IR_STEP_FIELD, .field = read_field(r)});
		else if (lex_take(&r->lex, '[')) VEC_PUSH(r->scratch, &r->steps, read_index(r));
		else break;
	}
	*steps = READER_KEEP(r, &r->steps);
	*count = (uint32_t)r->steps.n;
}

struct ir_place read_place(struct reader *r) {
	struct ir_place place = {0};
	switch (lex_peek(&r->lex)) {
	case '$':
		place.base = IR_BASE_VAR;
		place.var = read_var(r);
		break;
	case '@':
		place.base = IR_BASE_GLOBAL;
		place.global = read_sigil_name(r, '@', "a global");
		break;
	case '*':
		place.base = IR_BASE_TEMP;
		lex_take(&r->lex, '*');
		if (lex_expect(&r->lex, '%')) place.temp = read_temp(r);
		break;
	default: lex_fail_expected(&r->lex, "a place");
	}
	read_steps(r, &place.steps, &place.step_count);
	return place;
}
