/* The store: what one run worked out, the next one need not. The top: sees all.
 *
 * An entry is a file below the store's directory, named by its key: a hash of all that decides what
 * its text is, but for the bytes of the files that this was made from. Those are listed in the
 * entry with their hashes, and an entry counts while every one of them still has its hash:
 *
 *     closewait store 2
 *     checksum 0123456789abcdef0123456789abcdef
 *     key 0123456789abcdef0123456789abcdef
 *     input 0123456789abcdef0123456789abcdef 812-52-1700000000.250-1700000000.250 "/home/me/src/conn.c"
 *     unit 4711
 *     unit "src/conn.c"
 *     …
 *
 * Behind the hash stands the file's stamp: size, inode, times of change. It is not written unless it
 * is older than the reading was, so a file that still has it need not be read again to know its hash.
 *
 * The text is a unit file, what a whole run came to (verdict.h), or which libclang there is (parser.h). The
 * checksum is over all that follows its line. An entry that does not read, or is another one's, counts as absent. Entries are
 * written beside and renamed, so runs may share a store and may be killed.
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

/* What a store's directory holds. */
struct store_size {
	size_t entries, bytes;
	size_t temporary;  /* files that killed runs left behind */
	const char *error; /* why it is of no use, or NULL */
};
/* Looks at the directory and changes nothing; one that is not there is empty. */
struct store_size store_measure(struct arena *a, const char *directory);

/* The key of an entry. The pieces of a unit's: the versions of closewait and libclang, the directory in
 * which the compiler would run, the source's path, its normalised arguments. */
const char *store_key(struct arena *a, const char *const *pieces, size_t count);

/* Sets *unit, in a, to the text under key. False when there is none that counts. A file is looked at
 * once a run. */
bool store_lookup(struct store *store, struct arena *a, const char *key, struct file_text *unit);

/* What a text was made from. */
struct store_inputs {
	const char *const *paths; /* absolute; the source and every file that it includes */
	size_t count;
	struct timespec read_since; /* store_now() before the first of them was read */
};

/* The time by the clock that stamps files. */
struct timespec store_now(void);
/* Keeps the text under key, unless one of its inputs changed since it was read or cannot be read.
 * Returns whether it is kept. */
bool store_save(struct store *store, const char *key, const struct store_inputs *inputs,
                const char *unit, size_t n);

/* Sets *inputs to those of all entries that were found or kept: what is made from these has them. False
 * when nothing can be saved that rests on them all: one of them was seen to change. */
bool store_all_inputs(const struct store *store, struct store_inputs *inputs);

#endif
