/* Words of a command line: shell text, response files. Floor 2: base. */
#ifndef CLOSEWAIT_FRONT_WORDS_H
#define CLOSEWAIT_FRONT_WORDS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/vec.h"

struct words {
	const char **items;
	size_t n, cap;
};

/* Splits text as a POSIX shell does: single quotes, double quotes, backslashes. Nothing is expanded.
 * Operators that stand outside quotes (`&&`, `||`, `|`, `;`, `&`) become words of their own, and
 * redirections are left out. Returns NULL, or what is wrong with the text. */
const char *words_of_shell(struct arena *a, const char *text, struct words *words);

/* Splits the text of a response file as GCC and clang do: a backslash quotes the next character, in single
 * quotes too. */
void words_of_response(struct arena *a, const char *text, struct words *words);

/* Replaces `@file` words by the words of the file, which is read relative to directory, and so on for the
 * words in it. A file that cannot be read leaves a text in problems and is left out. */
void words_expand(struct arena *a, const char *directory, struct words *words,
                  struct words *problems);

/* If words from index start on form more than one shell command, keeps one: `cd DIR` before it changes
 * *directory, commands that do nothing (`:`, `true`) are skipped, and what comes behind it is dropped. */
void words_first_command(struct arena *a, struct words *words, const char **directory);

#endif
