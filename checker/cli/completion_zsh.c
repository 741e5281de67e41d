/* Completions for zsh. */
#include "cli/completion.h"
#include "cli/options.h"

#include <string.h>

/* Text between single quotes, in a specification of _arguments or _describe. */
static void add_quoted(struct buf *out, const char *text) {
	for (; *text; text++) {
		if (*text == '\'') buf_add(out, "'\\''");
		else if (strchr("[]:\\", *text)) buf_printf(out, "\\%c", *text);
		else buf_add_char(out, *text);
	}
}

static void add_commands(struct buf *out) {
	for (size_t i = 0; i < command_count; i++) {
		buf_printf(out, "        '%s:", command_infos[i].name);
		add_quoted(out, command_infos[i].what);
		buf_add(out, "'\n");
	}
}

/* ":what:what completes it"; words are those of COMPLETE_WORD. */
static void add_action(struct buf *out, const char *what, enum completion_kind kind,
                       const char *words) {
	buf_add_char(out, ':');
	add_quoted(out, what);
	switch (kind) {
	case COMPLETE_ANY: buf_add(out, ": "); break;
	case COMPLETE_FILE: buf_add(out, ":_files"); break;
	case COMPLETE_DIRECTORY: buf_add(out, ":_files -/"); break;
	case COMPLETE_RULE: buf_add(out, ":{compadd - $(" COMPLETION_RULES ")}"); break;
	case COMPLETE_WORD: buf_printf(out, ":(%s)", words); break;
	}
}

static void add_option(struct buf *out, const struct option_info *info) {
	enum completion_kind kind = info->argument ? completion_of_argument(info) : COMPLETE_ANY;
	const char *words = kind == COMPLETE_WORD ? completion_words(out->arena, info) : NULL;
	bool both = info->letter && info->name[0];
	buf_printf(out, "            '*'%s", both ? "{" : "");
	if (info->letter) buf_printf(out, "-%c%s", info->letter, info->argument ? "+" : "");
	if (info->name[0])
		buf_printf(out, "%s--%s%s", both ? "," : "", info->name, info->argument ? "=" : "");
	buf_printf(out, "%s'[", both ? "}" : "");
	add_quoted(out, info->what);
	buf_add_char(out, ']');
	if (info->argument) add_action(out, info->argument, kind, words);
	buf_add(out, "'\n");
}

static void add_command(struct buf *out, const struct command_info *command) {
	enum completion_kind kind = completion_of_operand(command);
	const char *words =
		kind == COMPLETE_WORD ? completion_operand_words(out->arena, command) : NULL;
	buf_printf(out, "    %s)\n        specs=(\n", command->name);
	for (size_t i = 0; i < option_count; i++)
		if (option_infos[i].commands & 1 << command->command) add_option(out, &option_infos[i]);
	if (kind != COMPLETE_ANY) {
		buf_add(out, "            '*");
		add_action(out, "operand", kind, words);
		buf_add(out, "'\n");
	}
	buf_add(out, "        )\n        ;;\n");
}

void completion_zsh(struct buf *out) {
	buf_add(out, "#compdef closewait\n"
	             "# Completions of closewait for zsh, made by `closewait completion zsh`.\n"
	             "\n"
	             "_closewait() {\n"
	             "    local -a commands specs\n"
	             "    local command=check\n"
	             "    local -i i\n"
	             "    commands=(\n");
	add_commands(out);
	buf_add(out, "    )\n"
	             "    for ((i = 2; i < CURRENT; i++)); do\n"
	             "        if (( ${commands[(I)${words[i]}:*]} )); then\n"
	             "            command=${words[i]}\n"
	             "            words[i]=()\n"
	             "            (( CURRENT-- ))\n"
	             "            break\n"
	             "        fi\n"
	             "    done\n"
	             "    if (( CURRENT == 2 && i == 2 )) && [[ ${words[2]} != -* ]]; then\n"
	             "        _describe command commands\n"
	             "    fi\n"
	             "    case $command in\n");
	for (size_t i = 0; i < command_count; i++) add_command(out, &command_infos[i]);
	buf_add(out, "    esac\n"
	             "    _arguments -s -S : $specs\n"
	             "}\n"
	             "\n"
	             "if [[ ${funcstack[1]} == _closewait ]]; then\n"
	             "    _closewait \"$@\"\n"
	             "else\n"
	             "    compdef _closewait closewait\n"
	             "fi\n");
}
