#include "cli/store.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intern.h"
#include "base/lex.h"
#include "base/map.h"
#include "base/trouble.h"
#include "base/vec.h"

/* The first line says which form the rest has: change it with the form. */
static const char head[] = "closewait store 2\nchecksum ";

enum { HASH_DIGITS = 32 };

/* What tells one state of a file from another without reading it. */
struct stamp {
	int64_t size, inode;
	struct timespec modified, changed;
};

/* What was seen of an input file in this run. */
struct seen_file {
	struct stamp stamp;
	const char *hash; /* NULL: it cannot be read */
	bool is_moved;    /* its hash is what an entry says, its stamp is not */
	bool is_input;    /* in store->inputs */
};

struct store {
	struct arena *arena;
	struct arena *scratch; /* reset behind each use */
	struct intern *paths;
	struct map seen;           /* path -> struct seen_file */
	struct timespec opened_at; /* by store_now() */
	VEC(const char *) inputs;  /* of all entries that were found or kept */
	bool is_contradicted;      /* one of the files was seen to change */
	const char *directory;     /* NULL: the store is off */
};

/* --- the store -------------------------------------------------------------------------------- */

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
	store->opened_at = store_now();
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

/* --- inputs ----------------------------------------------------------------------------------- */

static const char *hash_file(struct store *store, const char *path) {
	struct arena_mark mark = arena_mark(store->scratch);
	struct file_text text;
	const char *error, *hash = NULL;
	if (file_read(store->scratch, path, &text, &error))
		hash = content_hash(store->arena, text.bytes, text.length);
	arena_reset(store->scratch, mark);
	return hash;
}

static bool same_time(struct timespec x, struct timespec y) {
	return x.tv_sec == y.tv_sec && x.tv_nsec == y.tv_nsec;
}

static bool same_stamp(const struct stamp *x, const struct stamp *y) {
	return x->size == y->size && x->inode == y->inode && same_time(x->modified, y->modified) &&
	       same_time(x->changed, y->changed);
}

/* False when there is no such file. */
static bool take_stamp(const char *path, struct stamp *stamp) {
	struct stat st;
	if (stat(path, &st) != 0) return false;
	*stamp = (struct stamp){st.st_size, (int64_t)st.st_ino, st.st_mtim, st.st_ctim};
	return true;
}

/* The hash of what the file holds while it has the stamp; NULL: it cannot be read, or is being changed. */
static const char *hash_stamped(struct store *store, const char *path, const struct stamp *stamp) {
	struct stamp after;
	const char *hash = hash_file(store, path);
	return take_stamp(path, &after) && same_stamp(stamp, &after) ? hash : NULL;
}

static struct seen_file *seen_before(const struct store *store, const char *path) {
	return map_get(&store->seen, MAP_KEY(intern(store->paths, path)));
}

/* As it stands in entries: one word. */
static const char *stamp_text(struct arena *a, const struct stamp *stamp) {
	const struct timespec *m = &stamp->modified, *c = &stamp->changed;
	return arena_printf(a, "%" PRId64 "-%" PRId64 "-%lld.%ld-%lld.%ld", stamp->size, stamp->inode,
	                    (long long)m->tv_sec, m->tv_nsec, (long long)c->tv_sec, c->tv_nsec);
}

/* What an entry says of an input. */
struct listed_input {
	const char *path;
	struct lex_word hash, stamp;
};

/* Looks at the file as it is now. listed: what an entry says of it, or NULL. */
static struct seen_file *see(struct store *store, const char *path,
                             const struct listed_input *listed) {
	const struct seen_file *before = seen_before(store, path);
	struct seen_file *file = ARENA_NEW(store->arena, struct seen_file);
	if (take_stamp(path, &file->stamp)) {
		bool is_known =
			listed && lex_word_is(listed->stamp, stamp_text(store->scratch, &file->stamp));
		file->hash = is_known ? arena_copy(store->arena, listed->hash.s, listed->hash.n)
		                      : hash_stamped(store, path, &file->stamp);
		file->is_moved = listed && !is_known;
	}
	if (before) {
		file->is_input = before->is_input;
		store->is_contradicted |=
			!before->hash || !file->hash || strcmp(before->hash, file->hash) != 0;
	}
	map_put(store->arena, &store->seen, MAP_KEY(intern(store->paths, path)), file);
	return file;
}

/* The file as it is now. */
static struct seen_file *seen_now(struct store *store, const char *path) {
	struct seen_file *file = seen_before(store, path);
	struct stamp now;
	bool same = file && take_stamp(path, &now) && same_stamp(&now, &file->stamp);
	return same ? file : see(store, path, NULL);
}

/* May a file with this stamp have been changed at or after since? Some file systems stamp whole
 * seconds. */
static bool stamped_since(struct timespec stamp, struct timespec since) {
	if (stamp.tv_sec != since.tv_sec) return stamp.tv_sec > since.tv_sec;
	return stamp.tv_nsec == 0 || stamp.tv_nsec >= since.tv_nsec;
}

/* --- all inputs ------------------------------------------------------------------------------- */

static void note_input(struct store *store, const char *path) {
	struct seen_file *file = seen_before(store, path);
	if (!file->is_input) VEC_PUSH(store->arena, &store->inputs, intern(store->paths, path));
	file->is_input = true;
}

bool store_all_inputs(const struct store *store, struct store_inputs *inputs) {
	*inputs = (struct store_inputs){store->inputs.items, store->inputs.n, store->opened_at};
	return store->directory && !store->is_contradicted;
}

/* --- reading ---------------------------------------------------------------------------------- */

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

