/* The compile database: finding it, reading it, what is odd about it. And the resource directory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the ones above */
#include <cmocka.h>

#include "base/buf.h"
#include "front/compdb.h"
#include "front/resource.h"
#include "scratch_dir.h"

struct fixture {
	struct arena *arena;
	const char *scratch;
};

static int setup(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *f = ARENA_NEW(a, struct fixture);
	*f = (struct fixture){a, scratch_new(a)};
	*state = f;
	return 0;
}

static int teardown(void **state) {
	struct fixture *f = *state;
	scratch_remove(f->scratch);
	arena_free(f->arena);
	return 0;
}

static const char *below(const struct fixture *f, const char *name) {
	return path_join(f->arena, f->scratch, name);
}

static void make(const struct fixture *f, const char *name, const char *text) {
	scratch_file(f->arena, f->scratch, name, text);
}

/* Writes compile_commands.json and reads it. The C files that it may name are there: a.c, b.c, sub/c.c. */
static struct compdb *load(const struct fixture *f, const char *json) {
	const char *error = NULL;
	make(f, "a.c", "");
	make(f, "b.c", "");
	make(f, "sub/c.c", "");
	make(f, "compile_commands.json", json);
	struct compdb *db = compdb_load(f->arena, below(f, "compile_commands.json"), &error);
	if (!db) fail_msg("%s", error);
	return db;
}

static const char *args_of(const struct fixture *f, const struct compdb_entry *entry) {
	struct buf out = BUF_IN(f->arena);
	for (size_t i = 0; i < entry->command.arg_count; i++)
		buf_printf(&out, "%s%s", i ? "|" : "", entry->command.args[i]);
	return buf_text(&out);
}

static void check_problem(const struct compdb *db, size_t i, const char *part) {
	assert_true(i < db->problems.n);
	if (!strstr(db->problems.items[i], part))
		fail_msg("'%s' is not in: %s", part, db->problems.items[i]);
}

/* --- finding ---------------------------------------------------------------------------------- */

static void found_as_clangd_finds_it(void **state) {
	const struct fixture *f = *state;
	struct arena *a = f->arena;
	const char *error = NULL;
	make(f, "p/src/deep/x.c", "");
	make(f, "p/compile_flags.txt", "");
	assert_string_equal(compdb_find(a, NULL, below(f, "p/src/deep/x.c"), &error),
	                    below(f, "p/compile_flags.txt"));
	make(f, "p/build/compile_commands.json", "[]");
	assert_string_equal(compdb_find(a, NULL, below(f, "p/src/deep"), &error),
	                    below(f, "p/build/compile_commands.json"));
	make(f, "p/compile_commands.json", "[]");
	assert_string_equal(compdb_find(a, NULL, below(f, "p/src/x.c"), &error),
	                    below(f, "p/compile_commands.json"));
	make(f, "p/src/compile_flags.txt", "");
	assert_string_equal(compdb_find(a, NULL, below(f, "p/src/deep/x.c"), &error),
	                    below(f, "p/src/compile_flags.txt"));
}

static void given_as_directory_or_file(void **state) {
	const struct fixture *f = *state;
	struct arena *a = f->arena;
	const char *error = NULL;
	make(f, "out/compile_commands.json", "[]");
	make(f, "other.json", "[]");
	make(f, "empty/x", "");
	assert_string_equal(compdb_find(a, below(f, "out"), "/", &error),
	                    below(f, "out/compile_commands.json"));
	assert_string_equal(compdb_find(a, below(f, "other.json"), "/", &error),
	                    below(f, "other.json"));
	assert_null(compdb_find(a, below(f, "empty"), "/", &error));
	assert_non_null(strstr(error, "no compile_commands.json in"));
	assert_null(compdb_find(a, below(f, "none"), "/", &error));
	assert_non_null(strstr(error, "which -p names"));
}

