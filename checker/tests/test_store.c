/* The store of unit files: what counts, what does not, and that nothing that goes wrong stops a
 * run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/store.h"
#include "scratch_dir.h"

static const char unit_text[] = "unit \"a.c\"\nfile 0 \"a.c\"\n";

struct fixture {
	struct arena *arena;
	const char *scratch, *directory, *key;
	const char *paths[3];
	struct store_inputs inputs;
	struct store *store;
};

/* Gives the files a stamp that lies before every run. */
static void make_old(const char *path) {
	struct timespec times[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Waits until what was changed so far is older than store_now(). */
static void wait_a_tick(void) {
	struct timespec pause = {.tv_nsec = 30 * 1000 * 1000};
	nanosleep(&pause, NULL);
}

static int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *f = ARENA_NEW(a, struct fixture);
	const char *pieces[] = {"1.0", "19", "/src", "a.c", "-O2"};
	f->arena = a;
	f->scratch = scratch_new(a);
	f->directory = path_join(a, f->scratch, "cache/closewait");
	f->key = store_key(a, pieces, 5);
	f->paths[0] = scratch_file(a, f->scratch, "a.c", "int a;\n");
	f->paths[1] = scratch_file(a, f->scratch, "a \"b\"\n.h", "int b;\n");
	f->paths[2] = scratch_file(a, f->scratch, "empty.h", "");
	for (int i = 0; i < 3; i++) make_old(f->paths[i]);
	wait_a_tick();
	f->inputs = (struct store_inputs){f->paths, 3, store_now()};
	f->store = store_open(a, f->directory);
	*state = f;
	return 0;
}

static int tear_down(void **state) {
	struct fixture *f = *state;
	scratch_remove(f->scratch);
	store_close(f->store);
	arena_free(f->arena);
	return 0;
}

/* As the next run does. */
static void open_again(struct fixture *f) {
	store_close(f->store);
	f->store = store_open(f->arena, f->directory);
}

static void save(struct fixture *f) {
	store_save(f->store, f->key, &f->inputs, unit_text, sizeof unit_text - 1);
}

static bool holds(struct fixture *f) {
	struct file_text unit;
	if (!store_lookup(f->store, f->arena, f->key, &unit)) return false;
	assert_int_equal(unit.length, sizeof unit_text - 1);
	assert_string_equal(unit.bytes, unit_text);
	return true;
}

static bool holds_in_next_run(struct fixture *f) {
	open_again(f);
	return holds(f);
}

static const char *entry_path(struct fixture *f) {
	return arena_printf(f->arena, "%s/%.2s/%s", f->directory, f->key, f->key + 2);
}

/* What fn prints on stderr. */
static const char *warnings_of(struct fixture *f, void (*fn)(struct fixture *)) {
	const char *path = path_join(f->arena, f->scratch, "stderr"), *error;
	int saved = dup(2), fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(fd, 2);
	fn(f);
	fflush(stderr);
	dup2(saved, 2);
	close(saved);
	close(fd);
	struct file_text text;
	assert_true(file_read(f->arena, path, &text, &error));
	return text.bytes;
}

static size_t count_lines(const char *text) {
	size_t n = 0;
	for (; *text; text++) n += *text == '\n';
	return n;
}

/* --- what counts ------------------------------------------------------------------------------ */

static void gives_back_what_was_saved(void **state) {
	struct fixture *f = *state;
	assert_false(holds(f));
	save(f);
	assert_true(holds(f));
	assert_true(holds_in_next_run(f));
}

static void keeps_units_of_any_size(void **state) {
	struct fixture *f = *state;
	enum { SIZE = 3 << 20 };
	char *large = arena_alloc(f->arena, SIZE);
	for (size_t i = 0; i < SIZE; i++) large[i] = (char)(i * 31 % 251);
	size_t sizes[] = {0, 1, SIZE};
	for (int i = 0; i < 3; i++) {
		struct file_text unit;
		store_save(f->store, f->key, &f->inputs, large, sizes[i]);
		assert_true(store_lookup(f->store, f->arena, f->key, &unit));
		assert_int_equal(unit.length, sizes[i]);
		assert_memory_equal(unit.bytes, large, sizes[i]);
	}
}

static void an_entry_ends_with_its_inputs(void **state) {
	struct fixture *f = *state;
	for (int i = 0; i < 3; i++) {
		const char *text = i == 2 ? "" : i == 1 ? "int b;\n" : "int a;\n";
		save(f);
		assert_true(holds_in_next_run(f));
		scratch_file(f->arena, f->scratch, path_base(f->paths[i]), "changed\n");
		assert_false(holds_in_next_run(f));
		assert_int_equal(unlink(f->paths[i]), 0);
		assert_false(holds_in_next_run(f));
		/* What counts is the content. */
		scratch_file(f->arena, f->scratch, path_base(f->paths[i]), text);
		assert_true(holds_in_next_run(f));
		wait_a_tick();
		f->inputs.read_since = store_now();
	}
}

static void an_input_is_hashed_once_a_run(void **state) {
	struct fixture *f = *state;
	save(f);
	assert_true(holds(f));
	scratch_file(f->arena, f->scratch, "a.c", "changed\n");
	assert_true(holds(f));
	assert_false(holds_in_next_run(f));
}

static void every_piece_of_a_key_counts(void **state) {
	struct fixture *f = *state;
	const char *pieces[] = {"ab", "c"}, *shifted[] = {"a", "bc"}, *joined[] = {"abc"},
			   *more[] = {"ab", "c", ""};
	const char *keys[] = {
		store_key(f->arena, pieces, 2), store_key(f->arena, shifted, 2),
		store_key(f->arena, joined, 1), store_key(f->arena, more, 3),
		store_key(f->arena, NULL, 0),
	};
	for (int i = 0; i < 5; i++) {
		assert_int_equal(strlen(keys[i]), 32);
		for (int j = 0; j < i; j++) assert_string_not_equal(keys[i], keys[j]);
	}
	assert_string_equal(keys[0], store_key(f->arena, pieces, 2));
}

static const char *entry_text(struct fixture *f) {
	struct file_text text;
	const char *error;
	assert_true(file_read(f->arena, entry_path(f), &text, &error));
	return text.bytes;
}

static void an_entry_gets_the_stamps_of_files_that_were_written_anew(void **state) {
	struct fixture *f = *state;
	save(f);
	const char *before = entry_text(f);
	assert_true(holds_in_next_run(f));
	assert_string_equal(entry_text(f), before);
	scratch_file(f->arena, f->scratch, "a.c", "int a;\n");
	wait_a_tick();
	assert_true(holds_in_next_run(f));
	const char *after = entry_text(f);
	assert_string_not_equal(after, before);
	assert_true(holds_in_next_run(f));
	assert_string_equal(entry_text(f), after);
}

/* Else a change in the same moment would leave the stamp as it is. */
static void a_stamp_of_now_is_not_kept(void **state) {
	struct fixture *f = *state;
	save(f);
	const char *before = entry_text(f);
	struct timespec later[2] = {{.tv_sec = 4000000000}, {.tv_sec = 4000000000}};
	assert_int_equal(utimensat(AT_FDCWD, f->paths[0], later, 0), 0);
	assert_true(holds_in_next_run(f));
	assert_string_equal(entry_text(f), before);
}

/* A later time of change, as of a file that is restored with its old one, or one copied over it. */
static void every_part_of_a_stamp_counts(void **state) {
	struct fixture *f = *state;
	struct stat st;
	save(f);
	assert_int_equal(stat(f->paths[0], &st), 0);
	scratch_file(f->arena, f->scratch, "a.c", "int b;\n");
	struct timespec times[2] = {st.st_atim, st.st_mtim};
	assert_int_equal(utimensat(AT_FDCWD, f->paths[0], times, 0), 0);
	assert_false(holds_in_next_run(f));
}

static void all_inputs_are_those_of_what_was_found_or_kept(void **state) {
	struct fixture *f = *state;
	struct store_inputs all;
	const char *pieces[] = {"another"}, *first = f->key;
	assert_true(store_all_inputs(f->store, &all));
	assert_int_equal(all.count, 0);
	f->inputs.count = 2;
	save(f);
	f->inputs = (struct store_inputs){f->paths + 1, 2, f->inputs.read_since};
	f->key = store_key(f->arena, pieces, 1);
	save(f);
	assert_true(store_all_inputs(f->store, &all));
	assert_int_equal(all.count, 3);
	f->key = first;
	assert_true(holds_in_next_run(f));
	assert_true(store_all_inputs(f->store, &all));
	assert_int_equal(all.count, 2);
}

static void nothing_rests_on_a_file_that_was_seen_to_change(void **state) {
	struct fixture *f = *state;
	struct store_inputs all;
	save(f);
	assert_true(holds_in_next_run(f));
	scratch_file(f->arena, f->scratch, "empty.h", "x");
	wait_a_tick();
	f->inputs.read_since = store_now();
	save(f);
	assert_false(store_all_inputs(f->store, &all));
	assert_true(holds_in_next_run(f));
	assert_true(store_all_inputs(f->store, &all));
}

/* --- what is not saved ------------------------------------------------------------------------ */

static void an_input_changed_since_it_was_read_is_not_saved(void **state) {
	struct fixture *f = *state;
	f->inputs.read_since = store_now();
	scratch_file(f->arena, f->scratch, "empty.h", "x");
	save(f);
	assert_false(holds(f));
}

static void an_older_file_moved_over_an_input_is_not_saved(void **state) {
	struct fixture *f = *state;
	const char *other = scratch_file(f->arena, f->scratch, "other.h", "x");
	make_old(other);
	f->inputs.read_since = store_now();
	assert_int_equal(rename(other, f->paths[2]), 0);
	save(f);
	assert_false(holds(f));
}

static void a_file_stamped_in_whole_seconds_is_not_trusted_in_that_second(void **state) {
	struct fixture *f = *state;
	struct timespec times[2] = {f->inputs.read_since, f->inputs.read_since};
	times[0].tv_nsec = times[1].tv_nsec = 0;
	assert_int_equal(utimensat(AT_FDCWD, f->paths[0], times, 0), 0);
	wait_a_tick();
	f->inputs.read_since.tv_nsec = 999999999;
	save(f);
	assert_false(holds(f));
}

static void a_file_changed_between_its_hash_and_its_reading_is_hashed_again(void **state) {
	struct fixture *f = *state;
	save(f);
	assert_true(holds(f)); /* hashes the inputs */
	scratch_file(f->arena, f->scratch, "empty.h", "x");
	wait_a_tick();
	f->inputs.read_since = store_now();
	save(f);
	assert_true(holds_in_next_run(f));
	scratch_file(f->arena, f->scratch, "empty.h", "");
	assert_false(holds_in_next_run(f));
}

static void an_input_that_is_not_there_is_not_saved(void **state) {
	struct fixture *f = *state;
	f->paths[1] = "/nonexistent/x.h";
	save(f);
	assert_false(holds(f));
	f->paths[1] = f->scratch; /* a directory */
	save(f);
	assert_false(holds(f));
}

/* --- what goes wrong -------------------------------------------------------------------------- */

static void every_change_of_an_entry_is_noticed(void **state) {
	struct fixture *f = *state;
	const char *error, *path = entry_path(f);
	struct file_text entry;
	save(f);
	assert_true(file_read(f->arena, path, &entry, &error));
	for (size_t i = 0; i < entry.length; i++) {
		char *bytes = arena_copy(f->arena, entry.bytes, entry.length);
		bytes[i] ^= 1;
		assert_true(file_write(f->arena, path, bytes, entry.length, &error));
		assert_false(holds(f));
		assert_true(file_write(f->arena, path, entry.bytes, i, &error));
		assert_false(holds(f));
	}
	assert_true(file_write(f->arena, path, entry.bytes, entry.length, &error));
	assert_true(holds(f));
}

static void an_entry_under_the_name_of_another_does_not_count(void **state) {
	struct fixture *f = *state;
	const char *from, *error;
	save(f);
	from = entry_path(f);
	const char *pieces[] = {"other"};
	f->key = store_key(f->arena, pieces, 1);
	assert_true(path_make_directory(f->arena, path_directory(f->arena, entry_path(f)), &error));
	assert_int_equal(rename(from, entry_path(f)), 0);
	assert_false(holds(f));
}

static void use_twice(struct fixture *f) {
	open_again(f);
	for (int i = 0; i < 2; i++) {
		assert_false(holds(f));
		save(f);
	}
}

static void a_directory_that_cannot_be_made_is_one_warning(void **state) {
	struct fixture *f = *state;
	f->directory = path_join(f->arena, f->paths[0], "below-a-file");
	const char *warnings = warnings_of(f, use_twice);
	assert_int_equal(count_lines(warnings), 1);
	assert_non_null(strstr(warnings, "closewait: warning: cannot make the directory '"));
	assert_non_null(strstr(warnings, "; going on without the cache\n"));
}

static void an_entry_that_cannot_be_written_is_one_warning(void **state) {
	struct fixture *f = *state;
	const char *error;
	assert_true(path_make_directory(f->arena, entry_path(f), &error));
	scratch_file(f->arena, entry_path(f), "x", ""); /* nothing is renamed over this directory */
	assert_int_equal(count_lines(warnings_of(f, use_twice)), 1);
}

/* The limit makes writing fail as a full disk does. */
static void save_on_a_full_disk(struct fixture *f) {
	struct rlimit none = {4096, RLIM_INFINITY}, saved;
	char large[8192] = {0};
	getrlimit(RLIMIT_FSIZE, &saved);
	none.rlim_max = saved.rlim_max;
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &none);
	for (int i = 0; i < 2; i++) store_save(f->store, f->key, &f->inputs, large, sizeof large);
	setrlimit(RLIMIT_FSIZE, &saved);
	signal(SIGXFSZ, handler);
}

