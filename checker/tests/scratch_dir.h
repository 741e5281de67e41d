/* A temporary directory for a test, with files in it. */
#ifndef CLOSEWAIT_TESTS_SCRATCH_DIR_H
#define CLOSEWAIT_TESTS_SCRATCH_DIR_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"
#include "base/trouble.h"

/* Makes the directory; its path has no symbolic links in it. */
static inline const char *scratch_new(struct arena *a) {
	char *path = arena_strdup(a, "/tmp/closewait-test-XXXXXX");
	if (!mkdtemp(path)) fatal("cannot make '%s'", path);
	return path_real(a, path);
}

/* Writes a file below the directory, and the directories on the way. Returns its path. */
static inline const char *scratch_file(struct arena *a, const char *scratch, const char *name,
                                       const char *text) {
	const char *error, *path = path_join(a, scratch, name);
	if (!path_make_directory(a, path_directory(a, path), &error) ||
	    !file_write(a, path, text, strlen(text), &error))
		fatal("%s", error);
	return path;
}

static inline int scratch_remove_one(const char *path, const struct stat *st, int type,
                                     struct FTW *ftw) {
	(void)st, (void)type, (void)ftw;
	return remove(path);
}

static inline void scratch_remove(const char *scratch) {
	nftw(scratch, scratch_remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

#endif
