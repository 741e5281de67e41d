/* Floor 0: arenas, vectors, buffers, maps, interned strings, paths, files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
/* cmocka.h needs the ones above */
#include <cmocka.h>

#include "base/buf.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"
#include "scratch_dir.h"

static int setup(void **state) {
	*state = arena_new("test");
	return 0;
}

static int teardown(void **state) {
	arena_free(*state);
	return 0;
}

/* --- arena ------------------------------------------------------------------------------------ */

static void arena_gives_zeroed_aligned_memory(void **state) {
	struct arena *a = *state;
	for (size_t size = 0; size < 200000; size = size * 2 + 1) {
		unsigned char *p = arena_alloc(a, size);
		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
		memset(p, 0xff, size);
	}
}

static void arena_is_zeroed_again_after_a_reset(void **state) {
	struct arena *a = *state;
	char *before = arena_strdup(a, "kept");
	struct arena_mark mark = arena_mark(a);
	memset(arena_alloc(a, 1000), 0xff, 1000);
	memset(arena_alloc(a, 200000), 0xff, 200000); /* a chunk of its own */
	arena_reset(a, mark);
	char *again = arena_alloc(a, 1000);
	for (int i = 0; i < 1000; i++) assert_int_equal(again[i], 0);
	assert_string_equal(before, "kept");
}

static void arena_that_grew_is_zeroed_again(void **state) {
	enum { ONE = 100000, MANY = 100 }; /* several chunks of large pages */
	struct arena *a = *state;
	for (int turn = 0; turn < 3; turn++) {
		struct arena_mark mark = arena_mark(a);
		for (int i = 0; i < MANY; i++) {
			unsigned char *p = arena_alloc(a, ONE);
			assert_int_equal((uintptr_t)p % 16, 0);
			for (int k = 0; k < ONE; k++) assert_int_equal(p[k], 0);
			memset(p, 0xff, ONE);
		}
		memset(arena_alloc(a, (size_t)ONE * MANY), 0xff, (size_t)ONE * MANY);
		arena_reset(a, mark);
	}
}

static void arena_enlarges(void **state) {
	struct arena *a = *state;
	const char *larger = arena_enlarge(a, "abc", 3, 100);
	assert_memory_equal(larger, "abc", 3);
	for (int i = 3; i < 100; i++) assert_int_equal(larger[i], 0);
	assert_int_equal(*(char *)arena_enlarge(a, NULL, 0, 1), 0);
}

static void arena_reset_to_an_empty_arena(void **state) {
	struct arena *a = *state;
	struct arena_mark mark = arena_mark(a);
	arena_strdup(a, "gone");
	arena_reset(a, mark);
	assert_string_equal(arena_strdup(a, "new"), "new");
}

static void arena_copies_and_prints(void **state) {
	struct arena *a = *state;
	assert_string_equal(arena_copy(a, "abcdef", 3), "abc");
	assert_string_equal(arena_copy(a, NULL, 0), "");
	assert_string_equal(arena_printf(a, "%s-%d", "x", 7), "x-7");
	assert_string_equal(arena_printf(a, "%s", ""), "");
	assert_true(arena_used(a) > 0);
}

/* --- vec, buf --------------------------------------------------------------------------------- */

static void vec_keeps_items_while_it_grows(void **state) {
	VEC(int) ints = {0};
	for (int i = 0; i < 1000; i++) VEC_PUSH(*state, &ints, i * i);
	assert_int_equal(ints.n, 1000);
	for (int i = 0; i < 1000; i++) assert_int_equal(ints.items[i], i * i);
}

static void vec_takes_structs_in_braces(void **state) {
	struct pair {
		int x, y;
	};
	VEC(struct pair) pairs = {0};
	VEC_PUSH(*state, &pairs, (struct pair){1, 2});
	assert_int_equal(pairs.items[0].y, 2);
}

static void buf_is_empty_text_before_the_first_addition(void **state) {
	struct buf b = BUF_IN(*state);
	assert_string_equal(buf_text(&b), "");
	buf_add(&b, "");
	assert_string_equal(buf_text(&b), "");
}

static void buf_adds_in_every_way(void **state) {
	struct buf b = BUF_IN(*state);
	buf_add(&b, "a");
	buf_add_char(&b, 'b');
	buf_add_bytes(&b, "cd\0e", 4);
	buf_printf(&b, "%d", 42);
	assert_int_equal(b.n, 8);
	assert_memory_equal(b.s, "abcd\0e42", 9);
	for (int i = 0; i < 5000; i++) buf_printf(&b, "%d,", i);
	assert_string_equal(b.s + b.n - 5, "4999,");
}

