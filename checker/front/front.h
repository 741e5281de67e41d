/* The front end: one translation unit in, one ir_unit out. Floor 2: base, ir.
 *
 * The only part of closewait that includes clang-c/. What cannot be analysed is a recorded fact: a
 * unit that was not parsed is an error text, a message of the parser is a loss of the unit, and a
 * function of which the parser may have dropped a part is marked incomplete.
 *
 * libclang can be killed or hung by its input, and prints to stdout and stderr: run this in a
 * process of its own, under limits of memory and time, with results on another channel.
 */
#ifndef CLOSEWAIT_FRONT_FRONT_H
#define CLOSEWAIT_FRONT_FRONT_H

#include <stddef.h>

#include "base/arena.h"
#include "base/intern.h"
#include "front/command.h"
#include "ir/ir.h"

struct front_result {
	struct ir_unit *unit; /* NULL when the file could not be parsed */
	const char *error;    /* then: why, and what to do */
	const char **inputs;  /* absolute paths of the main file, first, and of all that it includes */
	size_t input_count;
};

/* Parses and lowers the file of command. Names are interned in names, all else lives in a.
 * resource_dir is libclang's own (`lib/clang/N`) or NULL to let libclang guess. display_path is the
 * main file as the user is to see it; where it ends the file's absolute path, what comes before is
 * the root, and other files below the root are shown relative to it too.
 *
 * Runs on a thread of its own with a large stack, so that deeply nested code can be read; sets
 * the environment variable LIBCLANG_NOTHREADS, without which libclang would parse on a small
 * one. */
struct front_result front_lower(struct arena *a, struct intern *names,
                                const struct front_command *command, const char *resource_dir,
                                const char *display_path);

#endif
