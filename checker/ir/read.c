#include "ir/reader.h"

/* --- functions -------------------------------------------------------------------------------- */

static void read_block(struct reader *r) {
	uint32_t number = read_block_name(r);
	if (!r->lex.error && number != r->blocks.n)
		lex_fail(&r->lex, "b%u stands where b%zu is due", (unsigned)number, r->blocks.n);
	lex_expect(&r->lex, ':');
	r->instrs.n = 0;
	struct ir_block block = {0};
	read_instrs(r, &block.exit);
	block.instrs.items = READER_KEEP(r, &r->instrs);
	block.instrs.n = block.instrs.cap = r->instrs.n;
	VEC_PUSH(r->scratch, &r->blocks, block);
}

static void read_var_declaration(struct reader *r) {
	struct ir_var var = {.name = read_sigil_name(r, '$', "a variable")};
	if (!r->lex.error && map_get(&r->vars, MAP_KEY(var.name)))
		lex_fail(&r->lex, "the function has two variables '%s'", var.name);
	var.type = read_type(r);
	var.loc = read_loc(r);
	VEC_PUSH(r->unit->arena, &r->f->vars, var);
	map_put(r->scratch, &r->vars, MAP_KEY(var.name), (void *)(uintptr_t)r->f->vars.n);
}

static void read_params(struct reader *r) {
	lex_expect(&r->lex, '(');
	if (lex_take(&r->lex, ')')) return;
	do read_var_declaration(r);
	while (lex_take(&r->lex, ','));
	lex_expect(&r->lex, ')');
	r->f->param_count = (uint32_t)r->f->vars.n;
}

static void read_function_flags(struct reader *r) {
	for (;;) {
		struct lex_word word = lex_peek_word(&r->lex);
		if (lex_word_is(word, "static")) r->f->is_static = true;
		else if (lex_word_is(word, "variadic")) r->f->is_variadic = true;
		else if (lex_word_is(word, "noreturn")) r->f->is_noreturn = true;
		else if (!lex_word_is(word, "incomplete")) return;
		lex_word(&r->lex);
		if (lex_word_is(word, "incomplete")) r->f->incomplete = lex_quoted(&r->lex);
	}
}

static void read_body(struct reader *r) {
	lex_expect(&r->lex, '{');
	while (lex_word_is(lex_peek_word(&r->lex), "var")) {
		lex_word(&r->lex);
		read_var_declaration(r);
	}
	r->blocks.n = 0;
	while (!r->lex.error && !lex_take(&r->lex, '}')) read_block(r);
	r->f->blocks.items = READER_KEEP(r, &r->blocks);
	r->f->blocks.n = r->f->blocks.cap = r->blocks.n;
}

static void read_function(struct reader *r) {
	struct ir_function f = {.name = read_sigil_name(r, '@', "a function")};
	r->f = &f;
	r->vars = (struct map){0};
	read_params(r);
	f.type = read_type(r);
	read_function_flags(r);
	f.loc = read_loc(r);
	read_body(r);
	r->f = NULL;
	VEC_PUSH(r->unit->arena, &r->unit->functions, f);
}

/* --- the other lines of a unit ---------------------------------------------------------------- */

static void read_init(struct reader *r, struct ir_global *global) {
	struct ir_init init = {0};
	read_steps(r, &init.steps, &init.step_count);
	lex_expect(&r->lex, '=');
	init.value = read_value(r);
	init.loc = read_loc(r);
	VEC_PUSH(r->unit->arena, &global->inits, init);
}

static void read_global(struct reader *r) {
	struct ir_global global = {.name = read_sigil_name(r, '@', "a global"), .is_defined = true};
	for (;;) {
		struct lex_word word = lex_peek_word(&r->lex);
		if (lex_word_is(word, "static")) global.is_static = true;
		else if (lex_word_is(word, "const")) global.is_const = true;
		else if (lex_word_is(word, "extern")) global.is_defined = false;
		else break;
		lex_word(&r->lex);
	}
	global.type = read_type(r);
	global.loc = read_loc(r);
	if (lex_take(&r->lex, '{'))
		while (!r->lex.error && !lex_take(&r->lex, '}')) read_init(r, &global);
	VEC_PUSH(r->unit->arena, &r->unit->globals, global);
}

