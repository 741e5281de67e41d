#include "rules/say.h"

#include <stdbool.h>
#include <string.h>

#include "link/facts.h"

/* More places than these say nothing new. */
enum { PLACES_SHOWN = 2 };

static struct source_range range_in(const char *path, const struct ir_loc *loc) {
	return (struct source_range){path, loc->line, loc->column, loc->end_line, loc->end_column};
}

struct source_range say_range(const struct program_function *f, const struct ir_loc *loc) {
	const char *path =
		loc->file < f->unit->files.n ? f->unit->files.items[loc->file] : f->unit->source;
	return range_in(path, loc);
}

struct source_range say_origin_range(const struct origin *origin) {
	return range_in(origin->file, &origin->loc);
}

/* --- names ------------------------------------------------------------------------------------ */

static void add_root(struct buf *b, struct arena *a, const struct summary *summary,
                     const struct path *path) {
	switch (path->root) {
	case PATH_PARAM:
		buf_add(b, path->number < summary->params.n ? summary->params.items[path->number] : "?");
		break;
	case PATH_RETURN: buf_add(b, "the result"); break;
	case PATH_GLOBAL: buf_add(b, program_display_name(a, path->global)); break;
	case PATH_NEW: buf_add(b, "the new object"); break;
	}
}

const char *say_path(struct arena *a, const struct summary *summary, const struct path *path) {
	struct buf b = BUF_IN(a);
	add_root(&b, a, summary, path);
	for (uint32_t i = 0; i < path->step_count; i++) {
		const struct path_step *step = &path->steps[i];
		bool through = i > 0 && path->steps[i - 1].kind == PATH_DEREF &&
		               (i < 2 || path->steps[i - 2].kind != PATH_OWNER);
		switch (step->kind) {
		case PATH_DEREF: break;
		case PATH_FIELD: buf_printf(&b, "%s%s", through ? "->" : ".", step->field->name); break;
		case PATH_INDEX: buf_printf(&b, "[%lld]", (long long)step->index); break;
		case PATH_AT:
		case PATH_ELEMENT: buf_add(&b, "[]"); break;
		case PATH_OWNER:
			/* What it is a member of says more than by which pointer it was found. */
			b.n = 0;
			buf_printf(&b, "%.*s", ir_record_display_length(step->field->record),
			           step->field->record);
			break;
		}
	}
	bool ends_in_pointee = path->step_count && path->steps[path->step_count - 1].kind == PATH_DEREF;
	return ends_in_pointee ? arena_printf(a, "*%s", buf_text(&b)) : buf_text(&b);
}

const char *say_field(struct arena *a, const struct ir_field *field) {
	return arena_printf(a, "%.*s.%s", ir_record_display_length(field->record), field->record,
	                    field->name);
}

const char *say_resource(struct arena *a, const struct loss *loss) {
	if (loss->resource) return arena_printf(a, "'%s'", loss->resource);
	return strcmp(loss->kind, "pipe") == 0 ? "the pipe end" : "the socket";
}

/* --- steps ------------------------------------------------------------------------------------ */

void say_step(struct arena *a, struct finding *finding, struct source_range at,
              const char *message) {
	struct finding_step *last =
		finding->steps.n ? &finding->steps.items[finding->steps.n - 1] : NULL;
	bool again = last && last->at.line == at.line && last->at.column == at.column &&
	             strcmp(last->at.path, at.path) == 0 && strcmp(last->message, message) == 0;
	if (again) return;
	VEC_PUSH(a, &finding->steps, (struct finding_step){at, message});
}

void say_origin(struct arena *a, struct finding *finding, const struct origin *origin,
                const char *what) {
	for (; origin; origin = origin->inner) {
		const char *message = what;
		if (origin->inner)
			message = arena_printf(a, "'%s' is called here",
			                       program_display_name(a, origin->inner->function));
		say_step(a, finding, range_in(origin->file, &origin->loc), message);
	}
}

void say_way_to_loss(struct arena *a, struct finding *finding, const struct program_function *f,
                     const struct loss *loss) {
	say_origin(a, finding, loss->opened, arena_printf(a, "the %s is opened here", loss->kind));
	if (loss->wrapped)
		say_origin(a, finding, loss->wrapped,
		           loss->borrowed ? "a wrapper is put over it here, which only borrows it"
		                          : "a wrapper is put over it here, which owns it");
	for (size_t i = 0; i < loss->steps.n; i++)
		say_step(a, finding, say_range(f, &loss->steps.items[i].loc), loss->steps.items[i].text);
}

void say_sockets_of(struct arena *a, struct finding *finding, const struct program *program,
                    const struct ir_field *field) {
	struct atom_list atoms = facts_of_field(program->facts, field);
	size_t shown = 0;
	for (size_t i = 0; i < atoms.n && shown < PLACES_SHOWN; i++) {
		const struct atom *atom = atoms.items[i];
		if (atom->kind != ATOM_OPENED || !atom->file) continue;
		say_step(a, finding, range_in(atom->file, &atom->loc),
		         arena_printf(a, "a %s is opened here", atom->text));
		shown++;
	}
	struct field_stores stores = facts_stores(program->facts, field);
	for (size_t i = 0, n = 0; i < stores.n && n < PLACES_SHOWN; i++) {
		const struct field_store *s = &stores.items[i];
		bool constant = s->instr->arg_count && s->instr->args[0].kind == IR_CONST;
		if (!s->in || constant) continue;
		say_step(a, finding, say_range(s->in, &s->instr->loc),
		         arena_printf(a, "and is held in '%s' from here on", say_field(a, field)));
		n++;
	}
}

enum level say_level(const struct loss *loss) {
	return loss->is_doubtful ? LEVEL_POSSIBLE : LEVEL_CERTAIN;
}
