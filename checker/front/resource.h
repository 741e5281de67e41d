/* clang's resource directory: its own stddef.h, stdarg.h and the like. Floor 2: base, libclang.
 *
 * libclang looks for it in lib/clang/N relative to the current directory, where a source tree could put its
 * own, so it is always found here and passed on as -resource-dir.
 */
#ifndef CLOSEWAIT_FRONT_RESOURCE_H
#define CLOSEWAIT_FRONT_RESOURCE_H

#include "base/arena.h"

/* The major version of the libclang that is loaded, 0 when it does not say. */
unsigned resource_clang_major(void);
/* The version that it gives itself: "Debian clang version 19.1.7". */
const char *resource_clang_version(struct arena *a);
/* The path of the loaded library, or "libclang" when the system does not say. */
const char *resource_clang_library(struct arena *a);

/* Returns the directory, absolute: option when it is not NULL, else $CLOSEWAIT_RESOURCE_DIR, else the one
 * that belongs to the loaded libclang. Each must hold include/stddef.h. Returns NULL when it is not found,
 * and *error says where it was looked for and which package has it. */
const char *resource_find(struct arena *a, const char *option, const char **error);

#endif
