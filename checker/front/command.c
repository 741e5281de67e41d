#include "front/command.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "front/driver.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

const char *command_kind_name(enum command_kind kind) {
	switch (kind) {
	case COMMAND_C: return "C";
	case COMMAND_HEADER: return "headers";
	case COMMAND_OTHER_LANGUAGE: return "C++ and other languages";
	case COMMAND_ASSEMBLER: return "assembler";
	case COMMAND_LINK: return "link commands";
	case COMMAND_NO_COMPILER: return "commands that are no compilation";
	}
	return NULL;
}

/* --- languages and inputs --------------------------------------------------------------------- */

/* What a name or an ending stands for; the tables are sorted by it. */
struct language {
	const char *name;
	enum command_kind kind;
};

static const struct language languages[] = {
	{"assembler", COMMAND_ASSEMBLER},
	{"assembler-with-cpp", COMMAND_ASSEMBLER},
	{"c", COMMAND_C},
	{"c++", COMMAND_OTHER_LANGUAGE},
	{"c++-cpp-output", COMMAND_OTHER_LANGUAGE},
	{"c++-header", COMMAND_OTHER_LANGUAGE},
	{"c++-module", COMMAND_OTHER_LANGUAGE},
	{"c-header", COMMAND_HEADER},
	{"cl", COMMAND_OTHER_LANGUAGE},
	{"cpp-output", COMMAND_C},
	{"cuda", COMMAND_OTHER_LANGUAGE},
	{"hip", COMMAND_OTHER_LANGUAGE},
	{"objective-c", COMMAND_OTHER_LANGUAGE},
	{"objective-c++", COMMAND_OTHER_LANGUAGE},
};

static const struct language endings[] = {
	{".C", COMMAND_OTHER_LANGUAGE},
	{".M", COMMAND_OTHER_LANGUAGE},
	{".S", COMMAND_ASSEMBLER},
	{".asm", COMMAND_ASSEMBLER},
	{".c", COMMAND_C},
	{".c++", COMMAND_OTHER_LANGUAGE},
	{".cc", COMMAND_OTHER_LANGUAGE},
	{".cl", COMMAND_OTHER_LANGUAGE},
	{".cp", COMMAND_OTHER_LANGUAGE},
	{".cpp", COMMAND_OTHER_LANGUAGE},
	{".cppm", COMMAND_OTHER_LANGUAGE},
	{".cu", COMMAND_OTHER_LANGUAGE},
	{".cxx", COMMAND_OTHER_LANGUAGE},
	{".h", COMMAND_HEADER},
	{".hh", COMMAND_HEADER},
	{".hpp", COMMAND_HEADER},
	{".hxx", COMMAND_HEADER},
	{".i", COMMAND_C},
	{".ii", COMMAND_OTHER_LANGUAGE},
	{".inc", COMMAND_HEADER},
	{".inl", COMMAND_HEADER},
	{".m", COMMAND_OTHER_LANGUAGE},
	{".mm", COMMAND_OTHER_LANGUAGE},
	{".s", COMMAND_ASSEMBLER},
	{".sx", COMMAND_ASSEMBLER},
};

static int compare_languages(const void *key, const void *item) {
	return strcmp(key, ((const struct language *)item)->name);
}

static const struct language *find_language(const char *name, const struct language *table,
                                            size_t n) {
	return bsearch(name, table, n, sizeof *table, compare_languages);
}

/* An input, or file: with language as given by -x, or NULL. */
struct input {
	const char *path, *language;
};

static enum command_kind kind_of(const struct input *input, bool is_cxx) {
	const struct language *l = NULL;
	if (input->language) l = find_language(input->language, languages, COUNT(languages));
	if (l) return l->kind;
	l = find_language(path_ending(input->path), endings, COUNT(endings));
	if (!l) return COMMAND_LINK;
	return l->kind == COMMAND_C && is_cxx ? COMMAND_OTHER_LANGUAGE : l->kind;
}

/* --- options ---------------------------------------------------------------------------------- */

enum form { FORM_ALONE, FORM_BEGINS, FORM_APART, FORM_EITHER };

