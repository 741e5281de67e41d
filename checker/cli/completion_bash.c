/* Completions for bash, without the package bash-completion. */
#include "cli/completion.h"
#include "cli/options.h"

static const char beginning[] =
	"# Completions of closewait for bash, made by `closewait completion bash`.\n"
	"\n"
	"_closewait() {\n"
	"    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' words='' i\n"
	"    # bash makes three words of --level=x, and of sarif:x.\n"
	"    if [ \"$word\" = = ]; then\n"
	"        word=\n"
	"    elif [ \"$before\" = = ]; then\n"
	"        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
	"    fi\n"
	"    COMPREPLY=()\n"
	"    for ((i = 1; i < COMP_CWORD; i++)); do\n"
	"        case ${COMP_WORDS[i]} in\n"
	"        --) return ;;\n";

static void add_commands(struct buf *out, const char *separator) {
	for (size_t i = 0; i < command_count; i++)
		buf_printf(out, "%s%s", i ? separator : "", command_infos[i].name);
}

/* What completes the argument behind the option; files do, where nothing is said. */
static void add_argument(struct buf *out, const struct option_info *info) {
	struct arena *a = out->arena;
	const char *spelled = completion_spellings(a, info, " | ");
	switch (completion_of_argument(info)) {
	case COMPLETE_FILE: buf_printf(out, "    %s) return ;;\n", spelled); break;
	case COMPLETE_DIRECTORY:
		buf_printf(out, "    %s) compopt -o dirnames +o default; return ;;\n", spelled);
		break;
	case COMPLETE_RULE:
		buf_printf(
			out,
			"    %s)\n"
			"        mapfile -t COMPREPLY < <(compgen -P \"${word%%\"${word##*,}\"}\" -W \"$(%s)\" -- \"${word##*,}\")\n"
			"        return\n"
			"        ;;\n",
			spelled, COMPLETION_RULES);
		break;
	case COMPLETE_WORD:
		buf_printf(out, "    %s) words='%s' ;;\n", spelled, completion_words(a, info));
		break;
	case COMPLETE_ANY: buf_printf(out, "    %s) compopt +o default; return ;;\n", spelled); break;
	}
}

static void add_options(struct buf *out, const struct command_info *command) {
	const char *separator = "";
	buf_printf(out, "        %s) words='", command->name);
	for (size_t i = 0; i < option_count; i++) {
		if (!(option_infos[i].commands & 1 << command->command)) continue;
		buf_printf(out, "%s%s", separator, completion_spellings(out->arena, &option_infos[i], " "));
		separator = " ";
	}
	buf_add(out, "' ;;\n");
}

static void add_operands(struct buf *out, const struct command_info *command) {
	switch (completion_of_operand(command)) {
	case COMPLETE_RULE:
		buf_printf(out, "        %s) words=$(%s) ;;\n", command->name, COMPLETION_RULES);
		break;
	case COMPLETE_WORD:
		buf_printf(out, "        %s) words='%s' ;;\n", command->name,
		           completion_operand_words(out->arena, command));
		break;
	case COMPLETE_ANY:
	case COMPLETE_DIRECTORY:
	case COMPLETE_FILE: break;
	}
}

void completion_bash(struct buf *out) {
	buf_add(out, beginning);
	buf_add(out, "        ");
	add_commands(out, " | ");
	buf_add(
		out,
		") command=${command:-${COMP_WORDS[i]}} ;;\n        esac\n    done\n    case $before in\n");
	for (size_t i = 0; i < option_count; i++)
		if (option_infos[i].argument) add_argument(out, &option_infos[i]);
	buf_add(
		out,
		"    :) return ;;\n    esac\n    if [ \"$words\" ]; then\n        :\n    elif [[ $word == -* ]]; then\n        case ${command:-check} in\n");
	for (size_t i = 0; i < command_count; i++) add_options(out, &command_infos[i]);
	buf_add(out, "        esac\n    elif [ \"$COMP_CWORD\" -eq 1 ]; then\n        words='");
	add_commands(out, " ");
	buf_add(out, "'\n    else\n        case $command in\n");
	for (size_t i = 0; i < command_count; i++) add_operands(out, &command_infos[i]);
	buf_add(out, "        esac\n    fi\n"
	             "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
	             "}\n"
	             "complete -o default -F _closewait closewait\n");
}
