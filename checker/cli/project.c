#include "cli/project.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/path.h"
#include "cli/suggest.h"

static void lose(struct arena *a, struct project *p, const char *path, const char *reason) {
	VEC_PUSH(a, &p->losses, (struct project_loss){path, reason});
}

/* --- the database ----------------------------------------------------------------------------- */

static const struct compdb *open_database(struct arena *a, const struct options *o,
                                          const char **error) {
	if (o->has_flags) return compdb_fixed(a, ".", o->flags.items, o->flags.n);
	const char *start =
		o->operands.n && path_real(a, o->operands.items[0]) ? o->operands.items[0] : ".";
	const char *path = compdb_find(a, o->build, start, error);
	return path ? compdb_load(a, path, error) : NULL;
}

static size_t skipped_count(const struct compdb *db) {
	size_t n = 0;
	for (size_t i = 0; i < COMMAND_KINDS; i++) n += db->skipped[i];
	return n;
}

/* Why the database gives no unit, in addition to its problems. */
static const char *why_no_units(struct arena *a, const struct compdb *db) {
	if (db->is_fixed)
		return arena_printf(a, "%s holds flags and names no files: name those to check", db->path);
	struct buf b = BUF_IN(a);
	buf_printf(&b, "%s names no C file that can be checked", db->path);
	if (skipped_count(db)) buf_add(&b, "; it has");
	const char *separator = " ";
	for (size_t i = 0; i < COMMAND_KINDS; i++) {
		if (!db->skipped[i]) continue;
		buf_printf(&b, "%s%zu of %s", separator, db->skipped[i],
		           command_kind_name((enum command_kind)i));
		separator = ", ";
	}
	return buf_text(&b);
}

/* --- named files ------------------------------------------------------------------------------ */

/* A word that is no file may be meant as a command. Returns NULL, or what is wrong. */
static const char *mistyped_command(struct arena *a, const struct options *o) {
	if (o->has_command || !o->operands.n || path_real(a, o->operands.items[0])) return NULL;
	struct suggestion near = {.word = o->operands.items[0]};
	for (size_t i = 0; i < command_count; i++) suggest(&near, command_infos[i].name);
	if (!near.best || strpbrk(near.word, "./")) return NULL;
	return arena_printf(a, "there is no file or command '%s'%s", near.word,
	                    suggestion_text(a, &near));
}

static bool is_c_source(const char *path) {
	return strcmp(path_ending(path), ".c") == 0;
}

/* Adds the units of the named file to those to be lowered. */
static void add_units_of(struct arena *a, struct project *p, const char *name) {
	size_t n;
	const struct compdb_entry *entries = compdb_lookup(a, p->db, name, &n);
	for (size_t i = 0; i < n; i++) VEC_PUSH(a, &p->units, &entries[i]);
}

static void name_file(struct arena *a, struct project *p, const char *name) {
	const char *real = path_real(a, name);
	size_t n = 0;
	if (!real && p->forgives) {
		/* A commit may take it away. */
	} else if (!real) {
		lose(a, p, name, "there is no such file");
	} else if (p->db->is_fixed && !path_is_file(real)) {
		lose(a, p, name, "it is no regular file: name the files in it");
	} else if (p->db->is_fixed) {
		add_units_of(a, p, name);
	} else {
		VEC_PUSH(a, &p->named, real);
		if (path_is_file(real) && is_c_source(real) && !compdb_lookup(a, p->db, name, &n))
			VEC_PUSH(a, &p->not_listed, real);
	}
}

static int compare_units(const void *x, const void *y) {
	const struct compdb_entry *const *a = x, *const *b = y;
	return strcmp((*a)->real, (*b)->real);
}

/* A file that was named twice is one. */
static void settle_fixed(struct project *p) {
	size_t kept = 0;
	if (p->units.n) qsort(p->units.items, p->units.n, sizeof *p->units.items, compare_units);
	for (size_t i = 0; i < p->units.n; i++)
		if (!kept || compare_units(&p->units.items[kept - 1], &p->units.items[i]) != 0)
			p->units.items[kept++] = p->units.items[i];
	p->units.n = kept;
}

/* --- the root --------------------------------------------------------------------------------- */

static bool holds_a_unit(struct arena *a, const struct project *p, const char *directory) {
	for (size_t i = 0; i < p->units.n; i++)
		if (path_relative(a, directory, p->units.items[i]->real) != p->units.items[i]->real)
			return true;
	return false;
}

static const char *choose_root(struct arena *a, const struct project *p) {
	const char *here = path_real(a, "."), *there = path_real(a, p->db->directory);
	if (!here) here = path_absolute(a, ".");
	return there && !holds_a_unit(a, p, here) && holds_a_unit(a, p, there) ? there : here;
}

/* --- projects --------------------------------------------------------------------------------- */

struct project *project_of_check(struct arena *a, const struct options *options,
                                 const char **error) {
	struct project *p = ARENA_NEW(a, struct project);
	*error = mistyped_command(a, options);
	p->db = *error ? NULL : open_database(a, options, error);
	if (!p->db) return NULL;
	p->forgives = options->hook;
	for (size_t i = 0; i < options->operands.n; i++) name_file(a, p, options->operands.items[i]);
	bool is_whole = p->named.n || !options->operands.n;
	settle_fixed(p);
	for (size_t i = 0; is_whole && i < p->db->entries.n; i++)
		VEC_PUSH(a, &p->units, &p->db->entries.items[i]);
	if (!p->units.n && is_whole) p->no_units = why_no_units(a, p->db);
	p->root = choose_root(a, p);
	return p;
}

struct project *project_of_facts(struct arena *a, const struct options *options,
                                 const char **error) {
	struct project *p = ARENA_NEW(a, struct project);
	const char *name = options->operands.items[0];
	p->db = open_database(a, options, error);
	if (!p->db) return NULL;
	if (!path_is_file(name)) {
		*error = arena_printf(a, "%s: there is no such file", name);
		return NULL;
	}
	add_units_of(a, p, name);
	if (!p->units.n) {
		*error = arena_printf(a, "%s is not in %s; give its flags behind `--`", name, p->db->path);
		return NULL;
	}
	p->root = choose_root(a, p);
	return p;
}

bool project_concerns(const struct project *project, const struct root *root, const char *shown) {
	if (!project->named.n) return true;
	const char *real = root_real(root, shown);
	for (size_t i = 0; i < project->named.n; i++)
		if (path_relative(root->arena, project->named.items[i], real) != real) return true;
	return false;
}