enum action {
	ACTION_DROP,
	ACTION_KEEP,
	ACTION_JOIN,
	ACTION_PAIR,
	ACTION_INCLUDE,     /* PAIR, past precompiled headers that lie about */
	ACTION_PRECOMPILED, /* the header that the value was made from, as INCLUDE */
	ACTION_STANDARD,    /* KEEP, with one dash, unless it is of C++ */
	ACTION_LANGUAGE,    /* of the inputs that follow; text when it is no value */
	ACTION_DRIVER,      /* g++, cl: what the compiler acts as */
	ACTION_DIRECTORY,
	ACTION_OUTPUT,
	ACTION_LIST,   /* the value is a list of options, with commas */
	ACTION_WRAPPED /* the value is an option; its own value comes wrapped too */
};

struct flag {
	const char *spelling;
	enum form form;
	enum action action;
	const char *text;
};

static const struct flag flags[] = {
#define FLAG(spelling, form, action, text, legend) {spelling, FORM_##form, ACTION_##action, text},
#include "front/flags.def"
#undef FLAG
};

static bool fits(const struct flag *flag, const char *word) {
	if (flag->spelling[1] != word[1]) return false; /* most end here */
	if (flag->form == FORM_ALONE || flag->form == FORM_APART)
		return strcmp(word, flag->spelling) == 0;
	return strncmp(word, flag->spelling, strlen(flag->spelling)) == 0;
}

/* The row with the longest spelling that fits, or NULL. */
static const struct flag *find_flag(const char *word) {
	const struct flag *best = NULL;
	for (size_t i = 0; i < COUNT(flags); i++) {
		bool longer = !best || strlen(flags[i].spelling) > strlen(best->spelling);
		if (longer && fits(&flags[i], word)) best = &flags[i];
	}
	return best;
}

struct reader {
	struct arena *arena;
	const char *directory, *output;
	bool is_cxx;
	bool compiles; /* there was a -c or the like */
	bool has_target;
	const char *language;
	struct words args, *problems;
	struct {
		struct input *items;
		size_t n, cap;
	} inputs;
};

static void keep(struct reader *r, const char *word) {
	VEC_PUSH(r->arena, &r->args, word);
}

static void keep_pair(struct reader *r, const char *option, const char *value) {
	keep(r, option);
	keep(r, value);
}

static bool is_included(const struct reader *r, const char *header) {
	for (size_t i = 1; i < r->args.n; i++) {
		size_t option = strcmp(r->args.items[i - 1], "-Xclang") == 0 && i >= 2 ? i - 2 : i - 1;
		if (strcmp(r->args.items[i], header) == 0 && strcmp(r->args.items[option], "-include") == 0)
			return true;
	}
	return false;
}

/* A precompiled header beside the header, made by another compiler, would end the parse: clang's driver
 * looks for one, clang itself does not. */
static void keep_include(struct reader *r, const char *header) {
	if (is_included(r, header)) return;
	const char *path = path_join(r->arena, r->directory, header);
	if (path_real(r->arena, arena_printf(r->arena, "%s.pch", path)) ||
	    path_real(r->arena, arena_printf(r->arena, "%s.gch", path))) {
		keep_pair(r, "-Xclang", "-include");
		keep_pair(r, "-Xclang", header);
	} else {
		keep_pair(r, "-include", header);
	}
}

static void keep_precompiled(struct reader *r, const char *precompiled) {
	size_t len = strlen(precompiled) - strlen(path_ending(precompiled));
	const char *header = arena_copy(r->arena, precompiled, len);
	if (path_is_file(path_join(r->arena, r->directory, header))) {
		keep_include(r, header);
		return;
	}
	VEC_PUSH(
		r->arena, r->problems,
		arena_printf(r->arena,
	                 "the precompiled header '%s' is not read, and its header is not beside it",
	                 precompiled));
}

static void read_options(struct reader *r, const struct words *words, bool wrapped);

static void read_list(struct reader *r, const char *list) {
	struct words words = {0};
	while (*list) {
		size_t len = strcspn(list, ",");
		if (len) VEC_PUSH(r->arena, &words, arena_copy(r->arena, list, len));
		list += len + (list[len] == ',');
	}
	read_options(r, &words, true);
}

