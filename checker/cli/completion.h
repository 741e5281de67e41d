/* Completions for shells, and the options of the man page: made from the tables of options.h. The top: sees all.
 *
 * What is made is committed in docs/completions/ and docs/closewait.1; a test has an eye on that.
 */
#ifndef CLOSEWAIT_CLI_COMPLETION_H
#define CLOSEWAIT_CLI_COMPLETION_H

#include "base/buf.h"

/* Prints what to stdout: "bash", "zsh", "fish" or "man". Returns the exit status: that of trouble when it is none of
 * these, which is told. */
int completion_print(struct arena *a, const char *what);

void completion_bash(struct buf *out);
void completion_zsh(struct buf *out);
void completion_fish(struct buf *out);
void completion_man(struct buf *out);

/* --- for these four --- */

struct option_info;
struct command_info;

/* What an argument or operand is. */
enum completion_kind {
	COMPLETE_ANY,
	COMPLETE_FILE,
	COMPLETE_DIRECTORY,
	COMPLETE_RULE,
	COMPLETE_WORD
};
enum completion_kind completion_of_argument(const struct option_info *info);
enum completion_kind completion_of_operand(const struct command_info *info);
/* COMPLETE_WORD: the words, with blanks between them. In a. */
const char *completion_words(struct arena *a, const struct option_info *info);
const char *completion_operand_words(struct arena *a, const struct command_info *info);
/* For a shell: prints all rules, a line each. So a rule that is new, or older, changes no file. */
#define COMPLETION_RULES "closewait rules 2>/dev/null | cut -d\" \" -f1"
/* "-q --quiet": its spellings with the separator between them. In a. */
const char *completion_spellings(struct arena *a, const struct option_info *info,
                                 const char *separator);

#endif
