#include "link/join_records.h"

#include <string.h>

#include "base/path.h"

/* The record of a name that one header defines. */
struct form {
	const char *header;
	const char *name;                    /* program-wide */
	VEC(const struct ir_field *) fields; /* that some unit uses, each name once */
};

struct namesakes {
	const char *name;
	VEC(struct form) list; /* in the order of the units */
};

struct joining {
	struct arena *arena;
	struct program *program;
	struct map by_name;           /* record -> struct namesakes */
	VEC(struct namesakes *) many; /* those of several headers */
	struct map forms;             /* of the unit at hand: record -> struct form, of those */
};

/* --- what there is ---------------------------------------------------------------------------- */

static struct namesakes *namesakes_of(struct joining *j, const char *name) {
	struct namesakes *n = map_get(&j->by_name, MAP_KEY(name));
	if (n) return n;
	n = ARENA_NEW(j->arena, struct namesakes);
	n->name = name;
	map_put(j->arena, &j->by_name, MAP_KEY(name), n);
	return n;
}

static struct form *find_form(const struct namesakes *n, const char *header) {
	for (size_t i = 0; i < n->list.n; i++)
		if (strcmp(n->list.items[i].header, header) == 0) return &n->list.items[i];
	return NULL;
}

static void collect(struct joining *j, const struct ir_record *record) {
	struct namesakes *n = namesakes_of(j, record->name);
	if (find_form(n, record->file)) return;
	VEC_PUSH(j->arena, &n->list, (struct form){.header = record->file});
	if (n->list.n == 2) VEC_PUSH(j->arena, &j->many, n);
}

static const struct ir_field *find_field(const struct form *form, const char *name) {
	for (size_t i = 0; i < form->fields.n; i++)
		if (form->fields.items[i]->name == name) return form->fields.items[i];
	return NULL;
}

/* --- what a unit means ------------------------------------------------------------------------ */

static struct form *nearest(const struct namesakes *n, const char *source) {
	struct form *best = &n->list.items[0];
	size_t most = 0;
	for (size_t i = 0; i < n->list.n; i++) {
		size_t common = path_shared(n->list.items[i].header, source);
		if (common <= most) continue;
		best = &n->list.items[i];
		most = common;
	}
	return best;
}

static void enter_unit(struct joining *j, const struct ir_unit *unit) {
	j->forms = (struct map){0};
	for (size_t i = 0; i < j->many.n; i++)
		map_put(j->arena, &j->forms, MAP_KEY(j->many.items[i]->name),
		        nearest(j->many.items[i], unit->source));
	for (size_t i = 0; i < unit->records.n; i++) {
		const struct ir_record *r = &unit->records.items[i];
		const struct namesakes *n = map_get(&j->by_name, MAP_KEY(r->name));
		if (n->list.n > 1) map_put(j->arena, &j->forms, MAP_KEY(r->name), find_form(n, r->file));
	}
}

static void collect_fields(struct joining *j, const struct ir_unit *unit) {
	enter_unit(j, unit);
	for (size_t i = 0; i < unit->fields.n; i++) {
		struct form *form = map_get(&j->forms, MAP_KEY(unit->fields.items[i]->record));
		if (form && !find_field(form, unit->fields.items[i]->name))
			VEC_PUSH(j->arena, &form->fields, unit->fields.items[i]);
	}
}

/* --- names ------------------------------------------------------------------------------------ */

/* Whether the one header is a copy of the other, as installing it makes them: they are called the same, and the fields
 * that both are known to have, if there are any, lie in the same places. */
static bool are_copies(const struct form *a, const struct form *b) {
	if (strcmp(path_base(a->header), path_base(b->header)) != 0) return false;
	size_t shared = 0;
	for (size_t i = 0; i < a->fields.n; i++) {
		const struct ir_field *mine = a->fields.items[i], *other = find_field(b, mine->name);
		if (!other) continue;
		shared++;
		if (mine->type.kind != other->type.kind || mine->bit != other->bit ||
		    mine->bits != other->bits)
			return false;
	}
	return shared > 0 || !a->fields.n || !b->fields.n;
}

static void name_forms(const struct joining *j, struct namesakes *n) {
	struct program *p = j->program;
	for (size_t i = 0; i < n->list.n; i++) {
		struct form *form = &n->list.items[i];
		form->name = n->name;
		if (i)
			form->name = intern(p->names, arena_printf(p->arena, "%s@%s", n->name, form->header));
		for (size_t k = 0; k < i; k++)
			if (are_copies(&n->list.items[k], form)) form->name = n->list.items[k].name;
	}
}

static void rename_record(const struct joining *j, const char **record) {
	const struct form *form = *record ? map_get(&j->forms, MAP_KEY(*record)) : NULL;
	if (form) *record = form->name;
}

static void rename_in(const struct joining *j, struct ir_unit *unit) {
	for (size_t i = 0; i < unit->fields.n; i++) {
		rename_record(j, &unit->fields.items[i]->record);
		rename_record(j, &unit->fields.items[i]->type.record);
	}
	for (size_t i = 0; i < unit->globals.n; i++)
		rename_record(j, &unit->globals.items[i].type.record);
	for (size_t i = 0; i < unit->functions.n; i++) {
		struct ir_function *f = &unit->functions.items[i];
		rename_record(j, &f->type.record);
		for (size_t k = 0; k < f->vars.n; k++) rename_record(j, &f->vars.items[k].type.record);
	}
}

void join_records(struct program *p) {
	struct joining j = {.arena = arena_new("records"), .program = p};
	for (size_t u = 0; u < p->units.n; u++)
		for (size_t i = 0; i < p->units.items[u]->records.n; i++)
			collect(&j, &p->units.items[u]->records.items[i]);
	for (size_t u = 0; u < p->units.n && j.many.n; u++) collect_fields(&j, p->units.items[u]);
	for (size_t i = 0; i < j.many.n; i++) name_forms(&j, j.many.items[i]);
	for (size_t u = 0; u < p->units.n && j.many.n; u++) {
		enter_unit(&j, p->units.items[u]);
		rename_in(&j, p->units.items[u]);
	}
	arena_free(j.arena);
}
