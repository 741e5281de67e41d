#include "cli/options.h"

#include <fnmatch.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "cli/catalogue.h"
#include "cli/choice.h"
#include "cli/suggest.h"

enum option_id {
#define OPTION(id, letter, name, argument, commands, what) OPTION_##id,
#include "cli/options.def"
#undef OPTION
};

const struct option_info option_infos[] = {
#define OPTION(id, letter, name, argument, commands, what)                                         \
	{OPTION_##id, letter, name, argument, commands, what},
#include "cli/options.def"
#undef OPTION
};
const size_t option_count = sizeof option_infos / sizeof *option_infos;

const struct command_info command_infos[] = {
#define COMMAND(id, name, operands, what) {CLI_##id, name, operands, what},
#include "cli/commands.def"
#undef COMMAND
};
const size_t command_count = sizeof command_infos / sizeof *command_infos;

/* error is the first one, or NULL; it does not stop the parser from looking at the rest. */
struct parser {
	struct arena *arena;
	const char *const *next, *const *end; /* words of the command line */
	struct options *options;
	VEC(const struct option_info *) used;
	const char *error;
};

__attribute__((format(printf, 2, 3))) static void fail(struct parser *p, const char *format, ...) {
	if (p->error) return;
	va_list args;
	va_start(args, format);
	p->error = arena_vprintf(p->arena, format, args);
	va_end(args);
}

/* As the user writes it. */
static const char *option_text(struct arena *a, const struct option_info *info) {
	return info->name[0] ? arena_printf(a, "--%s", info->name)
	                     : arena_printf(a, "-%c", info->letter);
}

/* --- values ----------------------------------------------------------------------------------- */

static int read_choice(struct parser *p, const char *what, const char *word,
                       const struct choice *choices) {
	int value = choices[0].value;
	const char *wrong = choose(p->arena, choices, word, &value);
	if (wrong) fail(p, "%s takes %s", what, wrong);
	return value;
}

static void add_format(struct parser *p, const char *text) {
	size_t n = strcspn(text, ":");
	const char *name = arena_copy(p->arena, text, n);
	struct output output = {.path = text[n] ? text + n + 1 : NULL};
	output.format = (enum format)read_choice(p, "--format", name, choice_formats);
	if (output.path && !output.path[0]) fail(p, "--format %s names no file behind the colon", text);
	VEC_PUSH(p->arena, &p->options->outputs, output);
}

static void set_number(struct parser *p, const char *option, const char *text, int max,
                       uint32_t *to) {
	char *end;
	unsigned long n = strtoul(text, &end, 10);
	if (text[0] < '0' || text[0] > '9' || *end || n < 1 || n > (unsigned long)max)
		fail(p, "%s takes a number from 1 to %d, not '%s'", option, max, text);
	else *to = (uint32_t)n;
}

static void add_rules(struct parser *p, const char *list) {
	while (!p->error) {
		size_t n = strcspn(list, ",");
		const char *glob = arena_copy(p->arena, list, n);
		if (!catalogue_has(glob))
			fail(p, "%s (`closewait rules` lists them)", catalogue_has_no(p->arena, glob));
		VEC_PUSH(p->arena, &p->options->rules, glob);
		if (!list[n]) return;
		list += n + 1;
	}
}

/* --- options ---------------------------------------------------------------------------------- */

static void apply(struct parser *p, const struct option_info *info, const char *value) {
	struct options *o = p->options;
	VEC_PUSH(p->arena, &p->used, info);
	switch ((enum option_id)info->id) {
	case OPTION_BASELINE: o->baseline = value; break;
	case OPTION_BUILD: o->build = value; break;
	case OPTION_CACHE_DIR: o->cache_dir = value; break;
	case OPTION_COLOR: o->color = (enum when)read_choice(p, "--color", value, choice_whens); break;
	case OPTION_CONFIG: o->config = value; break;
	case OPTION_DIFF: o->diff = value; break;
	case OPTION_DUMP: o->dump = (enum dump)read_choice(p, "--dump", value, choice_dumps); break;
	case OPTION_EXIT_ZERO:
		o->fail_on = FAIL_ON_NEVER;
		o->has_fail_on = true;
		break;
	case OPTION_FAIL_ON:
		o->fail_on = (enum fail_on)read_choice(p, "--fail-on", value, choice_fail_on);
		o->has_fail_on = true;
		break;
	case OPTION_FORMAT: add_format(p, value); break;
	case OPTION_HELP: o->help = true; break;
	case OPTION_HOOK: o->hook = true; break;
	case OPTION_ISOLATED: o->isolated = true; break;
	case OPTION_JOBS: set_number(p, "--jobs", value, JOBS_MAX, &o->jobs); break;
	case OPTION_LEVEL:
		o->level = (enum level)read_choice(p, "--level", value, choice_levels);
		o->has_level = true;
		break;
	case OPTION_MODELS: VEC_PUSH(p->arena, &o->models, value); break;
	case OPTION_NO_BASELINE: o->no_baseline = true; break;
	case OPTION_NO_CACHE: o->no_cache = true; break;
	case OPTION_OUTPUT: o->output = value; break;
	case OPTION_QUIET: o->quiet = true; break;
	case OPTION_RESOURCE_DIR: o->resource_dir = value; break;
	case OPTION_RULES: add_rules(p, value); break;
	case OPTION_SHOW_SUPPRESSED: o->show_suppressed = true; break;
	case OPTION_STATS: o->stats = true; break;
	case OPTION_TIMEOUT: set_number(p, "--timeout", value, TIMEOUT_MAX, &o->timeout); break;
	case OPTION_VERBOSE: o->verbose = true; break;
	case OPTION_VERSION: o->version = true; break;
	}
}

/* The argument of the option: what stands behind it in its word (NULL: nothing), or the next word. */
static void read_argument(struct parser *p, const struct option_info *info, const char *rest) {
	const char *value = rest;
	if (!value && p->next < p->end) value = *p->next++;
	if (value && value[0]) apply(p, info, value);
	else fail(p, "%s needs an argument: %s", option_text(p->arena, info), info->argument);
}

static void read_long(struct parser *p, const char *word) {
	size_t n = strcspn(word, "=");
	const char *name = arena_copy(p->arena, word, n), *value = word[n] ? word + n + 1 : NULL;
	struct suggestion near = {.word = name};
	for (size_t i = 0; i < option_count; i++) {
		const struct option_info *info = &option_infos[i];
		if (!info->name[0]) continue;
		suggest(&near, info->name);
		if (strcmp(info->name, name) != 0) continue;
		if (info->argument) read_argument(p, info, value);
		else if (value) fail(p, "--%s takes no argument", name);
		else apply(p, info, NULL);
		return;
	}
	if (near.best) near.best = arena_printf(p->arena, "--%s", near.best);
	fail(p, "unknown option '--%s'%s", name, suggestion_text(p->arena, &near));
}

static const struct option_info *find_letter(char letter) {
	for (size_t i = 0; i < option_count; i++)
		if (option_infos[i].letter == letter) return &option_infos[i];
	return NULL;
}

/* A word of letters: `-qv`, `-j4`, `-p build`. */
static void read_letters(struct parser *p, const char *letters) {
	for (const char *c = letters; *c && !p->error; c++) {
		const struct option_info *info = find_letter(*c);
		if (!info) {
			fail(p, "unknown option '-%c'", *c);
		} else if (info->argument) {
			read_argument(p, info, c[1] ? c + 1 : NULL);
			return;
		} else {
			apply(p, info, NULL);
		}
	}
}

const struct choice *option_choices(const struct option_info *info) {
	static const struct {
		enum option_id id;
		const struct choice *choices;
	} all[] = {{OPTION_COLOR, choice_whens},
	           {OPTION_DUMP, choice_dumps},
	           {OPTION_FAIL_ON, choice_fail_on},
	           {OPTION_FORMAT, choice_formats},
	           {OPTION_LEVEL, choice_levels}};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if ((int)all[i].id == info->id) return all[i].choices;
	return NULL;
}

/* --- operands --------------------------------------------------------------------------------- */

static bool read_command(struct parser *p, const char *word) {
	if (p->options->has_command || p->options->operands.n) return false;
	for (size_t i = 0; i < command_count; i++) {
		if (strcmp(command_infos[i].name, word) != 0) continue;
		p->options->command = command_infos[i].command;
		return p->options->has_command = true;
	}
	return false;
}

static void read_operand(struct parser *p, const char *word) {
	if (read_command(p, word)) return;
	if (!word[0]) fail(p, "the name of a file is empty");
	VEC_PUSH(p->arena, &p->options->operands, word);
}

static void read_behind_dashes(struct parser *p) {
	enum cli_command command = p->options->command;
	bool are_flags = command == CLI_CHECK || command == CLI_DOCTOR || command == CLI_FACTS;
	struct words *words = are_flags ? &p->options->flags : &p->options->operands;
	p->options->has_flags = are_flags;
	while (p->next < p->end) VEC_PUSH(p->arena, words, *p->next++);
}

static void read_word(struct parser *p, const char *word) {
	if (word[0] != '-' || !word[1]) read_operand(p, word);
	else if (word[1] != '-') read_letters(p, word + 1);
	else if (word[2]) read_long(p, word + 2);
	else read_behind_dashes(p);
}

/* --- what goes together ----------------------------------------------------------------------- */

static void check_used(struct parser *p) {
	const struct command_info *command = &command_infos[p->options->command];
	for (size_t i = 0; i < p->used.n; i++)
		if (!(p->used.items[i]->commands & 1 << command->command))
			fail(p, "the command '%s' has no option %s", command->name,
			     option_text(p->arena, p->used.items[i]));
}

static void check_operands(struct parser *p) {
	const struct options *o = p->options;
	size_t n = o->operands.n;
	switch (o->command) {
	case CLI_CHECK:
	case CLI_DOCTOR:
		if (o->has_flags && !n) fail(p, "name the files that the flags behind `--` are for");
		break;
	case CLI_FACTS:
		if (n != 1) fail(p, "facts takes one source file, not %zu", n);
		if (!o->output && o->dump == DUMP_NONE)
			fail(p,
			     "say where the unit goes with -o UNIT, or what to print with --dump ir|summary");
		break;
	case CLI_LINK:
		if (!n) fail(p, "link takes unit files, which `closewait facts FILE -o UNIT` makes");
		break;
	case CLI_EXPLAIN:
		if (n != 1) fail(p, "explain takes the name of one rule; `closewait rules` lists them");
		break;
	case CLI_BASELINE:
		if (n) fail(p, "baseline is of the whole project, and takes no files");
		break;
	case CLI_COMPLETION:
		if (n != 1) fail(p, "completion takes bash, zsh, fish or man");
		break;
	case CLI_RULES:
		if (n) fail(p, "rules takes no operands");
		break;
	}
	if (o->hook && o->diff)
		fail(p, "--hook and --diff exclude each other: a hook asks git for what is staged");
	if (o->baseline && o->no_baseline) fail(p, "--baseline and --no-baseline exclude each other");
	if (o->isolated && o->config) fail(p, "--config and --isolated exclude each other");
	if (o->has_flags && o->build) fail(p, "-p and flags behind `--` exclude each other");
}

/* Gives -o to the format that has no file. */
static void settle_outputs(struct parser *p) {
	struct options *o = p->options;
	struct output *open = NULL;
	if (!o->outputs.n) VEC_PUSH(p->arena, &o->outputs, (struct output){.format = FORMAT_TEXT});
	for (size_t i = 0; i < o->outputs.n; i++) {
		if (o->outputs.items[i].path) continue;
		if (open) fail(p, "two formats go to stdout: give one a file, as in --format sarif:FILE");
		open = &o->outputs.items[i];
	}
	if (open) open->path = o->output;
	else if (o->output)
		fail(p, "--output is for a format without a file, and each --format has one");
}

bool options_parse(struct arena *a, int argc, const char *const *argv, struct options *options,
                   const char **error) {
	struct parser p = {
		.arena = a, .next = argv + (argc > 0), .end = argv + argc, .options = options};
	*options = (struct options){.command = CLI_CHECK, .level = LEVEL_LIKELY};
	while (p.next < p.end && !p.error) read_word(&p, *p.next++);
	check_used(&p);
	if (!options->help && !options->version) {
		check_operands(&p);
		settle_outputs(&p);
	}
	*error = p.error;
	return !p.error;
}

/* --- what they mean --------------------------------------------------------------------------- */

bool options_select_rule(const struct options *options, const char *rule) {
	bool is_off = false;
	for (size_t i = 0; i < options->rules.n; i++)
		if (fnmatch(options->rules.items[i], rule, 0) == 0) return true;
	for (size_t i = 0; i < options->rule_settings.n; i++)
		if (fnmatch(options->rule_settings.items[i].glob, rule, 0) == 0)
			is_off = options->rule_settings.items[i].is_off;
	return !options->rules.n && !is_off;
}

enum level options_level(const struct options *options, const char *rule) {
	enum level level = options->level;
	for (size_t i = 0; !options->has_level && i < options->rule_settings.n; i++) {
		const struct config_rule *r = &options->rule_settings.items[i];
		if (r->has_level && fnmatch(r->glob, rule, 0) == 0) level = r->level;
	}
	return level;
}

static bool is_set(const char *value) {
	return value && value[0];
}

/* NO_COLOR: no-color.org; the others: bixense.com/clicolors. */
bool options_color(enum when color, bool is_terminal) {
	const char *force = getenv("CLICOLOR_FORCE"), *wish = getenv("CLICOLOR"),
			   *terminal = getenv("TERM");
	switch (color) {
	case WHEN_ALWAYS: return true;
	case WHEN_NEVER: return false;
	case WHEN_AUTO: break;
	}
	if (is_set(getenv("NO_COLOR"))) return false;
	if (is_set(force) && strcmp(force, "0") != 0) return true;
	if (wish && strcmp(wish, "0") == 0) return false;
	return is_terminal && is_set(terminal) && strcmp(terminal, "dumb") != 0;
}
