/* Compile commands: from what a build system ran to what the front end parses with. Floor 2: base.
 *
 * The project's command is data and is never run. What is left of it is what decides the meaning of the
 * source; what loads code, writes files (the -M family would overwrite the build's own dependency files),
 * warns, optimises or links is gone. flags.def lists the options with what becomes of each.
 */
#ifndef CLOSEWAIT_FRONT_COMMAND_H
#define CLOSEWAIT_FRONT_COMMAND_H

#include <stddef.h>

#include "base/arena.h"
#include "front/words.h"

/* A command as it was recorded. */
struct raw_command {
	const char *directory; /* absolute: what relative paths are relative to */
	const char *file;      /* the input that is meant, or NULL: each input of the command */
	const char **argv;     /* launchers, compiler and all */
	size_t argc;
	const char *output; /* what the database says of it; NULL: what the command says */
};

/* One translation unit and how to parse it. The file's absolute path is path_join(directory, file). */
struct front_command {
	const char *directory; /* absolute */
	const char *file;
	const char *
		*args; /* without compiler, input and output; relative paths are relative to directory */
	size_t arg_count;
	const char *
		output; /* the object file, or NULL: it tells the programs of a build apart, and is never written */
};

/* What a command, or one of its inputs, is to us. */
enum command_kind {
	COMMAND_C,              /* a C source: analysed */
	COMMAND_HEADER,         /* a header compiled by itself */
	COMMAND_OTHER_LANGUAGE, /* C++, Objective-C, CUDA… */
	COMMAND_ASSEMBLER,
	COMMAND_LINK,        /* no source among its inputs */
	COMMAND_NO_COMPILER, /* a script, a generator, an archiver */
};
enum { COMMAND_KINDS = COMMAND_NO_COMPILER + 1 };

/* "C++ and other languages", … : for the tally of what was skipped. */
const char *command_kind_name(enum command_kind kind);

struct command_input {
	enum command_kind kind;
	struct front_command command;
};

struct command_inputs {
	struct command_input *items;
	size_t n, cap;
};

/* Reads a command and adds each of its inputs that file selects: one, or all that are sources when it is
 * NULL. A command without such an input is added as one of the kind that it is, with no arguments. What is
 * odd about the command is added to problems, as text, and does not stop it. */
void command_read(struct arena *a, const struct raw_command *raw, struct command_inputs *inputs,
                  struct words *problems);

/* The arguments that are left of argv, which holds flags alone: compile_flags.txt, what stands behind `--`.
 * *directory is changed by -working-directory. */
void command_flags(struct arena *a, const char **directory, const char **argv, size_t argc,
                   struct words *args, struct words *problems);

#endif
