/* Which lines were changed, by what git says. The top: sees all. */
#ifndef CLOSEWAIT_CLI_CHANGES_H
#define CLOSEWAIT_CLI_CHANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"

/* Lines `first` to `last`, from 1; or, as a gap, the place between two lines at which some were removed and none were
 * put: last is first + 1, and first is 0 at the beginning of a file. */
struct changed_span {
	uint32_t first, last;
	bool is_gap;
};

/* Lines that became others: counts may be 0, and then first is the line before. */
struct changed_hunk {
	uint32_t old_first, old_count, new_first, new_count;
};

struct changed_file {
	const char *path;               /* relative to the top of the work tree */
	bool is_new;                    /* git does not know it: all of it is changed */
	VEC(struct changed_hunk) hunks; /* in order */
	VEC(struct changed_span) spans; /* what was changed; none: only its name or mode */
};

struct changes {
	struct arena *arena;
	struct intern *paths;
	struct map index;               /* interned path -> index in files + 1, as a pointer */
	VEC(struct changed_file) files; /* regular ones that still exist */
};

struct changes changes_new(struct arena *a);
/* Adds the files of a diff without context, made by `git diff --raw -p -U0`. False when that is none. */
bool changes_read(struct changes *changes, const char *diff, size_t n);
/* Adds a file that is new as a whole. */
void changes_add_new(struct changes *changes, const char *path);
/* The lines are those behind a first diff; later is from there on. Moves the spans to where their lines are behind
 * both; lines that the later diff changed again are those that stand in their place. */
void changes_move(struct changes *changes, const struct changes *later);
/* NULL: the file is not changed. */
const struct changed_file *changes_find(const struct changes *changes, const char *path);

#endif