static void read_file(struct reader *r) {
	lex_space(&r->lex);
	uint32_t number = lex_digits(&r->lex, UINT32_MAX);
	if (!r->lex.error && number != r->unit->files.n)
		lex_fail(&r->lex, "file %u stands where file %zu is due", (unsigned)number,
		         r->unit->files.n);
	VEC_PUSH(r->unit->arena, &r->unit->files, lex_quoted(&r->lex));
}

static void read_loss(struct reader *r) {
	struct ir_loss loss = {.reason = lex_quoted(&r->lex)};
	loss.loc = read_loc(r);
	VEC_PUSH(r->unit->arena, &r->unit->losses, loss);
}

static void read_record(struct reader *r) {
	lex_space(&r->lex);
	struct ir_record record = {.name = lex_name(&r->lex, LEX_NAME_LONG, "a record")};
	record.file = lex_quoted(&r->lex);
	VEC_PUSH(r->unit->arena, &r->unit->records, record);
}

/* `at BIT+BITS`, or nothing. */
static void read_extent(struct reader *r, uint32_t *bit, uint32_t *bits) {
	*bit = *bits = 0;
	if (!lex_word_is(lex_peek_word(&r->lex), "at")) return;
	lex_word(&r->lex);
	lex_space(&r->lex);
	*bit = lex_digits(&r->lex, UINT32_MAX);
	lex_expect(&r->lex, '+');
	lex_space(&r->lex);
	*bits = lex_digits(&r->lex, UINT32_MAX);
}

static void read_field_line(struct reader *r) {
	const char *record, *name;
	read_field_name(r, &record, &name);
	size_t known = r->unit->fields.n;
	struct ir_type type = read_type(r);
	if (r->lex.error) return;
	bool is_first = lex_word_is(lex_peek_word(&r->lex), "first");
	if (is_first) lex_word(&r->lex);
	uint32_t bit, bits;
	read_extent(r, &bit, &bits);
	ir_unit_field(r->unit, record, name, type);
	if (r->unit->fields.n == known) {
		lex_fail(&r->lex, "the unit has two fields '%s:%s'", record, name);
		return;
	}
	struct ir_field *field = r->unit->fields.items[known];
	field->is_first = is_first;
	field->bit = bit;
	field->bits = bits;
}

static void read_line(struct reader *r) {
	struct lex_word word = lex_peek_word(&r->lex);
	void (*read)(struct reader *) = NULL;
	if (lex_word_is(word, "func")) read = read_function;
	else if (lex_word_is(word, "field")) read = read_field_line;
	else if (lex_word_is(word, "global")) read = read_global;
	else if (lex_word_is(word, "file")) read = read_file;
	else if (lex_word_is(word, "loss")) read = read_loss;
	else if (lex_word_is(word, "record")) read = read_record;
	if (!read) {
		lex_fail_expected(&r->lex, "file, loss, record, field, global or func");
		return;
	}
	lex_word(&r->lex);
	read(r);
}

static void read_unit(struct reader *r) {
	if (!lex_word_is(lex_peek_word(&r->lex), "unit")) {
		lex_fail_expected(&r->lex, "unit");
		return;
	}
	lex_word(&r->lex);
	r->unit->source = lex_quoted(&r->lex);
	if (lex_word_is(lex_peek_word(&r->lex), "output")) {
		lex_word(&r->lex);
		r->unit->output = lex_quoted(&r->lex);
	}
	while (lex_peek(&r->lex) || r->lex.p < r->lex.end) read_line(r);
}

struct ir_unit *ir_read(struct arena *a, struct intern *names, const char *name, const char *text,
                        size_t len, const char **error) {
	struct reader r = {
		.lex = lex_begin(a, names, name, text, len),
		.unit = ir_unit_new(a, names),
		.scratch = arena_new("reading a unit"),
	};
	r.lex.unescaped = BUF_IN(r.scratch);
	read_unit(&r);
	arena_free(r.scratch);
	*error = r.lex.error;
	return r.lex.error ? NULL : r.unit;
}
