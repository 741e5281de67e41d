#include "cli/completion.h"

#include <stdio.h>
#include <string.h>

#include "base/trouble.h"
#include "cli/choice.h"
#include "cli/options.h"
#include "cli/tell.h"

/* --- what is completed by what ---------------------------------------------------------------- */

enum completion_kind completion_of_argument(const struct option_info *info) {
	static const struct {
		const char *argument;
		enum completion_kind kind;
	} kinds[] = {{"BUILD", COMPLETE_FILE},
	             {"DIR", COMPLETE_DIRECTORY},
	             {"FILE", COMPLETE_FILE},
	             {"GLOB,...", COMPLETE_RULE}};
	if (option_choices(info)) return COMPLETE_WORD;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].argument, info->argument) == 0) return kinds[i].kind;
	return COMPLETE_ANY;
}

enum completion_kind completion_of_operand(const struct command_info *info) {
	switch (info->command) {
	case CLI_CHECK:
	case CLI_DOCTOR:
	case CLI_FACTS:
	case CLI_LINK: return COMPLETE_FILE;
	case CLI_EXPLAIN: return COMPLETE_RULE;
	case CLI_COMPLETION: return COMPLETE_WORD;
	case CLI_BASELINE:
	case CLI_RULES: break;
	}
	return COMPLETE_ANY;
}

const char *completion_words(struct arena *a, const struct option_info *info) {
	struct buf words = BUF_IN(a);
	for (const struct choice *c = option_choices(info); c->word; c++)
		buf_printf(&words, "%s%s", words.n ? " " : "", c->word);
	return buf_text(&words);
}

const char *completion_operand_words(struct arena *a, const struct command_info *info) {
	char *words = arena_strdup(a, info->operands);
	for (char *c = words; *c; c++)
		if (*c == '|') *c = ' ';
	return words;
}

const char *completion_spellings(struct arena *a, const struct option_info *info,
                                 const char *separator) {
	struct buf words = BUF_IN(a);
	if (info->letter) buf_printf(&words, "-%c", info->letter);
	if (info->name[0]) buf_printf(&words, "%s--%s", info->letter ? separator : "", info->name);
	return buf_text(&words);
}

/* --- printing --------------------------------------------------------------------------------- */

int completion_print(struct arena *a, const char *what) {
	enum { BASH, ZSH, FISH, MAN };
	static const struct choice kinds[] = {
		{"bash", BASH}, {"zsh", ZSH}, {"fish", FISH}, {"man", MAN}, {0}};
	static void (*const makers[])(struct buf *) = {completion_bash, completion_zsh, completion_fish,
	                                               completion_man};
	struct buf text = BUF_IN(a);
	int kind;
	const char *wrong = choose(a, kinds, what, &kind);
	if (wrong) {
		tell_error("completion takes %s", wrong);
		return EXIT_TROUBLE;
	}
	makers[kind](&text);
	fputs(buf_text(&text), stdout);
	return EXIT_CLEAN;
}
