/* The texts that the program carries: the pages of the rules and the models. The build makes them from
 * rules/NAME.md and rules/models/NAME.model (embed.cmake).
 */
#ifndef CLOSEWAIT_EMBEDDED_H
#define CLOSEWAIT_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
	const char *name; /* the file's name without its ending: "hollow-close", "posix" */
	const char *text; /* zero-terminated */
	size_t length;    /* in bytes, without the zero */
};

/* Sorted by name; an entry whose name is NULL stands behind the last. */
extern const struct embedded_file embedded_pages[], embedded_models[];
extern const size_t embedded_page_count, embedded_model_count;

#endif
