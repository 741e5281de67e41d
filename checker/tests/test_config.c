/* Configuration files: found, inherited, refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/config.h"
#include "cli/options.h"
#include "scratch_dir.h"

struct fixture {
	struct arena *arena;
	const char *directory;
};

static int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *f = ARENA_NEW(a, struct fixture);
	*f = (struct fixture){a, scratch_new(a)};
	*state = f;
	return 0;
}

static int tear_down(void **state) {
	struct fixture *f = *state;
	scratch_remove(f->directory);
	arena_free(f->arena);
	return 0;
}

static const char *write_config(struct fixture *f, const char *name, const char *text) {
	return scratch_file(f->arena, f->directory, name, text);
}

static struct config loaded(struct fixture *f, const char *path) {
	struct config config = {0};
	const char *error = NULL;
	if (!config_load(f->arena, path, &config, &error)) fail_msg("%s", error);
	return config;
}

/* The text is refused, at the line and with a message that holds what. */
static void refused(struct fixture *f, const char *text, unsigned line, const char *what) {
	struct config config = {0};
	const char *error = NULL, *path = write_config(f, ".closewait.yml", text);
	assert_false(config_load(f->arena, path, &config, &error));
	const char *place = arena_printf(f->arena, ".closewait.yml:%u: ", line);
	if (!strstr(error, place) || !strstr(error, what)) fail_msg("%s: %s", text, error);
}

/* --- what is accepted ------------------------------------------------------------------------- */

static void every_key_is_read(void **state) {
	struct fixture *f = *state;
	struct config c = loaded(f, write_config(f, "x.yml",
	                                         "# all of them\n"
	                                         "inherit: no\n"
	                                         "level: possible\n"
	                                         "fail-on: never\n"
	                                         "rules:\n"
	                                         "  hollow-close: off\n"
	                                         "  '*-socket': certain\n"
	                                         "  skipped-close: on\n"
	                                         "models: [a.model, /b.model]\n"
	                                         "extra-args: -DX\n"
	                                         "removed-args:\n  - -DNDEBUG\n  - -O*\n"
	                                         "include: [src]\n"
	                                         "exclude: ['*.gen.c']\n"
	                                         "baseline: ci/known\n"));
	assert_int_equal(c.files.n, 1);
	assert_int_equal(c.level.value, LEVEL_POSSIBLE);
	assert_int_equal(c.fail_on.value, FAIL_ON_NEVER);
	assert_int_equal(c.rules.n, 3);
	assert_true(c.rules.items[0].is_off);
	assert_true(c.rules.items[1].has_level);
	assert_int_equal(c.rules.items[1].level, LEVEL_CERTAIN);
	assert_false(c.rules.items[2].is_off || c.rules.items[2].has_level);
	assert_int_equal(c.models.n, 2);
	assert_string_equal(c.models.items[0].directory, f->directory);
	assert_int_equal(c.extra_args.n, 1);
	assert_int_equal(c.removed_args.n, 2);
	assert_string_equal(c.removed_args.items[1].text, "-O*");
	assert_non_null(strstr(c.removed_args.items[1].from, "x.yml:13"));
	assert_int_equal(config_lines(f->arena, &c).n, 13);
}

static void nothing_is_a_configuration(void **state) {
	struct fixture *f = *state;
	static const char *const texts[] = {"", "# nothing\n", "---\n", "{}\n",
	                                    "rules: {}\nmodels: []\n"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct config c = loaded(f, write_config(f, ".closewait.yml", texts[i]));
		assert_int_equal(config_lines(f->arena, &c).n, 0);
	}
}

static void the_nearest_is_found(void **state) {
	struct fixture *f = *state;
	const char *above = write_config(f, ".closewait.yml", "");
	const char *nearest = write_config(f, "a/b/.closewait.yml", "");
	scratch_file(f->arena, f->directory, "a/b/c/x.c", "");
	assert_string_equal(
		config_find(f->arena, path_join(f->arena, f->directory, "a/b/c"), config_name), nearest);
	assert_string_equal(
		config_find(f->arena, path_join(f->arena, f->directory, "a/b"), config_name), nearest);
	assert_string_equal(config_find(f->arena, path_join(f->arena, f->directory, "a"), config_name),
	                    above);
}

static void what_is_nearer_replaces(void **state) {
	struct fixture *f = *state;
	write_config(f, ".closewait.yml",
	             "level: possible\nfail-on: certain\nmodels: [m]\nrules: {'*': off}\n");
	write_config(f, "a/.closewait.yml", "inherit: true\nlevel: certain\n");
	const char *nearest = write_config(f, "a/b/.closewait.yml",
	                                   "inherit: yes\nmodels: [n]\nrules: {hollow-close: on}\n");
	struct config c = loaded(f, nearest);
	assert_int_equal(c.files.n, 3);
	assert_string_equal(c.files.items[0], nearest);
	assert_int_equal(c.level.value, LEVEL_CERTAIN);
	assert_int_equal(c.fail_on.value, FAIL_ON_CERTAIN);
	assert_string_equal(c.models.items[0].text, "m");
	assert_string_equal(c.models.items[1].text, "n");
	assert_string_equal(c.models.items[1].directory, path_directory(f->arena, nearest));
	assert_string_equal(c.rules.items[1].glob, "hollow-close");
	/* The nearest alone, when it does not ask for more. */
	c = loaded(f, write_config(f, "a/b/.closewait.yml", "fail-on: likely\n"));
	assert_int_equal(c.files.n, 1);
	assert_null(c.level.from);
}

