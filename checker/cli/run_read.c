/* The units of a run: read, checked, sorted and joined. */
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "cli/run.h"

void run_lose(struct run *run, const char *path, const char *reason) {
	const char *shown = root_show(&run->root, path), *kept = arena_strdup(run->arena, reason);
	struct report_loss loss = {.at = {.path = shown}, .reason = kept, .whole_unit = true};
	VEC_PUSH(run->arena, &run->verdict.losses, loss);
	run->verdict.lost++;
	run->has_trouble = true;
}

/* --- reading ---------------------------------------------------------------------------------- */

/* A unit with the text that it was read from. */
struct read_unit {
	struct ir_unit *unit;
	const struct run_unit *from;
};

static struct ir_unit *read_unit(struct run *run, const struct run_unit *from, const char **error) {
	struct arena *a = run->program_arena;
	if (!from->text) {
		*error = from->lost;
		return NULL;
	}
	struct ir_unit *unit = ir_read(a, run->program->names, from->path, from->text, from->n, error);
	if (!unit) return NULL;
	*error = ir_verify(a, unit);
	return *error ? NULL : unit;
}

static const char *no_unit_file(struct run *run, const char *error) {
	return arena_printf(run->arena,
	                    "it is no unit file (%s); `closewait facts FILE -o UNIT` makes one", error);
}

/* Unit files may be given in any order: this one decides. */
static int compare_units(const void *x, const void *y) {
	const struct read_unit *a = x, *b = y;
	int order = strcmp(a->unit->source, b->unit->source);
	if (!order)
		order =
			memcmp(a->from->text, b->from->text, a->from->n < b->from->n ? a->from->n : b->from->n);
	if (!order) order = (a->from->n > b->from->n) - (a->from->n < b->from->n);
	return order;
}

/* Gives the unit's files the names that are shown. */
static void show_files(struct run *run, struct ir_unit *unit) {
	struct intern *names = run->program->names;
	unit->source = intern(names, root_show(&run->root, unit->source));
	for (size_t i = 0; i < unit->files.n; i++)
		unit->files.items[i] = intern(names, root_show(&run->root, unit->files.items[i]));
}

/* --- losses ----------------------------------------------------------------------------------- */

static void add_losses(struct run *run, const struct ir_unit *unit) {
	for (size_t i = 0; i < unit->losses.n; i++) {
		const struct ir_loss *loss = &unit->losses.items[i];
		const struct ir_loc *loc = &loss->loc;
		const char *path = loc->file < unit->files.n ? unit->files.items[loc->file] : unit->source;
		struct source_range at = {path, loc->line, loc->column, loc->end_line, loc->end_column};
		VEC_PUSH(run->arena, &run->verdict.losses,
		         (struct report_loss){.at = at, .reason = loss->reason});
	}
}

static int compare_losses(const void *x, const void *y) {
	const struct report_loss *a = x, *b = y;
	int order = strcmp(a->at.path, b->at.path);
	if (!order) order = (a->at.line > b->at.line) - (a->at.line < b->at.line);
	if (!order) order = (a->at.column > b->at.column) - (a->at.column < b->at.column);
	if (!order) order = b->whole_unit - a->whole_unit;
	return order ? order : strcmp(a->reason, b->reason);
}

static void count_loss(struct run *run, const char *reason) {
	if (lower_is_missing_header(reason)) run->verdict.headers++;
	else run->verdict.errors++;
}

/* Sorts them; a place of a header that several units include is one. */
static void settle_losses(struct run *run) {
	struct report_loss *items = run->verdict.losses.items;
	size_t kept = 0;
	if (run->verdict.losses.n) qsort(items, run->verdict.losses.n, sizeof *items, compare_losses);
	for (size_t i = 0; i < run->verdict.losses.n; i++) {
		if (kept && !items[i].whole_unit && compare_losses(&items[kept - 1], &items[i]) == 0)
			continue;
		items[kept++] = items[i];
		if (!items[i].whole_unit) count_loss(run, items[i].reason);
	}
	run->verdict.losses.n = kept;
}

static void list_incomplete(struct run *run) {
	struct arena *a = run->arena;
	for (size_t i = 0; i < run->program->functions.n; i++) {
		const struct program_function *f = &run->program->functions.items[i];
		const struct ir_loc *loc = &f->f->loc;
		if (!f->f->incomplete) continue;
		struct incomplete found = {
			.at = {.path = loc->file < f->unit->files.n ? f->unit->files.items[loc->file]
		                                                : f->unit->source,
		           .line = loc->line,
		           .column = loc->column},
			.function = program_display_name(a, f->f->name),
			.reason = f->f->incomplete,
		};
		VEC_PUSH(a, &run->verdict.incomplete, found);
	}
}

/* --- named files ------------------------------------------------------------------------------ */

static bool is_included(const struct run *run, const char *real) {
	for (size_t i = 0; i < run->program->units.n; i++) {
		const struct ir_unit *unit = run->program->units.items[i];
		for (size_t k = 0; k < unit->files.n; k++)
			if (strcmp(root_real(&run->root, unit->files.items[k]), real) == 0) return true;
	}
	return false;
}

/* A named source that is not in the database may be a part of one that is. */
static void lose_not_listed(struct run *run) {
	if (!run->project) return;
	for (size_t i = 0; i < run->project->not_listed.n; i++) {
		const char *real = run->project->not_listed.items[i];
		if (is_included(run, real)) continue;
		run_lose(
			run, real,
			arena_printf(
				run->arena,
				"it is not in the compile database %s; make that again, or give the file's flags "
				"behind `--`",
				run->project->db->path));
	}
}

/* --- all -------------------------------------------------------------------------------------- */

static void add_unit(struct run *run, const struct ir_unit *previous, struct ir_unit *unit) {
	show_files(run, unit);
	add_losses(run, unit);
	program_add(run->program, unit);
	if (!previous || strcmp(previous->source, unit->source) != 0) run->verdict.files++;
}

void run_read(struct run *run) {
	VEC(struct read_unit) units = {0};
	const char *error;
	for (size_t i = 0; i < run->units.n; i++) {
		const struct run_unit *from = &run->units.items[i];
		struct ir_unit *unit = read_unit(run, from, &error);
		if (unit) VEC_PUSH(run->arena, &units, (struct read_unit){unit, from});
		else
			run_lose(run, from->path,
			         from->text && !run->project ? no_unit_file(run, error) : error);
	}
	if (units.n) qsort(units.items, units.n, sizeof *units.items, compare_units);
	for (size_t i = 0; i < units.n; i++)
		if (!i || compare_units(&units.items[i - 1], &units.items[i]) != 0)
			add_unit(run, i ? units.items[i - 1].unit : NULL, units.items[i].unit);
	program_join(run->program);
	lose_not_listed(run);
	settle_losses(run);
	list_incomplete(run);
}
