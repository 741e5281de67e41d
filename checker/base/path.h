/* Paths and whole files. Floor 0.
 *
 * Functions on paths are lexical (they touch no file) unless they say otherwise. All results live in the
 * arena. On failure a function that takes error sets it to a text of the form "cannot read 'x': why".
 */
#ifndef CLOSEWAIT_BASE_PATH_H
#define CLOSEWAIT_BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* directory/name; name alone when it is absolute or directory is "" or NULL. */
const char *path_join(struct arena *a, const char *directory, const char *name);
/* Without empty and "." components, with "x/.." taken out; "." when nothing is left. A ".." behind a
 * symbolic link is taken out too: use path_real() for a file's identity. */
const char *path_normalise(struct arena *a, const char *path);
/* What is behind the last '/', in path. */
const char *path_base(const char *path);
/* How many bytes of the beginning say of both that they belong together: directories, and what stands before a '-'. Two names
 * that begin with one letter have nothing in common. 0 when one is NULL. */
size_t path_shared(const char *a, const char *b);
/* What is before the last '/': "." when there is none, "/" for files of the root. */
const char *path_directory(struct arena *a, const char *path);
/* The last '.' of the base name and what is behind it, in path; "" when there is none or it comes first. */
const char *path_ending(const char *path);
/* path relative to root when it is root or lies below, else path as it is. Both absolute and normalised. */
const char *path_relative(struct arena *a, const char *root, const char *path);

/* The path without symbolic links as the system sees it, or NULL when there is no such file. */
const char *path_real(struct arena *a, const char *path);
/* path against the current directory, normalised. */
const char *path_absolute(struct arena *a, const char *path);
bool path_is_file(const char *path);
bool path_is_directory(const char *path);
/* Makes the directory and those above it that are missing. */
bool path_make_directory(struct arena *a, const char *path, const char **error);

/* A file's bytes, zero-terminated. */
struct file_text {
	const char *bytes;
	size_t length;
};

/* Reads the whole file. Fails on what is no regular file: opening a FIFO or a device could wait for ever. */
bool file_read(struct arena *a, const char *path, struct file_text *text, const char **error);
/* Writes the file by way of a temporary one beside it, so that others see the old bytes or the new, and
 * never a part. What is there and is no regular file (/dev/stdout) is written to as it is. */
bool file_write(struct arena *a, const char *path, const void *bytes, size_t n, const char **error);

/* The XXH3-128 hash of the bytes as 32 hexadecimal digits. */
const char *content_hash(struct arena *a, const void *bytes, size_t n);

#endif