static void rules_are_settled_by_the_last(void **state) {
	struct fixture *f = *state;
	struct config c = loaded(f, write_config(f, "x.yml",
	                                         "rules:\n"
	                                         "  '*': off\n"
	                                         "  '*-socket': likely\n"
	                                         "  unclosed-socket: certain\n"));
	struct options o = {.level = LEVEL_POSSIBLE};
	for (size_t i = 0; i < c.rules.n; i++) VEC_PUSH(f->arena, &o.rule_settings, c.rules.items[i]);
	assert_false(options_select_rule(&o, "hollow-close"));
	assert_true(options_select_rule(&o, "overwritten-socket"));
	assert_int_equal(options_level(&o, "overwritten-socket"), LEVEL_LIKELY);
	assert_int_equal(options_level(&o, "unclosed-socket"), LEVEL_CERTAIN);
	assert_int_equal(options_level(&o, "hollow-close"), LEVEL_POSSIBLE);
	/* The command line comes first. */
	o.has_level = true;
	VEC_PUSH(f->arena, &o.rules, "hollow-*");
	assert_true(options_select_rule(&o, "hollow-close"));
	assert_false(options_select_rule(&o, "unclosed-socket"));
	assert_int_equal(options_level(&o, "unclosed-socket"), LEVEL_POSSIBLE);
}

static bool shows(struct fixture *f, const char *text, const char *path) {
	struct config c = loaded(f, write_config(f, ".closewait.yml", text));
	return config_shows(f->arena, &c, path_join(f->arena, f->directory, path));
}

static void paths_are_chosen(void **state) {
	struct fixture *f = *state;
	assert_true(shows(f, "", "src/a.c"));
	assert_true(shows(f, "include: [src]", "src/a.c"));
	assert_true(shows(f, "include: [src/]", "src/x/a.c"));
	assert_false(shows(f, "include: [src]", "source/a.c"));
	assert_false(shows(f, "include: [src]", "lib/a.c"));
	assert_false(shows(f, "include: [src]", "/src/a.c"));
	assert_true(shows(f, "include: [/src]", "/src/a.c"));
	assert_false(shows(f, "exclude: ['*.gen.c']", "src/x/a.gen.c"));
	assert_true(shows(f, "exclude: ['*.gen.c']", "src/x/a.c"));
	assert_false(shows(f, "{include: [src], exclude: [src/old]}", "src/old/a.c"));
	assert_false(shows(f, "exclude: ['s*/a.c', lib]", "src/x/a.c"));
}

/* --- what is refused -------------------------------------------------------------------------- */

static void mistakes_are_told_with_their_line(void **state) {
	struct fixture *f = *state;
	refused(f, "level: likely\nlevle: x\n", 2, "unknown key 'levle'; did you mean 'level'?");
	refused(f, "\n\nexcludes: [x]\n", 3, "did you mean 'exclude'?");
	refused(f, "level: likly\n", 1,
	        "certain, likely or possible, not 'likly'; did you mean 'likely'?");
	refused(f, "fail-on: sometimes\n", 1, "'fail-on' takes certain, likely, possible or never");
	refused(f, "level: [likely]\n", 1, "'level' takes a level");
	refused(f, "level:\n", 1, "'level' takes a level");
	refused(f, "inherit: maybe\n", 1, "'inherit' takes true or false");
	refused(f, "rules:\n  hollow-close: off\n  holow-close: off\n", 3,
	        "did you mean 'hollow-close'?");
	refused(f, "rules:\n  hollow-close: offf\n", 2, "did you mean 'off'?");
	refused(f, "rules: [hollow-close]\n", 1, "a mapping of rules");
	refused(f, "models: {a: b}\n", 1, "a list of files");
	refused(f, "models:\n- a\n- [b]\n", 3, "a list of files");
	refused(f, "level: likely\nlevel: certain\n", 2, "given twice");
	refused(f, "- level\n", 1, "keys with values");
	refused(f, "level: likely\n---\nlevel: certain\n", 3, "a second document");
	refused(f, "level: [likely\nmodels: x\n", 2, "");
	refused(f, "level: *nobody\n", 1, "undefined alias");
	refused(f, "? [a]\n: b\n", 1, "a key is a word");
}

static void an_inherited_mistake_names_its_file(void **state) {
	struct fixture *f = *state;
	struct config c = {0};
	const char *error;
	const char *above = write_config(f, ".closewait.yml", "wrong: 1\n");
	const char *nearest = write_config(f, "a/.closewait.yml", "inherit: true\n");
	assert_false(config_load(f->arena, nearest, &c, &error));
	assert_non_null(strstr(error, arena_printf(f->arena, "%s:1: unknown key", above)));
	assert_false(config_load(f->arena, path_join(f->arena, f->directory, "none"), &c, &error));
	assert_non_null(strstr(error, "cannot read"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(every_key_is_read),
		TEST(nothing_is_a_configuration),
		TEST(the_nearest_is_found),
		TEST(what_is_nearer_replaces),
		TEST(rules_are_settled_by_the_last),
		TEST(paths_are_chosen),
		TEST(mistakes_are_told_with_their_line),
		TEST(an_inherited_mistake_names_its_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
