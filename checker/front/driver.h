/* Who is called by a compile command: launchers, compilers, cross compilers. Floor 2: base. */
#ifndef CLOSEWAIT_FRONT_DRIVER_H
#define CLOSEWAIT_FRONT_DRIVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "front/words.h"

struct driver {
	const char *
		name; /* the compiler as called: "gcc", "/opt/bin/arm-none-eabi-gcc-12"; "" when there is none */
	size_t arg_index; /* of the first word behind it */
	bool is_cxx;      /* compiles .c files as C++ */
	bool is_known;    /* false: by its name it could be anything */
	bool is_other;    /* by its name it is no compiler */
};

/* Finds the compiler behind launchers (ccache, distcc, env VAR=x, libtool --mode=compile…). */
struct driver driver_find(struct arena *a, const struct words *words);

/* The target that the name of a cross compiler stands for (`/opt/bin/aarch64-linux-gnu-gcc-12`:
 * "aarch64-linux-gnu"), or NULL when the name says nothing that clang understands. */
const char *driver_target(struct arena *a, const char *name);

#endif