static int files_seen;

static int count_file(const char *path, const struct stat *st, int type, struct FTW *ftw) {
	(void)path, (void)st, (void)ftw;
	files_seen += type == FTW_F;
	return 0;
}

static void a_full_disk_is_one_warning_and_leaves_nothing(void **state) {
	struct fixture *f = *state;
	assert_int_equal(count_lines(warnings_of(f, save_on_a_full_disk)), 1);
	files_seen = 0;
	nftw(f->directory, count_file, 8, FTW_PHYS);
	assert_int_equal(files_seen, 0);
	assert_false(holds_in_next_run(f));
}

static void a_store_without_directory_holds_nothing(void **state) {
	struct fixture *f = *state;
	f->directory = NULL;
	open_again(f);
	save(f);
	assert_false(holds(f));
}

static void the_default_is_below_the_home(void **state) {
	struct fixture *f = *state;
	setenv("XDG_CACHE_HOME", "/x/cache", 1);
	assert_string_equal(store_default_directory(f->arena), "/x/cache/closewait");
	setenv("HOME", "/home/me", 1);
	setenv("XDG_CACHE_HOME", "relative", 1);
	assert_string_equal(store_default_directory(f->arena), "/home/me/.cache/closewait");
	unsetenv("XDG_CACHE_HOME");
	assert_string_equal(store_default_directory(f->arena), "/home/me/.cache/closewait");
	unsetenv("HOME");
	assert_null(store_default_directory(f->arena));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(gives_back_what_was_saved),
		TEST(keeps_units_of_any_size),
		TEST(an_entry_ends_with_its_inputs),
		TEST(an_input_is_hashed_once_a_run),
		TEST(every_piece_of_a_key_counts),
		TEST(an_entry_gets_the_stamps_of_files_that_were_written_anew),
		TEST(a_stamp_of_now_is_not_kept),
		TEST(every_part_of_a_stamp_counts),
		TEST(all_inputs_are_those_of_what_was_found_or_kept),
		TEST(nothing_rests_on_a_file_that_was_seen_to_change),
		TEST(an_input_changed_since_it_was_read_is_not_saved),
		TEST(an_older_file_moved_over_an_input_is_not_saved),
		TEST(a_file_stamped_in_whole_seconds_is_not_trusted_in_that_second),
		TEST(a_file_changed_between_its_hash_and_its_reading_is_hashed_again),
		TEST(an_input_that_is_not_there_is_not_saved),
		TEST(every_change_of_an_entry_is_noticed),
		TEST(an_entry_under_the_name_of_another_does_not_count),
		TEST(a_directory_that_cannot_be_made_is_one_warning),
		TEST(an_entry_that_cannot_be_written_is_one_warning),
		TEST(a_full_disk_is_one_warning_and_leaves_nothing),
		TEST(a_store_without_directory_holds_nothing),
		TEST(the_default_is_below_the_home),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
