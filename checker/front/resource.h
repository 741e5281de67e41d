/* clang's resource directory: its own stddef.h, stdarg.h and the like. Floor 2: base.
 *
 * libclang looks for it in lib/clang/N relative to the current directory, where a source tree could put its
 * own, so it is always found here and passed on as -resource-dir.
 */
#ifndef CLOSEWAIT_FRONT_RESOURCE_H
#define CLOSEWAIT_FRONT_RESOURCE_H

#include "base/arena.h"
#include "front/libclang.h"

/* Its major version, 0 when it does not say. */
unsigned resource_clang_major(const struct libclang *libclang);

/* Returns the directory, absolute: option when it is not NULL, else $CLOSEWAIT_RESOURCE_DIR, else the one
 * that belongs to libclang. Each must hold include/stddef.h. Returns NULL when it is not found,
 * and *error says where it was looked for and which package has it. */
const char *resource_find(struct arena *a, const struct libclang *libclang, const char *option,
                          const char **error);

#endif
