/* The command line: parsing, suggestions, colours, help; and how paths are shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* cmocka.h needs the ones above */
#include <cmocka.h>

#include "base/arena.h"
#include "cli/options.h"
#include "cli/root.h"
#include "cli/suggest.h"
#include "rules/rule.h"
#include "scratch_dir.h"

enum { WORDS_MAX = 16 };

static int set_up(void **state) {
	*state = arena_new("test");
	return 0;
}

static int tear_down(void **state) {
	arena_free(*state);
	return 0;
}

/* Parses the words of line, which are separated by single blanks. */
static bool parse(struct arena *a, const char *line, struct options *options, const char **error) {
	const char *argv[WORDS_MAX] = {"closewait"};
	int argc = 1;
	char *rest = arena_strdup(a, line), *word;
	while ((word = strsep(&rest, " "))) argv[argc++] = word;
	return options_parse(a, *line ? argc : 1, argv, options, error);
}

static struct options parsed(struct arena *a, const char *line) {
	struct options options;
	const char *error = NULL;
	bool ok = parse(a, line, &options, &error);
	if (!ok) print_message("%s: %s\n", line, error);
	assert_true(ok);
	assert_null(error);
	return options;
}

/* The line is refused, with a message that holds each of the texts up to NULL. */
static void refused(struct arena *a, const char *line, ...) {
	struct options options;
	const char *error = NULL, *text;
	assert_false(parse(a, line, &options, &error));
	va_list texts;
	va_start(texts, line);
	while ((text = va_arg(texts, const char *))) {
		if (!strstr(error, text)) fail_msg("%s: no '%s' in '%s'", line, text, error);
	}
	va_end(texts);
}

/* --- what is accepted ------------------------------------------------------------------------- */

static void check_is_the_default(void **state) {
	struct options o = parsed(*state, "");
	assert_int_equal(o.command, CLI_CHECK);
	assert_false(o.has_command);
	assert_int_equal(o.level, LEVEL_LIKELY);
	assert_int_equal(o.color, WHEN_AUTO);
	assert_int_equal(o.operands.n, 0);
	assert_int_equal(o.outputs.n, 1);
	assert_int_equal(o.outputs.items[0].format, FORMAT_TEXT);
	assert_null(o.outputs.items[0].path);
	assert_int_equal(parsed(*state, "src/check.c").command, CLI_CHECK);
}

static void commands_are_read(void **state) {
	assert_int_equal(parsed(*state, "check").command, CLI_CHECK);
	assert_int_equal(parsed(*state, "facts x.c -o x.unit").command, CLI_FACTS);
	assert_int_equal(parsed(*state, "link x.unit").command, CLI_LINK);
	assert_int_equal(parsed(*state, "explain hollow-close").command, CLI_EXPLAIN);
	assert_int_equal(parsed(*state, "rules").command, CLI_RULES);
	/* behind an option, and before one */
	assert_int_equal(parsed(*state, "-q link x.unit -v").command, CLI_LINK);
	/* only the first word is a command */
	struct options o = parsed(*state, "check rules");
	assert_int_equal(o.command, CLI_CHECK);
	assert_string_equal(o.operands.items[0], "rules");
}

static void arguments_stand_in_any_form(void **state) {
	assert_int_equal(parsed(*state, "--jobs 4").jobs, 4);
	assert_int_equal(parsed(*state, "--timeout 90").timeout, 90);
	assert_int_equal(parsed(*state, "--jobs=4").jobs, 4);
	assert_int_equal(parsed(*state, "-j 4").jobs, 4);
	assert_int_equal(parsed(*state, "-j4").jobs, 4);
	struct options o = parsed(*state, "-qvj4 -pbuild --exit-zero --stats --no-cache");
	assert_true(o.quiet && o.verbose && o.stats && o.no_cache);
	assert_int_equal(o.fail_on, FAIL_ON_NEVER);
	assert_int_equal(o.jobs, 4);
	assert_string_equal(o.build, "build");
	o = parsed(*state, "--models a.model --models=b.model --cache-dir c --resource-dir r");
	assert_int_equal(o.models.n, 2);
	assert_string_equal(o.models.items[1], "b.model");
	assert_string_equal(o.cache_dir, "c");
	assert_string_equal(o.resource_dir, "r");
}

