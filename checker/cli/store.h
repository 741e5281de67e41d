/* The store of unit files: what one run lowered, the next one need not. The top: sees all.
 *
 * An entry is a file below the store's directory, named by its key: a hash of all that decides what
 * a unit file is, but for the bytes of the files that it was made from. Those are listed in the
 * entry with their hashes, and an entry counts while every one of them still has its hash:
 *
 *     closewait store 1
 *     checksum 0123456789abcdef0123456789abcdef
 *     key 0123456789abcdef0123456789abcdef
 *     input 0123456789abcdef0123456789abcdef "/home/me/src/conn.c"
 *     unit 4711
 *     unit "src/conn.c"
 *     …
 *
 * The checksum is over all that follows its line. An entry that does not read, or is another one's,
 * counts as absent. Entries are written beside and renamed, so runs may share a store and may be
 * killed.
 *
 * What no hash sees: a header that comes into being where the search for an #include now finds it
 * first. So a unit that misses a header must not be saved: it would stay as it is when the header
 * is there.
 */
#ifndef CLOSEWAIT_CLI_STORE_H
#define CLOSEWAIT_CLI_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "base/arena.h"
#include "base/path.h"

struct store;

/* $XDG_CACHE_HOME/closewait or ~/.cache/closewait; NULL when there is no home. */
const char *store_default_directory(struct arena *a);

/* Opens the store in directory, which is made when it is missing; NULL: a store that holds and
 * keeps nothing. What does not work is a warning, the first time, and from then on the store holds
 * and keeps nothing. */
struct store *store_open(struct arena *a, const char *directory);
/* Releases what the arena does not. */
void store_close(struct store *store);

/* The key of an entry. The pieces: the versions of closewait and libclang, the directory in which
 * the compiler would run, the source's path, its normalised arguments. */
const char *store_key(struct arena *a, const char *const *pieces, size_t count);

/* Sets *unit, in a, to the unit file under key. False when there is none that counts. A file's hash
 * is taken once a run. */
bool store_lookup(struct store *store, struct arena *a, const char *key, struct file_text *unit);

/* What a unit file was made from. */
struct store_inputs {
	const char *const *paths; /* absolute; the source and every file that it includes */
	size_t count;
	struct timespec read_since; /* store_now() before the first of them was read */
};

/* The time by the clock that stamps files. */
struct timespec store_now(void);
/* Keeps the unit file under key, unless one of its inputs changed since it was read or cannot be
 * read. */
void store_save(struct store *store, const char *key, const struct store_inputs *inputs,
                const char *unit, size_t n);

#endif
