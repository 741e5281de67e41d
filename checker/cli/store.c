#include "cli/store.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/intern.h"
#include "base/lex.h"
#include "base/map.h"
#include "base/trouble.h"

/* The first line says which form the rest has: change it with the form. */
static const char head[] = "closewait store 1\nchecksum ";

enum { HASH_DIGITS = 32 };

/* What was seen of an input file in this run. */
struct seen_file {
	struct timespec modified, changed;
	off_t size;
	const char *hash; /* NULL: it cannot be read */
};

struct store {
	struct arena *arena;
	struct arena *scratch; /* reset behind each use */
	struct intern *paths;
	struct map seen;       /* path -> struct seen_file */
	const char *directory; /* NULL: the store is off */
};

/* --- the store -------------------------------------------------------------------------------------- */

const char *store_default_directory(struct arena *a) {
	const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	if (cache && cache[0] == '/')
		return path_join(a, cache, "closewait"); /* a relative one is to be ignored */
	if (home && home[0] == '/') return path_join(a, home, ".cache/closewait");
	return NULL;
}

static void give_up(struct store *store, const char *error) {
	warn("%s; going on without the cache", error);
	store->directory = NULL;
}

struct store *store_open(struct arena *a, const char *directory) {
	struct store *store = ARENA_NEW(a, struct store);
	const char *error;
	store->arena = a;
	store->scratch = arena_new("the cache");
	store->paths = intern_new(a);
	store->directory = directory;
	if (directory && !path_make_directory(a, directory, &error)) give_up(store, error);
	return store;
}

void store_close(struct store *store) {
	arena_free(store->scratch);
	store->scratch = NULL;
	store->directory = NULL;
}

const char *store_key(struct arena *a, const char *const *pieces, size_t count) {
	struct buf all = BUF_IN(a);
	/* With their zeros, so that "ab" "c" is not "a" "bc". */
	for (size_t i = 0; i < count; i++) buf_add_bytes(&all, pieces[i], strlen(pieces[i]) + 1);
	return content_hash(a, buf_text(&all), all.n);
}

/* Entries are spread over directories by the first two digits: some file systems are slow with
 * large ones. */
static const char *entry_path(const struct store *store, const char *key) {
	return arena_printf(store->scratch, "%s/%.2s/%s", store->directory, key, key + 2);
}

/* --- inputs ----------------------------------------------------------------------------------------- */

static const char *hash_file(struct store *store, const char *path) {
	struct arena_mark mark = arena_mark(store->scratch);
	struct file_text text;
	const char *error, *hash = NULL;
	if (file_read(store->scratch, path, &text, &error))
		hash = content_hash(store->arena, text.bytes, text.length);
	arena_reset(store->scratch, mark);
	return hash;
}

static const struct seen_file *see(struct store *store, const char *path) {
	struct seen_file *file = ARENA_NEW(store->arena, struct seen_file);
	struct stat st;
	if (stat(path, &st) == 0) {
		file->modified = st.st_mtim;
		file->changed = st.st_ctim;
		file->size = st.st_size;
		file->hash = hash_file(store, path);
	}
	map_put(store->arena, &store->seen, MAP_KEY(intern(store->paths, path)), file);
	return file;
}

/* The file as it was seen first in this run. */
static const struct seen_file *first_seen(struct store *store, const char *path) {
	const struct seen_file *file = map_get(&store->seen, MAP_KEY(intern(store->paths, path)));
	return file ? file : see(store, path);
}

static bool same_time(struct timespec x, struct timespec y) {
	return x.tv_sec == y.tv_sec && x.tv_nsec == y.tv_nsec;
}

/* The file as it is now. */
static const struct seen_file *seen_now(struct store *store, const char *path) {
	const struct seen_file *file = first_seen(store, path);
	struct stat st;
	bool same = stat(path, &st) == 0 && st.st_size == file->size &&
	            same_time(st.st_mtim, file->modified) && same_time(st.st_ctim, file->changed);
	return same ? file : see(store, path);
}

/* May a file with this stamp have been changed at or after since? Some file systems stamp whole
 * seconds. */
static bool stamped_since(struct timespec stamp, struct timespec since) {
	if (stamp.tv_sec != since.tv_sec) return stamp.tv_sec > since.tv_sec;
	return stamp.tv_nsec == 0 || stamp.tv_nsec >= since.tv_nsec;
}

/* --- reading ---------------------------------------------------------------------------------------- */

