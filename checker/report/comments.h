/* The comments of a C source. Floor 1: base.
 *
 * Found as the compiler finds them: what looks like one in a string or a character constant is none.
 * Raw strings and tokens that a backslash and a line end cut in two are not known.
 */
#ifndef CLOSEWAIT_REPORT_COMMENTS_H
#define CLOSEWAIT_REPORT_COMMENTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

struct comment {
	const char *text; /* from its first slash; within the source */
	size_t length;
	uint32_t line, column; /* of the first slash; from 1, columns in bytes */
};

struct comments {
	struct comment *items;
	size_t n, cap;
	VEC(uint32_t) code_lines; /* that hold more than blanks and comments, ascending */
};

/* The comments of the n bytes at text, in their order. */
struct comments comments_find(struct arena *a, const char *text, size_t n);

/* The first line from line on that holds code, or 0. */
uint32_t comments_code_line(const struct comments *comments, uint32_t line);

#endif
