/* Completions for fish. */
#include "cli/completion.h"
#include "cli/options.h"

static void add_quoted(struct buf *out, const char *text) {
	buf_add_char(out, '\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\') buf_add_char(out, '\\');
		buf_add_char(out, *text);
	}
	buf_add_char(out, '\'');
}

static void add_for(struct buf *out, int commands) {
	buf_add(out, "complete -c closewait -n '__closewait_has");
	for (size_t i = 0; i < command_count; i++)
		if (commands & 1 << command_infos[i].command) buf_printf(out, " %s", command_infos[i].name);
	buf_add_char(out, '\'');
}

/* -f: no files; -r: there is an argument; -F: files although other rules say none. */
static void add_values(struct buf *out, enum completion_kind kind, const char *words) {
	switch (kind) {
	case COMPLETE_ANY: buf_add(out, " -f"); break;
	case COMPLETE_FILE: buf_add(out, " -F"); break;
	case COMPLETE_DIRECTORY: buf_add(out, " -f -a '(__fish_complete_directories)'"); break;
	case COMPLETE_RULE: buf_add(out, " -f -a '(" COMPLETION_RULES ")'"); break;
	case COMPLETE_WORD: buf_printf(out, " -f -a '%s'", words); break;
	}
}

static void add_option(struct buf *out, const struct option_info *info) {
	add_for(out, info->commands);
	if (info->letter) buf_printf(out, " -s %c", info->letter);
	if (info->name[0]) buf_printf(out, " -l %s", info->name);
	if (info->argument) {
		enum completion_kind kind = completion_of_argument(info);
		buf_add(out, " -r");
		add_values(out, kind, kind == COMPLETE_WORD ? completion_words(out->arena, info) : NULL);
	}
	buf_add(out, " -d ");
	add_quoted(out, info->what);
	buf_add_char(out, '\n');
}

static void add_operand(struct buf *out, const struct command_info *command) {
	enum completion_kind kind = completion_of_operand(command);
	if (kind == COMPLETE_FILE) return;
	add_for(out, 1 << command->command);
	add_values(out, kind,
	           kind == COMPLETE_WORD ? completion_operand_words(out->arena, command) : NULL);
	buf_add_char(out, '\n');
}

void completion_fish(struct buf *out) {
	buf_add(out, "# Completions of closewait for fish, made by `closewait completion fish`.\n"
	             "\n"
	             "# Prints the command of the line: the first word that is one, else check.\n"
	             "function __closewait_command\n"
	             "    for word in (commandline -opc)[2..-1]\n"
	             "        if contains -- $word");
	for (size_t i = 0; i < command_count; i++) buf_printf(out, " %s", command_infos[i].name);
	buf_add(out, "\n"
	             "            echo $word\n"
	             "            return\n"
	             "        end\n"
	             "    end\n"
	             "    echo check\n"
	             "end\n"
	             "\n"
	             "function __closewait_has\n"
	             "    contains -- (__closewait_command) $argv\n"
	             "end\n"
	             "\n"
	             "function __closewait_is_first\n"
	             "    test (count (commandline -opc)) -eq 1\n"
	             "end\n"
	             "\n");
	for (size_t i = 0; i < command_count; i++) {
		buf_printf(out, "complete -c closewait -n __closewait_is_first -a %s -d ",
		           command_infos[i].name);
		add_quoted(out, command_infos[i].what);
		buf_add_char(out, '\n');
	}
	for (size_t i = 0; i < command_count; i++) add_operand(out, &command_infos[i]);
	for (size_t i = 0; i < option_count; i++) add_option(out, &option_infos[i]);
}
