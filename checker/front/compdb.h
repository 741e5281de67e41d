/* The compile database: which translation units there are and how each is parsed. Floor 2: base.
 *
 * Read by ourselves: clang's own reader invents commands for files that the database does not name.
 */
#ifndef CLOSEWAIT_FRONT_COMPDB_H
#define CLOSEWAIT_FRONT_COMPDB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "front/command.h"
#include "front/words.h"

/* A translation unit. One file may be compiled several times, with other flags: those are its variants. */
struct compdb_entry {
	struct front_command command;
	const char *path;              /* absolute and normalised */
	const char *real;              /* without symbolic links: what tells files apart */
	size_t variant, variant_count; /* from 0; 1 for a file that is compiled once */
};

struct compdb {
	const char *path;      /* of the database, or of compile_flags.txt */
	const char *directory; /* where it lies, absolute: relative directories are relative to it */
	struct {
		struct compdb_entry *items;
		size_t n, cap;
	} entries;     /* by path, then flags, whatever the order in the database */
	bool is_fixed; /* compile_flags.txt and the like: no entries, flags for any file */
	struct words flags;
	struct words problems; /* what is wrong with single entries, as text; the others are used */
	size_t skipped[COMMAND_KINDS]; /* entries by kind; none of COMMAND_C */
	size_t duplicates; /* entries left out since one with the same file and flags is there */
};

/* Finds the database. given is what -p says, a build directory or a file, or NULL: then the directory of
 * start (a file or a directory) is searched and each above it, innermost first, for compile_commands.json,
 * build/compile_commands.json and compile_flags.txt, as clangd does. Returns its path, or NULL and what was
 * looked for and what to do in *error. */
const char *compdb_find(struct arena *a, const char *given, const char *start, const char **error);

/* Reads the database. Returns NULL only when the file as a whole is of no use; *error says why, with line
 * and column where its JSON is malformed, and what to do. */
struct compdb *compdb_load(struct arena *a, const char *path, const char **error);

/* A database that has these flags for any file; relative paths in them are relative to directory. */
struct compdb *compdb_fixed(struct arena *a, const char *directory, const char **argv, size_t argc);

/* The file's entries, *n of them, one behind the other (its variants), or NULL. path may be relative to the
 * current directory and lead over symbolic links. A fixed database has one entry for any file. */
const struct compdb_entry *compdb_lookup(struct arena *a, const struct compdb *db, const char *path,
                                         size_t *n);

#endif
