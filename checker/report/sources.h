/* The source files that findings point into, each read once. Floor 1: base. */
#ifndef CLOSEWAIT_REPORT_SOURCES_H
#define CLOSEWAIT_REPORT_SOURCES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct sources;

/* One line without its line end. text is NULL when the line cannot be had, and is not
 * zero-terminated. */
struct source_line {
	const char *text;
	size_t length;
};

/* Makes an empty cache whose files live in a. Relative paths start from root (NULL: the current
 * directory), which must live as long. */
struct sources *sources_new(struct arena *a, const char *root);

/* The path from which the file is read: below the root, or as it is. In a. */
const char *sources_path(struct arena *a, const struct sources *sources, const char *path);

/* The line (from 1) of the file. A line ends at LF, CR LF or CR, as for the compiler; the byte
 * order mark is left out. A file that cannot be read has no lines. */
struct source_line sources_line(struct sources *sources, const char *path, uint32_t line);

/* The number of bytes of the line's text that stand before the column, at most all of them.
 * Columns count from 1 in bytes and, as for the compiler, with the byte order mark; 0 counts as
 * 1. */
size_t sources_offset(struct sources *sources, const char *path, uint32_t line, uint32_t column);

/* Translates a column from bytes, as the compiler counts them, to UTF-16 code units, as editors
 * and SARIF do. Both count from 1. A column of a line that cannot be had, and 0, are returned as
 * they are; one behind the end becomes the end. */
uint32_t sources_utf16_column(struct sources *sources, const char *path, uint32_t line,
                              uint32_t column);

#endif