static void words_behind_dashes_are_flags(void **state) {
	struct options o = parsed(*state, "check a.c b.c -- -Iinclude --format -j");
	assert_true(o.has_flags);
	assert_int_equal(o.operands.n, 2);
	assert_int_equal(o.flags.n, 3);
	assert_string_equal(o.flags.items[1], "--format");
	o = parsed(*state, "a.c --");
	assert_true(o.has_flags);
	assert_int_equal(o.flags.n, 0);
	o = parsed(*state, "link -- -odd.unit");
	assert_false(o.has_flags);
	assert_string_equal(o.operands.items[0], "-odd.unit");
}

static void formats_have_files(void **state) {
	struct options o = parsed(*state, "--format sarif:a:b.sarif --format text");
	assert_int_equal(o.outputs.n, 2);
	assert_int_equal(o.outputs.items[0].format, FORMAT_SARIF);
	assert_string_equal(o.outputs.items[0].path, "a:b.sarif");
	assert_null(o.outputs.items[1].path);
	o = parsed(*state, "--format json:a --format gitlab:b --format github");
	assert_int_equal(o.outputs.items[0].format, FORMAT_JSON);
	assert_int_equal(o.outputs.items[1].format, FORMAT_GITLAB);
	assert_int_equal(o.outputs.items[2].format, FORMAT_GITHUB);
	o = parsed(*state, "--format sarif -o out.sarif --format text:out.txt");
	assert_string_equal(o.outputs.items[0].path, "out.sarif");
	assert_string_equal(o.outputs.items[1].path, "out.txt");
	assert_string_equal(parsed(*state, "--output out.txt").outputs.items[0].path, "out.txt");
}

static void words_are_chosen(void **state) {
	assert_int_equal(parsed(*state, "--level certain").level, LEVEL_CERTAIN);
	assert_int_equal(parsed(*state, "--level possible").level, LEVEL_POSSIBLE);
	assert_int_equal(parsed(*state, "").fail_on, FAIL_ON_POSSIBLE);
	assert_int_equal(parsed(*state, "--fail-on certain").fail_on, FAIL_ON_CERTAIN);
	assert_int_equal(parsed(*state, "--fail-on never").fail_on, FAIL_ON_NEVER);
	assert_int_equal(parsed(*state, "--color never").color, WHEN_NEVER);
	assert_int_equal(parsed(*state, "facts x.c --dump ir").dump, DUMP_IR);
	assert_int_equal(parsed(*state, "facts x.c --dump summary").dump, DUMP_SUMMARY);
}

static void rules_are_globs(void **state) {
	struct options o = parsed(*state, "--rules hollow-close,*-socket");
	assert_true(options_select_rule(&o, "hollow-close"));
	assert_true(options_select_rule(&o, "unclosed-socket"));
	assert_false(options_select_rule(&o, "skipped-close"));
	o = parsed(*state, "--rules skipped-close --rules hollow-close");
	assert_true(options_select_rule(&o, "skipped-close"));
	assert_true(options_select_rule(&o, "hollow-close"));
	o = parsed(*state, "");
	for (size_t i = 0; i < rule_count; i++) assert_true(options_select_rule(&o, rules[i].name));
}

static void help_needs_nothing_else(void **state) {
	assert_true(parsed(*state, "facts --help").help);
	assert_true(parsed(*state, "explain -h").help);
	assert_true(parsed(*state, "link --version").version);
}

/* --- what is refused -------------------------------------------------------------------------- */

static void unknown_words_get_a_suggestion(void **state) {
	refused(*state, "--formt text", "'--formt'", "did you mean '--format'?", NULL);
	refused(*state, "--stat", "did you mean '--stats'?", NULL);
	refused(*state, "--verison", "did you mean '--version'?", NULL);
	refused(*state, "-x", "'-x'", NULL);
	refused(*state, "-qx", "'-x'", NULL);
	refused(*state, "--rules holow-close", "'holow-close'", "did you mean 'hollow-close'?", NULL);
	refused(*state, "--rules hollow-close,", "''", NULL);
	refused(*state, "--level likly", "certain, likely or possible", "did you mean 'likely'?", NULL);
	refused(*state, "--format srif:x", "text, json, sarif, gitlab or github",
	        "did you mean 'sarif'?", NULL);
	refused(*state, "--fail-on nevr", "possible or never", "did you mean 'never'?", NULL);
	refused(*state, "--color sometimes", "auto, always or never", NULL);
	refused(*state, "facts x.c --dump all", "ir or summary", NULL);
}