/* --- map, intern ------------------------------------------------------------------------------ */

static void map_finds_what_was_put(void **state) {
	struct map m = {0};
	static int values[2000];
	assert_null(map_get(&m, 1));
	for (uint64_t i = 0; i < 2000; i++) map_put(*state, &m, i << 32, &values[i]);
	for (uint64_t i = 0; i < 2000; i++) assert_ptr_equal(map_get(&m, i << 32), &values[i]);
	assert_null(map_get(&m, 7));
}

static void map_replaces_and_keeps_the_order_of_insertion(void **state) {
	struct map m = {0};
	int x, y;
	map_put(*state, &m, 9, &x);
	map_put(*state, &m, 3, &x);
	map_put(*state, &m, 9, &y);
	assert_int_equal(m.n, 2);
	assert_int_equal(m.entries[0].key, 9);
	assert_ptr_equal(m.entries[0].value, &y);
	assert_int_equal(m.entries[1].key, 3);
}

static void intern_gives_one_pointer_per_text(void **state) {
	struct arena *a = *state;
	struct intern *t = intern_new(a);
	const char *names[3000];
	for (int i = 0; i < 3000; i++) names[i] = intern(t, arena_printf(a, "n%d", i));
	for (int i = 0; i < 3000; i++) assert_ptr_equal(intern(t, arena_printf(a, "n%d", i)), names[i]);
	assert_ptr_equal(intern_bytes(t, "n12345", 3), names[12]);
	assert_ptr_equal(intern(t, ""), intern_bytes(t, "x", 0));
	assert_ptr_not_equal(intern_bytes(t, "a\0b", 3), intern(t, "a"));
}

/* --- paths ------------------------------------------------------------------------------------ */

static void path_joins(void **state) {
	struct arena *a = *state;
	assert_string_equal(path_join(a, "/d", "x.c"), "/d/x.c");
	assert_string_equal(path_join(a, "/d/", "x.c"), "/d/x.c");
	assert_string_equal(path_join(a, "/", "x.c"), "/x.c");
	assert_string_equal(path_join(a, "/d", "/x.c"), "/x.c");
	assert_string_equal(path_join(a, "", "x.c"), "x.c");
	assert_string_equal(path_join(a, NULL, "x.c"), "x.c");
}

static void path_normalises(void **state) {
	static const char *const cases[][2] = {
		{"/a/./b//c/", "/a/b/c"}, {"/a/../b", "/b"},     {"/../..", "/"},    {"a/..", "."},
		{"../../a", "../../a"},   {"a/../../b", "../b"}, {"", "."},          {"/", "/"},
		{"./x.c", "x.c"},         {"..", ".."},          {"a/b/../..", "."}, {"/a/...", "/a/..."},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(path_normalise(*state, cases[i][0]), cases[i][1]);
}

static void path_takes_apart(void **state) {
	struct arena *a = *state;
	assert_string_equal(path_base("/a/b.c"), "b.c");
	assert_string_equal(path_base("b.c"), "b.c");
	assert_string_equal(path_directory(a, "/a/b.c"), "/a");
	assert_string_equal(path_directory(a, "/b.c"), "/");
	assert_string_equal(path_directory(a, "b.c"), ".");
	assert_string_equal(path_ending("/a.d/b.tar.gz"), ".gz");
	assert_string_equal(path_ending("/a.d/b"), "");
	assert_string_equal(path_ending("/a/.hidden"), "");
}

static void path_is_relative_only_below_the_root(void **state) {
	struct arena *a = *state;
	assert_string_equal(path_relative(a, "/a/b", "/a/b/c/d.c"), "c/d.c");
	assert_string_equal(path_relative(a, "/a/b/", "/a/b/c.c"), "c.c");
	assert_string_equal(path_relative(a, "/a/b", "/a/bc/d.c"), "/a/bc/d.c");
	assert_string_equal(path_relative(a, "/a/b", "/a/b"), ".");
	assert_string_equal(path_relative(a, "/", "/x.c"), "x.c");
	assert_string_equal(path_relative(a, "/a/b", "/x.c"), "/x.c");
}

static void path_real_follows_links(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a);
	const char *target = scratch_file(a, scratch, "real/x.c", "int x;\n");
	const char *link = path_join(a, scratch, "link");
	assert_int_equal(symlink("real", link), 0);
	assert_string_equal(path_real(a, path_join(a, link, "x.c")), target);
	assert_null(path_real(a, path_join(a, link, "y.c")));
	assert_true(path_is_file(target));
	assert_false(path_is_file(scratch));
	assert_true(path_is_directory(link));
	scratch_remove(scratch);
}