struct entry {
	VEC(struct listed_input) inputs;
	bool is_moved; /* a file was written anew, or copied, with what it had held before */
	struct file_text unit;
};

static bool read_inputs(struct lex *lex, struct entry *entry) {
	while (take_word(lex, "input")) {
		struct listed_input input = {.hash = lex_word(lex)};
		input.stamp = lex_word(lex);
		input.path = lex_quoted(lex);
		VEC_PUSH(lex->arena, &entry->inputs, input);
	}
	return !lex->error;
}

static bool read_entry(struct store *store, const struct file_text *text, const char *key,
                       struct entry *entry) {
	struct file_text rest;
	if (!check_sum(store, text, &rest)) return false;
	struct lex lex = lex_begin(store->scratch, store->paths, "entry", rest.bytes, rest.length);
	if (!take_word(&lex, "key") || !lex_word_is(lex_word(&lex), key)) return false;
	if (!read_inputs(&lex, entry) || !take_word(&lex, "unit")) return false;
	int64_t n = lex_number(&lex);
	if (lex.error || !lex_take_next(&lex, '\n') || lex.end - lex.p != n) return false;
	entry->unit = (struct file_text){lex.p, (size_t)n};
	return true;
}

/* Is every input that the entry lists as it was? */
static bool inputs_hold(struct store *store, struct entry *entry) {
	for (size_t i = 0; i < entry->inputs.n; i++) {
		const struct listed_input *listed = &entry->inputs.items[i];
		const struct seen_file *file = seen_before(store, listed->path);
		if (!file) file = see(store, listed->path, listed);
		if (!file->hash || !lex_word_is(listed->hash, file->hash)) return false;
		entry->is_moved |= file->is_moved;
	}
	for (size_t i = 0; i < entry->inputs.n; i++) note_input(store, entry->inputs.items[i].path);
	return true;
}

/* The entry with the stamps of today, so that the next run need not read the files. */
static void save_again(struct store *store, const char *key, const struct entry *entry) {
	VEC(const char *) paths = {0};
	for (size_t i = 0; i < entry->inputs.n; i++)
		VEC_PUSH(store->scratch, &paths, entry->inputs.items[i].path);
	struct store_inputs inputs = {paths.items, paths.n, store->opened_at};
	store_save(store, key, &inputs, entry->unit.bytes, entry->unit.length);
}

bool store_lookup(struct store *store, struct arena *a, const char *key, struct file_text *unit) {
	if (!store->directory) return false;
	struct arena_mark mark = arena_mark(store->scratch);
	const char *error, *path = entry_path(store, key);
	struct file_text text;
	struct entry entry = {0};
	bool holds = false;
	if (path_is_file(path)) {
		if (!file_read(store->scratch, path, &text, &error)) give_up(store, error);
		else holds = read_entry(store, &text, key, &entry) && inputs_hold(store, &entry);
	}
	if (holds && entry.is_moved) save_again(store, key, &entry);
	if (holds)
		*unit = (struct file_text){arena_copy(a, entry.unit.bytes, entry.unit.length),
		                           entry.unit.length};
	arena_reset(store->scratch, mark);
	return holds;
}

/* --- writing ---------------------------------------------------------------------------------- */

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
		if (!file->hash || stamped_since(file->stamp.modified, inputs->read_since) ||
		    stamped_since(file->stamp.changed, inputs->read_since))
			return false;
		buf_printf(out, "input %s %s ", file->hash, stamp_text(store->scratch, &file->stamp));
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

bool store_save(struct store *store, const char *key, const struct store_inputs *inputs,
                const char *unit, size_t n) {
	if (!store->directory) return false;
	struct arena_mark mark = arena_mark(store->scratch);
	struct buf rest = BUF_IN(store->scratch);
	buf_printf(&rest, "key %s\n", key);
	bool may_keep = add_inputs(store, &rest, inputs);
	if (may_keep) {
		buf_printf(&rest, "unit %zu\n", n);
		buf_add_bytes(&rest, unit, n);
		write_entry(store, key, &rest);
		for (size_t i = 0; i < inputs->count; i++) note_input(store, inputs->paths[i]);
	}
	arena_reset(store->scratch, mark);
	return may_keep && store->directory;
}

/* --- measuring -------------------------------------------------------------------------------- */

static void measure_file(struct arena *a, const char *directory, const char *name,
                         struct store_size *size) {
	struct stat st;
	size_t n = strlen(name);
	if (lstat(path_join(a, directory, name), &st) != 0 || !S_ISREG(st.st_mode)) return;
	size->bytes += (size_t)st.st_size;
	if (n > 4 && strcmp(name + n - 4, ".tmp") == 0) size->temporary++;
	else size->entries++;
}

/* depth: of the directories that are still to be looked into. */
static void measure(struct arena *a, const char *directory, int depth, struct store_size *size) {
	DIR *open = opendir(directory);
	if (!open) {
		size->error = arena_printf(a, "cannot read '%s': %s", directory, strerror(errno));
		return;
	}
	for (struct dirent *entry; (entry = readdir(open));) {
		if (entry->d_name[0] == '.') continue;
		if (depth) measure(a, path_join(a, directory, entry->d_name), depth - 1, size);
		else measure_file(a, directory, entry->d_name, size);
	}
	closedir(open);
}

struct store_size store_measure(struct arena *a, const char *directory) {
	struct store_size size = {0};
	struct stat st;
	if (stat(directory, &st) != 0 && errno == ENOENT) return size;
	measure(a, directory, 1, &size);
	if (!size.error && access(directory, W_OK) != 0)
		size.error = arena_printf(a, "cannot write to '%s': %s", directory, strerror(errno));
	return size;
}
