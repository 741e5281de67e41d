/* --help, from the tables of options.h. */
#include <string.h>

#include "base/buf.h"
#include "cli/options.h"

enum {
	HELP_COLUMNS = 79, /* fits an old terminal */
	HELP_INDENT = 24   /* where the text of an option begins */
};

static void add_spaces(struct buf *b, size_t n) {
	while (n--) buf_add_char(b, ' ');
}

/* Adds the text from column on, with later lines indented. */
static void add_wrapped(struct buf *b, size_t column, size_t indent, const char *text) {
	const char *separator = "";
	while (*text) {
		size_t n = strcspn(text, " ");
		if (column + strlen(separator) + n > HELP_COLUMNS) {
			buf_add_char(b, '\n');
			add_spaces(b, indent);
			column = indent;
			separator = "";
		}
		buf_add(b, separator);
		buf_add_bytes(b, text, n);
		column += strlen(separator) + n;
		separator = " ";
		text += n + strspn(text + n, " ");
	}
	buf_add_char(b, '\n');
}

/* A name in the left column and its text in the right one. */
static void add_row(struct buf *b, const char *name, const char *what) {
	size_t n = strlen(name);
	buf_printf(b, "  %s", name);
	if (n + 4 > HELP_INDENT) {
		buf_add_char(b, '\n');
		n = 0;
		add_spaces(b, HELP_INDENT);
	} else {
		add_spaces(b, HELP_INDENT - 2 - n);
	}
	add_wrapped(b, HELP_INDENT, HELP_INDENT, what);
}

static const char *option_names(struct arena *a, const struct option_info *info) {
	struct buf b = BUF_IN(a);
	if (info->letter) buf_printf(&b, "-%c", info->letter);
	if (info->name[0]) buf_printf(&b, "%s--%s", info->letter ? ", " : "    ", info->name);
	if (info->argument) buf_printf(&b, " %s", info->argument);
	return buf_text(&b);
}

static void add_options(struct buf *b, int commands) {
	buf_add(b, "\nOptions:\n");
	for (size_t i = 0; i < option_count; i++)
		if (option_infos[i].commands & commands)
			add_row(b, option_names(b->arena, &option_infos[i]), option_infos[i].what);
}

static void add_exit_status(struct buf *b) {
	buf_add(b, "\nExit status: 0 clean, 1 findings, 2 could not check.\n");
}

static void add_usage(struct buf *b, const struct command_info *info, const char *before) {
	const char *name = info->command == CLI_CHECK ? "[check]" : info->name;
	buf_printf(b, "%s closewait %s%s%s\n", before, name, info->operands[0] ? " " : "",
	           info->operands);
}

const char *help_text(struct arena *a) {
	struct buf b = BUF_IN(a);
	for (size_t i = 0; i < command_count; i++)
		add_usage(&b, &command_infos[i], i ? "      " : "Usage:");
	buf_add(&b, "\nFinds the sockets that a C program only thinks it closed.\n\nCommands:\n");
	for (size_t i = 0; i < command_count; i++)
		add_row(&b, command_infos[i].name, command_infos[i].what);
	add_options(&b, FOR_ALL);
	buf_add(&b, "\n`closewait COMMAND --help` shows the options of a command.\n");
	add_exit_status(&b);
	return buf_text(&b);
}

const char *help_command_text(struct arena *a, enum cli_command command) {
	const struct command_info *info = &command_infos[command];
	struct buf b = BUF_IN(a);
	add_usage(&b, info, "Usage:");
	buf_add_char(&b, '\n');
	add_wrapped(&b, 0, 0, info->what);
	add_options(&b, 1 << command);
	if (command == CLI_CHECK || command == CLI_LINK) add_exit_status(&b);
	return buf_text(&b);
}