/* The part of an entry behind its checksum line, when the checksum holds. */
static bool check_sum(struct store *store, const struct file_text *entry, struct file_text *rest) {
	size_t head_len = sizeof head - 1, rest_at = head_len + HASH_DIGITS + 1;
	if (entry->length < rest_at || memcmp(entry->bytes, head, head_len) != 0) return false;
	if (entry->bytes[rest_at - 1] != '\n') return false;
	*rest = (struct file_text){entry->bytes + rest_at, entry->length - rest_at};
	const char *hash = content_hash(store->scratch, rest->bytes, rest->length);
	return memcmp(entry->bytes + head_len, hash, HASH_DIGITS) == 0;
}

static bool take_word(struct lex *lex, const char *word) {
	if (!lex_word_is(lex_peek_word(lex), word)) return false;
	lex_word(lex);
	return true;
}

/* Is every input that the entry lists as it was? */
static bool inputs_hold(struct store *store, struct lex *lex) {
	while (take_word(lex, "input")) {
		struct lex_word hash = lex_word(lex);
		const char *path = lex_quoted(lex);
		if (lex->error) return false;
		const struct seen_file *file = first_seen(store, path);
		if (!file->hash || !lex_word_is(hash, file->hash)) return false;
	}
	return true;
}

static bool read_entry(struct store *store, const struct file_text *entry, const char *key,
                       struct file_text *unit) {
	struct file_text rest;
	if (!check_sum(store, entry, &rest)) return false;
	struct lex lex = lex_begin(store->scratch, store->paths, "entry", rest.bytes, rest.length);
	if (!take_word(&lex, "key") || !lex_word_is(lex_word(&lex), key)) return false;
	if (!inputs_hold(store, &lex) || !take_word(&lex, "unit")) return false;
	int64_t n = lex_number(&lex);
	if (lex.error || !lex_take_next(&lex, '\n') || lex.end - lex.p != n) return false;
	*unit = (struct file_text){lex.p, (size_t)n};
	return true;
}

bool store_lookup(struct store *store, struct arena *a, const char *key, struct file_text *unit) {
	if (!store->directory) return false;
	struct arena_mark mark = arena_mark(store->scratch);
	const char *error, *path = entry_path(store, key);
	struct file_text entry, found;
	bool holds = false;
	if (path_is_file(path)) {
		if (!file_read(store->scratch, path, &entry, &error)) give_up(store, error);
		else holds = read_entry(store, &entry, key, &found);
	}
	if (holds) *unit = (struct file_text){arena_copy(a, found.bytes, found.length), found.length};
	arena_reset(store->scratch, mark);
	return holds;
}

/* --- writing ---------------------------------------------------------------------------------------- */

struct timespec store_now(void) {
	struct timespec now;
#ifdef CLOCK_REALTIME_COARSE
	/* The fine clock is ahead of the stamps: a file that is changed later could look older. */
	clock_gettime(CLOCK_REALTIME_COARSE, &now);
#else
	clock_gettime(CLOCK_REALTIME, &now);
#endif
	return now;
}

/* Adds a line for each input. False when one is not known to be what was read. */
static bool add_inputs(struct store *store, struct buf *out, const struct store_inputs *inputs) {
	for (size_t i = 0; i < inputs->count; i++) {
		const struct seen_file *file = seen_now(store, inputs->paths[i]);
		if (!file->hash || stamped_since(file->modified, inputs->read_since) ||
		    stamped_since(file->changed, inputs->read_since))
			return false;
		buf_printf(out, "input %s ", file->hash);
		lex_add_quoted(out, inputs->paths[i]);
		buf_add_char(out, '\n');
	}
	return true;
}

static void write_entry(struct store *store, const char *key, const struct buf *rest) {
	struct buf entry = BUF_IN(store->scratch);
	buf_add(&entry, head);
	buf_add(&entry, content_hash(store->scratch, rest->s, rest->n));
	buf_add_char(&entry, '\n');
	buf_add_bytes(&entry, rest->s, rest->n);
	const char *error, *path = entry_path(store, key);
	if (!path_make_directory(store->scratch, path_directory(store->scratch, path), &error) ||
	    !file_write(store->scratch, path, entry.s, entry.n, &error))
		give_up(store, error);
}

void store_save(struct store *store, const char *key, const struct store_inputs *inputs,
                const char *unit, size_t n) {
	if (!store->directory) return;
	struct arena_mark mark = arena_mark(store->scratch);
	struct buf rest = BUF_IN(store->scratch);
	buf_printf(&rest, "key %s\n", key);
	if (add_inputs(store, &rest, inputs)) {
		buf_printf(&rest, "unit %zu\n", n);
		buf_add_bytes(&rest, unit, n);
		write_entry(store, key, &rest);
	}
	arena_reset(store->scratch, mark);
}
