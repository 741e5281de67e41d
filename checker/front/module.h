/* What of the front needs libclang, as a module that the program loads when there is something to parse: starting with libclang
 * takes longer than a whole run that finds everything in the store. Floor 2: base, ir.
 *
 * Whoever includes this links nothing of it, and gets it from dlopen(); the tests link all of the front.
 */
#ifndef CLOSEWAIT_FRONT_MODULE_H
#define CLOSEWAIT_FRONT_MODULE_H

#include "front/front.h"
#include "front/libclang.h"

#define FRONT_MODULE_FILE "closewait-front.so"
#define FRONT_MODULE_SYMBOL "closewait_front"

struct front_module {
	const char *sources_id; /* SOURCES_ID_FRONT: a program takes no module of another build */
	struct libclang (*libclang)(struct arena *a); /* libclang_loaded() */
	struct front_result (*lower)(struct arena *a, struct intern *names,
	                             const struct front_command *command, const char *resource_dir,
	                             const char *display_path); /* front_lower() */
};

#endif