/* Unwraps the run of options like the first, and returns the index of its last word. */
static size_t read_wrapped(struct reader *r, const struct words *words, size_t first) {
	struct words inner = {0};
	size_t last = first; /* itself, when its value is missing */
	for (size_t i = first; i + 1 < words->n && strcmp(words->items[i], words->items[first]) == 0;
	     i += 2) {
		last = i + 1;
		VEC_PUSH(r->arena, &inner, words->items[last]);
	}
	read_options(r, &inner, true);
	return last;
}

static void read_language(struct reader *r, const struct flag *flag, const char *value) {
	const char *name = flag->text[0] ? flag->text : value;
	if (strcmp(name, "none") == 0) r->language = NULL;
	else if (find_language(name, languages, COUNT(languages))) r->language = name;
}

/* Does what the row says with an option and its value. */
static void read_option(struct reader *r, const struct flag *flag, const char *word,
                        const char *value) {
	struct arena *a = r->arena;
	switch (flag->action) {
	case ACTION_DROP: break;
	case ACTION_OUTPUT: r->output = value; break;
	case ACTION_KEEP: keep(r, word); break;
	case ACTION_JOIN: keep(r, arena_printf(a, "%s%s", flag->text, value)); break;
	case ACTION_PAIR: keep_pair(r, flag->text, value); break;
	case ACTION_INCLUDE: keep_include(r, value); break;
	case ACTION_PRECOMPILED: keep_precompiled(r, value); break;
	case ACTION_STANDARD:
		if (!strstr(value, "++")) keep(r, arena_printf(a, "-std=%s", value));
		break;
	case ACTION_LANGUAGE: read_language(r, flag, value); break;
	case ACTION_DRIVER:
		r->is_cxx = strstr(value, "++") != NULL;
		if (strcmp(value, "cl") == 0) r->language = "cl";
		break;
	case ACTION_DIRECTORY: r->directory = path_join(a, r->directory, value); break;
	case ACTION_LIST: read_list(r, value); break;
	case ACTION_WRAPPED: break; /* in read_options() */
	}
	r->has_target =
		r->has_target || strncmp(word, "--target=", 9) == 0 || strcmp(word, "-target") == 0;
}

/* Of wrapped options only those count that take a value: the others speak of clang's inside. */
static bool counts(const struct flag *flag, bool wrapped) {
	if (!flag) return false;
	if (!wrapped || flag->action == ACTION_DROP) return true;
	return flag->action == ACTION_JOIN || flag->action == ACTION_PAIR ||
	       flag->action == ACTION_INCLUDE || flag->action == ACTION_PRECOMPILED;
}

static void add_input(struct reader *r, const char *path) {
	struct input input = {path, r->language};
	VEC_PUSH(r->arena, &r->inputs, input);
}

static bool is_compile_mode(const char *word) {
	return strcmp(word, "-c") == 0 || strcmp(word, "-S") == 0 || strcmp(word, "-E") == 0 ||
	       strcmp(word, "-fsyntax-only") == 0;
}

static void read_options(struct reader *r, const struct words *words, bool wrapped) {
	bool only_inputs = false;
	for (size_t i = 0; i < words->n; i++) {
		const char *word = words->items[i];
		if (word[0] != '-' || !word[1] || only_inputs) {
			if (!wrapped && word[0] && strcmp(word, "-") != 0) add_input(r, word);
			continue;
		}
		only_inputs = strcmp(word, "--") == 0;
		r->compiles = r->compiles || is_compile_mode(word);
		const struct flag *flag = find_flag(word);
		if (!counts(flag, wrapped)) continue;
		const char *value = word + strlen(flag->spelling);
		if (flag->action == ACTION_WRAPPED) {
			i = read_wrapped(r, words, i);
			continue;
		}
		if (flag->form == FORM_APART || (flag->form == FORM_EITHER && !*value)) {
			if (i + 1 == words->n) break; /* the compiler would have failed */
			value = words->items[++i];
		}
		read_option(r, flag, word, value);
	}
}

/* --- commands --------------------------------------------------------------------------------- */