static void not_found_says_where_and_what_to_do(void **state) {
	const struct fixture *f = *state;
	const char *error = NULL;
	make(f, "x.c", "");
	/* Somebody's database may lie above the scratch directory. */
	if (compdb_find(f->arena, NULL, path_directory(f->arena, f->scratch), &error)) skip();
	assert_null(compdb_find(f->arena, NULL, below(f, "x.c"), &error));
	assert_non_null(strstr(error, f->scratch));
	assert_non_null(strstr(error, "CMAKE_EXPORT_COMPILE_COMMANDS"));
	assert_non_null(strstr(error, "bear"));
}

/* --- entries ---------------------------------------------------------------------------------- */

static void both_forms_of_a_command(void **state) {
	const struct fixture *f = *state;
	struct compdb *db =
		load(f, "[{\"directory\": \".\", \"file\": \"a.c\","
	            "  \"command\": \"cc -DX='\\\"a b\\\"' -c a.c && echo done\"},"
	            " {\"directory\": \".\", \"file\": \"b.c\","
	            "  \"arguments\": [\"cc\", \"-DX='q'\", \"-I\", \"a b\", \"-c\", \"b.c\"]}]");
	assert_int_equal(db->problems.n, 0);
	assert_int_equal(db->entries.n, 2);
	assert_string_equal(args_of(f, &db->entries.items[0]), "-DX=\"a b\"");
	assert_string_equal(args_of(f, &db->entries.items[1]), "-DX='q'|-Ia b");
	assert_string_equal(db->entries.items[0].path, below(f, "a.c"));
	assert_string_equal(db->entries.items[0].command.file, "a.c");
	assert_string_equal(db->entries.items[0].command.directory, f->scratch);
	assert_int_equal(db->entries.items[0].variant_count, 1);
}

static void relative_directories_are_relative_to_the_database(void **state) {
	const struct fixture *f = *state;
	struct compdb *db =
		load(f, "[{\"directory\": \"sub\", \"file\": \"c.c\", \"command\": \"cc -c c.c\"},"
	            " {\"file\": \"a.c\", \"command\": \"cc -c a.c\"},"
	            " {\"directory\": \"sub\", \"file\": \"../b.c\", \"command\": \"cc -c ../b.c\"}]");
	assert_int_equal(db->entries.n, 3);
	assert_string_equal(db->entries.items[0].path, below(f, "a.c"));
	assert_string_equal(db->entries.items[1].path, below(f, "b.c"));
	assert_string_equal(db->entries.items[2].path, below(f, "sub/c.c"));
	assert_string_equal(db->entries.items[2].command.directory, below(f, "sub"));
}

static void the_file_may_be_missing(void **state) {
	const struct fixture *f = *state;
	struct compdb *db = load(f, "[{\"directory\": \".\", \"command\": \"cc -DA -c a.c b.c\"}]");
	assert_int_equal(db->problems.n, 0);
	assert_int_equal(db->entries.n, 2);
	assert_string_equal(db->entries.items[1].command.file, "b.c");
	assert_string_equal(args_of(f, &db->entries.items[1]), "-DA");
}

static void what_is_not_c_is_counted(void **state) {
	const struct fixture *f = *state;
	struct compdb *db = load(
		f, "[{\"directory\": \".\", \"file\": \"x.cc\", \"command\": \"c++ -c x.cc\"},"
		   " {\"directory\": \".\", \"file\": \"y.cc\", \"command\": \"c++ -c y.cc\"},"
		   " {\"directory\": \".\", \"file\": \"x.S\", \"command\": \"cc -c x.S\"},"
		   " {\"directory\": \".\", \"file\": \"x.o\", \"command\": \": && cc x.o -o x && :\"},"
		   " {\"directory\": \".\", \"file\": \"x.h\", \"command\": \"cc @no -c a.c\"},"
		   " {\"directory\": \".\", \"file\": \"x.y\", \"command\": \"yacc -d x.y\"},"
		   " {\"directory\": \".\", \"file\": \"all\", \"command\": \"\"},"
		   " {\"directory\": \".\", \"file\": \"a.c\", \"arguments\": []},"
		   " {\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -c a.c\"}]");
	assert_int_equal(db->problems.n, 0);
	assert_int_equal(db->entries.n, 1);
	assert_int_equal(db->skipped[COMMAND_C], 0);
	assert_int_equal(db->skipped[COMMAND_OTHER_LANGUAGE], 2);
	assert_int_equal(db->skipped[COMMAND_ASSEMBLER], 1);
	assert_int_equal(db->skipped[COMMAND_LINK], 1);
	assert_int_equal(db->skipped[COMMAND_HEADER], 1);
	assert_int_equal(db->skipped[COMMAND_NO_COMPILER], 3);
}