static void arguments_are_checked(void **state) {
	refused(*state, "--jobs", "--jobs needs an argument: N", NULL);
	refused(*state, "-p", "-p needs an argument: BUILD", NULL);
	refused(*state, "--jobs=", "needs an argument", NULL);
	refused(*state, "--quiet=yes", "--quiet takes no argument", NULL);
	refused(*state, "--format sarif:", "no file behind the colon", NULL);
	static const char *const bad[] = {"0", "-1", "1x", "x", "1025", "99999999999999999999"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		refused(*state, arena_printf(*state, "-j%s", bad[i]), "from 1 to 1024", bad[i], NULL);
	refused(*state, "--timeout 0", "--timeout takes a number from 1 to 86400", NULL);
	refused(*state, "--timeout 1m", "--timeout takes a number from 1 to 86400", NULL);
}

static void commands_have_their_own_options(void **state) {
	refused(*state, "link x.unit -p build", "'link' has no option -p", NULL);
	refused(*state, "rules --stats", "'rules' has no option --stats", NULL);
	refused(*state, "check --dump ir", "'check' has no option --dump", NULL);
	refused(*state, "--rules hollow-close facts x.c -o y", "'facts' has no option --rules", NULL);
}

static void operands_are_counted(void **state) {
	refused(*state, "facts -o x", "one source file", NULL);
	refused(*state, "facts a.c b.c -o x", "one source file", NULL);
	refused(*state, "facts a.c", "-o UNIT", "--dump", NULL);
	refused(*state, "link", "unit files", NULL);
	refused(*state, "explain", "one rule", NULL);
	refused(*state, "explain a b", "one rule", NULL);
	refused(*state, "rules a", "no operands", NULL);
	refused(*state, "check -- -Iinclude", "name the files", NULL);
	refused(*state, "check -p build a.c -- -Iinclude", "exclude each other", NULL);
	refused(*state, "check  a.c", "is empty", NULL);
}

static void outputs_do_not_mix(void **state) {
	refused(*state, "--format text --format sarif", "two formats go to stdout", NULL);
	refused(*state, "--format sarif:x -o y", "each --format has one", NULL);
}

/* --- suggestions ------------------------------------------------------------------------------ */

static const char *nearest(const char *word, const char *a, const char *b) {
	struct suggestion near = {.word = word};
	suggest(&near, a);
	suggest(&near, b);
	return near.best ? near.best : "";
}

static void the_nearest_is_suggested(void **state) {
	(void)state;
	assert_string_equal(nearest("chekc", "check", "rules"), "check");  /* swapped */
	assert_string_equal(nearest("chck", "check", "rules"), "check");   /* left out */
	assert_string_equal(nearest("rulles", "check", "rules"), "rules"); /* too much */
	assert_string_equal(nearest("ruies", "check", "rules"), "rules");  /* changed */
	assert_string_equal(nearest("lint", "link", "lists"), "link");
	assert_string_equal(nearest("abc", "xyz", "uvw"), "");
	assert_string_equal(nearest("", "check", "rules"), "");
	/* of equally near ones the first */
	assert_string_equal(nearest("cat", "bat", "rat"), "bat");
	/* what is too long for any name of ours is near to none */
	static const char endless[] =
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
	assert_string_equal(nearest(endless, "check", endless), "");
}

/* --- colours ---------------------------------------------------------------------------------- */

static void set_variables(const char *no_color, const char *force, const char *wish,
                          const char *term) {
	const char *const names[] = {"NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM"};
	const char *const values[] = {no_color, force, wish, term};
	for (size_t i = 0; i < 4; i++) {
		if (values[i]) setenv(names[i], values[i], 1);
		else unsetenv(names[i]);
	}
}

static void colours_follow_the_conventions(void **state) {
	(void)state;
	set_variables(NULL, NULL, NULL, "xterm");
	assert_true(options_color(WHEN_AUTO, true));
	assert_false(options_color(WHEN_AUTO, false));
	assert_true(options_color(WHEN_ALWAYS, false));
	assert_false(options_color(WHEN_NEVER, true));
	set_variables("1", "1", NULL, "xterm");
	assert_false(options_color(WHEN_AUTO, true));
	assert_true(options_color(WHEN_ALWAYS, false));
	set_variables("", "1", NULL, NULL); /* an empty NO_COLOR is none */
	assert_true(options_color(WHEN_AUTO, false));
	set_variables(NULL, "0", NULL, "xterm");
	assert_false(options_color(WHEN_AUTO, false));
	assert_true(options_color(WHEN_AUTO, true));
	set_variables(NULL, NULL, "0", "xterm");
	assert_false(options_color(WHEN_AUTO, true));
	set_variables(NULL, NULL, NULL, "dumb");
	assert_false(options_color(WHEN_AUTO, true));
	set_variables(NULL, NULL, NULL, NULL);
	assert_false(options_color(WHEN_AUTO, true));
}

/* --- help ------------------------------------------------------------------------------------- */

static size_t longest_line(const char *text) {
	size_t longest = 0;
	while (*text) {
		size_t n = strcspn(text, "\n");
		if (n > longest) longest = n;
		text += n + (text[n] == '\n');
	}
	return longest;
}

static void help_names_all_there_is(void **state) {
	const char *help = help_text(*state);
	assert_true(longest_line(help) < 80);
	for (size_t i = 0; i < option_count; i++) {
		const struct option_info *info = &option_infos[i];
		const char *name = info->name[0] ? arena_printf(*state, "--%s", info->name)
		                                 : arena_printf(*state, "-%c ", info->letter);
		if (!strstr(help, name)) fail_msg("no %s in --help", name);
		for (size_t k = 0; k < command_count; k++) {
			bool has = info->commands & 1 << command_infos[k].command;
			const char *text = help_command_text(*state, command_infos[k].command);
			assert_true(longest_line(text) < 80);
			const char *row = arena_printf(*state, info->name[0] ? "%s%s" : "  %s%s", name, "");
			if (has && !strstr(text, row))
				fail_msg("no %s in %s --help", name, command_infos[k].name);
		}
	}
	for (size_t i = 0; i < command_count; i++) assert_non_null(strstr(help, command_infos[i].name));
}

static void the_tables_are_sorted(void **state) {
	(void)state;
	for (size_t i = 0; i < command_count; i++) assert_int_equal(command_infos[i].command, i);
	const char *before = "";
	for (size_t i = 0; i < option_count; i++) {
		const struct option_info *info = &option_infos[i];
		const char letter[] = {info->letter, '\0'}, *name = info->name[0] ? info->name : letter;
		assert_true(strcmp(before, name) < 0);
		before = arena_strdup(*state, name);
		for (size_t k = 0; info->letter && k < i; k++)
			assert_int_not_equal(option_infos[k].letter, info->letter);
	}
}

/* --- paths ------------------------------------------------------------------------------------ */

static void paths_are_shown_below_the_root(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a);
	const char *file = scratch_file(a, scratch, "project/src/a.c", "");
	const char *link = path_join(a, scratch, "link");
	assert_int_equal(symlink(path_join(a, scratch, "project"), link), 0);
	struct root root = root_new(a, path_join(a, scratch, "project"));
	assert_string_equal(root_show(&root, file), "src/a.c");
	assert_string_equal(root_show(&root, path_join(a, scratch, "project/./src/../src/a.c")),
	                    "src/a.c");
	assert_string_equal(root_show(&root, path_join(a, link, "src/a.c")), "src/a.c");
	assert_string_equal(root_show(&root, path_join(a, scratch, "project2/a.c")),
	                    path_join(a, scratch, "project2/a.c"));
	assert_string_equal(root_show(&root, "src/a.c"), "src/a.c");
	assert_string_equal(root_show(&root, "./src/a.c"), "src/a.c");
	assert_string_equal(root_real(&root, "src/a.c"), file);
	assert_string_equal(root_real(&root, path_join(a, link, "src/a.c")), file);
	root = root_new(a, link);
	assert_string_equal(root_show(&root, file), "src/a.c");
	scratch_remove(scratch);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(check_is_the_default, set_up, tear_down),
		cmocka_unit_test_setup_teardown(commands_are_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(arguments_stand_in_any_form, set_up, tear_down),
		cmocka_unit_test_setup_teardown(words_behind_dashes_are_flags, set_up, tear_down),
		cmocka_unit_test_setup_teardown(formats_have_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(words_are_chosen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rules_are_globs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(help_needs_nothing_else, set_up, tear_down),
		cmocka_unit_test_setup_teardown(unknown_words_get_a_suggestion, set_up, tear_down),
		cmocka_unit_test_setup_teardown(arguments_are_checked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(commands_have_their_own_options, set_up, tear_down),
		cmocka_unit_test_setup_teardown(operands_are_counted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(outputs_do_not_mix, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_nearest_is_suggested, set_up, tear_down),
		cmocka_unit_test_setup_teardown(colours_follow_the_conventions, set_up, tear_down),
		cmocka_unit_test_setup_teardown(help_names_all_there_is, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_tables_are_sorted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(paths_are_shown_below_the_root, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
