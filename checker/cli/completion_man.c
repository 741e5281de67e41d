/* The section OPTIONS of the man page. */
#include <ctype.h>

#include "cli/completion.h"
#include "cli/options.h"

static void add_escaped(struct buf *out, const char *text) {
	for (; *text; text++) {
		if (*text == '-') buf_add(out, "\\-");
		else if (*text == '\\') buf_add(out, "\\e");
		else buf_add_char(out, *text);
	}
}

/* One spelling in bold, its argument in italics. */
static void add_spelling(struct buf *out, const char *spelling, const char *argument) {
	buf_add(out, "\\fB");
	add_escaped(out, spelling);
	buf_add(out, "\\fR");
	if (!argument) return;
	buf_add(out, " \\fI");
	add_escaped(out, argument);
	buf_add(out, "\\fR");
}

/* A sentence: the table's texts begin small and have no full stop. */
static void add_sentence(struct buf *out, const char *text) {
	buf_add_char(out, (char)toupper((unsigned char)*text));
	add_escaped(out, text + 1);
	buf_add(out, ".\n");
}

static void add_commands(struct buf *out, int commands) {
	const char *separator = "Commands: ";
	if (commands == FOR_ALL) return;
	for (size_t i = 0; i < command_count; i++) {
		if (!(commands & 1 << command_infos[i].command)) continue;
		buf_printf(out, "%s%s", separator, command_infos[i].name);
		separator = ", ";
	}
	buf_add(out, ".\n");
}

static void add_option(struct buf *out, const struct option_info *info) {
	struct arena *a = out->arena;
	buf_add(out, ".TP\n");
	if (info->letter) add_spelling(out, arena_printf(a, "-%c", info->letter), info->argument);
	if (info->letter && info->name[0]) buf_add(out, ", ");
	if (info->name[0]) add_spelling(out, arena_printf(a, "--%s", info->name), info->argument);
	buf_add_char(out, '\n');
	add_sentence(out, info->what);
	add_commands(out, info->commands);
}

void completion_man(struct buf *out) {
	buf_add(out, ".\\\" Made by `closewait completion man`, up to the next section.\n");
	for (size_t i = 0; i < option_count; i++) add_option(out, &option_infos[i]);
}