static void the_same_twice_is_one_entry(void **state) {
	const struct fixture *f = *state;
	struct compdb *db = load(
		f, "[{\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -DA -O2 -o 1 -c a.c\"},"
		   " {\"directory\": \"sub/..\", \"file\": \"./a.c\","
		   "  \"command\": \"cc -D A -g -fPIC -DPIC -o 2 -c ./a.c\"}]");
	assert_int_equal(db->entries.n, 1);
	assert_int_equal(db->duplicates, 1);
	assert_int_equal(db->entries.items[0].variant_count, 1);
}

static void other_flags_are_variants(void **state) {
	const struct fixture *f = *state;
	struct compdb *db =
		load(f, "[{\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -DB -c a.c\"},"
	            " {\"directory\": \".\", \"file\": \"b.c\", \"command\": \"cc -c b.c\"},"
	            " {\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -c a.c\"},"
	            " {\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -DA -c a.c\"}]");
	static const char *const args[] = {"", "-DA", "-DB"};
	assert_int_equal(db->entries.n, 4);
	for (size_t i = 0; i < 3; i++) {
		const struct compdb_entry *entry = &db->entries.items[i];
		assert_string_equal(entry->command.file, "a.c");
		assert_string_equal(args_of(f, entry), args[i]);
		assert_int_equal(entry->variant, i);
		assert_int_equal(entry->variant_count, 3);
	}
	assert_int_equal(db->entries.items[3].variant_count, 1);
}

static void order_in_the_file_does_not_matter(void **state) {
	const struct fixture *f = *state;
	static const char *const one =
		"{\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -DA -c a.c\"}";
	static const char *const two =
		"{\"directory\": \".\", \"file\": \"b.c\", \"command\": \"cc -DB -c b.c\"}";
	struct compdb *x = load(f, arena_printf(f->arena, "[%s,%s]", one, two));
	struct compdb *y = load(f, arena_printf(f->arena, "[%s,%s,%s]", two, one, two));
	assert_int_equal(x->entries.n, y->entries.n);
	for (size_t i = 0; i < x->entries.n; i++) {
		assert_string_equal(x->entries.items[i].path, y->entries.items[i].path);
		assert_string_equal(args_of(f, &x->entries.items[i]), args_of(f, &y->entries.items[i]));
	}
}

static void a_link_is_the_same_file(void **state) {
	const struct fixture *f = *state;
	make(f, "a.c", "");
	assert_int_equal(symlink("a.c", below(f, "l.c")), 0);
	struct compdb *db =
		load(f, "[{\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -c a.c\"},"
	            " {\"directory\": \".\", \"file\": \"l.c\", \"command\": \"cc -c l.c\"}]");
	assert_int_equal(db->entries.n, 1);
	size_t n;
	assert_non_null(compdb_lookup(f->arena, db, below(f, "l.c"), &n));
	assert_int_equal(n, 1);
}

/* --- trouble ---------------------------------------------------------------------------------- */

