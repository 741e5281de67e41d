#include "front/compdb.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/path.h"

/* An entry as it stands in the file. */
struct raw_entry {
	size_t number; /* from 1 */
	struct raw_command command;
};

static void problem(struct arena *a, struct compdb *db, const struct raw_entry *entry,
                    const char *what) {
	const char *file = entry->command.file ? entry->command.file : "no file";
	VEC_PUSH(a, &db->problems,
	         arena_printf(a, "%s: entry %zu (%s): %s", db->path, entry->number, file, what));
}

/* --- finding ---------------------------------------------------------------------------------- */

static const char *const names[] = {"compile_commands.json", "build/compile_commands.json",
                                    "compile_flags.txt"};

static const char how_to_make[] =
	"make one (CMake: `cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON`; Meson: `meson setup build` does; ninja: "
	"`ninja -C build -t compdb >build/compile_commands.json`; Make: `bear -- make` after `make clean`) and name it "
	"with -p; or name the files and their flags: closewait check FILE... -- FLAG...";

static const char *find_in(struct arena *a, const char *directory) {
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *path = path_join(a, directory, names[i]);
		if (path_is_file(path)) return path;
	}
	return NULL;
}

static const char *find_given(struct arena *a, const char *given, const char **error) {
	const char *path = path_absolute(a, given);
	if (path_is_file(path)) return path;
	if (!path_is_directory(path)) {
		*error = arena_printf(a, "there is no file or directory '%s', which -p names; %s", given,
		                      how_to_make);
		return NULL;
	}
	const char *found = find_in(a, path);
	if (!found)
		*error = arena_printf(a, "no compile_commands.json in '%s': %s", given, how_to_make);
	return found;
}

const char *compdb_find(struct arena *a, const char *given, const char *start, const char **error) {
	if (given) return find_given(a, given, error);
	const char *innermost = path_absolute(a, start);
	if (!path_is_directory(innermost)) innermost = path_directory(a, innermost);
	for (const char *directory = innermost;; directory = path_directory(a, directory)) {
		const char *found = find_in(a, directory);
		if (found) return found;
		if (strcmp(directory, "/") == 0) break;
	}
	*error = arena_printf(
		a, "no compile database: looked for %s, %s and %s in '%s' and each directory above it; %s",
		names[0], names[1], names[2], innermost, how_to_make);
	return NULL;
}

/* --- reading an entry ------------------------------------------------------------------------- */

/* The member as a string of the arena, or NULL. */
static const char *member(struct arena *a, json_t *object, const char *name) {
	const char *text = json_string_value(json_object_get(object, name));
	return text ? arena_strdup(a, text) : NULL;
}

static const char *read_arguments(struct arena *a, json_t *arguments, struct words *words) {
	size_t i;
	json_t *item;
	json_array_foreach(arguments, i, item) {
		if (!json_is_string(item)) return "'arguments' holds something that is no string";
		VEC_PUSH(a, words, arena_strdup(a, json_string_value(item)));
	}
	return NULL;
}

/* Returns NULL, or why the entry cannot be used. */
static const char *read_raw(struct arena *a, const struct compdb *db, json_t *object,
                            struct raw_command *raw) {
	if (!json_is_object(object)) return "it is no object";
	raw->file = member(a, object, "file");
	raw->output = member(a, object, "output");
	const char *directory = member(a, object, "directory");
	raw->directory = path_normalise(a, path_join(a, db->directory, directory ? directory : ""));
	struct words words = {0};
	const char *error = NULL;
	const char *command = member(a, object, "command");
	json_t *arguments = json_object_get(object, "arguments");
	if (json_is_array(arguments)) error = read_arguments(a, arguments, &words);
	else if (command) error = words_of_shell(a, command, &words);
	else return "it has neither 'arguments' nor 'command'";
	if (!json_is_array(arguments)) words_first_command(a, &words, &raw->directory);
	raw->argv = words.items;
	raw->argc = words.n;
	return error;
}

/* --- collecting ------------------------------------------------------------------------------- */

/* 0 when a and b parse the same file in the same way; an order of files and flags else. */
static int compare_commands(const struct compdb_entry *a, const struct compdb_entry *b) {
	int order = strcmp(a->real, b->real);
	if (!order) order = strcmp(a->command.directory, b->command.directory);
	for (size_t i = 0; !order && i < a->command.arg_count && i < b->command.arg_count; i++)
		order = strcmp(a->command.args[i], b->command.args[i]);
	if (order) return order;
	return (a->command.arg_count > b->command.arg_count) -
	       (a->command.arg_count < b->command.arg_count);
}

static int compare_entries(const void *x, const void *y) {
	const struct compdb_entry *a = x, *b = y;
	int order = strcmp(a->real, b->real);
	if (!order) order = compare_commands(a, b);
	return order ? order : strcmp(a->path, b->path);
}

static struct compdb_entry make_entry(struct arena *a, const struct front_command *command) {
	const char *path = path_normalise(a, path_join(a, command->directory, command->file));
	const char *real = path_real(a, path);
	return (struct compdb_entry){*command, path, real ? real : path, 0, 1};
}

/* Adds one input of an entry's command, or counts it. */
static void add_input(struct arena *a, struct compdb *db, const struct raw_entry *raw,
                      const struct command_input *input) {
	if (input->kind != COMMAND_C) {
		db->skipped[input->kind]++;
		return;
	}
	struct compdb_entry entry = make_entry(a, &input->command);
	if (path_is_file(entry.path)) {
		VEC_PUSH(a, &db->entries, entry);
	} else if (!path_is_directory(entry.command.directory)) {
		problem(a, db, raw,
		        arena_printf(a, "its directory '%s' does not exist", entry.command.directory));
	} else {
		problem(a, db, raw,
		        "the file does not exist (generated by the build, or the database is old)");
	}
}