static void add_result(struct reader *r, struct command_inputs *inputs, enum command_kind kind,
                       const struct input *input) {
	struct words args = {0};
	for (size_t i = 0; kind == COMMAND_C && i < r->args.n; i++)
		VEC_PUSH(r->arena, &args, r->args.items[i]);
	/* What the ending says already is not said again, so that equal commands look equal. */
	struct input plain = {input->path, NULL};
	bool is_preprocessed = input->language && strcmp(input->language, "cpp-output") == 0;
	if (kind == COMMAND_C && (is_preprocessed || kind_of(&plain, false) != COMMAND_C)) {
		VEC_PUSH(r->arena, &args, "-x");
		VEC_PUSH(r->arena, &args, input->language ? input->language : "c");
	}
	struct front_command command = {r->directory, input->path, args.items, args.n, r->output};
	VEC_PUSH(r->arena, inputs, (struct command_input){kind, command});
}

static const char *identity(struct reader *r, const char *path) {
	const char *absolute = path_normalise(r->arena, path_join(r->arena, r->directory, path));
	const char *real = path_real(r->arena, absolute);
	return real ? real : absolute;
}

/* The input of the command that is file, or file itself where the command has none like it. */
static struct input find_input(struct reader *r, const char *file) {
	struct input found = {file, r->language};
	const char *wanted = identity(r, file);
	for (size_t i = 0; i < r->inputs.n; i++) {
		const struct input *input = &r->inputs.items[i];
		bool same = strcmp(input->path, file) == 0 || strcmp(identity(r, input->path), wanted) == 0;
		if (same) return (struct input){file, input->language};
	}
	return found;
}

static void add_all_sources(struct reader *r, struct command_inputs *inputs) {
	size_t before = inputs->n;
	for (size_t i = 0; i < r->inputs.n; i++) {
		enum command_kind kind = kind_of(&r->inputs.items[i], r->is_cxx);
		if (kind != COMMAND_LINK) add_result(r, inputs, kind, &r->inputs.items[i]);
	}
	struct input none = {r->inputs.n ? r->inputs.items[0].path : "", NULL};
	if (inputs->n == before) add_result(r, inputs, COMMAND_LINK, &none);
}

/* Reads the options behind the compiler. A cross compiler's name gives the target, unless an option does. */
static void read_behind_driver(struct reader *r, const struct words *words,
                               const struct driver *driver) {
	struct words options = {.n = words->n - driver->arg_index};
	if (options.n) options.items = words->items + driver->arg_index;
	read_options(r, &options, false);
	const char *target = r->has_target ? NULL : driver_target(r->arena, driver->name);
	if (!target) return;
	struct words args = {0};
	VEC_PUSH(r->arena, &args, arena_printf(r->arena, "--target=%s", target));
	for (size_t i = 0; i < r->args.n; i++) VEC_PUSH(r->arena, &args, r->args.items[i]);
	r->args = args;
}

void command_read(struct arena *a, const struct raw_command *raw, struct command_inputs *inputs,
                  struct words *problems) {
	struct words words = {raw->argv, raw->argc, 0};
	words_expand(a, raw->directory, &words, problems);
	struct driver driver = driver_find(a, &words);
	struct reader r = {
		.arena = a,
		.directory = raw->directory,
		.is_cxx = driver.is_cxx,
		.output = raw->output,
		.problems = problems,
	};
	read_behind_driver(&r, &words, &driver);
	struct input input = {raw->file ? raw->file : "", NULL};
	if (driver.is_other || (!driver.is_known && !r.compiles)) {
		add_result(&r, inputs, COMMAND_NO_COMPILER, &input);
	} else if (raw->file) {
		input = find_input(&r, raw->file);
		add_result(&r, inputs, kind_of(&input, r.is_cxx), &input);
	} else {
		add_all_sources(&r, inputs);
	}
}

void command_flags(struct arena *a, const char **directory, const char **argv, size_t argc,
                   struct words *args, struct words *problems) {
	struct words words = {argv, argc, 0};
	words_expand(a, *directory, &words, problems);
	struct reader r = {.arena = a, .directory = *directory, .problems = problems};
	read_options(&r, &words, false);
	*directory = r.directory;
	*args = r.args;
}