static void bad_entries_are_problems_and_the_rest_is_used(void **state) {
	const struct fixture *f = *state;
	struct compdb *db =
		load(f, "[7,"
	            " {\"directory\": \".\", \"file\": \"a.c\"},"
	            " {\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc 'x -c a.c\"},"
	            " {\"directory\": \".\", \"file\": \"a.c\", \"arguments\": [\"cc\", 7]},"
	            " {\"directory\": \".\", \"file\": \"gone.c\", \"command\": \"cc -c gone.c\"},"
	            " {\"directory\": \"/no/such\", \"file\": \"a.c\", \"command\": \"cc -c a.c\"},"
	            " {\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc @no -c a.c\"}]");
	assert_int_equal(db->problems.n, 7);
	check_problem(db, 0, "entry 1 (no file): it is no object");
	check_problem(db, 1, "entry 2 (a.c): it has neither 'arguments' nor 'command'");
	check_problem(db, 2, "a ' is never closed");
	check_problem(db, 3, "something that is no string");
	check_problem(db, 4, "entry 5 (gone.c): the file does not exist");
	check_problem(db, 5, "its directory '/no/such' does not exist");
	check_problem(db, 6, "response file '@no'");
	assert_int_equal(db->entries.n, 1);
}

static void check_malformed(const struct fixture *f, const char *json, const char *part) {
	const char *error = NULL;
	make(f, "compile_commands.json", json);
	assert_null(compdb_load(f->arena, below(f, "compile_commands.json"), &error));
	if (!strstr(error, part)) fail_msg("'%s' is not in: %s", part, error);
}

static void malformed_json_has_a_place(void **state) {
	const struct fixture *f = *state;
	check_malformed(f, "[\n {\"directory\": }\n]", "compile_commands.json:2:16: not valid JSON");
	check_malformed(f, "[{\"file\": \"a.c\"}", "compile_commands.json:1:16: not valid JSON");
	check_malformed(f, "", "compile_commands.json:1:0: not valid JSON");
	check_malformed(f, "{}", "an array is expected");
	check_malformed(f, "[]]", "not valid JSON");
}

static void odd_but_valid(void **state) {
	const struct fixture *f = *state;
	struct compdb *db = load(f, "\xef\xbb\xbf[]");
	assert_int_equal(db->entries.n, 0);
	check_problem(db, 0, "it is empty");
	const char *error = NULL;
	assert_null(compdb_load(f->arena, below(f, "none.json"), &error));
	assert_non_null(strstr(error, "No such file"));
}

/* --- looking up, fixed flags ------------------------------------------------------------------ */

static void lookup_gives_all_variants(void **state) {
	const struct fixture *f = *state;
	struct compdb *db =
		load(f, "[{\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -DB -c a.c\"},"
	            " {\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc -DA -c a.c\"},"
	            " {\"directory\": \"sub\", \"file\": \"c.c\", \"command\": \"cc -c c.c\"}]");
	size_t n;
	const struct compdb_entry *found = compdb_lookup(f->arena, db, below(f, "sub/../a.c"), &n);
	assert_int_equal(n, 2);
	assert_string_equal(args_of(f, found), "-DA");
	assert_non_null(compdb_lookup(f->arena, db, below(f, "sub/c.c"), &n));
	assert_int_equal(n, 1);
	assert_null(compdb_lookup(f->arena, db, below(f, "b.c"), &n));
	assert_int_equal(n, 0);
	assert_null(compdb_lookup(f->arena, db, below(f, "none.c"), &n));
}

static void compile_flags_are_for_any_file(void **state) {
	const struct fixture *f = *state;
	const char *error = NULL;
	size_t n;
	make(f, "compile_flags.txt", "-I\ninc dir\r\n\n  -DX=a b  \n-Wall\n-xc\n");
	make(f, "sub/c.c", "");
	struct compdb *db = compdb_load(f->arena, below(f, "compile_flags.txt"), &error);
	assert_non_null(db);
	assert_true(db->is_fixed);
	const struct compdb_entry *entry = compdb_lookup(f->arena, db, below(f, "sub/c.c"), &n);
	assert_int_equal(n, 1);
	assert_string_equal(args_of(f, entry), "-Iinc dir|-DX=a b");
	assert_string_equal(entry->command.directory, f->scratch);
	assert_string_equal(entry->command.file, "sub/c.c");
	assert_string_equal(entry->path, below(f, "sub/c.c"));
}

