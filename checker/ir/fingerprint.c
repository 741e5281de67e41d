#include "ir/fingerprint.h"

#include <string.h>

#include "base/map.h"

/* The function, and the hash so far. */
struct print {
	const struct ir_unit *unit;
	const struct ir_function *f; /* NULL: no function */
	uint64_t hash;
};

static void add(struct print *p, uint64_t word) {
	p->hash = hash_mix(p->hash, word);
}

static void add_text(struct print *p, const char *text) {
	add(p, text ? hash_bytes(text, strlen(text)) : 0);
}

/* --- locations -------------------------------------------------------------------------------- */

bool ir_is_within(const struct ir_function *f, uint32_t file, uint32_t line) {
	return file == f->loc.file && line >= f->loc.line && line <= f->loc.end_line;
}

static void add_line(struct print *p, uint32_t file, uint32_t line) {
	bool within = p->f && line && ir_is_within(p->f, file, line);
	add(p, within ? (uint64_t)(line - p->f->loc.line) << 1 | 1 : (uint64_t)line << 1);
}

static void add_file(struct print *p, uint32_t file) {
	if (file == 0 || !p->unit || file >= p->unit->files.n) add(p, file);
	else add_text(p, p->unit->files.items[file]);
}

static void add_loc(struct print *p, const struct ir_loc *loc) {
	add_file(p, loc->file);
	add_line(p, loc->file, loc->line);
	add_line(p, loc->file, loc->end_line);
	add(p, (uint64_t)loc->column << 32 | loc->end_column);
	if (!loc->spelling_line) return;
	add_file(p, loc->spelling_file);
	add_line(p, loc->spelling_file, loc->spelling_line);
	add(p, loc->spelling_column);
}

/* --- values and places ------------------------------------------------------------------------ */

static void add_type(struct print *p, const struct ir_type *type) {
	add(p, type->kind);
	add_text(p, type->record);
}

uint64_t ir_field_fingerprint(const struct ir_field *field) {
	struct print p = {0};
	add_text(&p, field->record);
	add_text(&p, field->name);
	add_type(&p, &field->type);
	add(&p, (uint64_t)field->is_first << 1 | field->is_flag);
	add(&p, (uint64_t)field->bit << 32 | field->bits);
	if (field->is_flag) add(&p, (uint64_t)field->flag_low);
	if (field->is_flag) add(&p, (uint64_t)field->flag_high);
	return p.hash;
}

static void add_value(struct print *p, const struct ir_value *v) {
	add(p, v->kind);
	if (v->kind == IR_TEMP) add(p, v->temp);
	else if (v->kind == IR_CONST) add(p, (uint64_t)v->number);
	else if (v->kind != IR_UNKNOWN) add_text(p, v->text);
}

static void add_steps(struct print *p, const struct ir_step *steps, uint32_t n) {
	add(p, n);
	for (uint32_t i = 0; i < n; i++) {
		add(p, (uint64_t)steps[i].kind << 32 | steps[i].temp);
		add(p, (uint64_t)steps[i].index);
		if (steps[i].kind == IR_STEP_FIELD) add(p, ir_field_fingerprint(steps[i].field));
	}
}

static void add_place(struct print *p, const struct ir_place *place) {
	add(p, (uint64_t)place->var << 32 | place->temp);
	add(p, place->base);
	add_text(p, place->global);
	add_steps(p, place->steps, place->step_count);
}

/* --- code ------------------------------------------------------------------------------------- */

static void add_instr(struct print *p, const struct ir_instr *i) {
	add(p, (uint64_t)i->op << 32 | i->result);
	add_place(p, &i->place);
	add_place(p, &i->source);
	if (i->field) add(p, ir_field_fingerprint(i->field));
	add_value(p, &i->callee);
	add(p, i->arg_count);
	for (uint32_t k = 0; k < i->arg_count; k++) add_value(p, &i->args[k]);
	add_loc(p, &i->loc);
}

static void add_exit(struct print *p, const struct ir_exit *e) {
	add(p, (uint64_t)e->kind << 32 | (uint64_t)e->compare << 1 | e->is_unsigned);
	add_value(p, &e->left);
	add_value(p, &e->right);
	add(p, (uint64_t)e->case_count << 32 | e->target_count);
	for (uint32_t i = 0; i < e->case_count; i++) {
		add(p, (uint64_t)e->cases[i].low);
		add(p, (uint64_t)e->cases[i].high);
	}
	for (uint32_t i = 0; i < e->target_count; i++) add(p, e->targets[i]);
	add_loc(p, &e->loc);
}

uint64_t ir_function_fingerprint(const struct ir_unit *unit, const struct ir_function *f) {
	struct print p = {.unit = unit, .f = f};
	add_text(&p, unit->source);
	add_text(&p, f->name);
	add(&p, (uint64_t)f->is_static << 2 | (uint64_t)f->is_variadic << 1 | f->is_noreturn);
	add_text(&p, f->incomplete);
	add_type(&p, &f->type);
	add_loc(&p, &f->loc);
	add(&p, (uint64_t)f->param_count << 32 | f->temp_count);
	for (size_t i = 0; i < f->vars.n; i++) {
		add_text(&p, f->vars.items[i].name);
		add_type(&p, &f->vars.items[i].type);
		add_loc(&p, &f->vars.items[i].loc);
	}
	for (size_t b = 0; b < f->blocks.n; b++) {
		add(&p, f->blocks.items[b].instrs.n);
		for (size_t i = 0; i < f->blocks.items[b].instrs.n; i++)
			add_instr(&p, &f->blocks.items[b].instrs.items[i]);
		add_exit(&p, &f->blocks.items[b].exit);
	}
	return p.hash;
}

uint64_t ir_global_fingerprint(const struct ir_global *global) {
	struct print p = {0};
	add_text(&p, global->name);
	add(&p,
	    (uint64_t)global->is_static << 2 | (uint64_t)global->is_const << 1 | global->is_defined);
	add_type(&p, &global->type);
	for (size_t i = 0; i < global->inits.n; i++) {
		add_steps(&p, global->inits.items[i].steps, global->inits.items[i].step_count);
		add_value(&p, &global->inits.items[i].value);
	}
	return p.hash;
}