static void add_raw(struct arena *a, struct compdb *db, const struct raw_entry *raw) {
	struct command_inputs inputs = {0};
	struct words problems = {0};
	bool any_c = false;
	command_read(a, &raw->command, &inputs, &problems);
	for (size_t i = 0; i < inputs.n; i++) {
		any_c = any_c || inputs.items[i].kind == COMMAND_C;
		add_input(a, db, raw, &inputs.items[i]);
	}
	for (size_t i = 0; any_c && i < problems.n; i++) problem(a, db, raw, problems.items[i]);
}

/* Sorts the entries, leaves out what is there twice, and numbers the variants of each file. */
static void settle(struct compdb *db) {
	struct compdb_entry *e = db->entries.items;
	size_t n = db->entries.n, kept = 0;
	if (n) qsort(e, n, sizeof *e, compare_entries);
	for (size_t i = 0; i < n; i++)
		if (!kept || compare_commands(&e[kept - 1], &e[i]) != 0) e[kept++] = e[i];
	db->duplicates = n - kept;
	db->entries.n = kept;
	for (size_t i = 0, end; i < kept; i = end) {
		for (end = i; end < kept && strcmp(e[end].real, e[i].real) == 0; end++)
			e[end].variant = end - i;
		for (size_t k = i; k < end; k++) e[k].variant_count = end - i;
	}
}

/* --- whole files ------------------------------------------------------------------------------ */

static void add_all(struct arena *a, struct compdb *db, json_t *array) {
	size_t i;
	json_t *object;
	json_array_foreach(array, i, object) {
		struct raw_entry raw = {.number = i + 1};
		const char *error = read_raw(a, db, object, &raw.command);
		if (error) problem(a, db, &raw, error);
		else add_raw(a, db, &raw);
	}
}

static const char *load_json(struct arena *a, struct compdb *db, const struct file_text *text) {
	json_error_t why;
	size_t mark = text->length >= 3 && memcmp(text->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	json_t *array = json_loadb(text->bytes + mark, text->length - mark, 0, &why);
	if (!array)
		return arena_printf(a, "%s:%d:%d: not valid JSON: %s; make the database again", db->path,
		                    why.line, why.column, why.text);
	const char *error = NULL;
	if (json_is_array(array)) add_all(a, db, array);
	else error = arena_printf(a, "%s:1:1: not a compile database: an array is expected", db->path);
	if (!error && json_array_size(array) == 0)
		VEC_PUSH(
			a, &db->problems,
			arena_printf(a, "%s: it is empty; %s", db->path,
		                 "bear writes this when nothing was compiled: clean, and build again"));
	json_decref(array);
	settle(db);
	return error;
}

/* compile_flags.txt: one flag a line. */
static void load_flags(struct arena *a, struct compdb *db, const struct file_text *text) {
	struct words lines = {0};
	for (const char *p = text->bytes; *p;) {
		size_t len = strcspn(p, "\r\n");
		const char *next = p + len + strspn(p + len, "\r\n");
		while (len && strchr(" \t", *p)) p++, len--;
		while (len && strchr(" \t", p[len - 1])) len--;
		if (len) VEC_PUSH(a, &lines, arena_copy(a, p, len));
		p = next;
	}
	db->is_fixed = true;
	command_flags(a, &db->directory, lines.items, lines.n, &db->flags, &db->problems);
}

struct compdb *compdb_load(struct arena *a, const char *path, const char **error) {
	struct compdb *db = ARENA_NEW(a, struct compdb);
	struct file_text text;
	db->path = path;
	db->directory = path_directory(a, path_absolute(a, path));
	if (!file_read(a, path, &text, error)) return NULL;
	if (strcmp(path_base(path), "compile_flags.txt") == 0) {
		load_flags(a, db, &text);
		return db;
	}
	*error = load_json(a, db, &text);
	return *error ? NULL : db;
}

struct compdb *compdb_fixed(struct arena *a, const char *directory, const char **argv,
                            size_t argc) {
	struct compdb *db = ARENA_NEW(a, struct compdb);
	db->path = "--";
	db->directory = path_absolute(a, directory);
	db->is_fixed = true;
	command_flags(a, &db->directory, argv, argc, &db->flags, &db->problems);
	return db;
}

/* --- looking up ------------------------------------------------------------------------------- */

/* The first entry whose file is not before real. */
static size_t lower_bound(const struct compdb *db, const char *real) {
	size_t low = 0, high = db->entries.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(db->entries.items[middle].real, real) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

const struct compdb_entry *compdb_lookup(struct arena *a, const struct compdb *db, const char *path,
                                         size_t *n) {
	const char *absolute = path_absolute(a, path);
	*n = 0;
	if (db->is_fixed) {
		const char *file = path_relative(a, db->directory, absolute);
		struct front_command command = {db->directory, file, db->flags.items, db->flags.n, NULL};
		struct compdb_entry *entry = ARENA_NEW(a, struct compdb_entry);
		*entry = make_entry(a, &command);
		*n = 1;
		return entry;
	}
	const char *real = path_real(a, absolute);
	if (!real) return NULL;
	size_t i = lower_bound(db, real);
	while (i + *n < db->entries.n && strcmp(db->entries.items[i + *n].real, real) == 0) ++*n;
	return *n ? &db->entries.items[i] : NULL;
}