static void flags_behind_dashes(void **state) {
	const struct fixture *f = *state;
	const char *argv[] = {"-DA", "-MD", "-Isub"};
	size_t n;
	make(f, "x.c", "");
	struct compdb *db = compdb_fixed(f->arena, f->scratch, argv, 3);
	const struct compdb_entry *entry = compdb_lookup(f->arena, db, below(f, "x.c"), &n);
	assert_string_equal(args_of(f, entry), "-DA|-Isub");
}

static void the_seed_is_a_database(void **state) {
	const struct fixture *f = *state;
	const char *error = NULL;
	const char *path = compdb_find(f->arena, TESTDATA_DIR "/seed", "/", &error);
	assert_non_null(path);
	struct compdb *db = compdb_load(f->arena, path, &error);
	assert_non_null(db);
	assert_int_equal(db->problems.n, 0);
	assert_true(db->entries.n > 1);
	assert_non_null(compdb_find(f->arena, NULL, TESTDATA_DIR "/seed/main.c", &error));
}

/* --- resource directory ----------------------------------------------------------------------- */

static void the_resource_directory_is_beside_libclang(void **state) {
	const struct fixture *f = *state;
	const struct libclang libclang = libclang_loaded(f->arena);
	const char *error = NULL;
	unsetenv("CLOSEWAIT_RESOURCE_DIR");
	const char *directory = resource_find(f->arena, &libclang, NULL, &error);
	assert_non_null(directory);
	assert_true(path_is_file(path_join(f->arena, directory, "include/stddef.h")));
	assert_true(resource_clang_major(&libclang) >= 17);
	const char *base = arena_printf(f->arena, "%u", resource_clang_major(&libclang));
	assert_string_equal(path_base(directory), base);
	assert_non_null(strstr(libclang.version, base));
	assert_true(path_is_file(libclang.library));
}

static void a_resource_directory_that_is_named_is_verified(void **state) {
	const struct fixture *f = *state;
	const struct libclang libclang = libclang_loaded(f->arena);
	const char *error = NULL;
	make(f, "good/include/stddef.h", "");
	make(f, "bad/include/other.h", "");
	assert_string_equal(resource_find(f->arena, &libclang, below(f, "good"), &error),
	                    below(f, "good"));
	assert_null(resource_find(f->arena, &libclang, below(f, "bad"), &error));
	assert_non_null(strstr(error, "--resource-dir names"));
	setenv("CLOSEWAIT_RESOURCE_DIR", below(f, "good"), 1);
	assert_string_equal(resource_find(f->arena, &libclang, NULL, &error), below(f, "good"));
	setenv("CLOSEWAIT_RESOURCE_DIR", below(f, "bad"), 1);
	assert_null(resource_find(f->arena, &libclang, NULL, &error));
	assert_non_null(strstr(error, "CLOSEWAIT_RESOURCE_DIR names"));
	unsetenv("CLOSEWAIT_RESOURCE_DIR");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(found_as_clangd_finds_it),
		TEST(given_as_directory_or_file),
		TEST(not_found_says_where_and_what_to_do),
		TEST(both_forms_of_a_command),
		TEST(relative_directories_are_relative_to_the_database),
		TEST(the_file_may_be_missing),
		TEST(what_is_not_c_is_counted),
		TEST(the_same_twice_is_one_entry),
		TEST(other_flags_are_variants),
		TEST(order_in_the_file_does_not_matter),
		TEST(a_link_is_the_same_file),
		TEST(bad_entries_are_problems_and_the_rest_is_used),
		TEST(malformed_json_has_a_place),
		TEST(odd_but_valid),
		TEST(lookup_gives_all_variants),
		TEST(compile_flags_are_for_any_file),
		TEST(flags_behind_dashes),
		TEST(the_seed_is_a_database),
		TEST(the_resource_directory_is_beside_libclang),
		TEST(a_resource_directory_that_is_named_is_verified),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
