/* From translation units to unit files: out of the store where one counts, else by worker processes. The top:
 * sees all.
 */
#ifndef CLOSEWAIT_CLI_LOWER_H
#define CLOSEWAIT_CLI_LOWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "cli/parser.h"
#include "cli/root.h"
#include "cli/store.h"
#include "front/compdb.h"

enum {
	/* libclang needs about 100 MB for an ordinary file; a macro bomb eats all that there is. */
	LOWER_MEMORY_MB = 4096,
	/* The slowest ordinary file takes a few seconds, and on a loaded machine several times that. */
	LOWER_CPU_SECONDS = 60,
	/* A file that only waits (an #include of a FIFO) uses no processor time; one on a loaded machine waits for it. */
	LOWER_WALL_PER_CPU_SECOND = 3
};

/* What became of one translation unit. */
struct lowered {
	const char *text; /* the unit file, or NULL: it is lost */
	size_t n;
	const char *lost; /* why */
	bool is_stored;   /* it came out of the store: nothing was parsed */
	bool is_kept;     /* it is in the store now */
};

struct lower_job {
	const struct compdb_entry *const *units;
	size_t count;
	struct parser *parser;
	const char *resource_dir;
	struct store *store;
	struct root *shown; /* paths in the units are as they are shown; NULL: absolute */
	const char **keys;  /* of the units in the store, by lower_keys() */
	uint32_t jobs;
	uint32_t timeout; /* seconds of processor time for each unit */
	bool quiet;       /* no progress */
};

/* What the store knows the units by: hashes of all that decides what they are, but for the bytes of the files. Two jobs
 * whose keys are the same differ in those alone. In a. */
const char **lower_keys(struct arena *a, const struct lower_job *job);

/* Lowers all the units. Returns one result each, in a. */
const struct lowered *lower_units(struct arena *a, const struct lower_job *job);

/* Whether the loss of a unit is that an #include found nothing. */
bool lower_is_missing_header(const char *reason);

#endif
