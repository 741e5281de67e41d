#include "link/join_records.h"

#include <string.h>

#include "base/path.h"

/* One of the records of a name: that of the headers with this base name. */
struct meaning {
	const char *base;
	const char *name;          /* program-wide */
	VEC(const char *) headers; /* paths, each once */
};

struct namesakes {
	const char *name;
	VEC(struct meaning) list; /* in the order of the units */
};

struct joining {
	struct arena *arena;
	struct program *program;
	struct map by_name;           /* record -> struct namesakes */
	VEC(struct namesakes *) many; /* those with several meanings */
	struct map own;               /* of the unit at hand: record -> its program-wide name */
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

static struct meaning *find_meaning(const struct namesakes *n, const char *header) {
	for (size_t i = 0; i < n->list.n; i++)
		if (strcmp(n->list.items[i].base, path_base(header)) == 0) return &n->list.items[i];
	return NULL;
}

static struct meaning *add_meaning(struct joining *j, struct namesakes *n, const char *header) {
	struct program *p = j->program;
	struct meaning m = {.base = path_base(header), .name = n->name};
	if (n->list.n) m.name = intern(p->names, arena_printf(p->arena, "%s@%s", n->name, header));
	VEC_PUSH(j->arena, &n->list, m);
	if (n->list.n == 2) VEC_PUSH(j->arena, &j->many, n);
	return &n->list.items[n->list.n - 1];
}

static void collect(struct joining *j, const struct ir_record *record) {
	struct namesakes *n = namesakes_of(j, record->name);
	struct meaning *m = find_meaning(n, record->file);
	if (!m) m = add_meaning(j, n, record->file);
	for (size_t i = 0; i < m->headers.n; i++)
		if (strcmp(m->headers.items[i], record->file) == 0) return;
	VEC_PUSH(j->arena, &m->headers, record->file);
}

/* --- what a unit means ------------------------------------------------------------------------ */

static size_t common_directories(const char *a, const char *b) {
	size_t common = 0;
	for (size_t n = 0; a[n] && a[n] == b[n]; n++)
		if (a[n] == '/') common = n + 1;
	return common;
}

static const struct meaning *nearest(const struct namesakes *n, const char *source) {
	const struct meaning *best = &n->list.items[0];
	size_t most = 0;
	for (size_t i = 0; i < n->list.n; i++)
		for (size_t k = 0; k < n->list.items[i].headers.n; k++) {
			size_t common = common_directories(n->list.items[i].headers.items[k], source);
			if (common <= most) continue;
			best = &n->list.items[i];
			most = common;
		}
	return best;
}

static void enter_unit(struct joining *j, const struct ir_unit *unit) {
	j->own = (struct map){0};
	for (size_t i = 0; i < j->many.n; i++) {
		const struct namesakes *n = j->many.items[i];
		map_put(j->arena, &j->own, MAP_KEY(n->name), (void *)nearest(n, unit->source)->name);
	}
	for (size_t i = 0; i < unit->records.n; i++) {
		const struct ir_record *r = &unit->records.items[i];
		const struct namesakes *n = map_get(&j->by_name, MAP_KEY(r->name));
		if (n->list.n > 1)
			map_put(j->arena, &j->own, MAP_KEY(r->name), (void *)find_meaning(n, r->file)->name);
	}
}

/* --- names ------------------------------------------------------------------------------------ */

static void rename_record(const struct joining *j, const char **record) {
	const char *own = *record ? map_get(&j->own, MAP_KEY(*record)) : NULL;
	if (own) *record = own;
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
	for (size_t u = 0; u < p->units.n && j.many.n; u++) {
		enter_unit(&j, p->units.items[u]);
		rename_in(&j, p->units.items[u]);
	}
	arena_free(j.arena);
}