/* --- files ------------------------------------------------------------------------------------ */

static void file_reads_what_was_written(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a), *path = path_join(a, scratch, "f"), *error = NULL;
	struct file_text text;
	assert_true(file_write(a, path, "one\0two", 7, &error));
	assert_true(file_read(a, path, &text, &error));
	assert_int_equal(text.length, 7);
	assert_memory_equal(text.bytes, "one\0two", 8);
	assert_true(file_write(a, path, "", 0, &error));
	assert_true(file_read(a, path, &text, &error));
	assert_int_equal(text.length, 0);
	assert_string_equal(text.bytes, "");
	scratch_remove(scratch);
}

static void file_reads_what_has_no_size(void **state) {
	const char *error = NULL;
	struct file_text text;
	assert_true(file_read(*state, "/proc/self/maps", &text, &error));
	assert_true(text.length > 100);
	assert_int_equal(text.bytes[text.length], 0);
}

static void file_read_says_why_not(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a), *fifo = path_join(a, scratch, "fifo"), *error = NULL;
	struct file_text text;
	assert_false(file_read(a, "/no/such/file", &text, &error));
	assert_string_equal(error, "cannot read '/no/such/file': No such file or directory");
	assert_false(file_read(a, scratch, &text, &error));
	assert_non_null(strstr(error, "it is a directory"));
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_false(file_read(a, fifo, &text, &error));
	assert_non_null(strstr(error, "it is not a regular file"));
	scratch_remove(scratch);
}

static void file_write_replaces_the_target_of_a_link(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a), *error = NULL;
	const char *target = scratch_file(a, scratch, "target", "old");
	const char *link = path_join(a, scratch, "link");
	struct file_text text;
	struct stat st;
	assert_int_equal(symlink("target", link), 0);
	assert_true(file_write(a, link, "new", 3, &error));
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_true(file_read(a, target, &text, &error));
	assert_string_equal(text.bytes, "new");
	scratch_remove(scratch);
}

static void file_write_leaves_devices_alone(void **state) {
	struct stat st;
	const char *error = NULL;
	assert_true(file_write(*state, "/dev/null", "x", 1, &error));
	assert_int_equal(stat("/dev/null", &st), 0);
	assert_true(S_ISCHR(st.st_mode));
}

static void file_write_leaves_nothing_behind_when_it_fails(void **state) {
	const char *error = NULL;
	assert_false(file_write(*state, "/no/such/directory/f", "x", 1, &error));
	assert_string_equal(error, "cannot write '/no/such/directory/f': No such file or directory");
}

static void directories_are_made_on_the_way(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a), *error = NULL;
	const char *deep = path_join(a, scratch, "a/b/c");
	assert_true(path_make_directory(a, deep, &error));
	assert_true(path_make_directory(a, deep, &error));
	assert_true(path_is_directory(deep));
	const char *file = scratch_file(a, scratch, "file", "");
	assert_false(path_make_directory(a, path_join(a, file, "x"), &error));
	assert_false(path_make_directory(a, file, &error));
	scratch_remove(scratch);
}

static void content_hash_is_xxh3_128(void **state) {
	struct arena *a = *state;
	/* xxhsum -H2 of the same bytes */
	assert_string_equal(content_hash(a, "", 0), "99aa06d3014798d86001c324468d497f");
	assert_string_not_equal(content_hash(a, "a", 1), content_hash(a, "b", 1));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(arena_gives_zeroed_aligned_memory),
		TEST(arena_is_zeroed_again_after_a_reset),
		TEST(arena_that_grew_is_zeroed_again),
		TEST(arena_enlarges),
		TEST(arena_reset_to_an_empty_arena),
		TEST(arena_copies_and_prints),
		TEST(vec_keeps_items_while_it_grows),
		TEST(vec_takes_structs_in_braces),
		TEST(buf_is_empty_text_before_the_first_addition),
		TEST(buf_adds_in_every_way),
		TEST(map_finds_what_was_put),
		TEST(map_replaces_and_keeps_the_order_of_insertion),
		TEST(intern_gives_one_pointer_per_text),
		TEST(path_joins),
		TEST(path_normalises),
		TEST(path_takes_apart),
		TEST(path_is_relative_only_below_the_root),
		TEST(path_real_follows_links),
		TEST(file_reads_what_was_written),
		TEST(file_reads_what_has_no_size),
		TEST(file_read_says_why_not),
		TEST(file_write_replaces_the_target_of_a_link),
		TEST(file_write_leaves_devices_alone),
		TEST(file_write_leaves_nothing_behind_when_it_fails),
		TEST(directories_are_made_on_the_way),
		TEST(content_hash_is_xxh3_128),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
